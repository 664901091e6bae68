// Excerpts of the guides, word for word, and sites to serve them from.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from '../../../www/build/serve.mjs';
import { inRepository } from './command.mjs';
import { DIST } from './page.mjs';

export const EMBEDDING = readFileSync(inRepository('docs/guides/embedding.md'), 'utf8');
export const SECURITY = readFileSync(inRepository('docs/explanation/security-model.md'), 'utf8');

/** The name of the versioned folder in `dist/`. */
export const [VERSION] = readdirSync(DIST).filter((name) =>
  /^v\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(name),
);

/** A section of a guide, up to the next heading of the same or a higher level. */
export function section(guide, heading) {
  const start = guide.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`no heading ${heading}`);
  const rest = guide.slice(start + heading.length + 2);
  const [marks] = heading.split(' ');
  const end = rest.search(new RegExp(`^#{1,${marks.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The fenced code blocks in a language. */
export const codeBlocks = (text, language) =>
  [...text.matchAll(new RegExp('^```' + language + '\\n(.*?)\\n```', 'gms'))].map(
    ([, code]) => code,
  );

/** The rows of the table whose first column has this title, as lists of cells. */
export function tableRows(text, title) {
  const start = text.indexOf(`| ${title} |`);
  if (start < 0) throw new Error(`no table ${title}`);
  const [, , ...lines] = text.slice(start).split('\n\n')[0].trimEnd().split('\n');
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The inline code in a text. */
export const inlineCode = (text) =>
  [...text.matchAll(/(`{1,2}) ?(.+?) ?\1(?!`)/g)].map(([, , code]) => code);

/** An example with this build's version, and with the integrity hashes of `embed.txt`. */
export function withCurrentVersion(html) {
  const embed = readFileSync(join(DIST, 'embed.txt'), 'utf8');
  const hashes = new Map(
    [...embed.matchAll(/(?:href|src)="[^"]*\/([^"/]+)" integrity="([^"]+)"/g)].map(
      ([, name, hash]) => [name, hash],
    ),
  );
  return html
    .replace(
      /([\w.-]+)" integrity="sha384-…"/g,
      (_, name) => `${name}" integrity="${hashes.get(name)}"`,
    )
    .replaceAll('VERSION', VERSION);
}

/**
 * Serves some files and a link to a built site. `close` stops the server. The folder is removed
 * at the end.
 * @param {Record<string, string>} files
 * @param {{policy?: string, distPath?: string}} options  distPath: the path of `dist/` on the site
 */
export async function serveSite(files, { policy, distPath = 'eligibility' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'eligibility-site-'));
  mkdirSync(dirname(join(folder, distPath)), { recursive: true });
  symlinkSync(DIST, join(folder, distPath));
  writeFileSync(join(folder, 'favicon.ico'), ''); // Browsers request it on every site.
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const server = await serve(folder, 0, false, policy);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    // A response may still be opening a file.
    process.once('exit', () => rmSync(folder, { recursive: true }));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, folder, close };
}
