// The one file that works from a disk or a stick: no server, no folder beside it, no network.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { countsText, explain, scenario } from '../support/command.mjs';
import { answer } from '../support/keyboard.mjs';
import {
  DIST, IN_FORCE, PACK, assertNoErrors, button, counts, newPage, showAllQuestions, startSite, waitForText,
  waitForWidget,
} from '../support/page.mjs';
import { lastPrinted, readPdf } from '../support/pdf.mjs';
import { assertChecklist } from '../support/checklist.mjs';

const { answers } = scenario('growth', '启榕软件');
const { measures } = explain({ 'as-of': IN_FORCE, answers });
let site, page, folder, address;

before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'eligibility-offline-'));
  copyFileSync(join(DIST, 'offline.html'), join(folder, '自测.html'));
  address = pathToFileURL(join(folder, '自测.html')).href;
  page = await newPage(site);
  await page.context().setOffline(true);
  await page.goto(address);
  await waitForWidget(page);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test('it answers as the command line does', async () => {
  await showAllQuestions(page, IN_FORCE);
  for (const { id } of PACK.facts) if (id in answers) await answer(page, id, answers[id]);
  await waitForText(counts(page), countsText(measures));
});

test('its sheet holds every measure, and can be printed', async () => {
  await button(page, '查看核对清单').click();
  await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  assertChecklist(readPdf(await page.pdf()), { 'as-of': IN_FORCE, answers }, 'zh-Hans', { margins: false });
  await button(page, '打印清单').click();
  assert.match((await lastPrinted(page)).body, /企业研发投入增长支持/);
});

test('it asks for nothing but itself, and breaks no rule of its own policy', () => {
  const others = page.recorded.requests.filter((url) => url !== address && url !== 'data:,');
  assert.deepEqual(others, []);
  assertNoErrors(page);
});

test('it leaves nothing on the device', async () => {
  const left = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]);
  assert.deepEqual(left, ['']);
});
