// Scenarios that take seconds: problems do not wait for them.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { checkedProblems, openAuthor, openPack } from '../support/author-page.mjs';
import { showTab } from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { assertNoErrors, useSite, waitForText } from '../support/page.mjs';

const PACK = readFileSync(inRepository('packs/national-sme-2026.json'), 'utf8');
const FILES = ['high-tech', 'tech-sme'].map((name) =>
  inRepository(`tests/scenarios-national-sme-2026/${name}.json`),
);
const COUNT = FILES.flatMap((file) => JSON.parse(readFileSync(file, 'utf8'))).length;

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, PACK);
  await checkedProblems(page);
});
afterEach(() => page.context().close());

test('a fault is reported while the scenarios run, and their results follow', async () => {
  const panel = page.locator('.au-scenarios');
  const running = panel.and(page.locator('[aria-busy=true]'));
  await showTab(page, 'Scenarios');
  await panel.locator('input[type=file]').setInputFiles(FILES);
  await running.waitFor();
  await waitForText(panel.getByRole('status'), 'Checking…');

  await page.locator('json-editor .cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(']');
  await showTab(page, 'Problems');
  await waitForText(page.locator('.au-problems').getByRole('status'), 'Must be corrected: 1');
  await showTab(page, 'Scenarios');
  await running.waitFor();

  await page.locator('json-editor .cm-content').press('Control+z');
  await panel
    .getByRole('status')
    .filter({ hasText: `${COUNT} scenarios, ${COUNT} as expected` })
    .waitFor({ timeout: 120_000 });
  assertNoErrors(page);
});
