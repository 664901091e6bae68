// The tests of an engine that runs apart from this process.
import { after, before, test } from 'node:test';
import { assertAgreement } from './agreement.mjs';
import { assertBadInput } from './bad-input.mjs';
import { PACKS } from './command.mjs';

/**
 * Tests an engine with every pack: it agrees with `eligibility assess` on every firm and measure,
 * and reports unusable cells.
 * @param {string} name
 * @param {string} dialect
 * @param {{open: () => Promise<any>}} Engine
 */
export function testEngine(name, dialect, Engine) {
  let engine;
  before(async () => {
    engine = await Engine.open();
  });
  after(() => engine?.close());

  for (const pack of PACKS) {
    test(`${name} agrees with assess on the pack ${pack.name}`, async (context) => {
      context.diagnostic(`${name} ${await engine.version()}`);
      await assertAgreement(context, pack, dialect, engine);
    });

    test(`${name} reports every unusable cell of the pack ${pack.name}`, async () => {
      await assertBadInput(pack, dialect, engine);
    });
  }
}
