// Prints the sizes of what browsers load, fails if one is over its budget, and writes the line of this version in
// docs/sizes.md. Raw sizes are those of the files; gzip at level 9 and brotli at 11 are what a static host sends.
//
//   node sizes.mjs dist docs/sizes.md
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder = 'dist', history = 'docs/sizes.md'] = process.argv.slice(2);
const load = (name) => readFileSync(`${folder}/${name}`);
const sum = (names, size) => names.reduce((total, name) => total + size(load(name)), 0) / 1024;
const raw = (...names) => sum(names, (bytes) => bytes.length);
const gzip = (...names) => sum(names, (bytes) => gzipSync(bytes, { level: 9 }).length);
const brotli = (...names) =>
  sum(names, (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length);

const { languages } = JSON.parse(readFileSync('rules.json', 'utf8'));
/** What is measured, its size in KB, and its budget in KB if it has one. @type {[string, number, number?][]} */
const rows = [
  ['module with glue, brotli', brotli('eligibility-widget.wasm', 'eligibility-widget.js'), 265],
  ['loader, raw', raw('eligibility-check.js'), 8],
  ...languages.map((tag) => [`pack ${tag}, gzip`, gzip(`rules.${tag}.json`), 40]),
  ['stylesheet, brotli', brotli('eligibility-check.css')],
  ['first load, gzip', gzip('index.html', 'page.css', 'eligibility-widget.wasm', 'eligibility-widget.js', 'eligibility-check.js', 'eligibility-check.css', `rules.${languages[0]}.json`)],
  ['headless module with glue, brotli', brotli('eligibility-headless.wasm', 'eligibility-headless.js')],
  ['offline page, raw', raw('offline.html')],
];

let over = 0;
for (const [what, size, budget] of rows) {
  const isOver = budget !== undefined && size > budget;
  over += isOver ? 1 : 0;
  const verdict = budget === undefined ? '' : ` of ${String(budget).padStart(3)} KB  ${isOver ? 'OVER' : 'ok'}`;
  console.log(`sizes: ${what.padEnd(34)} ${size.toFixed(1).padStart(7)} KB${verdict}`);
}

const HEAD = `# Sizes

What browsers load, in KB of 1024 bytes. \`make dist\` writes the line of the current version and fails if a size is over its
budget: module with glue 265, loader 8, each pack 40.
`;
const [, version] = /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
const line = (cells) => `| ${cells.join(' | ')} |\n`;
const titles = line(['version', ...rows.map(([what]) => what)]) + line(['---', ...rows.map(() => '--:')]);
const current = line([version, ...rows.map(([, size]) => size.toFixed(1))]);
let before = '';
try {
  before = readFileSync(history, 'utf8');
} catch {
  // The first build.
}
const others = before.split(/(?<=\n)/).filter((line) => /^\| \d/.test(line) && !line.startsWith(`| ${version} |`));
writeFileSync(history, `${HEAD}\n${titles}${others.join('')}${current}`);
process.exit(over === 0 ? 0 : 1);
