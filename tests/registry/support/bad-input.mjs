// Unusable cells: each is reported for its firm, counted by `--check`, and changes no outcome.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { rowsOf } from './agreement.mjs';
import { inRepository, queries, repliesWithErrors, sql } from './command.mjs';
import { columnOf, kindOf } from './columns.mjs';
import { Expected } from './outcomes.mjs';

/** Cells that no fact of a kind accepts, as in a table of text. @param {any} fact */
function unusable(fact) {
  const kind = kindOf(fact);
  if (kind === 'yes-no') return ['maybe', '2', '-', 'yes!'];
  if (kind === 'choice')
    return ['no-such-option', `${fact.kind.choice[0].id}?`, "'; DROP TABLE firms; --"];
  if (kind === 'choices') {
    return ['no-such-option', `${fact.kind.choices[0].id};no-such-option`, '1', "'"];
  }
  if (kind === 'date') {
    return [
      '2019-02-29',
      '2018-13-01',
      '1799-12-31',
      '2019-02',
      '99999-01-01',
      'soon',
      '0',
      '2019-04-31',
    ];
  }
  const { min, max, decimals = 0 } = fact.kind.number;
  const cells = ['a few', '1.1234567', '1e3', '--1', 'NaN', 'Infinity', '1.2.3', '100000000001'];
  if (decimals < 6) cells.push(`1.${'0'.repeat(decimals)}1`);
  if (min !== undefined) cells.push(String(Number(min) - 1));
  if (max !== undefined) cells.push(String(Number(max) + 1));
  return cells;
}

/** The answer that a cell is, for `eligibility assess`. @param {any} fact @param {string} cell */
const answer = (fact, cell) => (kindOf(fact) === 'choices' ? cell.split(';') : cell);

/**
 * Asserts that an engine reports exactly the cells that `eligibility assess` rejects.
 * @param {import('./command.mjs').Pack} pack
 * @param {string} dialect
 * @param {any} engine
 */
export async function assertBadInput(pack, dialect, engine) {
  const facts = pack.rules.facts;
  const firms = facts.flatMap((fact) => unusable(fact).map((cell) => [{ fact, cell }]));
  // One firm with an unusable cell in every column.
  firms.push(facts.map((fact) => ({ fact, cell: unusable(fact)[0] })));
  const keys = firms.map((_, index) => `F${String(index + 1).padStart(7, '0')}`);

  const cases = firms.map((cells, index) => {
    const answers = Object.fromEntries(
      cells.map(({ fact, cell }) => [fact.id, answer(fact, cell)]),
    );
    return JSON.stringify({ id: keys[index], answers });
  });
  assertRejected(pack, cases, firms);

  const lines = firms.map((cells, index) => {
    const of = new Map(cells.map(({ fact, cell }) => [fact, cell]));
    return [keys[index], ...facts.map((fact) => of.get(fact) ?? '')].join(',');
  });
  const folder = inRepository('build/registry');
  mkdirSync(folder, { recursive: true });
  const [csv, unanswered] = [`${folder}/bad-${dialect}.csv`, `${folder}/bad-${dialect}.jsonl`];
  writeFileSync(csv, [['id', ...facts.map(columnOf)].join(','), ...lines, ''].join('\n'));
  writeFileSync(unanswered, keys.map((id) => `${JSON.stringify({ id, answers: {} })}\n`).join(''));
  await engine.load(facts, csv, true);

  // An unusable cell is like an unanswered one.
  const all = queries(pack, dialect);
  const expected = await Expected.of(pack, unanswered, firms.length);
  const { different, differences } = await expected.compare(rowsOf(engine, all), firms.length);
  assert.equal(different, 0, expected.describe(differences, csv));

  // It is reported for its firm, and for no other.
  const join = dialect === 'spark' ? 'array_join' : 'array_to_string';
  /** @type {Map<string, Set<string>>} */
  const reports = new Map(keys.map((key) => [key, new Set()]));
  for (const query of all) {
    const invalid = `SELECT DISTINCT firm_key, ${join}(invalid_facts, ' ') FROM (\n${query}\n) AS result`;
    for (const [key, ids] of await engine.table(invalid)) {
      for (const id of ids.split(' ').filter(Boolean)) reports.get(key)?.add(id);
    }
  }
  const order = new Map(facts.map((fact, index) => [fact.id, index]));
  const found = keys.map((key) => {
    const ids = [...(reports.get(key) ?? [])].sort(
      (a, b) => Number(order.get(a)) - Number(order.get(b)),
    );
    return `${key} ${ids.join(' ')}`;
  });
  const read = new Set(found.flatMap((line) => line.split(' ').slice(1)));
  const reported = firms.map((cells, index) => {
    const ids = cells.map(({ fact }) => fact.id).filter((id) => read.has(id));
    return `${keys[index]} ${ids.join(' ')}`;
  });
  assert.deepEqual(found, reported);
  assert.ok(read.size >= 0.9 * facts.length, `only ${read.size} of ${facts.length} facts are read`);

  // It is counted, with examples.
  const counts = await engine.table(sql(pack, dialect, { options: ['--check'] }));
  const counted = Object.fromEntries(
    counts.map(([fact, , answered, bad]) => [fact, [answered, bad]]),
  );
  for (const fact of facts) {
    const number = String(unusable(fact).length + 1);
    assert.deepEqual(counted[fact.id], [number, number], fact.id);
  }
  return { firms: firms.length, facts: read.size };
}

/**
 * Asserts that `eligibility assess` rejects every cell.
 * @param {import('./command.mjs').Pack} pack
 * @param {string[]} cases
 * @param {{fact: any, cell: string}[][]} firms
 */
function assertRejected(pack, cases, firms) {
  repliesWithErrors(pack, cases.join('\n')).forEach(({ error }, index) => {
    const cells = firms[index].map(({ fact, cell }) => `${fact.id} ${cell}`);
    assert.ok(error, `assess accepts ${cells.join(', ')}`);
    for (const { fact } of firms[index])
      assert.ok(error.message.includes(`\`${fact.id}\``), error.message);
  });
}
