// Contradictory answers: an engine lists the firms that `eligibility assess` rejects, with the same
// facts and messages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { repliesWithErrors, sql, writeFirms } from './command.mjs';

/** Firms of which nearly half contradict themselves if their pack has relations. */
const FIRMS = 5_000;

/** The errors of firms, by key. @param {import('./command.mjs').Pack} pack @param {string} cases */
function errors(pack, cases) {
  // One measure is enough: the errors are those of the answers.
  const only = ['--outcomes', '--only', pack.rules.measures[0].id];
  const replies = repliesWithErrors(pack, readFileSync(cases, 'utf8'), only);
  const rejected = replies.filter(({ error }) => error);
  return new Map(rejected.map(({ id, error }) => [id, error.message]));
}

/**
 * A violated relation, as `eligibility assess` writes it.
 * @param {string} facts
 * @param {string} message
 */
function described(facts, message) {
  const ids = facts.split(' ').map((id) => `\`${id}\``);
  const last = ids.pop();
  return `${last}: ${ids.length > 0 ? `contradicts ${ids.join(', ')}: ` : ''}${message}`;
}

/**
 * Asserts that an engine lists exactly the contradictions that `eligibility assess` rejects.
 * @param {import('./command.mjs').Pack} pack
 * @param {string} dialect
 * @param {any} engine
 */
export async function assertContradictions(pack, dialect, engine) {
  const { csv, cases } = writeFirms(pack, FIRMS, { isContradictory: true });
  await engine.load(pack.rules.facts, csv);
  const query = sql(pack, dialect, { options: ['--contradictions'] });
  const join = dialect === 'spark' ? 'array_join' : 'array_to_string';
  const rows = await engine.table(
    `SELECT firm_key, ${join}(facts, ' '), message FROM (\n${query}\n) AS result`,
  );
  const relations = (pack.rules.relations ?? []).map(({ message }) => message.en);
  rows.sort((one, other) => relations.indexOf(one[2]) - relations.indexOf(other[2]));
  const found = new Map();
  for (const [key, facts, message] of rows) {
    const before = found.has(key) ? `${found.get(key)}; ` : '';
    found.set(key, before + described(facts, message));
  }
  const expected = errors(pack, cases);
  const sorted = (map) => [...map].sort(([one], [other]) => one.localeCompare(other));
  assert.deepEqual(sorted(found), sorted(expected));
  // The firms violate every relation, each of them often.
  for (const relation of relations) {
    const times = rows.filter(([, , message]) => message === relation).length;
    assert.ok(times >= 10, `${times} firms violate: ${relation}`);
  }
  return { firms: FIRMS, listed: found.size };
}
