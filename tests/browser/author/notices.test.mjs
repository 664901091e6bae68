// Notices about a change: each disappears when its subject changes again. Those of scenarios and
// spreadsheets are tested with their panels.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { TEMPLATE, chooseFile, openAuthor, openPack } from '../support/author-page.mjs';
import { showTab } from '../support/author.mjs';
import { assertNoErrors, button, useSite } from '../support/page.mjs';

const PACK = readFileSync(TEMPLATE, 'utf8');
const PUBLISHED = PACK.replace('["registered", true]', '["registered", false]');

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, PACK);
});
afterEach(() => page.context().close());

const compare = () => page.locator('.au-compare');

/** Compares with another version, and adds the first firm to the scenarios. */
async function addFirm() {
  await showTab(page, 'Compare');
  const input = compare().locator('input[type=file]');
  await chooseFile(input, { name: 'published.json', content: PUBLISHED });
  await button(compare(), 'Add as a scenario').first().click();
}

test('the notice of an added firm disappears when the scenarios change again', async () => {
  await addFirm();
  const notice = compare().getByText(/^The firm was added to the scenarios/);
  await notice.waitFor();
  await showTab(page, 'Scenarios');
  await button(page, 'Undo').click();
  await showTab(page, 'Compare');
  await notice.waitFor({ state: 'detached' });
  assertNoErrors(page);
});

test('a refusal to add a firm disappears when the scenarios are correct', async () => {
  await showTab(page, 'Scenarios');
  const files = page.locator('.au-files').locator('input[type=file]');
  await chooseFile(files, { name: 'scenarios.json', content: '{' });
  await addFirm();
  const refusal = compare()
    .getByRole('alert')
    .getByText('Correct the file of the scenarios first.');
  await refusal.waitFor();
  await showTab(page, 'Scenarios');
  await chooseFile(files, { name: 'scenarios.json', content: '[]' });
  await page.locator('.au-files').getByText('scenarios: 0').waitFor();
  await showTab(page, 'Compare');
  await refusal.waitFor({ state: 'detached' });
  assertNoErrors(page);
});
