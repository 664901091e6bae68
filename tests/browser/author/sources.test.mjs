// Policy texts beside the pack: its quotes are looked up in them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { TEMPLATE, openAuthor, openPack } from '../support/author-page.mjs';
import { showTab } from '../support/author.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { assertNoErrors, button, useSite } from '../support/page.mjs';

const TEXT = '第一条 本办法扶持企业。\n第二条 在港区注册的企业，可领取欢迎礼包。\n';

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, readFileSync(TEMPLATE, 'utf8'));
  await showTab(page, 'Policy texts');
});
afterEach(() => page.context().close());

/** Pastes a text, as a person does. */
async function paste(text) {
  await page.getByRole('textbox', { name: /^Paste the text/ }).click();
  await page.keyboard.insertText(text);
  await button(page, 'Look up the quotes').click();
}

test('a quote of the text is found, and marked in it', async () => {
  await paste(TEXT);
  await page.getByText('Quotes found: 1 of 1').waitFor();
  await page.locator('mark').getByText('在港区注册的企业，可领取欢迎礼包').waitFor();
  assertNoErrors(page);
});

test('a pasted text stays while another panel is shown', async () => {
  const box = page.getByRole('textbox', { name: /^Paste the text/ });
  await box.fill(TEXT);
  await showTab(page, 'Try it');
  await box.waitFor({ state: 'hidden' });
  await showTab(page, 'Policy texts');
  assert.equal(await box.inputValue(), TEXT);
  assertNoErrors(page);
});

test('the focus follows the text from the box to the marked text, and back', async () => {
  await paste(TEXT);
  await assertFocused(page.getByRole('region', { name: /^Text of/ }));
  await button(page, 'Remove the text').click();
  await assertFocused(page.getByRole('textbox', { name: /^Paste the text/ }));
  assertNoErrors(page);
});

test('a quote that is not in the text is a problem at its place', async () => {
  await paste('第二条 别的文字。\n');
  await page.getByText('Quotes found: 0 of 1').waitFor();
  await page.getByRole('button', { name: /^Problems/ }).click();
  const problem = page.locator('.au-problem').filter({ hasText: '/provisions/0/quote' });
  await problem.first().waitFor();
  await showTab(page, 'Policy texts');
  await button(page, 'Remove the text').click();
  await page.getByRole('button', { name: /^Problems/ }).click();
  await page.getByText('No problems found.').waitFor();
  assertNoErrors(page);
});

test('a file that is not a text leaves the page as it was, and says so', async () => {
  const buffer = Buffer.from([0xff, 0xfe, 0x00, 0xd8]);
  await page
    .locator('.au-source input[type=file]')
    .setInputFiles({ name: 'law.doc', mimeType: 'application/msword', buffer });
  await page.getByRole('alert').getByText('“law.doc” is not UTF-8 text').waitFor();
  await paste(TEXT);
  await page.getByText('Quotes found: 1 of 1').waitFor();
  assertNoErrors(page);
});
