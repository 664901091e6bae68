// One question at a time, by keyboard. The command decides which question comes next.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { expectedCounts, nextQuestion, scenario } from '../support/command.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  counts,
  dateBox,
  enterText,
  fact,
  openPage,
  option,
  question,
  restoreCase,
  textBox,
  useSite,
  waitForText,
  waitUntil,
} from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const ENTERPRISE = '企业（金融机构除外）';
const LAST_SCREEN = '没有还需要回答的题了';

/** The answers of a whole interview, in its order. 不清楚 where the scenario has none. */
const interview = {};
for (let id = nextQuestion(IN_FORCE, {}); id; id = nextQuestion(IN_FORCE, interview))
  interview[id] = id in answers ? answers[id] : { 'not-sure': true };

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

const heading = (id) => page.getByRole('heading', { name: fact(id).question, exact: true });
const isGone = (id) =>
  waitUntil('another question is shown', async () => (await heading(id).count()) === 0);
const errorSummary = () => page.getByRole('group', { name: '请先看这里' });
const measureSearch = () => page.getByRole('searchbox', { name: '查找措施' });

async function press(name) {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

/** Chooses 不清楚 by keyboard: a radio button or a checkbox, as the other options are. */
async function answerNotSure(id) {
  const notSure = question(page, id).getByLabel('不清楚', { exact: true });
  if ((await notSure.getAttribute('type')) === 'radio') {
    await tabTo(page, question(page, id).getByRole('radio'));
    await page.keyboard.press('ArrowUp');
    await waitUntil('the last radio button is checked', () => notSure.isChecked());
  } else {
    await tabTo(page, notSure);
    await page.keyboard.press('Space');
  }
}

/** Opens the first question. */
async function begin() {
  page = await openPage(site);
  await enterText(dateBox(page), IN_FORCE);
  await press('开始自测');
  await heading(nextQuestion(IN_FORCE, {})).waitFor();
}

describe('a whole interview', () => {
  test('asks the questions in the order of the command, focuses each heading and shows the counts', async () => {
    await begin();
    const given = {};
    const ids = Object.keys(interview);
    for (const [index, id] of ids.entries()) {
      await assertFocused(heading(id));
      const forms = await page.getByRole('form').count();
      assert.equal(
        forms + (await page.getByRole('group', { name: fact(id).question, exact: true }).count()),
        1,
      );
      given[id] = interview[id];
      if (id in answers) await answer(page, id, answers[id]);
      else await answerNotSure(id);
      await waitForText(page.getByText('已回答'), `已回答 ${index + 1} 题。`);
      if (index % 5 === 0) {
        await page.getByText(/^为什么问：\d+ 项措施要看这个回答。$/).waitFor();
        await waitForText(counts(page), expectedCounts(IN_FORCE, given));
      }
      await press('下一题');
    }
    assert.ok(ids.length > 15 && ids.length < PACK.facts.length, `${ids.length} questions`);
    await assertFocused(page.getByRole('heading', { name: LAST_SCREEN }));
  });

  test('one answer can be changed in the list of answers without losing the others', async () => {
    page = await openPage(site);
    await restoreCase(page, { 'as-of': IN_FORCE, answers: interview });
    await page.getByText(/^已有的回答（\d+）$/).click();
    const listed = await page.getByRole('button', { name: /^更改/ }).count();
    assert.ok(
      listed >= Object.keys(interview).length - 5,
      `${listed} of ${Object.keys(interview).length} can be changed`,
    );
    const id = 'applicant-kind';
    await tabTo(
      page,
      page.getByRole('button', { name: new RegExp(`^更改.*${fact(id).question}`) }),
    );
    await page.keyboard.press('Enter');
    await assertFocused(heading(id));
    assert.ok(await option(page, id, ENTERPRISE).isChecked());
    await answer(page, id, 'other');
    await waitForText(counts(page), expectedCounts(IN_FORCE, { ...interview, [id]: 'other' }));
    await answer(page, id, 'enterprise');
    await waitForText(counts(page), expectedCounts(IN_FORCE, interview));
    await press('下一题');
    await assertFocused(page.getByRole('heading', { name: LAST_SCREEN }));
  });

  test('Back shows the questions in reverse order and keeps the answers', async () => {
    await begin();
    const ids = Object.keys(interview).slice(0, 3);
    for (const id of ids) {
      await assertFocused(heading(id));
      if (id in answers) await answer(page, id, answers[id]);
      else await answerNotSure(id);
      await press('下一题');
      await isGone(id);
    }
    for (const id of ids.toReversed()) {
      await press('上一题');
      await assertFocused(heading(id));
    }
    assert.equal(await page.getByText('已回答 3 题。').count(), 1);
  });
});

describe('navigation', () => {
  const FIRST = 'applicant-kind';
  const TAX = 'building-tax';
  const MEASURE = '超百亿商务楼宇';

  /** Opens a measure in the results, and from there the question that it needs. */
  async function askFromMeasure() {
    await measureSearch().fill(MEASURE);
    await page
      .getByRole('region', { name: '自测结果' })
      .getByText(MEASURE, { exact: true })
      .click();
    await page.getByRole('button', { name: `回答：${fact(TAX).question}` }).click();
    await assertFocused(heading(TAX));
  }
  beforeEach(begin);

  test('Next without an answer shows an error summary that links to the question', async () => {
    await press('下一题');
    await assertFocused(errorSummary());
    await question(page, FIRST).getByText('请回答这一题；不知道的，请选“不清楚”。').waitFor();
    await errorSummary()
      .getByRole('button', { name: /请回答这一题/ })
      .press('Enter');
    await assertFocused(question(page, FIRST).getByRole('radio').first());
    await page.keyboard.press('Space');
    await waitUntil(
      'the summary has disappeared',
      async () => (await errorSummary().count()) === 0,
    );
    await assertFocused(question(page, FIRST).getByRole('radio').first());
  });

  test('a double click on Next advances once and answers nothing on the next screen', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    const second = nextQuestion(IN_FORCE, { [FIRST]: 'enterprise' });
    await button(page, '下一题').dblclick();
    await heading(second).waitFor();
    assert.equal(await question(page, second).getByRole('radio', { checked: true }).count(), 0);
    await page.getByText('已回答 1 题。').waitFor();
    await button(page, '上一题').dblclick();
    await heading(FIRST).waitFor();
  });

  test('the first click on Next after typing reports a text that does not parse', async () => {
    await askFromMeasure();
    await textBox(page, TAX).pressSequentially('五千');
    await button(page, '下一题').click();
    await assertFocused(errorSummary());
  });

  test('Back from a question that a measure needs returns to the question before it', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    await askFromMeasure();
    await button(page, '上一题').click();
    await heading(FIRST).waitFor();
  });

  test('Enter in a text box continues with its text', async () => {
    await askFromMeasure();
    await textBox(page, TAX).fill('很多');
    await textBox(page, TAX).press('Enter');
    await assertFocused(errorSummary());
    assert.equal(await textBox(page, TAX).inputValue(), '很多');
    await textBox(page, TAX).fill('120000万元');
    await textBox(page, TAX).press('Enter');
    await isGone(TAX);
    await page.getByText(/^已有的回答（\d+）$/).click();
    await page.getByText('12 亿元', { exact: true }).waitFor();
  });

  test('switching to all questions and back keeps the answers', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    await askFromMeasure();
    await enterText(textBox(page, TAX), '120000万元');
    await button(page, '按部分查看全部题目').click();
    assert.equal(await textBox(page, TAX).inputValue(), '120000万元');
    await button(page, '一题一题回答').click();
    await page.getByText('已回答 2 题。').waitFor();
  });

  test('the search in a long list of options keeps checked options visible', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    await button(page, '按部分查看全部题目').click();
    const group = question(page, 'rd-sectors');
    await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
    await group.getByRole('searchbox', { name: '在选项中查找' }).fill('建筑');
    await group.getByText(/^显示 2 \/ 10 项$/).waitFor();
    const found = '特级、一级总承包或一级专业承包的建筑业';
    await option(page, 'rd-sectors', found).check();
    await group.getByRole('searchbox').press('Enter');
    assert.ok(await option(page, 'rd-sectors', found).isChecked());
    assert.equal(
      await group.getByRole('checkbox').count(),
      4,
      'two options, 以上都不是 and 不清楚',
    );
  });
});
