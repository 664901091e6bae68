// PostgreSQL and `eligibility assess` agree on every firm and measure.
import { after, before, test } from 'node:test';
import { assertAgreement } from '../support/agreement.mjs';
import { assertBadInput } from '../support/bad-input.mjs';
import { PACKS } from '../support/command.mjs';
import { Postgres } from '../support/postgres.mjs';

/** @type {Postgres} */
let engine;
before(async () => {
  engine = await Postgres.open();
});
after(() => engine?.close());

for (const pack of PACKS) {
  test(`PostgreSQL agrees with assess on the pack ${pack.name}`, async (context) => {
    context.diagnostic(`PostgreSQL ${await engine.version()}`);
    await assertAgreement(context, pack, 'postgres', engine);
  });

  test(`PostgreSQL reports every unusable cell of the pack ${pack.name}`, async () => {
    await assertBadInput(pack, 'postgres', engine);
  });
}
