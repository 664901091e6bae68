// Two hundred page loads at once through nginx with the configuration of docs/guides/hosting, again and again: part of `make bench`. Who loads
// runs on the same machine and shares its processors with nginx. `tests/browser/hosting/concurrent-loads.test.mjs` compares every byte of the same load.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { firstLoadFiles, loadPages } from '../../tests/browser/support/page-loads.mjs';
import { startNginx } from '../../tests/browser/support/nginx.mjs';
import { at } from './figures.mjs';

const EVERY = 200;
const folder = resolve(process.argv[2] ?? 'dist');
const server = await startNginx(folder);
const rows = [];
for (const accept of ['br', 'gzip']) {
  const before = performance.now();
  const { times, bytes } = await loadPages(server.origin, firstLoadFiles(folder), EVERY, { accept });
  const seconds = (performance.now() - before) / 1000;
  const [middle, most] = [0.5, 0.95].map((share) => at(times, share).toFixed(0));
  rows.push([
    `first loads through nginx, ${EVERY} at once, ${accept}`,
    `${(times.length / seconds).toFixed(0)} a second, ${middle} ms in the middle, ${most} ms at 95 %; ${(bytes / 1024).toFixed(0)} KB each`,
  ]);
}
await server.close();

console.log(`\nmany readers at once (nginx and they on the same ${cpus().length} processors; compressed as it is sent)`);
for (const [what, figure] of rows) console.log(`  ${what.padEnd(58)} ${figure}`);
