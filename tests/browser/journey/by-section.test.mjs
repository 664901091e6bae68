// All questions by section, by keyboard, from the first question to the printed checklist.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { assertChecklist } from '../support/checklist.mjs';
import { countsText, expectedCounts, explain, scenario } from '../support/command.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  chineseDate,
  counts,
  dateBox,
  fact,
  newPage,
  openPage,
  question,
  restoreCase,
  summary,
  useSite,
  waitForText,
} from '../support/page.mjs';
import { lastPrinted, readPdf } from '../support/pdf.mjs';

// The question about the field appears only for projects, and the scenario has none.
const { 'headquarters-fields': _, ...answers } = scenario('lists', '甲字号公司').answers;
const CASE = { 'as-of': IN_FORCE, answers };
const { measures } = explain(CASE);
// An unknown criterion that no answer can decide is left to the office.
const TRUTH = { true: '✓ 成立', false: '✗ 不成立', unknown: /待回答|由主管部门核定/ };

const site = useSite();
let page, results;
beforeEach(async () => {
  page = await openPage(site);
  results = page.getByRole('region', { name: '自测结果' });
});
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

async function press(name, { key = 'Enter', tab = 'Tab' } = {}) {
  await tabTo(page, button(page, name), tab);
  await page.keyboard.press(key);
}

/** Opens all questions with the answers of the scenario. */
async function restoreAnswers() {
  await restoreCase(page, CASE);
  await press('按部分查看全部题目');
  await assertFocused(page.getByRole('heading', { name: '请回答' }));
  await waitForText(counts(page), countsText(measures));
}

test('the scenario has several measures of each outcome', () => {
  for (const outcome of ['met', 'met-in-direction', 'open', 'not-met']) {
    const count = measures.filter((measure) => measure.outcome === outcome).length;
    assert.ok(count >= 3, `${outcome}: ${count}`);
  }
});

test('after each answer the counts are those of the command', async () => {
  await tabTo(page, dateBox(page));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(IN_FORCE);
  await page.keyboard.press('Tab');
  await page.getByText(`在${chineseDate(IN_FORCE)}这一天，本政策有效。`).waitFor();
  await press('按部分查看全部题目');
  await assertFocused(page.getByRole('heading', { name: '请回答' }));
  const given = {};
  const seen = new Set();
  let left = PACK.facts.map((fact) => fact.id).filter((id) => id in answers);
  while (left.length) {
    // Some questions appear only after the answer to another one.
    const shown = [];
    for (const id of left) if (await question(page, id).count()) shown.push(id);
    assert.ok(shown.length, `never shown: ${left}`);
    for (const id of shown) {
      await answer(page, id, answers[id]);
      given[id] = answers[id];
      const expected = expectedCounts(IN_FORCE, given);
      await waitForText(counts(page), expected);
      seen.add(expected);
    }
    left = left.filter((id) => !shown.includes(id));
  }
  assert.equal(await counts(page).textContent(), countsText(measures));
  assert.ok(seen.size > 15, `only ${seen.size} different counts`);
  await page.getByText(`已回答 ${Object.keys(answers).length} 题。`).waitFor();
});

for (const [id, outcome, [factId, answered]] of [
  ['cluster-area', 'met-in-direction', ['places', '珠江新城']],
  ['industry-finance', 'not-met', ['sub-fields', '以上都不是']],
])
  test(`the details of a measure with outcome ${outcome} show reasons, answers, citations and quotes`, async () => {
    const measure = measures.find((one) => one.id === id);
    assert.equal(measure.outcome, outcome);
    await restoreAnswers();
    const card = results.getByRole('group').filter({ hasText: measure.title });
    await tabTo(page, results.getByRole('searchbox', { name: '查找措施' }));
    await page.keyboard.type(measure.title);
    await tabTo(page, summary(results, measure.title));
    await page.keyboard.press('Enter');
    for (const { label, truth, provisions } of measure.criteria) {
      await card
        .getByRole('listitem')
        .filter({ hasText: TRUTH[truth] })
        .filter({ hasText: label })
        .waitFor();
      for (const { citation, quote } of provisions) {
        await card.getByText(citation, { exact: true }).first().waitFor();
        if (quote) await card.getByText(quote, { exact: true }).first().waitFor();
      }
    }
    assert.ok(
      measure.criteria.flatMap((one) => one.provisions).some((one) => one.quote),
      'the measure has a quote',
    );
    await card
      .getByText(`${fact(factId).question.replace('？', '')}：${answered}`)
      .first()
      .waitFor();
  });

test('the suggested question in the results moves the focus to its input', async () => {
  await restoreAnswers();
  const link = results.getByRole('button').first();
  const name = await link.textContent();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await assertFocused(page.getByRole('group', { name, exact: true }).locator('input').first());
});

describe('the checklist', () => {
  beforeEach(async () => {
    await restoreAnswers();
    await press('查看核对清单');
    await assertFocused(page.getByRole('heading', { name: '申报前核对清单' }));
  });

  test('going back to the questions keeps the answers and focuses the heading', async () => {
    await press('返回继续回答', { key: 'Space' });
    await assertFocused(page.getByRole('heading', { name: '请回答' }));
    assert.equal(await counts(page).textContent(), countsText(measures));
    assert.ok(await question(page, 'applicant-kind').getByRole('radio').first().isChecked());
    await press('查看核对清单', { tab: 'Shift+Tab' });
    await assertFocused(page.getByRole('heading', { name: '申报前核对清单' }));
  });

  test('the print button prints the checklist alone, with every measure', async () => {
    await press('打印清单');
    const { title, lang, css, body } = await lastPrinted(page);
    assert.equal(title, '申报前核对清单');
    assert.equal(lang, 'zh-Hans');
    assert.equal(page.frames().length, 1, 'the print frame is removed');
    const clean = await newPage(site);
    await clean.setContent(
      `<!doctype html><html lang="zh-Hans"><style>${css}</style><body>${body}`,
    );
    assert.deepEqual(
      await clean.locator('body > *').evaluateAll((all) => all.map((one) => one.localName)),
      ['article'],
    );
    assert.equal(
      await clean.locator('button, input, a, summary, script').count(),
      0,
      'nothing interactive is printed',
    );
    assertChecklist(readPdf(await clean.pdf({ format: 'A4' })), CASE, 'zh-Hans');
    await clean.context().close();
  });

  test('the print command of the browser prints the checklist too', async () => {
    assertChecklist(readPdf(await page.pdf({ format: 'A4' })), CASE, 'zh-Hans', { margins: false });
  });
});
