// Everybody can use it: axe on every screen, no sideways scrolling, targets that can be hit, focus that can be seen.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import {
  IN_FORCE, button, counts, dateBox, enterText, openHostPage, openPage, option, showAllQuestions, summary, textBox,
  useSite, waitForText,
} from '../support/page.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const site = useSite();

const begin = async (size) => {
  const page = await openPage(site, size);
  await showAllQuestions(page, IN_FORCE);
  return page;
};

async function someAnswers(page) {
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  for (const id of ['registered-in-tianhe', 'taxed-in-tianhe', 'reports-in-tianhe', 'independent-legal-person'])
    await option(page, id, '是').check();
  await option(page, 'settled-how', '新设立在天河区').check();
  await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
  await enterText(textBox(page, 'rd-spending'), '700');
  await option(page, 'rd-spending-before', '不清楚').check();
}

/** Every way to reach a screen of its own; each returns the page. */
const SCREENS = {
  'the start': async (size) => {
    const page = await openPage(site, size);
    await enterText(dateBox(page), IN_FORCE);
    return page;
  },
  'all questions': begin,
  'some answers': async (size) => {
    const page = await begin(size);
    await someAnswers(page);
    return page;
  },
  'every kind of input error': async (size) => {
    const page = await begin(size);
    await someAnswers(page);
    await option(page, 'rd-spending-before', '不清楚').uncheck();
    await option(page, 'talent-kinds', '创新领军人才').check();
    await option(page, 'roles', '是商务楼宇的业主，或者业主的合法代理方').check();
    await enterText(textBox(page, 'rd-spending'), '200美元');
    await enterText(textBox(page, 'rd-spending-before'), '很多');
    await enterText(textBox(page, 'contribution-rank'), '0');
    await enterText(textBox(page, 'talent-months'), '13');
    await enterText(textBox(page, 'talent-years'), '1.234');
    await enterText(textBox(page, 'building-tax'), '-1');
    await enterText(textBox(page, 'founded-on'), '2019-02-30');
    await button(page, '查看核对清单').click();
    // The last of seven errors, in the summary and beside its box; all of them are asserted in input/validation.test.mjs.
    await page.getByRole('group', { name: '请先看这里' }).getByRole('button', { name: /日历上没有这一天/ }).waitFor();
    return page;
  },
  'every measure opened': async (size) => {
    const page = await begin(size);
    await someAnswers(page);
    for (const more of await page.getByRole('button', { name: /^显示其余/ }).all()) await more.click();
    const folds = page.getByRole('region', { name: '自测结果' }).locator('summary');
    for (let place = 0; place < (await folds.count()); place += 1) await folds.nth(place).press('Enter');
    await page.getByText('由主管部门核定').first().waitFor();
    return page;
  },
  'the sheet': async (size) => {
    const page = await begin(size);
    await someAnswers(page);
    await button(page, '查看核对清单').click();
    await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
    return page;
  },
  'a policy that has lapsed': async (size) => {
    const page = await openPage(site, size);
    await page.getByText('仅供历史参考').first().waitFor();
    return page;
  },
  'a pack that cannot be used': async (size) => {
    const routes = { '**/rules.zh-Hans.json': { body: '{' } };
    const body = '<main><h1>惠企政策</h1><eligibility-check><p>请致电主管部门。</p></eligibility-check></main>';
    const page = await openHostPage(site, body, { ...size, routes });
    await page.getByRole('alert').waitFor();
    return page;
  },
};

for (const [name, go] of Object.entries(SCREENS))
  describe(name, () => {
    for (const width of [360, 1280])
      test(`has no fault that axe can find at ${width} px`, async () => {
        const page = await go({ width });
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
          .withTags(RULES)
          .analyze();
        const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html} ${nodes[0].failureSummary}`);
        assert.deepEqual(faults, []);
        await page.context().close();
      });

    test('does not scroll sideways at 320 px, and every target can be hit', async () => {
      const page = await go({ width: 320 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${wide} px wide`);
      const small = await page.locator('button, summary, input, label').evaluateAll((targets) =>
        targets.flatMap((target) => {
          const row = target.closest('.ec-option') || target;
          const [own, around] = [target.getBoundingClientRect(), row.getBoundingClientRect()];
          const rows = target.matches('button, summary, .ec-option *, [type=text]');
          const fits = own.width >= 24 && own.height >= 24 && (!rows || around.height >= 43.99);
          const size = `${own.width.toFixed(1)} × ${own.height.toFixed(1)}, row ${around.height.toFixed(1)}`;
          return own.width === 0 || fits ? [] : [`${size}: ${target.outerHTML.slice(0, 120)}`];
        }),
      );
      assert.deepEqual(small, []);
      await page.context().close();
    });
  });

for (const width of [360, 1280])
  test(`whatever the keyboard reaches shows a focus ring of 3 px at ${width} px`, async () => {
    const page = await begin({ width });
    await someAnswers(page);
    await waitForText(counts(page), '符合');
    await page.evaluate(() => /** @type {any} */ (document.activeElement).blur());
    const kinds = new Set();
    for (let presses = 0; presses < 400 && kinds.size < 6; presses += 1) {
      await page.keyboard.press('Tab');
      const [kind, style, thick] = await page.evaluate(() => {
        const deep = document.activeElement?.shadowRoot?.activeElement;
        if (!deep) return ['none', 'solid', 3];
        const { outlineStyle, outlineWidth } = getComputedStyle(deep);
        return [`${deep.localName}.${deep.className}.${deep.getAttribute('type')}`, outlineStyle, parseFloat(outlineWidth)];
      });
      assert.ok(style === 'solid' && thick >= 3, `${kind}: outline ${style} ${thick} px`);
      if (kind !== 'none') kinds.add(kind);
    }
    assert.ok(kinds.size >= 6, `reached only ${[...kinds]}`);
  });
