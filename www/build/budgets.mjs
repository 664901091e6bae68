// Prints the sizes of what browsers load and fails if one is over its budget.
// Raw sizes are those of the files; gzip at level 9 and brotli at 11 are what a static host sends. 1 KB is 1024 bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2] ?? 'dist';
const load = (name) => readFileSync(`${folder}/${name}`);
const raw = (...names) => names.reduce((sum, name) => sum + load(name).length, 0);
const gzip = (...names) => names.reduce((sum, name) => sum + gzipSync(load(name), { level: 9 }).length, 0);
const brotli = (...names) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return names.reduce((sum, name) => sum + brotliCompressSync(load(name), { params }).length, 0);
};

const [wasm, glue, loader, style] = [
  'eligibility-widget.wasm', 'eligibility-widget.js', 'eligibility-check.js', 'eligibility-check.css',
];
const packs = readdirSync(folder).filter((name) => /^rules\..*\.json$/.test(name));
if (packs.length === 0) throw new Error(`${folder} holds no rules.*.json`);

const rows = [
  ['wasm, raw', raw(wasm), 260],
  ['wasm with glue, brotli', brotli(wasm, glue), 90],
  ['loader, raw', raw(loader), 5],
  ...packs.flatMap((pack) => [
    [`${pack}, gzip`, gzip(pack), 40],
    [`first load with ${pack}, gzip`, gzip('index.html', 'page.css', wasm, glue, loader, style, pack), 150],
  ]),
];

let over = 0;
for (const [what, bytes, budget] of rows) {
  const within = bytes <= budget * 1024;
  over += within ? 0 : 1;
  const size = (bytes / 1024).toFixed(1).padStart(7);
  console.log(`budget: ${what.padEnd(44)} ${size} KB of ${String(budget).padStart(3)}  ${within ? 'ok' : 'OVER'}`);
}
const apart = (what, bytes) => console.log(`budget: ${`${what} (no budget)`.padEnd(44)} ${(bytes / 1024).toFixed(1).padStart(7)} KB`);
apart('offline.html, raw', raw('offline.html'));
const details = ['eligibility-details.wasm', 'eligibility-details.js'];
apart('loaded once the questions stand: details, brotli', brotli(...details));
const headless = ['eligibility-headless.wasm', 'eligibility-headless.js'];
apart('without the widget: wasm, raw', raw(headless[0]));
apart('without the widget: wasm with glue, brotli', brotli(...headless));
process.exit(over === 0 ? 0 : 1);
