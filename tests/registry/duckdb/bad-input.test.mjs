// DuckDB reports unusable cells, in columns of any type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertBadInput } from '../support/bad-input.mjs';
import { PACKS, sql } from '../support/command.mjs';
import { columnOf, kindOf } from '../support/columns.mjs';
import { DuckDb } from '../support/duckdb.mjs';

/** Literals of types that a column of a kind should not have, none of them usable. */
const WRONG_TYPES = {
  'yes-no': ["DATE '2019-01-01'", '2.5::DOUBLE', "['true']", "'maybe'"],
  choice: ['1', "DATE '2019-01-01'", 'true', "['a']", '0.5::DOUBLE'],
  choices: ['1', "'a,b'", 'true', "DATE '2019-01-01'", '[1, 2]'],
  number: [
    "'NaN'::DOUBLE",
    "'Infinity'::DOUBLE",
    '1e300::DOUBLE',
    'true',
    "DATE '2019-01-01'",
    '[1]',
    '1.0000001::DOUBLE',
  ],
  date: [
    '20190101.5::DOUBLE',
    'true',
    "TIME '12:00'",
    "[DATE '2019-01-01']",
    'INTERVAL 1 DAY',
    "TIMESTAMPTZ '2019-01-01 00:00:00+00'",
  ],
};

for (const pack of PACKS) {
  test(`DuckDB reports every unusable cell of the pack ${pack.name}`, async (context) => {
    const engine = await DuckDb.open();
    const { firms, facts } = await assertBadInput(pack, 'duckdb', engine);
    context.diagnostic(`${pack.name}: ${firms} firms with unusable cells in ${facts} facts`);
    engine.close();
  });

  test(`DuckDB reports columns of wrong types of the pack ${pack.name}`, async () => {
    const engine = await DuckDb.open();
    const facts = pack.rules.facts;
    const check = sql(pack, 'duckdb', { options: ['--check'] });
    for (let round = 0; round < 7; round += 1) {
      const literals = facts.map((fact) => {
        const wrong = WRONG_TYPES[kindOf(fact)];
        return wrong[round % wrong.length];
      });
      const values = facts.map((fact, index) => `${literals[index]} AS ${columnOf(fact)}`);
      await engine.run(`CREATE OR REPLACE TABLE firms AS SELECT 'F1' AS id, ${values.join(', ')}`);
      const counts = await engine.table(check);
      const found = counts.map(([fact, , answered, bad]) => [fact, answered, bad]);
      assert.deepEqual(
        found.map((count, index) => [...count, literals[index]]),
        facts.map(({ id }, index) => [id, '1', '1', literals[index]]),
      );
    }
    engine.close();
  });
}
