// @ts-check
/** Runs in the page: times the engine in WebAssembly, and plain JavaScript beside it. */
import * as plain from './plain.js';
// @ts-ignore  made by the build
import init, { Bench, pack } from './bench.js';

/** Microseconds of one of many runs; the least of five rounds, which other work on the machine disturbs least. */
function time(/** @type {(times: number) => unknown} */ run) {
  let times = 1;
  const once = () => {
    const start = performance.now();
    run(times);
    return performance.now() - start;
  };
  while (once() < 100) times *= 2;
  return (Math.min(once(), once(), once(), once(), once()) * 1000) / times;
}

/** @param {string} programmes  their text, or nothing */
export async function bench(programmes) {
  await init();
  /** @type {[string, number, string][]} */
  const rows = [];
  const add = (/** @type {string} */ what, /** @type {number} */ micro, /** @type {string} */ budget) =>
    rows.push([what, micro, budget]);
  for (const percent of [0, 50, 100]) {
    const published = new Bench(pack('published', ''), 1, percent);
    add(`the published pack, ${percent} % answered`, time((times) => published.assess(times)), '150 µs');
    if (percent !== 50) continue;
    add('  compile it', time((times) => published.compile(times)), '');
    add(`  one answer changed (${published.changed()} measures)`, time((times) => published.answer(times, false)), '');
    add('  and the next question', time((times) => published.answer(times, true)), '');
  }
  const large = new Bench(pack('large', ''), 1, 50);
  add('10 000 measures, all assessed', time((times) => large.assess(times)), '');
  add(`  one answer changed (${large.changed()} measures)`, time((times) => large.answer(times, false)), '16 000 µs');
  add('  and the next question', time((times) => large.answer(times, true)), '');
  /** @type {[string, number, number][]} */
  const rates = [];
  if (programmes) {
    const text = pack('programmes', programmes);
    const json = JSON.parse(text);
    for (const percent of [80, 100]) {
      const tee = new Bench(text, 1000, percent);
      const rules = plain.compile(json);
      const people = plain.firms(json, 1000, percent);
      const all = 1000 * tee.measures();
      const wasm = all / time((times) => tee.outcomes(times));
      const script = all / time((times) => { for (let n = 0; n < times; n++) plain.outcomes(rules, people); });
      rates.push([`${tee.measures()} programmes, ${percent} % answered`, wasm, script]);
    }
  }
  return { rows, rates };
}

Object.assign(window, { bench });
