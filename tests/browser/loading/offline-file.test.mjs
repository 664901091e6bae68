// offline.html from a disk: one file, no server, no network.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, beforeEach, test } from 'node:test';
import { assertChecklist } from '../support/checklist.mjs';
import { expectedCounts, scenario } from '../support/command.mjs';
import { answer } from '../support/keyboard.mjs';
import {
  DIST,
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  counts,
  newPage,
  restoreCase,
  showAllQuestions,
  useSite,
  waitForText,
  waitForWidget,
} from '../support/page.mjs';
import { lastPrinted, readPdf } from '../support/pdf.mjs';

const { answers } = scenario('growth', '启榕软件');
const CASE = { 'as-of': IN_FORCE, answers };

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'eligibility-offline-'));
const file = join(folder, '自测.html');
copyFileSync(join(DIST, 'offline.html'), file);
after(() => rmSync(folder, { recursive: true }));

let page;
beforeEach(async () => {
  page = await newPage(site);
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(file).href);
  await waitForWidget(page);
});
afterEach(async () => {
  // The page's own policy suffices, it requests nothing and stores nothing.
  assertNoErrors(page);
  assert.deepEqual(
    page.recorded.requests.filter((url) => url !== pathToFileURL(file).href && url !== 'data:,'),
    [],
  );
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

test('the counts are those of the command', async () => {
  await showAllQuestions(page, IN_FORCE);
  for (const { id } of PACK.facts) if (id in answers) await answer(page, id, answers[id]);
  await waitForText(counts(page), expectedCounts(IN_FORCE, answers));
});

test('the checklist contains every measure and can be printed', async () => {
  await restoreCase(page, CASE);
  await button(page, '做办事清单').first().click();
  await page.getByRole('heading', { name: '办事清单' }).waitFor();
  assertChecklist(readPdf(await page.pdf()), CASE, 'zh-Hans', { margins: false });
  await button(page, '打印（第 1 页给窗口，后面是依据）').click();
  assert.match((await lastPrinted(page)).body, /企业研发投入增长支持/);
});
