// DuckDB and `eligibility assess` agree on every firm and measure.
import { test } from 'node:test';
import { assertAgreement } from '../support/agreement.mjs';
import { PACKS } from '../support/command.mjs';
import { DuckDb } from '../support/duckdb.mjs';

for (const pack of PACKS) {
  test(`DuckDB agrees with assess on the pack ${pack.name}`, async (context) => {
    const engine = await DuckDb.open();
    context.diagnostic(`DuckDB ${await engine.version()}`);
    try {
      await assertAgreement(context, pack, 'duckdb', engine);
    } finally {
      engine.close();
    }
  });
}
