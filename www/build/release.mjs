// Completes a built folder with a versioned folder, embed.txt and SHA256SUMS.
//
// The name of the versioned folder contains a hash of its content, so that it never changes and may
// be cached forever. Pages that refer to it work as long as the server keeps it. `make dist` starts
// with an empty dist/, so a server must keep the folders of earlier versions that pages still refer
// to.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checksums, filesIn } from './checksums.mjs';

const folder = process.argv[2] ?? 'dist';
const read = (name) => readFileSync(join(folder, name));
const hash = (kind, bytes, encoding) => createHash(kind).update(bytes).digest(encoding);

/** The files that a page with the element needs, and those that the element links to. */
const files = filesIn(folder).filter((name) =>
  /^(eligibility-(check|widget|scan|frame)\.|packs\.json$|frame\.|(built-in|policies)\/|rules\..*\.json$|rulebook.*\.(html|css)$|index\.html$|page\.css$)/.test(
    name,
  ),
);
const [, number] = /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
const contents = files.map((name) => `${hash('sha256', read(name), 'hex')}  ${name}\n`).join('');
const version = `v${number}-${hash('sha256', contents, 'hex').slice(0, 8)}`;
for (const name of files) {
  const copy = join(folder, version, name);
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(folder, name), copy);
}

const integrity = (name) => `sha384-${hash('sha384', read(name), 'base64')}`;
const address = (name) => `${version}/${name}`;
const preload = (name) =>
  `<link rel="modulepreload" href="${address(name)}" integrity="${integrity(name)}" crossorigin="anonymous">`;
/** Preloads a file that a script fetches. Fetched files have no integrity check. */
const preloadFetch = (name, type) =>
  `<link rel="preload" href="${address(name)}" as="fetch" type="${type}" crossorigin="anonymous">`;
/** The first screens of index.html in the pack's first language. */
const screens =
  read('index.html')
    .toString()
    .match(/<template data-ec=.*?<\/template>/gs) ?? [];
const [, language] = /lang="([^"]*)"/.exec(screens[0] ?? '') ?? [];
const firstScreens = screens.filter((screen) => screen.includes(`lang="${language}" class="ec"`));
writeFileSync(
  join(folder, 'embed.txt'),
  `Paste this into a page in the same folder. In another folder, add the address of this folder before "${version}".

${['eligibility-check.js', 'eligibility-widget.js'].map(preload).join('\n')}
${preloadFetch('eligibility-widget.wasm', 'application/wasm')}
${preloadFetch('eligibility-check.css', 'text/css')}
<script type="module" src="${address('eligibility-check.js')}" integrity="${integrity('eligibility-check.js')}" crossorigin="anonymous"></script>

<eligibility-check>${firstScreens.join('')}
  <p><a href="${address('rulebook.html')}">政策全文</a></p>
</eligibility-check>

The folder ${version} never changes. To update, copy the folder of the new version next to it and paste its tag.
`,
);

const sums = checksums(folder);
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(`dist: ${version}, ${sums.length} files in SHA256SUMS`);
