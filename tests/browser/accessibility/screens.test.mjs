// Accessibility of every screen: axe, no horizontal scrolling, target sizes and a visible focus.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import {
  IN_FORCE,
  button,
  continueButton,
  counts,
  enterText,
  newPage,
  openDay,
  openHostPage,
  openMenu,
  openPage,
  openTopics,
  option,
  restoreCase,
  showAllQuestions,
  startInterview,
  textBox,
  useSite,
  waitForText,
} from '../support/page.mjs';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const site = useSite();

const openQuestions = async (size) => {
  const page = await openPage(site, size);
  await showAllQuestions(page, IN_FORCE);
  return page;
};

async function giveAnswers(page) {
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  for (const id of [
    'registered-in-tianhe',
    'taxed-in-tianhe',
    'reports-in-tianhe',
    'independent-legal-person',
  ])
    await option(page, id, '是').check();
  await option(page, 'settled-how', '新设立在天河区').check();
  await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
  await enterText(textBox(page, 'rd-spending'), '700');
  await option(page, 'rd-spending-before', '不清楚').check();
}

/** Unfolds every measure of the results. */
async function unfoldMeasures(results) {
  const folded = results.locator('details:not([open]) > summary:has(h3, h4, h5)');
  while ((await folded.count()) > 0) await folded.first().press('Enter');
}

/** The results about research and development, of which one measure is met with an amount. */
async function openResults(size) {
  const page = await openPage(site, size);
  await restoreCase(page, {
    'as-of': IN_FORCE,
    answers: {
      'applicant-kind': 'enterprise',
      'settled-how': 'long-here',
      'registered-in-tianhe': true,
      'taxed-in-tianhe': true,
      'reports-in-tianhe': true,
      'independent-legal-person': true,
      'rd-sectors': ['information'],
      'rd-spending': 900,
      'rd-spending-before': 700,
    },
  });
  return page;
}

/** Each opens a page with another screen. */
const SCREENS = {
  'the day': async (size) => {
    const page = await openPage(site, size);
    await openDay(page);
    return page;
  },
  'the topics': async (size) => {
    const page = await openPage(site, size);
    await openTopics(page, IN_FORCE);
    return page;
  },
  'one question': async (size) => {
    const page = await openPage(site, size);
    await startInterview(page, ['rd']);
    await openMenu(page);
    return page;
  },
  'the menu': async (size) => {
    const page = await openPage(site, size);
    await startInterview(page, ['rd']);
    await page.locator('.ec-menu > summary').click();
    await page.getByRole('radio', { name: 'English' }).waitFor();
    return page;
  },
  'questions that are asked together, not answered': async (size) => {
    const page = await openPage(site, size);
    await startInterview(page, ['rd']);
    await option(page, 'applicant-kind', '企业（金融机构除外）').check();
    await continueButton(page).click();
    await continueButton(page).click();
    await page.getByRole('alert').waitFor();
    return page;
  },
  'two numbers after a sentence of change': async (size) => {
    const page = await openPage(site, size);
    await startInterview(page, ['rd']);
    await option(page, 'applicant-kind', '企业（金融机构除外）').check();
    await continueButton(page).click();
    await button(page, '四项都是').click();
    await continueButton(page).click();
    await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
    await continueButton(page).click();
    await textBox(page, 'rd-spending').fill('900');
    await textBox(page, 'rd-spending-before').fill('700');
    await page.locator('.ec-computed').getByText('门槛').waitFor();
    return page;
  },
  'all questions': openQuestions,
  'some answers': async (size) => {
    const page = await openQuestions(size);
    await giveAnswers(page);
    return page;
  },
  'every kind of input error': async (size) => {
    const page = await openQuestions(size);
    await giveAnswers(page);
    await option(page, 'rd-spending-before', '不清楚').uncheck();
    await option(page, 'talent-kinds', '创新领军人才').check();
    await option(page, 'building-owner', '是').check();
    await enterText(textBox(page, 'rd-spending'), '200美元');
    await enterText(textBox(page, 'rd-spending-before'), '很多');
    await option(page, 'rank-notice', '是').check();
    await enterText(textBox(page, 'contribution-rank'), '0');
    await enterText(textBox(page, 'talent-months'), '13');
    await enterText(textBox(page, 'building-revenue'), '1.234');
    await enterText(textBox(page, 'building-tax'), '-1');
    await enterText(textBox(page, 'founded-on'), '2019-02-30');
    await button(page, '做办事清单').click();
    // The last of seven errors. input/validation.test.mjs asserts each of them.
    await page
      .getByRole('group', { name: '还差一步' })
      .getByRole('button', { name: /日历上没有这一天/ })
      .waitFor();
    return page;
  },
  'every measure open': async (size) => {
    const page = await openQuestions(size);
    await giveAnswers(page);
    const results = page.getByRole('region', { name: '您的结果' });
    for (const more of await results.getByRole('button', { name: /^显示其余/ }).all())
      await more.click();
    const folded = results.locator('h4 > button[aria-expanded=false]');
    while ((await folded.count()) > 0) await folded.first().click();
    await unfoldMeasures(results);
    await page.getByText('由主管部门认定').first().waitFor();
    return page;
  },
  'the results': async (size) => {
    const page = await openResults(size);
    await page.getByRole('heading', { name: '企业研发投入增长支持' }).waitFor();
    return page;
  },
  'the results with details, citations and answers': async (size) => {
    const page = await openResults(size);
    const results = page.getByRole('region', { name: '您的结果' });
    await unfoldMeasures(results);
    const lines = results.locator('li details:not([open]) > summary');
    while ((await lines.count()) > 0) await lines.first().press('Enter');
    await page
      .locator('summary')
      .filter({ hasText: /^我的回答/ })
      .press('Enter');
    await page.getByText('去哪里办').first().waitFor();
    return page;
  },
  'the checklist': async (size) => {
    const page = await openQuestions(size);
    await giveAnswers(page);
    await button(page, '做办事清单').click();
    await button(page, '看看打印出来的样子').click();
    await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
    return page;
  },
  'a lapsed policy': async (size) => {
    const page = await openPage(site, size);
    await page.locator('#ec-day-step').waitFor();
    return page;
  },
  'the rules page': async (size) => {
    const page = await newPage(site, size);
    await page.goto(`${site.origin}/rulebook.html`);
    await page.locator('.measure summary').first().press('Enter');
    return page;
  },
  'an unusable pack': async (size) => {
    const routes = { '**/rules.zh-Hans.json': { body: '{' } };
    const body =
      '<main><h1>惠企政策</h1><eligibility-check><p>请致电主管部门。</p></eligibility-check></main>';
    const page = await openHostPage(site, body, { ...size, routes });
    await page.getByRole('alert').waitFor();
    return page;
  },
};

