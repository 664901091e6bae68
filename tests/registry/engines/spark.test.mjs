// Spark and `eligibility assess` agree on every firm and measure.
import { after, before, test } from 'node:test';
import { assertAgreement } from '../support/agreement.mjs';
import { assertBadInput } from '../support/bad-input.mjs';
import { PACKS } from '../support/command.mjs';
import { Spark } from '../support/spark.mjs';

/** @type {Spark} */
let engine;
before(async () => {
  engine = await Spark.open();
});
after(() => engine?.close());

for (const pack of PACKS) {
  test(`Spark agrees with assess on the pack ${pack.name}`, async (context) => {
    context.diagnostic(`Spark ${await engine.version()}`);
    await assertAgreement(context, pack, 'spark', engine);
  });

  test(`Spark reports every unusable cell of the pack ${pack.name}`, async () => {
    await assertBadInput(pack, 'spark', engine);
  });
}
