// The comparison of `eligibility assess` with an engine, for one pack.
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { queries, writeFirms } from './command.mjs';
import { Expected } from './outcomes.mjs';

/** Time zones of a session, which must not change a day. */
export const TIME_ZONES = ['America/Los_Angeles', 'Asia/Shanghai', 'UTC'];

/**
 * The rows of several queries.
 * @param {any} engine
 * @param {string[]} all
 */
export async function* rowsOf(engine, all) {
  for (const query of all) yield* engine.rows(query);
}

/** Seconds since a time of `performance.now()`. @param {number} start */
const seconds = (start) => ((performance.now() - start) / 1000).toFixed(1);

/**
 * Asserts that an engine and `eligibility assess` agree on every firm and measure of a pack.
 *
 * @param {import('node:test').TestContext} test
 * @param {import('./command.mjs').Pack} pack
 * @param {string} dialect
 * @param {any} engine  an adapter with `load`, `setTimeZone` and `rows`
 */
export async function assertAgreement(test, pack, dialect, engine, count = pack.count) {
  const start = performance.now();
  const { csv, cases } = writeFirms(pack, count);
  const made = seconds(start);
  const all = queries(pack, dialect);
  const assessing = performance.now();
  const expected = await Expected.of(pack, cases, count);
  assertVaried(pack, expected);
  const assessed = seconds(assessing);
  const loading = performance.now();
  await engine.load(pack.rules.facts, csv);
  const loaded = seconds(loading);
  for (const [index, zone] of TIME_ZONES.entries()) {
    await engine.setTimeZone(zone);
    // All firms in one time zone, the first ones in the others.
    const limit = index === 0 ? count : Math.min(count, 5_000);
    if (index === 1) await engine.keep(limit);
    const comparing = performance.now();
    const { compared, different, differences } = await expected.compare(rowsOf(engine, all), limit);
    test.diagnostic(
      `${dialect}, ${pack.name}, ${zone}: ${compared} rows of ${limit} firms, ${different} differ; ` +
        `firms ${made} s, assess ${assessed} s, load ${loaded} s, query and compare ${seconds(comparing)} s`,
    );
    const described = expected.describe(differences, cases);
    if (process.env.DIFFERENCES && described) {
      appendFileSync(
        process.env.DIFFERENCES,
        `# ${dialect}, ${pack.name}, ${zone}: ${different}\n${described}\n`,
      );
    }
    assert.equal(different, 0, `${different} rows differ, such as:\n${described}`);
    assert.equal(compared, limit * expected.measures.length);
  }
  test.diagnostic(
    `${pack.name}: ${JSON.stringify(expected.outcomes)}, ${expected.texts.length} distinct rows`,
  );
}

/**
 * Asserts that the firms are not all decided by the same gate: each outcome has its share of rows,
 * and each measure has several outcomes.
 * @param {import('./command.mjs').Pack} pack
 * @param {Expected} expected
 */
function assertVaried(pack, expected) {
  expected.varieties.forEach((outcomes, index) => {
    const decided = [...outcomes].filter((outcome) => outcome !== 'open');
    const isVaried = outcomes.has('not-in-force') || (outcomes.has('open') && decided.length > 0);
    assert.ok(isVaried, `${expected.measures[index]}: only ${[...outcomes]}`);
  });
  const total = expected.rows.length;
  for (const [outcome, percent] of Object.entries(pack.floors)) {
    const share = (100 * (expected.outcomes[outcome] ?? 0)) / total;
    assert.ok(
      share >= percent,
      `${pack.name}: only ${share.toFixed(2)} % of the rows are ${outcome}`,
    );
  }
}
