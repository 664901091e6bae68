// Files that are dropped on the authoring page: each part of the page takes its own, and refuses
// others with the reason. None is inserted, and none opens twice.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { RULES, TEMPLATE, checkedProblems, openAuthor, openPack } from '../support/author-page.mjs';
import { dropFiles, showTab, textOf } from '../support/author.mjs';
import { assertNoErrors, useSite, waitForText, waitUntil } from '../support/page.mjs';

const PACK = readFileSync(TEMPLATE, 'utf8');
const SCENARIO = {
  name: 'a firm of the harbour',
  'as-of': '2018-06-01',
  answers: { registered: true },
  expect: { welcome: { outcome: 'met' } },
};

const folder = mkdtempSync(join(tmpdir(), 'eligibility-drops-'));
after(() => rmSync(folder, { recursive: true }));

/** A file in the folder. @param {string | Uint8Array} content */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const directory = join(folder, 'policies');
mkdirSync(directory);
writeFileSync(join(directory, 'rules.json'), '{}');
/** A file of zeros, which takes no space on the disk. */
const large = file('large.json', '');
truncateSync(large, 100_000_000);
const picture = file(
  'picture.png',
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 0xd]),
);
const scenarios = file('people.json', JSON.stringify([SCENARIO], null, 2));
const policy = file('policy.txt', '第二条 在港区注册的企业，可领取欢迎礼包。\n');

const NOT_READ =
  '“policies” cannot be read. If it is a folder, choose the file in it. Otherwise choose it again.';
/** What each part of the page refuses. */
const REFUSED = {
  pack: [
    [large, '“large.json” is larger than 10 MB and is probably not a rule pack.'],
    [picture, '“picture.png” is not UTF-8 text.'],
    [directory, NOT_READ],
  ],
  sheet: [
    [large, '“large.json” is larger than 20 MB'],
    [picture, '“picture.png” is neither XLSX nor CSV.'],
    [directory, NOT_READ],
  ],
  source: [
    [large, '“large.json” is larger than 10 MB.'],
    [picture, '“picture.png” is not UTF-8 text. Copy the text from it and paste it here.'],
    [directory, NOT_READ],
  ],
};

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
});
afterEach(() => page.context().close());

/** Drops each file, and asserts that its reason is the only alert of the page. */
async function assertRefused(element, refused) {
  for (const [path, message] of refused) {
    await dropFiles(page, element, path);
    await waitForText(page.getByRole('alert'), message);
    assert.equal(await page.getByRole('alert').count(), 1);
  }
}

test('the start screen refuses a file that is no pack, and opens the next one', async () => {
  await assertRefused(page.locator('.au-start'), REFUSED.pack);
  assert.equal(await page.locator('json-editor').count(), 0);
  await dropFiles(page, page.locator('.au-start'), TEMPLATE);
  await checkedProblems(page);
  assert.equal(await textOf(page), PACK);
  assertNoErrors(page);
});

describe('with an open pack', () => {
  beforeEach(() => openPack(page, PACK));

  for (const [name, selector] of [
    ['the JSON editor', 'json-editor'],
    ['the bar', '.au-bar'],
  ]) {
    test(`${name} refuses a file that is no pack, and keeps the text`, async () => {
      await assertRefused(page.locator(selector), REFUSED.pack);
      assert.equal(await textOf(page), PACK);
      assertNoErrors(page);
    });

    test(`a pack that is dropped on ${name} opens, and is not inserted`, async () => {
      await dropFiles(page, page.locator(selector), RULES);
      const rules = readFileSync(RULES, 'utf8');
      await waitUntil('the file is open', async () => (await textOf(page)) === rules);
      assertNoErrors(page);
    });
  }

  test('the panel of spreadsheets refuses what is no spreadsheet', async () => {
    await showTab(page, 'Spreadsheets');
    await assertRefused(page.locator('.au-sheets'), REFUSED.sheet);
    assert.equal(await textOf(page), PACK);
    assertNoErrors(page);
  });

  test('the files of scenarios take scenarios, and do not open them as a pack', async () => {
    await showTab(page, 'Scenarios');
    const files = page.locator('.au-files');
    await assertRefused(files, REFUSED.pack);
    await dropFiles(page, files, scenarios);
    await waitForText(page.locator('.au-scenarios'), '1 scenarios, 1 as expected');
    assert.equal(await textOf(page), PACK);
    assert.equal(await page.locator('.au-bar__name').textContent(), 'rules.json');
    assertNoErrors(page);
  });

  test('a document takes its text, and does not open it as a pack', async () => {
    await showTab(page, 'Policy texts');
    const document = page.locator('.au-source').first();
    await assertRefused(document, REFUSED.source);
    await dropFiles(page, document, policy);
    await waitForText(document, 'Quotes found: 1 of 1');
    assert.equal(await textOf(page), PACK);
    assert.equal(await page.locator('.au-bar__name').textContent(), 'rules.json');
    assertNoErrors(page);
  });
});
