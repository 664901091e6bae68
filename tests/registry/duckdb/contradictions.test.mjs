// DuckDB lists the firms whose answers contradict each other.
import { test } from 'node:test';
import { PACKS } from '../support/command.mjs';
import { assertContradictions } from '../support/contradictions.mjs';
import { DuckDb } from '../support/duckdb.mjs';

for (const pack of PACKS) {
  test(`DuckDB lists every contradiction of the pack ${pack.name}`, async (context) => {
    const engine = await DuckDb.open();
    const { firms, listed } = await assertContradictions(pack, 'duckdb', engine);
    context.diagnostic(`${listed} of ${firms} firms contradict themselves`);
    engine.close();
  });
}