for (const [name, openScreen] of Object.entries(SCREENS))
  describe(name, () => {
    for (const width of [360, 1280])
      test(`axe finds no violation at ${width} px`, async () => {
        const page = await openScreen({ width });
        // The bar and the footer stay in view. What they cover can be scrolled out from under them.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height });
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
          .withTags(AXE_TAGS)
          .analyze();
        const messages = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html} ${nodes[0].failureSummary}`,
        );
        assert.deepEqual(messages, []);
        await page.context().close();
      });

    test('no horizontal scrolling at 320 px, and every target is large enough', async () => {
      const page = await openScreen({ width: 320 });
      const pageWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(pageWidth <= 320, `${pageWidth} px wide`);
      const small = await page.locator('button, summary, input, label').evaluateAll((targets) =>
        targets.flatMap((target) => {
          const row = target.closest('.ec-option') || target;
          const [own, whole] = [target.getBoundingClientRect(), row.getBoundingClientRect()];
          const needsRow = target.matches('button, summary, .ec-option *, [type=text]');
          const fits = own.width >= 24 && own.height >= 24 && (!needsRow || whole.height >= 43.99);
          const size = `${own.width.toFixed(1)} × ${own.height.toFixed(1)}, row ${whole.height.toFixed(1)}`;
          return own.width === 0 || fits ? [] : [`${size}: ${target.outerHTML.slice(0, 120)}`];
        }),
      );
      assert.deepEqual(small, []);
      await page.context().close();
    });
  });

for (const width of [360, 1280])
  test(`every kind of focused element has an outline of 3 px at ${width} px`, async () => {
    const page = await openQuestions({ width });
    await giveAnswers(page);
    await waitForText(counts(page), '满足条件');
    await page.evaluate(() => /** @type {any} */ (document.activeElement).blur());
    const kinds = new Set();
    for (let presses = 0; presses < 400 && kinds.size < 6; presses += 1) {
      await page.keyboard.press('Tab');
      const [kind, style, thickness] = await page.evaluate(() => {
        const focused = document.activeElement?.shadowRoot?.activeElement;
        if (!focused) return ['none', 'solid', 3];
        // The whole row of an option is outlined.
        const outlined = focused.matches('.ec-option__input')
          ? focused.nextElementSibling
          : focused;
        const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
        return [
          `${focused.localName}.${focused.className}.${focused.getAttribute('type')}`,
          outlineStyle,
          parseFloat(outlineWidth),
        ];
      });
      assert.ok(style === 'solid' && thickness >= 3, `${kind}: outline ${style} ${thickness} px`);
      if (kind !== 'none') kinds.add(kind);
    }
    assert.ok(kinds.size >= 6, `only ${[...kinds]}`);
  });
