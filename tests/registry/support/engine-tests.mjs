// The tests of an engine that runs apart from this process.
import { after, before, test } from 'node:test';
import { assertAgreement } from './agreement.mjs';
import { assertBadInput } from './bad-input.mjs';
import { COUNT, PACKS } from './command.mjs';
import { assertContradictions } from './contradictions.mjs';

/**
 * Tests an engine with every pack: it agrees with `eligibility assess` on every firm and measure,
 * and reports unusable cells.
 * @param {string} name
 * @param {string} dialect
 * @param {{open: () => Promise<any>}} Engine
 * @param {Record<string, number>} [counts]  the number of firms of packs if `COUNT` is not set
 */
export function testEngine(name, dialect, Engine, counts = {}) {
  let engine;
  before(async () => {
    engine = await Engine.open();
  });
  after(() => engine?.close());

  for (const pack of PACKS) {
    test(`${name} agrees with assess on the pack ${pack.name}`, async (context) => {
      context.diagnostic(`${name} ${await engine.version()}`);
      const count = COUNT || counts[pack.name] || pack.count;
      await assertAgreement(context, pack, dialect, engine, count);
    });

    test(`${name} reports every unusable cell of the pack ${pack.name}`, async () => {
      await assertBadInput(pack, dialect, engine);
    });

    test(`${name} lists every contradiction of the pack ${pack.name}`, async (context) => {
      const { firms, listed } = await assertContradictions(pack, dialect, engine);
      context.diagnostic(`${listed} of ${firms} firms contradict themselves`);
    });
  }
}
