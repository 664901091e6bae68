// Accessibility of the authoring page: axe in every tab, each language and width once; no
// horizontal scrolling; a visible focus.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, test } from 'node:test';
import axe from 'axe-core';
import {
  assertNoAuthorErrors,
  checkedProblems,
  chooseFile,
  openAuthor,
  openPack,
} from '../support/author-page.mjs';
import { showTab } from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { useSite, waitUntil } from '../support/page.mjs';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const guide = (name) => readFileSync(inRepository(`tests/transcripts/guide/${name}.json`), 'utf8');
/** A pack with every kind of control: points, classes, tiers, groups. */
const LARGE = readFileSync(inRepository('packs/national-sme-2026.json'), 'utf8');
/** A pack with a fault and a finding. */
const FAULTY = guide('reward').replace('["revenue", 5000]', '["revenu", 5000]');

const site = useSite();
let page;
afterEach(() => page.context().close());

const tab = (index) => page.locator('.au-desk__panel > .au-tabs').getByRole('button').nth(index);
const view = (index) =>
  page.locator('.au-desk__document > .au-tabs').getByRole('button').nth(index);
/** Opens a definition in the forms, with its less frequent fields. */
async function openDefinition(id) {
  await view(1).click();
  await openCard(page.getByRole('button').filter({ has: page.getByText(id, { exact: true }) }));
}

async function openCard(entry) {
  await entry.click();
  await page
    .locator('.au-card details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
}

/**
 * What axe finds in a part of the page. Not in its frames: they allow no script, and their pages
 * are those of the command, which other tests check.
 * @param {string} selector
 */
async function violationsIn(selector) {
  await page.evaluate(axe.source);
  const options = {
    iframes: false,
    resultTypes: ['violations'],
    runOnly: AXE_TAGS,
    rules: { 'target-size': { enabled: true } },
  };
  const { violations } = await page.evaluate(
    ([where, how]) => /** @type {any} */ (window).axe.run(where, how),
    /** @type {[string, any]} */ ([selector, options]),
  );
  return violations;
}

/** Each shows another part of the page. They follow each other on one page. */
const PARTS = {
  'the start screen': async () => {},
  'the text, with a fault': async () => {
    await openPack(page, FAULTY);
    await checkedProblems(page);
    await page.locator('.au-problem--fault').first().waitFor();
  },
  'a measure with a fault': () => openDefinition('reward'),
  'the pack': async () => {
    await page.locator('.au-outline__entry').first().click();
    await page.locator('.au-card details > summary').first().press('Enter');
  },
  'a fact': () => openDefinition('founded'),
  'a provision': () => openDefinition('d1-3'),
  scenarios: async () => {
    await view(0).click();
    await page.locator('json-editor .cm-content').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(guide('lowered'));
    await tab(1).click();
    const input = page.locator('.au-scenarios input[type=file]').first();
    await chooseFile(input, { name: 'scenarios.json', content: guide('people') });
    await page.locator('.au-scenarios__list li').first().waitFor();
  },
  'the policy texts': async () => {
    await tab(2).click();
    await page.locator('.au-source textarea').fill('第三条 成立满一年');
    await page.locator('.au-source button').first().click();
    await page.locator('.au-source details, .au-source__text').first().waitFor();
  },
  'the self-check': async () => {
    await tab(3).click();
    await page.locator('pack-preview .ec-start').waitFor();
  },
  'the rules page': async () => {
    await page.locator('.au-preview .au-tab').nth(1).click();
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
  },
  'the checklist': async () => {
    await page.locator('.au-preview .au-tab').nth(3).click();
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
  },
  'the comparison': async () => {
    await tab(4).click();
    const input = page.locator('.au-compare input[type=file]');
    await chooseFile(input, { name: 'published.json', content: guide('reward') });
    await page.locator('.au-change').first().waitFor();
  },
  spreadsheets: async () => {
    await tab(5).click();
    await page.locator('.au-sheets input[type=file]').waitFor({ state: 'attached' });
  },
  publishing: async () => {
    await tab(6).click();
    await page.locator('.au-publish .au-button--main').first().click();
    await page.locator('.au-files, .au-publish details').first().waitFor({ timeout: 120_000 });
  },
};

/** Each language and each width once: together they would take ten minutes. */
const SCREENS = { en: 320, 'zh-Hans': 390, 'zh-Hant': 1440 };

for (const [language, width] of Object.entries(SCREENS))
  describe(`in ${language}`, () => {
    test(`axe finds no violation, and nothing is too wide, at ${width} px`, async () => {
      page = await openAuthor(site, { language, width });
      const found = [];
      for (const [part, show] of Object.entries(PARTS)) {
        await show();
        const pageWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        if (pageWidth > width) found.push(`${part}: ${pageWidth} px wide`);
        const violations = await violationsIn('body');
        for (const { id, nodes } of violations)
          found.push(
            `${part}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`,
          );
      }
      assert.deepEqual(found, []);
      assertNoAuthorErrors(page);
    });
  });

test('every card of a large pack is accessible', async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, LARGE);
  await view(1).click();
  const found = [];
  // The first definition of each kind that the pack has.
  const kinds = page.locator('.au-outline section');
  for (let index = 0; index < (await kinds.count()); index += 1) {
    const entry = kinds.nth(index).locator('.au-outline__entry').first();
    if (!(await entry.count())) continue;
    await openCard(entry);
    const violations = await violationsIn('.au-card');
    for (const { id, nodes } of violations)
      found.push(
        `${await entry.textContent()}: ${id}: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`,
      );
  }
  assert.equal(await kinds.count(), 12);
  assert.deepEqual(found, []);
});

for (const width of [390, 1440])
  test(`every focused element has an outline at ${width} px, and Tab leaves the editor`, async () => {
    page = await openAuthor(site, { width });
    await openPack(page, FAULTY);
    await checkedProblems(page);
    await showTab(page, 'Forms');
    await page.getByRole('button', { name: /^成长企业奖励/ }).click();
    await showTab(page, 'Text');
    await page.evaluate(() => /** @type {any} */ (document.activeElement).blur());
    const kinds = new Set();
    const read = () =>
      page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        if (!focused || focused === document.body) return ['none', 'solid', 3];
        // The label around an input for a file, and the box around the text.
        const outlined = focused.closest('.au-file, .cm-editor') || focused;
        const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
        return [
          `${focused.localName}.${focused.className}`,
          outlineStyle,
          parseFloat(outlineWidth),
        ];
      });
    const seen = async () => {
      let kind = '';
      // CodeMirror marks its focus a moment later.
      await waitUntil('the focused element has an outline', async () => {
        const [focused, style, thickness] = await read();
        kind = focused;
        return style !== 'none' && thickness >= 2;
      });
      kinds.add(kind);
      return kind;
    };
    /** Presses Tab until the focus has gone around the page. */
    const goAround = async () => {
      let isGone = false;
      for (let presses = 0; presses < 300 && !isGone; presses += 1) {
        await page.keyboard.press('Tab');
        isGone = (await seen()) === 'none';
      }
      assert.ok(isGone, 'the focus never leaves the page');
    };
    await goAround();
    assert.ok(
      [...kinds].some((kind) => kind.includes('cm-content')),
      [...kinds].join(' '),
    );
    await showTab(page, 'Forms');
    await waitUntil('the forms are shown', () => page.locator('.au-card').isVisible());
    await goAround();
    assert.ok(kinds.size >= 8, [...kinds].join(' '));
  });
