// Typing with an input method in each part of the page, while checks come and go.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { checkedProblems, openAuthor, openPack } from '../support/author-page.mjs';
import { control, download, editor, showTab, textOf } from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { assertNoErrors, button, useSite, waitForText, waitUntil } from '../support/page.mjs';

const PACK = readFileSync(inRepository('tests/transcripts/guide/start.json'), 'utf8');
const site = useSite();
let page, devtools;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  devtools = await page.context().newCDPSession(page);
  await openPack(page, PACK);
});
afterEach(() => page.context().close());

/** Shows a text of the input method that is not accepted yet. */
const compose = (text) =>
  devtools.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
const accept = (text) => devtools.send('Input.insertText', { text });

describe('in a form', () => {
  beforeEach(async () => {
    await showTab(page, 'Forms');
    await control(page, 'Contents › 欢迎礼包', ['button']).click();
  });

  test('a text reaches the pack when the box loses the focus, and not before', async () => {
    const title = control(page, 'Title', ['textbox']);
    await title.click();
    await page.keyboard.press('ControlOrMeta+A');
    for (const text of ['y', 'yi', 'ying xin', 'ying xin li bao']) await compose(text);
    assert.equal(await textOf(page), PACK);
    await accept('迎新礼包');
    assert.equal(await title.inputValue(), '迎新礼包');
    assert.equal(await textOf(page), PACK);
    await assertFocused(title);
    await page.keyboard.press('Tab');
    await checkedProblems(page);
    assert.equal(await textOf(page), PACK.replace('欢迎礼包"}', '迎新礼包"}'));
    assertNoErrors(page);
  });

  test('checks that end during a composition change nothing in the box', async () => {
    const hint = control(page, 'Summary', ['textbox']);
    await button(page, 'Undo').click(); // Nothing to take back.
    await control(page, 'Title', ['textbox']).fill('迎新');
    await hint.click();
    // The change of the title is checked meanwhile.
    await page.keyboard.press('ControlOrMeta+A');
    await compose('shen');
    await checkedProblems(page);
    await waitUntil('the title is in the pack', async () => (await textOf(page)).includes('迎新"'));
    await compose('shen bao');
    await accept('申报');
    assert.equal(await hint.inputValue(), '申报');
    await assertFocused(hint);
    assertNoErrors(page);
  });

  test('the search finds a definition by Chinese text', async () => {
    const search = control(page, 'Search', ['searchbox']);
    await search.click();
    for (const text of ['zhu', 'zhu ce']) await compose(text);
    await accept('注册');
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.getByRole('button', { name: /^欢迎礼包/ }).waitFor({ state: 'detached' });
    await contents.getByRole('button', { name: /^企业在港区注册吗？/ }).waitFor();
  });
});

describe('in the JSON editor', () => {
  test('a text is inserted once, with checks during the composition', async () => {
    await editor(page).getByText('"欢迎礼包"').first().dblclick();
    await page.keyboard.insertText('x');
    await checkedProblems(page);
    const before = await textOf(page);
    for (const text of ['y', 'ying', 'ying xin']) await compose(text);
    // A check of the text with the unfinished letters.
    await checkedProblems(page);
    await compose('ying xin li bao');
    await accept('迎新礼包');
    await checkedProblems(page);
    assert.equal(await textOf(page), before.replace('"x"', '"x迎新礼包"'));
    await assertFocused(editor(page));
    assertNoErrors(page);
  });

  test('no list of completions opens over a Chinese text', async () => {
    await editor(page).getByText('"欢迎礼包"').first().click();
    for (const text of ['y', 'ying']) await compose(text);
    await accept('迎');
    await checkedProblems(page);
    assert.equal(await page.locator('json-editor').getByRole('listbox').count(), 0);
  });
});

describe('in the scenarios', () => {
  const name = () => control(page, 'Name', ['textbox']);
  const heads = () => page.locator('.au-scenario__head');
  beforeEach(async () => {
    await showTab(page, 'Scenarios');
    await button(page, 'New scenario').click();
    await name().waitFor();
    await waitUntil('the name has the focus', () =>
      name().evaluate((box) => box === document.activeElement),
    );
  });

  test('a name is used once, with checks during the composition', async () => {
    await page.keyboard.press('ControlOrMeta+A');
    for (const text of ['gang', 'gang qu']) await compose(text);
    await waitForText(page.locator('.au-scenarios').getByRole('status'), '1 scenarios');
    await compose('gang qu qi ye');
    await waitForText(heads(), 'New scenario');
    await accept('港区企业');
    assert.equal(await name().inputValue(), '港区企业');
    await page.keyboard.press('Tab');
    await waitForText(heads(), '港区企业');
    const { bytes } = await download(page, () => button(page, 'Download scenarios.json').click());
    assert.deepEqual(
      JSON.parse(bytes.toString()).map((scenario) => scenario.name),
      ['港区企业'],
    );
    assertNoErrors(page);
  });

  test('the search finds a scenario by Chinese text', async () => {
    await name().fill('港区企业');
    await page.keyboard.press('Tab');
    await waitForText(heads(), '港区企业');
    await button(page, 'New scenario').click();
    await heads().nth(1).click(); // Closes it: an open scenario is always shown.
    await page.getByRole('searchbox', { name: 'Find a scenario' }).click();
    for (const text of ['gang', 'gang qu']) await compose(text);
    await accept('港区');
    const search = page.getByRole('searchbox', { name: 'Find a scenario' });
    assert.equal(await search.inputValue(), '港区');
    await waitUntil('one scenario is left', async () => (await heads().count()) === 1);
    await waitForText(heads(), '港区企业');
    assertNoErrors(page);
  });
});

test('the language of a spreadsheet is taken once', async () => {
  await showTab(page, 'Spreadsheets');
  const language = page.locator('.au-sheets').getByRole('textbox');
  await language.click();
  for (const text of ['z', 'zh', 'zh han']) await compose(text);
  await accept('zh-Hant');
  assert.equal(await language.inputValue(), 'zh-Hant');
  const save = button(page, 'Download texts (CSV)');
  const { bytes } = await download(page, () => save.click());
  const [header] = bytes.toString().split('\n');
  assert.equal(header.split('zh-Hant').length, 2, header);
  assertNoErrors(page);
});

test('a policy text is used once', async () => {
  await showTab(page, 'Policy texts');
  await page.getByRole('textbox', { name: /^Paste the text/ }).click();
  for (const text of ['di', 'di er tiao']) await compose(text);
  await accept('第二条　在港区注册的企业，可领取欢迎礼包。');
  await button(page, 'Look up the quotes').click();
  await page.getByText('Quotes found: 1 of 1').waitFor();
  assert.equal(await page.locator('.au-source__text mark').count(), 1);
  assertNoErrors(page);
});
