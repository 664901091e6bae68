// The CPU time of an answer, as a multiple of a fixed amount of the browser's own work in the same
// run. It fails if a figure is more than 20 % above the recorded one.
//
//   node answers.mjs dist                 compares with answers.json
//   node answers.mjs dist path/to/dist    compares with another build in the same run, too
//   UPDATE=1 node answers.mjs dist        records the figures
//
// Builds take turns. Each click counts with its lowest time of all rounds.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from '../build/serve.mjs';
import { answerCpu, referenceCpu } from './answer-cpu.mjs';
import { percentile } from './percentile.mjs';
import { MODES } from './screens.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))(
  'playwright-core',
);
const ROUNDS = 5;
const TOLERANCE = 1.2;
const RECORD = new URL('answers.json', import.meta.url);

const folders = process.argv.slice(2);
const servers = await Promise.all(folders.map((folder) => serve(folder, 0)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

let reference = Infinity;
/** The lowest time of each click by mode, for each folder. @type {Record<string, number[]>[]} */
const lowest = folders.map(() => ({}));
for (let round = 0; round < ROUNDS; round += 1) {
  reference = Math.min(reference, await referenceCpu(browser));
  for (const mode of MODES)
    for (const [index, server] of servers.entries()) {
      const address = `http://127.0.0.1:${server.address().port}/`;
      const times = await answerCpu(browser, address, mode);
      const before = lowest[index][mode] ?? [];
      lowest[index][mode] = times.map((time, click) => Math.min(time, before[click] ?? Infinity));
    }
}
await browser.close();
for (const server of servers) {
  server.closeAllConnections();
  server.close();
}

/** Median and 95th percentile, as multiples of the reference. */
const figuresOf = (times) => ({
  median: percentile(times, 0.5) / reference,
  p95: percentile(times, 0.95) / reference,
});
const figures = lowest.map((modes) =>
  Object.fromEntries(Object.entries(modes).map(([mode, times]) => [mode, figuresOf(times)])),
);

console.log(`\nCPU time of an answer (reference: ${reference.toFixed(1)} ms in this run)`);
const recorded = JSON.parse(readFileSync(RECORD, 'utf8'));
let failures = 0;
for (const mode of MODES)
  for (const figure of /** @type {const} */ (['median', 'p95'])) {
    const current = figures[0][mode][figure];
    const limit = recorded[mode]?.[figure] * TOLERANCE;
    const isOver = !(current <= limit);
    failures += isOver ? 1 : 0;
    const others = figures
      .slice(1)
      .map(
        (other, index) =>
          `; ${(current / other[mode][figure]).toFixed(2)} of ${folders[index + 1]}`,
      );
    console.log(
      `  ${`${mode}, ${figure}`.padEnd(34)} ${(current * reference).toFixed(1).padStart(5)} ms, ` +
        `${current.toFixed(2)} of the reference (recorded ${(limit / TOLERANCE).toFixed(2)})` +
        `${isOver ? ' OVER' : ''}${others.join('')}`,
    );
  }
if (process.env.UPDATE) writeFileSync(RECORD, `${JSON.stringify(figures[0], null, 2)}\n`);
else process.exit(failures ? 1 : 0);
