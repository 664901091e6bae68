// The links that `eligibility invite` writes into the lists: what a firm sees that opens one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { COMMAND, inRepository } from '../support/command.mjs';
import { assertFocused, tabTo } from '../support/keyboard.mjs';
import { assertNoErrors, newPage, topicBox, useSite, waitForText } from '../support/page.mjs';

const DAY = '2019-05-10';
const MEASURE = 'grow-rd';
const FIRM = { id: 'A', answers: { 'applicant-kind': 'enterprise', 'rd-spending': '900' } };

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'eligibility-invite-'));
after(() => rmSync(folder, { recursive: true }));
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

/** The link of the firm in the list of the measure. @param {string[]} options */
function link(...options) {
  const cases = join(folder, 'firms.jsonl');
  writeFileSync(cases, `${JSON.stringify(FIRM)}\n`);
  const out = join(mkdtempSync(join(folder, 'lists-')), 'new');
  const pack = ['--pack', inRepository('rules.json'), '--as-of', DAY, '--measure', MEASURE];
  const which = ['--input', cases, '--at-most-missing', '5'];
  const address = ['--site', `${site.origin}/index.html`, '--out', out];
  execFileSync(COMMAND, ['invite', ...pack, ...which, ...address, ...options]);
  const list = readFileSync(join(out, `invite-${MEASURE}.csv`), 'utf8');
  return /"(http:[^"]*)"/.exec(list)?.[1] ?? list;
}

async function open(address) {
  page = await newPage(site, { width: 390, height: 844 });
  await page.clock.setFixedTime(`${DAY}T09:00:00+08:00`);
  await page.goto(address);
}

test('a link without answers opens the topics, with that of the measure chosen', async () => {
  const address = link();
  assert.ok(address.length < 120, address);
  await open(address);
  await topicBox(page, 'rd').waitFor();
  assert.ok(await topicBox(page, 'rd').isChecked());
  // By keyboard from here on.
  const begin = page.getByRole('button', { name: /^开始/ });
  await tabTo(page, begin);
  await assertFocused(begin);
  await page.keyboard.press('Enter');
  await waitForText(page.locator('.ec'), '您的单位是哪一类？');
});

test('a link with answers opens the results', async () => {
  await open(link('--receipts'));
  await waitForText(page.locator('.ec'), '已恢复：2019年5月10日，2 题，研发、高企、科技创新');
});
