// Saving answers, restoring them from a receipt code or a file, changing the language, larger text
// and clearing: no answer is lost unless a user confirms it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { countsText, explain, scenario } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  AUTHORED,
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  chineseDate,
  chooseLanguage,
  clearAnswers,
  counts,
  dateBox,
  descriptionOf,
  openAllQuestions,
  openDay,
  openMenu,
  openPage,
  question,
  restoreCase,
  saveFile,
  showAllQuestions,
  showPlan,
  toggleLargeText,
  useSite,
  waitForText,
  waitUntil,
} from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const CASE = { 'as-of': IN_FORCE, answers };
const { receipt, measures } = explain(CASE);
const COUNTS = countsText(measures);
const RESTORED = `已恢复：${chineseDate(IN_FORCE)}，${Object.keys(answers).length} 题，全部主题`;

const site = useSite();
let page;
beforeEach(async () => (page = await openPage(site)));
afterEach(async () => {
  assertNoErrors(page);
  assert.deepEqual(
    await page.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      document.cookie,
    ]),
    [''],
  );
  await page.context().close();
});

/** The text box for a receipt code, in the open disclosure. */
async function codeBox() {
  const code = page.getByRole('textbox', { name: '回执码' });
  const summary = page.getByText('有回执码？接着上次的');
  await summary.waitFor();
  // It stays open with a rejected code.
  if (!(await code.isVisible())) await summary.click();
  return code;
}

/** Goes from the results back to the start screen. The answers stay. */
async function backToStart() {
  await openAllQuestions(page);
  while (!(await page.locator('.ec-start').count())) await page.locator('.ec-back').click();
}

/** Asserts that the answers are still there, from the start screen. */
async function assertAnswersStay() {
  await showAllQuestions(page, IN_FORCE);
  await waitForText(counts(page), COUNTS);
}

