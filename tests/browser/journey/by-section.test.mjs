// All questions by section, by keyboard alone: from the first question to paper.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { countsText, explain, scenario } from '../support/command.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';
import { IN_FORCE, PACK, button, chineseDate, counts, dateBox, fact, newPage, openPage, question, startSite, summary, waitForText } from '../support/page.mjs';
import { lastPrinted, readPdf } from '../support/pdf.mjs';
import { assertChecklist } from '../support/checklist.mjs';

// What it plans is no project, so it is not asked for the project's field.
const { 'headquarters-fields': _, ...answers } = scenario('lists', '甲字号公司').answers;
const SAID = { 'as-of': IN_FORCE, answers };
const { measures } = explain(SAID);
// A criterion that no answer decides is left to the office.
const TRUTH = { true: '✓ 成立', false: '✗ 不成立', unknown: /待回答|由主管部门核定/ };

describe('all questions by section, by keyboard alone, to paper', () => {
  let site, page, results;
  before(async () => {
    site = await startSite();
    page = await openPage(site);
    results = page.getByRole('region', { name: '自测结果' });
  });
  after(() => site.close());

  test('the firm has several measures of each outcome', () => {
    for (const outcome of ['met', 'met-in-direction', 'open', 'not-met']) {
      const having = measures.filter((measure) => measure.outcome === outcome);
      assert.ok(having.length >= 3, `${outcome}: ${having.length}`);
    }
  });

  test('a day is typed and the status follows it', async () => {
    await tabTo(page, dateBox(page));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(IN_FORCE);
    await page.keyboard.press('Tab');
    await page.getByText(`在${chineseDate(IN_FORCE)}这一天，本政策有效。`).waitFor();
    await tabTo(page, button(page, '按部分查看全部题目'));
    await page.keyboard.press('Enter');
    await assertFocused(page.getByRole('heading', { name: '请回答' }));
  });

  test('each answer changes the live results to what the command line says', async () => {
    const told = {};
    const seen = new Set();
    let left = PACK.facts.map((fact) => fact.id).filter((id) => id in answers);
    while (left.length) {
      // Some questions appear only when another has been answered.
      const asked = [];
      for (const id of left) if (await question(page, id).count()) asked.push(id);
      assert.ok(asked.length, `never asked: ${left}`);
      for (const id of asked) {
        await answer(page, id, answers[id]);
        told[id] = answers[id];
        const expected = countsText(explain({ 'as-of': IN_FORCE, answers: told }).measures);
        await waitForText(counts(page), expected);
        seen.add(expected);
      }
      left = left.filter((id) => !asked.includes(id));
    }
    assert.equal(await counts(page).textContent(), countsText(measures));
    assert.ok(seen.size > 15, `only ${seen.size} different results on the way`);
    await page.getByText(`已回答 ${Object.keys(answers).length} 题。`).waitFor();
  });

  for (const [id, outcome, said] of [
    ['cluster-area', 'met-in-direction', ['places', '珠江新城']],
    ['industry-finance', 'not-met', ['sub-fields', '以上都不是']],
  ])
    test(`a measure that is ${outcome} opens to its reasons, the own answer, the clauses and their words`, async () => {
      const measure = measures.find((one) => one.id === id);
      assert.equal(measure.outcome, outcome);
      const card = results.getByRole('group').filter({ hasText: measure.title });
      const search = results.getByRole('searchbox', { name: '查找措施' });
      await tabTo(page, search);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(measure.title);
      await tabTo(page, summary(results, measure.title));
      await page.keyboard.press('Enter');
      for (const { label, truth, provisions } of measure.criteria) {
        await card.getByRole('listitem').filter({ hasText: TRUTH[truth] }).filter({ hasText: label }).waitFor();
        for (const { citation, quote } of provisions) {
          await card.getByText(citation, { exact: true }).first().waitFor();
          if (quote) await card.getByText(quote, { exact: true }).first().waitFor();
        }
      }
      assert.ok(measure.criteria.flatMap((one) => one.provisions).some((one) => one.quote), 'a quote is on show');
      await card.getByText(`${fact(said[0]).question.replace('？', '')}：${said[1]}`).first().waitFor();
    });

  test('a result leads to the question that it still needs', async () => {
    const link = results.getByRole('button').first();
    const name = await link.textContent();
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await assertFocused(page.getByRole('group', { name, exact: true }).locator('input').first());
  });

  test('the sheet takes the focus to its heading', async () => {
    await tabTo(page, button(page, '查看核对清单'));
    await page.keyboard.press('Enter');
    await assertFocused(page.getByRole('heading', { name: '申报前核对清单' }));
  });

  test('going back keeps every answer, and the focus goes to the heading', async () => {
    await tabTo(page, button(page, '返回继续回答'));
    await page.keyboard.press('Space');
    await assertFocused(page.getByRole('heading', { name: '请回答' }));
    assert.equal(await counts(page).textContent(), countsText(measures));
    assert.ok(await question(page, 'applicant-kind').getByRole('radio').first().isChecked());
    await tabTo(page, button(page, '查看核对清单'), 'Shift+Tab');
    await page.keyboard.press('Enter');
  });

  test('what is printed is our sheet alone, and it holds everything about every measure', async () => {
    await tabTo(page, button(page, '打印清单'));
    await page.keyboard.press('Enter');
    const { title, lang, css, body } = await lastPrinted(page);
    assert.equal(title, '申报前核对清单');
    assert.equal(lang, 'zh-Hans');
    assert.equal(page.frames().length, 1, 'the frame it was printed from is gone');
    const clean = await newPage(site);
    await clean.setContent(`<!doctype html><html lang="zh-Hans"><style>${css}</style><body>${body}`);
    assert.deepEqual(await clean.locator('body > *').evaluateAll((all) => all.map((one) => one.localName)), ['article']);
    assert.equal(await clean.locator('button, input, a, summary, script').count(), 0, 'nothing interactive prints');
    assertChecklist(readPdf(await clean.pdf({ format: 'A4' })), SAID, 'zh-Hans');
  });

  test('so does the sheet when the browser prints the page itself', async () => {
    assertChecklist(readPdf(await page.pdf({ format: 'A4' })), SAID, 'zh-Hans', { margins: false });
  });

  test('nothing went wrong on the way', () => assert.deepEqual(page.recorded.errors, []));
});
