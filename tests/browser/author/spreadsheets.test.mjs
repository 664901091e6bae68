// Spreadsheets of the authoring page: downloaded, edited, and opened again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { openAuthor, openPack } from '../support/author-page.mjs';
import { download, editor, showTab, textOf } from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { assertNoErrors, button, useSite, waitUntil } from '../support/page.mjs';

const PACK = readFileSync(inRepository('packs/example-fennmark.json'), 'utf8');

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, PACK, 'fennmark.json');
  await showTab(page, 'Spreadsheets');
});
afterEach(() => page.context().close());

const sheets = () => page.locator('.au-sheets');

async function downloadTexts() {
  const save = button(page, 'Download texts (CSV)');
  const { name, bytes } = await download(page, () => save.click());
  assert.equal(name, 'fennmark-texts.csv');
  return bytes.toString();
}

const open = (name, content) =>
  sheets()
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

test('an edited text comes back after its report, and is one step of undo', async () => {
  const csv = await downloadTexts();
  assert.match(csv, /Start-up grant/);
  await open('edited.csv', csv.replaceAll('Start-up grant', 'Grant for new firms'));
  const apply = sheets().getByRole('button', { name: /^Change these texts/ });
  await apply.waitFor();
  assert.equal(await textOf(page), PACK);
  await apply.click();
  const changed = PACK.replaceAll('Start-up grant', 'Grant for new firms');
  await waitUntil('the text is changed', async () => (await textOf(page)) === changed);
  const notice = sheets().getByText(/^Texts changed: /);
  await notice.waitFor();
  await editor(page).focus();
  await page.keyboard.press('Control+z');
  await waitUntil('the text is as before', async () => (await textOf(page)) === PACK);
  await notice.waitFor({ state: 'detached' });
  assertNoErrors(page);
});

test('the notice of a download disappears when the text changes', async () => {
  await downloadTexts();
  const notice = sheets().getByText('fennmark-texts.csv is being downloaded.');
  await notice.waitFor();
  await editor(page).focus();
  await page.keyboard.insertText(' ');
  await notice.waitFor({ state: 'detached' });
  assertNoErrors(page);
});

test('a text that was changed on both sides is a conflict, and stays', async () => {
  const csv = await downloadTexts();
  await showTab(page, 'Text');
  await editor(page).focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Start-up grant');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText('Founding grant');
  await open('edited.csv', csv.replaceAll('Start-up grant', 'Grant for new firms'));
  await sheets()
    .getByText(/^Conflicts: /)
    .first()
    .waitFor();
  await sheets().getByText('changed in the rules and in the spreadsheet').first().waitFor();
  assert.match(await textOf(page), /Founding grant/);
  assertNoErrors(page);
});

test('a workbook has the texts and the measures', async () => {
  const save = button(page, 'Download workbook (XLSX)');
  const { name, bytes } = await download(page, () => save.click());
  assert.equal(name, 'fennmark-texts.xlsx');
  await open(name, bytes);
  await sheets()
    .getByText(/texts to change: 0, conflicts: 0/)
    .waitFor();
  assertNoErrors(page);
});

test('a file that is no spreadsheet changes nothing, and says so', async () => {
  await open('notes.csv', 'one,two\n1,2\n');
  await sheets().getByRole('alert').getByText('has no column “place”').waitFor();
  assert.equal(await textOf(page), PACK);
  assertNoErrors(page);
});
