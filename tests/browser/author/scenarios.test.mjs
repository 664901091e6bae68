// Scenarios of the authoring page: firms that the page finds, their editor, and their files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import {
  TEMPLATE,
  chooseFile,
  chooseInterface,
  openAuthor,
  openPack,
} from '../support/author-page.mjs';
import { MOUSE, download, follow, showTab } from '../support/author.mjs';
import { assertNoErrors, button, useSite, waitForText, waitUntil } from '../support/page.mjs';

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, readFileSync(TEMPLATE, 'utf8'));
  await showTab(page, 'Scenarios');
});
afterEach(() => page.context().close());

const counts = (count) =>
  waitForText(
    page.locator('.au-scenarios').getByRole('status'),
    `${count} scenarios, ${count} as expected`,
  );

/** Adds the firm that meets the only measure. */
async function addExample() {
  await page.getByRole('combobox', { name: 'Measure' }).selectOption('welcome');
  await page.getByRole('button', { name: /^Show examples/ }).click();
  const example = page.locator('.au-case').filter({ hasText: 'A firm that meets it' });
  await example.getByRole('button', { name: 'Yes, add the scenario' }).click();
  await counts(1);
}

test('an example becomes a scenario by a click, and has the focus', async () => {
  await addExample();
  const focused = page.locator('.au-scenario').filter({ has: page.locator(':focus') });
  await waitUntil('the new scenario has the focus', () => focused.count());
  const { name, bytes } = await download(page, () =>
    button(page, 'Download scenarios.json').click(),
  );
  assert.equal(name, 'scenarios.json');
  const [scenario, ...others] = JSON.parse(bytes.toString());
  assert.deepEqual(others, []);
  assert.deepEqual(scenario.answers, { registered: true });
  assert.equal(scenario.expect.welcome.outcome, 'met');
  assertNoErrors(page);
});

test('a notice about a scenario disappears when the scenarios change again', async () => {
  await addExample();
  const notice = page.locator('.au-scenarios__notice');
  await waitForText(notice, 'Added: ');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('not-met');
  await notice.filter({ hasText: 'Added: ' }).waitFor({ state: 'detached' });
  await button(page, 'Undo').click();
  await waitForText(notice, 'The change was undone.');
  assertNoErrors(page);
});

test('a wrong expectation shows the result that was found', async () => {
  await addExample();
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('not-met');
  await page.getByText('Found:').first().waitFor();
  await waitForText(
    page.locator('.au-scenarios').getByRole('status'),
    '1 scenarios, 0 as expected',
  );
  await page.getByRole('button', { name: /^Expect what was found/ }).click();
  await counts(1);
  assertNoErrors(page);
});

test('a deleted scenario comes back by undo, with the keyboard', async () => {
  await addExample();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await waitUntil('the undo button has the focus', () =>
    page.evaluate(() => document.activeElement?.textContent === 'Undo'),
  );
  await page.keyboard.press('Enter');
  await counts(1);
  assertNoErrors(page);
});

test('each gap suggests a firm, until everything has been tried', async () => {
  const gaps = page.locator('.au-gaps > li');
  await gaps.first().waitFor();
  let count = await gaps.count();
  for (let added = 1; count > 0; added += 1) {
    await gaps
      .first()
      .getByRole('button', { name: /^Suggest a firm/ })
      .click();
    await page.getByRole('button', { name: 'Yes, add the scenario' }).first().click();
    await counts(added);
    const before = count;
    await waitUntil('a gap is filled', async () => (count = await gaps.count()) < before);
  }
  await page.getByText('Every condition has been tried').waitFor();
  assertNoErrors(page);
});

test('a question that gets another id has it in the scenarios, too', async () => {
  await addExample();
  await follow(page, MOUSE, [
    ['Forms', 'press'],
    ['Contents › 企业在港区注册吗？', 'press'],
    ['Id', 'enter `is-registered`'],
  ]);
  await page.getByText('is now is-registered').waitFor();
  await counts(1);
  const { bytes } = await download(page, () => button(page, 'Download scenarios.json').click());
  assert.deepEqual(JSON.parse(bytes.toString())[0].answers, { 'is-registered': true });
  assertNoErrors(page);
});

/** JSON, and English names of outcomes. */
const NOT_WORDS = /[{}"]|\b(?:never|expected|met|not-met|open)\b/;

test('gaps are in the language of the page, also after it changes', async () => {
  const gaps = page.locator('.au-gaps > li');
  await gaps.first().getByText('never decided').waitFor();
  await gaps
    .first()
    .getByRole('button', { name: /^Suggest a firm/ })
    .click();
  await page.getByText('A firm that tests this').waitFor();

  await chooseInterface(page, 'zh-Hans');
  // The suggestion stays: the gap is the same one.
  await page.getByText('一家可检验此处的企业').waitFor();
  const texts = await gaps.locator('> span').allTextContents();
  assert.equal(
    texts[0],
    '欢迎礼包（welcome） · 在港区注册 · 没有案例能判断是否符合：企业在港区注册吗：是',
  );
  assert.ok(texts.includes('欢迎礼包（welcome） · 没有案例的预期结果是“不符合”'));
  assert.deepEqual(
    texts.filter((text) => NOT_WORDS.test(text)),
    [],
  );
  await page.getByRole('button', { name: `推荐一家企业: ${texts[0]}`, exact: true }).waitFor();
  assertNoErrors(page);
});

test('the comparison shows changed results in the language of the page', async () => {
  await addExample();
  await chooseInterface(page, 'zh-Hans');
  await showTab(page, '对比');
  const panel = page.locator('.au-compare');
  const published = readFileSync(TEMPLATE, 'utf8').replace(
    '["registered", true]',
    '["registered", false]',
  );
  await chooseFile(panel.locator('input[type=file]'), { name: 'rules.json', content: published });
  await panel.getByText('结果有变化的案例：1 个，共 1 个').waitFor();
  const scenario = panel.getByRole('listitem').filter({ hasText: '欢迎礼包：满足条件 · 欢迎礼包' });
  assert.deepEqual(await scenario.locator('del, ins').allTextContents(), ['不符合', '满足条件']);
  assertNoErrors(page);
});

test('a file that is no list does not keep the scenarios of another from running', async () => {
  await addExample();
  const panel = page.locator('.au-scenarios');
  const broken = { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('[{') };
  await panel.locator('input[type=file]').setInputFiles([broken]);
  await panel.getByRole('listitem').filter({ hasText: 'This file is not a list' }).waitFor();
  await counts(1);
  assertNoErrors(page);
});
