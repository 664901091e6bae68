// All questions, by keyboard, from the first question to the plan.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { countsText, expectedCounts, explain, scenario } from '../support/command.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  counts,
  fact,
  openAllQuestions,
  openPage,
  question,
  restoreCase,
  showAllQuestions,
  summary,
  unfoldTopics,
  useSite,
  waitForText,
} from '../support/page.mjs';

// The question about the field appears only for projects, and the scenario has none.
const { 'headquarters-fields': _, ...answers } = scenario('lists', '甲字号公司').answers;
const CASE = { 'as-of': IN_FORCE, answers };
const { measures } = explain(CASE);
// An unknown criterion that no answer can decide is left to the office.
const TRUTH = { true: '满足', false: '不满足', unknown: /还没答|由主管部门认定/ };

const site = useSite();
let page, results;
beforeEach(async () => {
  page = await openPage(site);
  results = page.getByRole('region', { name: '您的结果' });
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
  await summary(page, `我的回答（${Object.keys(answers).length}）`).click();
  await openAllQuestions(page);
  await waitForText(counts(page), countsText(measures));
}

test('the scenario has several measures of each outcome', () => {
  for (const outcome of ['met', 'met-in-direction', 'open', 'not-met']) {
    const count = measures.filter((measure) => measure.outcome === outcome).length;
    assert.ok(count >= 3, `${outcome}: ${count}`);
  }
});

test('after each answer the counts are those of the command', async () => {
  await showAllQuestions(page, IN_FORCE);
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
    // Each citation unfolds to its words.
    for (const line of await card.locator('li details > summary').all()) await line.press('Enter');
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

test('a question that a measure needs gets the focus, also in a folded topic', async () => {
  await showAllQuestions(page, IN_FORCE);
  const open = page.locator('details.ec-topic[open] > summary');
  while (await open.count()) await open.first().press('Enter');
  await results.getByRole('searchbox', { name: '查找措施' }).fill('超百亿商务楼宇');
  await summary(results, '超百亿商务楼宇').press('Enter');
  await results
    .getByRole('button', { name: fact('building-tax').question })
    .first()
    .click();
  await assertFocused(question(page, 'building-tax').getByRole('textbox'));
});

test('the plan and back keep the answers and focus the heading', async () => {
  await restoreAnswers();
  await press('做办事清单');
  await assertFocused(page.locator('#ec-title'));
  await page.locator('.ec-back').click();
  await page.locator('.ec-back').click();
  await assertFocused(page.getByRole('heading', { name: '全部题目' }));
  assert.equal(await counts(page).textContent(), countsText(measures));
  await unfoldTopics(page);
  assert.ok(await question(page, 'applicant-kind').getByRole('radio').first().isChecked());
});
