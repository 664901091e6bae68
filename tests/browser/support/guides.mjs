// What the guides show, taken out of them word for word, and a site to serve it from.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from '../../../www/build/serve.mjs';
import { inRepository } from './command.mjs';
import { DIST } from './page.mjs';

export const EMBEDDING = readFileSync(inRepository('docs/guides/embedding.md'), 'utf8');
export const SECURITY = readFileSync(inRepository('docs/explanation/security-model.md'), 'utf8');

/** The version's own folder. */
export const [VERSION] = readdirSync(DIST).filter((name) => /^v\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(name));

/** A part of a guide, from its heading to the next one of the same level or above. @param {string} guide @param {string} heading */
export function section(guide, heading) {
  const begins = guide.indexOf(`\n${heading}\n`);
  if (begins < 0) throw new Error(`no heading ${heading}`);
  const rest = guide.slice(begins + heading.length + 2);
  const [marks] = heading.split(' ');
  const ends = rest.search(new RegExp(`^#{1,${marks.length}} `, 'm'));
  return ends < 0 ? rest : rest.slice(0, ends);
}

/** What stands between fences of a kind. @param {string} text @param {string} kind */
export const codeBlocks = (text, kind) => [...text.matchAll(new RegExp('^```' + kind + '\\n(.*?)\\n```', 'gms'))].map(([, code]) => code);

/** The rows of a table whose head begins so, as lists of cells. @param {string} text @param {string} head */
export function tableRows(text, head) {
  const begins = text.indexOf(`| ${head} |`);
  if (begins < 0) throw new Error(`no table ${head}`);
  const [, , ...lines] = text.slice(begins).split('\n\n')[0].trimEnd().split('\n');
  return lines.map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
}

/** The words in a cell that are set as code. @param {string} cell */
export const inlineCode = (cell) => [...cell.matchAll(/(`{1,2}) ?(.+?) ?\1(?!`)/g)].map(([, , code]) => code);

/** A page as it is pasted: with this build's version, and the integrity that embed.txt has. @param {string} html */
export function withCurrentVersion(html) {
  const tags = new Map([...readFileSync(join(DIST, 'embed.txt'), 'utf8').matchAll(/(?:href|src)="[^"]*\/([^"/]+)" integrity="([^"]+)"/g)].map(([, name, sum]) => [name, sum]));
  return html
    .replace(/([\w.-]+)" integrity="sha384-…"/g, (_, name) => `${name}" integrity="${tags.get(name)}"`)
    .replaceAll('VERSION', VERSION);
}

/**
 * A site with the built folder in it, served under a policy; `close` ends it and takes it away.
 * @param {Record<string, string>} files
 * @param {{policy?: string, at?: string}} options  `at`: where the built folder stands
 */
export async function serveSite(files, { policy, at = 'eligibility' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'eligibility-site-'));
  mkdirSync(dirname(join(folder, at)), { recursive: true });
  symlinkSync(DIST, join(folder, at));
  writeFileSync(join(folder, 'favicon.ico'), ''); // Browsers ask every site for it.
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const server = await serve(folder, 0, false, policy);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, folder, close };
}
