// Prints the sizes of the files that browsers load, fails if one exceeds its budget, and writes the
// row of this version in docs/sizes.md. Static hosts send gzip at level 9 and brotli at level 11.
//
//   node sizes.mjs dist docs/sizes.md
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder = 'dist', history = 'docs/sizes.md'] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`);
const sum = (names, size) => names.reduce((total, name) => total + size(read(name)), 0) / 1024;
const raw = (...names) => sum(names, (bytes) => bytes.length);
const gzip = (...names) => sum(names, (bytes) => gzipSync(bytes, { level: 9 }).length);
const brotli = (...names) =>
  sum(
    names,
    (bytes) =>
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  );

const policies = readdirSync(`${folder}/policies`);
const languages = readdirSync(folder).flatMap(
  (name) => /^rules\.(.*)\.json$/.exec(name)?.[1] ?? [],
);
const [first] = languages.filter((tag) => read('index.html').includes(`"rules.${tag}.json"`));
/** The largest pack in a language. @param {string} tag */
const largest = (tag) =>
  Math.max(...policies.map((id) => gzip(`policies/${id}/rules.${tag}.json`)));
/** Name, size in KB, and budget in KB if there is one. @type {[string, number, number?][]} */
const rows = [
  ['module with glue, brotli', brotli('eligibility-widget.wasm', 'eligibility-widget.js'), 390],
  ['loader, raw', raw('eligibility-check.js'), 8],
  ...languages.map((tag) => [`largest pack ${tag}, gzip`, largest(tag), 44]),
  ['list of policies, gzip', gzip(`rules.${first}.json`), 12],
  ['stylesheet, brotli', brotli('eligibility-check.css')],
  [
    'first load, gzip',
    gzip(
      'index.html',
      'page.css',
      'eligibility-widget.wasm',
      'eligibility-widget.js',
      'eligibility-check.js',
      'eligibility-check.css',
      `rules.${first}.json`,
    ),
  ],
  [
    'headless module with glue, brotli',
    brotli('eligibility-headless.wasm', 'eligibility-headless.js'),
  ],
  ['offline page, raw', raw('offline.html')],
  ['authoring page, raw', raw('author.html'), 5200],
];

let exceeded = 0;
for (const [name, size, budget] of rows) {
  const isOver = budget !== undefined && size > budget;
  exceeded += isOver ? 1 : 0;
  const verdict =
    budget === undefined ? '' : ` of ${String(budget).padStart(3)} KB  ${isOver ? 'OVER' : 'ok'}`;
  console.log(`sizes: ${name.padEnd(34)} ${size.toFixed(1).padStart(7)} KB${verdict}`);
}

const HEAD = `# Sizes

What browsers load, in KB of 1024 bytes. \`make dist\` writes the row of the current version. It fails
if a size exceeds its budget: module with glue 390, loader 8, each pack 44,
the list of two policies 12, authoring page 5200.
`;
const [, version] = /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'));
const tableRow = (cells) => `| ${cells.join(' | ')} |\n`;
const header =
  tableRow(['version', ...rows.map(([name]) => name)]) +
  tableRow(['---', ...rows.map(() => '--:')]);
const current = tableRow([version, ...rows.map(([, size]) => size.toFixed(1))]);
let previous = '';
try {
  previous = readFileSync(history, 'utf8');
} catch {
  // The file does not exist before the first build.
}
const others = previous
  .split(/(?<=\n)/)
  .filter((line) => /^\| \d/.test(line) && !line.startsWith(`| ${version} |`));
writeFileSync(history, `${HEAD}\n${header}${others.join('')}${current}`);
process.exit(exceeded === 0 ? 0 : 1);
