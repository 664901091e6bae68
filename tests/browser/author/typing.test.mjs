// Typing with an input method, in the forms and in the JSON editor, while checks come and go.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  control,
  editor,
  openAuthor,
  openPack,
  showTab,
  textOf,
  waitForChecks,
} from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { assertNoErrors, button, useSite, waitUntil } from '../support/page.mjs';

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
    await waitForChecks(page);
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
    await waitForChecks(page);
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
    await waitForChecks(page);
    const before = await textOf(page);
    for (const text of ['y', 'ying', 'ying xin']) await compose(text);
    // A check of the text with the unfinished letters.
    await waitForChecks(page);
    await compose('ying xin li bao');
    await accept('迎新礼包');
    await waitForChecks(page);
    assert.equal(await textOf(page), before.replace('"x"', '"x迎新礼包"'));
    await assertFocused(editor(page));
    assertNoErrors(page);
  });

  test('no list of completions opens over a Chinese text', async () => {
    await editor(page).getByText('"欢迎礼包"').first().click();
    for (const text of ['y', 'ying']) await compose(text);
    await accept('迎');
    await waitForChecks(page);
    assert.equal(await page.locator('json-editor').getByRole('listbox').count(), 0);
  });
});