const chooseFile = (content) =>
  page.getByLabel('打开保存的文件').setInputFiles({
    name: 'answers.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });

describe('restoring', () => {
  test('each line of a code is checked while it is typed', async () => {
    const code = await codeBox();
    const lines = page.getByRole('listitem').filter({ hasText: /^第 \d 行/ });
    const typed = receipt.replaceAll('-', '').toLowerCase();
    await code.fill(typed.slice(0, 12));
    await waitForText(lines, '第 1 行还没抄完，或者有误');
    await code.fill(`${typed.slice(0, 20)}\n`);
    await waitForText(lines, '第 1 行正确');
    const wrong = typed[25] === '2' ? '3' : '2';
    await code.fill(`${typed.slice(0, 20)}\n${typed.slice(20, 25)}${wrong}${typed.slice(26, 40)}`);
    await waitForText(page.getByRole('status'), '回执码第 2 行有误');
    await button(page, '打开').click();
    await waitUntil('the line is named in the message', async () =>
      (await descriptionOf(code)).includes('回执码第 2 行有误'),
    );
    await assertFocused(code);
  });

  test('a receipt code restores the date and every answer', async () => {
    const code = await codeBox();
    await code.fill(` ${receipt.toLowerCase()} `);
    await button(page, '打开').click();
    await assertFocused(page.getByRole('region', { name: RESTORED }));
    await openAllQuestions(page);
    await waitForText(counts(page), COUNTS);
  });

  test('a saved file names its pack and date, and both the command and the widget read it', async () => {
    await restoreCase(page, CASE);
    const saved = await saveFile(page, '下载我的回答');
    assert.equal(saved.name, `${PACK.id}-answers-${IN_FORCE}.json`);
    const file = JSON.parse(saved.text);
    assert.deepEqual([file.pack, file['as-of']], [PACK.id, IN_FORCE]);
    assert.deepEqual(explain(file).measures, measures);
    await clearAnswers(page);
    await codeBox();
    await chooseFile(saved.text);
    await openAllQuestions(page);
    await waitForText(counts(page), COUNTS);
  });

  const mistyped = receipt.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
  for (const [name, text] of [
    ['a mistyped receipt code', mistyped],
    ['a text that is not a receipt code', '你好'],
  ])
    test(`${name} is rejected with a message, and stays in its box`, async () => {
      await restoreCase(page, CASE);
      await backToStart();
      const code = await codeBox();
      await code.fill(text);
      await button(page, '打开').click();
      await waitUntil(
        'the code is rejected',
        async () => (await code.getAttribute('aria-invalid')) === 'true',
      );
      assert.match(await code.evaluate((input) => input.closest('div').textContent), /回执码/);
      assert.equal(await code.inputValue(), text);
      await assertAnswersStay();
    });

  test('a file for another pack is rejected, and the answers stay', async () => {
    await restoreCase(page, CASE);
    await backToStart();
    await codeBox();
    await chooseFile('{"pack": "elsewhere", "answers": {}}');
    await page.getByText('elsewhere').waitFor();
    await assertAnswersStay();
  });
});

test('on a phone, the buttons of the confirmation are in view', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await restoreCase(page, CASE);
  const assertInView = async () => {
    await button(page, '清除全部回答').click();
    const isInView = await button(page, '不清除').evaluate((shown) => {
      const { left, top, bottom } = shown.getBoundingClientRect();
      const root = /** @type {ShadowRoot} */ (shown.getRootNode());
      return [top + 1, bottom - 1].every((y) => root.elementFromPoint(left + 9, y) === shown);
    });
    assert.ok(isInView);
    await button(page, '不清除').click();
  };
  await assertInView();
  await button(page, '再看一类').click();
  await page.locator('#ec-start-all').click();
  await openMenu(page);
  await assertInView();
  await button(page, '全部题目').click();
  await assertInView();
});

test('answers are cleared only after confirmation', async () => {
  await restoreCase(page, CASE);
  await button(page, '清除全部回答').click();
  await assertFocused(
    page.getByRole('group', {
      name: `要清除全部 ${Object.keys(answers).length} 项回答吗？清除后不能恢复。`,
    }),
  );
  await button(page, '不清除').click();
  await assertFocused(button(page, '清除全部回答'));
  await page.getByText(`我的回答（${Object.keys(answers).length}）`).waitFor();
  await button(page, '清除全部回答').click();
  await button(page, '确认清除').click();
  await assertFocused(page.locator('#ec-title'));
  await showAllQuestions(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
});

describe('changing the language', () => {
  test('keeps answers, counts, search and focus', async () => {
    await restoreCase(page, CASE);
    await openAllQuestions(page);
    await page.getByRole('searchbox', { name: '查找措施' }).fill('R&D');
    const menu = page.locator('.ec-menu');
    const language = (name) => menu.getByRole('radio', { name, exact: true });
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    await language('简体中文').focus();
    await page.keyboard.press('ArrowUp');
    const spending = JSON.parse(AUTHORED).facts.find(({ id }) => id === 'rd-spending').question.en;
    const group = page.getByRole('group', { name: spending, exact: true });
    await group.waitFor();
    assert.equal(await group.getByRole('textbox').inputValue(), String(answers['rd-spending']));
    await assertFocused(language('English'));
    assert.ok(await language('English').isChecked());
    await page.keyboard.press('Escape');
    await assertFocused(menu.locator('summary'));
    assert.ok(await menu.evaluate((one) => !one.open));
    assert.equal(await page.locator('eligibility-check').getAttribute('lang'), 'en');
    assert.equal(await page.getByRole('searchbox', { name: /measures/i }).inputValue(), 'R&D');
    await chooseLanguage(page, '繁體中文');
    await page.getByRole('heading', { name: '全部題目' }).waitFor();
    await chooseLanguage(page, '简体中文');
    await page.getByRole('heading', { name: '全部题目' }).waitFor();
    await waitForText(counts(page), COUNTS);
  });

  test('keeps a half-typed date', async () => {
    await openDay(page);
    await dateBox(page).fill('2018-0');
    await chooseLanguage(page, 'English');
    await page.locator('.ec[lang="en"]').waitFor();
    assert.equal(await dateBox(page).inputValue(), '2018-0');
  });
});

test('larger text is 1.25 times as large on every screen, without horizontal scrolling at 320 px', async () => {
  await restoreCase(page, CASE);
  await openAllQuestions(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const size = () =>
    question(page, 'applicant-kind').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const before = await size();
  await toggleLargeText(page);
  assert.equal(await size(), before * 1.25);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok((await width()) <= 320, `${await width()} px wide`);
  await showPlan(page);
  assert.ok((await width()) <= 320, `plan: ${await width()} px wide`);
  await page.locator('.ec-back').click();
  await page.getByRole('heading', { name: '您的结果' }).waitFor();
  assert.ok((await width()) <= 320, `results: ${await width()} px wide`);
});
