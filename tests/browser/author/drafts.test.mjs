// Unsaved work of the authoring page: it asks before it is lost, and drafts are kept on request.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { TEMPLATE, openAuthor, openPack } from '../support/author-page.mjs';
import { download, editor, textOf } from '../support/author.mjs';
import { assertNoErrors, button, useSite, waitUntil } from '../support/page.mjs';

const PACK = readFileSync(TEMPLATE, 'utf8');

const site = useSite();
let page;
let dialogs;
let isAccepted;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  [dialogs, isAccepted] = [[], true];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    return isAccepted ? dialog.accept() : dialog.dismiss();
  });
});
afterEach(() => page.context().close());

const stored = () => page.evaluate(() => Object.keys(localStorage).length);
const turnOn = () => page.getByLabel('Keep a draft in this browser').check();

async function change() {
  await editor(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ');
}

test('nothing is stored unless a person turns drafts on', async () => {
  await openPack(page, PACK);
  await change();
  await page.reload();
  assert.deepEqual(dialogs, ['beforeunload']);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await stored(), 0);
  assertNoErrors(page);
});

test('a draft continues after a reload, and goes away with the download', async () => {
  await turnOn();
  await openPack(page, PACK);
  await change();
  const text = await textOf(page);
  await waitUntil('the switch and the draft are stored', async () => (await stored()) === 2);
  await page.reload();
  await page.getByRole('button', { name: /^(Continue|继续)/ }).click();
  await page.locator('json-editor').waitFor();
  assert.equal(await textOf(page), text);
  await download(page, () => page.getByRole('button', { name: /rules\.json$/ }).click());
  await waitUntil('only the switch is stored', async () => (await stored()) === 1);
  assertNoErrors(page);
});

test('turning drafts off removes them', async () => {
  await turnOn();
  await openPack(page, PACK);
  await change();
  await waitUntil('a draft is stored', async () => (await stored()) === 2);
  await page.getByText('Draft: on').click();
  await page.getByLabel('Keep a draft in this browser').uncheck();
  await waitUntil('nothing is stored', async () => (await stored()) === 0);
  assertNoErrors(page);
});

test('a text that is typed and not finished asks before a reload', async () => {
  await openPack(page, PACK);
  await button(page, 'Forms').click();
  const title = page.getByLabel('Title', { exact: true });
  await title.click();
  await page.keyboard.type('x');
  await page.reload();
  assert.deepEqual(dialogs, ['beforeunload']);
  assertNoErrors(page);
});

test('a search does not ask before a reload', async () => {
  await openPack(page, PACK);
  await button(page, 'Forms').click();
  await page.getByRole('searchbox').click();
  await page.keyboard.type('x');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(dialogs, []);
});

test('a draft that continues in a second tab has a copy for each tab', async () => {
  await turnOn();
  await openPack(page, PACK);
  await change();
  await waitUntil('a draft is stored', async () => (await stored()) === 2);
  const first = page;
  const second = await page.context().newPage();
  await second.goto(first.url());
  await second.getByRole('button', { name: /^(Continue|继续)/ }).click();
  await second.locator('json-editor').waitFor();
  await first.bringToFront();
  await change();
  await waitUntil('each tab has a draft', async () => (await stored()) === 3);
  await download(second, () => second.getByRole('button', { name: /rules\.json$/ }).click());
  await waitUntil('the draft of the first tab stays', async () => (await stored()) === 2);
  assertNoErrors(page);
});

test('closing asks, and keeps the work if the answer is no', async () => {
  await openPack(page, PACK);
  await change();
  const text = await textOf(page);
  isAccepted = false;
  await button(page, 'Close').click();
  assert.deepEqual(dialogs, ['confirm']);
  assert.equal(await textOf(page), text);
  isAccepted = true;
  await button(page, 'Close').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assertNoErrors(page);
});

test('opening another file asks, and keeps the work if the answer is no', async () => {
  await openPack(page, PACK);
  await change();
  const text = await textOf(page);
  const other = { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  isAccepted = false;
  await page.getByLabel('Open another file').setInputFiles(other);
  await waitUntil('the page asks', () => dialogs.length === 1);
  assert.equal(await textOf(page), text);
  isAccepted = true;
  await page.getByLabel('Open another file').setInputFiles(other);
  await waitUntil('the other file is open', async () => (await textOf(page)) === '{}');
  assert.deepEqual(dialogs, ['confirm', 'confirm']);
  assertNoErrors(page);
});
