// Measures 200 concurrent page loads through nginx with the configuration of docs/guides/hosting:
// part of `make bench`. Clients and server share the processors of this machine.
// tests/browser/hosting/concurrent-loads.test.mjs compares every byte of the same load.
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { firstLoadFiles, loadPages } from '../../tests/browser/support/page-loads.mjs';
import { startNginx } from '../../tests/browser/support/nginx.mjs';
import { percentile } from './percentile.mjs';

const COUNT = 200;
const folder = resolve(process.argv[2] ?? 'dist');
const server = await startNginx(folder);
const rows = [];
for (const accept of ['br', 'gzip']) {
  const start = performance.now();
  const { times, bytes } = await loadPages(server.origin, firstLoadFiles(folder), COUNT, {
    accept,
  });
  const seconds = (performance.now() - start) / 1000;
  const [median, p95] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(0));
  rows.push([
    `first loads through nginx, ${COUNT} at once, ${accept}`,
    `${(times.length / seconds).toFixed(0)} per second, median ${median} ms, p95 ${p95} ms; ${(bytes / 1024).toFixed(0)} KB each`,
  ]);
}
await server.close();

console.log(`\nconcurrent loads (nginx and clients on the same ${cpus().length} processors)`);
for (const [name, result] of rows) console.log(`  ${name.padEnd(58)} ${result}`);
