// @ts-check
/**
 * Runs in the page of engine.mjs: measures the engine in WebAssembly, and plain JavaScript for
 * comparison.
 */
import * as plain from './plain-javascript.js';
// @ts-ignore  bench.sh generates it
import init, { Bench, pack } from './bench.js';

/** The microseconds of one run: the minimum of five rounds, which other processes disturb least. */
function measure(/** @type {(count: number) => unknown} */ run) {
  let count = 1;
  const round = () => {
    const start = performance.now();
    run(count);
    return performance.now() - start;
  };
  while (round() < 100) count *= 2;
  return (Math.min(round(), round(), round(), round(), round()) * 1000) / count;
}

/** @param {string} programmes  the text of the file, or an empty string */
export async function bench(programmes) {
  await init();
  /** @type {[string, number, string][]} */
  const times = [];
  const add = (
    /** @type {string} */ name,
    /** @type {number} */ microseconds,
    /** @type {string} */ budget,
  ) => times.push([name, microseconds, budget]);
  for (const percent of [0, 50, 100]) {
    const published = new Bench(pack('published', ''), 1, percent);
    add(
      `the published pack, ${percent} % answered`,
      measure((count) => published.assess(count)),
      '150 µs',
    );
    if (percent !== 50) continue;
    add(
      '  compiling it',
      measure((count) => published.compile(count)),
      '',
    );
    add(
      `  one answer changed (${published.changed()} measures)`,
      measure((count) => published.answer(count, false)),
      '',
    );
    add(
      '  with the next question',
      measure((count) => published.answer(count, true)),
      '',
    );
  }
  const large = new Bench(pack('large', ''), 1, 50);
  add(
    '10 000 measures, all assessed',
    measure((count) => large.assess(count)),
    '',
  );
  add(
    `  one answer changed (${large.changed()} measures)`,
    measure((count) => large.answer(count, false)),
    '16 000 µs',
  );
  add(
    '  with the next question',
    measure((count) => large.answer(count, true)),
    '',
  );
  /** @type {[string, number, number][]} */
  const rates = [];
  if (programmes) {
    const text = pack('programmes', programmes);
    const json = JSON.parse(text);
    for (const percent of [80, 100]) {
      const tee = new Bench(text, 1000, percent);
      const rules = plain.compile(json);
      const firms = plain.firms(json, 1000, percent);
      const all = 1000 * tee.measures();
      const wasm = all / measure((count) => tee.outcomes(count));
      const script =
        all /
        measure((count) => {
          for (let n = 0; n < count; n++) plain.outcomes(rules, firms);
        });
      rates.push([`${tee.measures()} programmes, ${percent} % answered`, wasm, script]);
    }
  }
  return { times, rates };
}

Object.assign(window, { bench });
