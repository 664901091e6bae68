// Finishes a built folder: a folder of its own for this version, the tag to paste with its integrity, and the sums of all.
//
// A page that names the version in its address never changes under it. That lasts as long as the server keeps the folder: `make dist`
// begins with an empty dist/, which holds this version alone, so that what pages still name must not be deleted there.
// The name holds a hash of everything in it, so that two different builds never share a folder, and it may be cached for ever.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'dist';
const load = (name) => readFileSync(join(folder, name));
const hash = (kind, bytes, encoding) => createHash(kind).update(bytes).digest(encoding);

/** What a page with the element needs, and what the element leads to. */
const files = [...readdirSync(folder), ...readdirSync(join(folder, 'built-in')).map((name) => `built-in/${name}`)]
  .filter((name) => /^(eligibility-(check|widget|scan|frame)\.|packs\.json$|frame\.|(built-in\/)?rules\..*\.json$|rulebook.*\.html$|page\.css$)/.test(name))
  .sort();
const [, number] = /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
const contents = files.map((name) => `${hash('sha256', load(name), 'hex')}  ${name}\n`).join('');
const version = `v${number}-${hash('sha256', contents, 'hex').slice(0, 8)}`;
mkdirSync(join(folder, version, 'built-in'), { recursive: true });
for (const name of files) copyFileSync(join(folder, name), join(folder, version, name));

const integrity = (name) => `sha384-${hash('sha384', load(name), 'base64')}`;
const address = (name) => `${version}/${name}`;
const preload = (name) =>
  `<link rel="modulepreload" href="${address(name)}" integrity="${integrity(name)}" crossorigin="anonymous">`;
/** Known from the start, they come while the scripts are still read. What is fetched is not held against an integrity here. */
const early = (name, type) => `<link rel="preload" href="${address(name)}" as="fetch" type="${type}" crossorigin="anonymous">`;
writeFileSync(
  join(folder, 'embed.txt'),
  `Paste this into a page in the same folder; elsewhere, put the address of the folder before "${version}".

${['eligibility-check.js', 'eligibility-widget.js'].map(preload).join('\n')}
${early('eligibility-widget.wasm', 'application/wasm')}
${early('eligibility-check.css', 'text/css')}
<script type="module" src="${address('eligibility-check.js')}" integrity="${integrity('eligibility-check.js')}" crossorigin="anonymous"></script>

<eligibility-check>
  <p><a href="${address('rulebook.html')}">政策全文</a></p>
</eligibility-check>

The folder ${version} never changes. To go on to a later version, copy its folder beside this one and paste its tag.
`,
);

/** Every file of the folder, by its path. @param {string} path @returns {string[]} */
const all = (path) =>
  readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const name = path ? `${path}/${entry.name}` : entry.name;
    return entry.isDirectory() ? all(name) : [name];
  });
const sums = all('').filter((name) => name !== 'SHA256SUMS').sort().map((name) => `${hash('sha256', load(name), 'hex')}  ${name}\n`);
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(`dist: this version is ${version}; ${sums.length} files in SHA256SUMS`);
