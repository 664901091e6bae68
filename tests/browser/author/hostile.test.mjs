// Files that nobody should open in the authoring page: each gets a clear message or opens as text,
// none becomes markup.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  RULES,
  TEMPLATE,
  assertNoAuthorErrors,
  checkedProblems,
  openAuthor,
  openFile,
} from '../support/author-page.mjs';
import { textOf } from '../support/author.mjs';
import { assertNoErrors, button, useSite, waitForText } from '../support/page.mjs';

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'eligibility-author-'));
after(() => rmSync(folder, { recursive: true }));

/** A file of zeros, which takes no space on the disk. */
const large = join(folder, '大文件.json');
writeFileSync(large, '');
truncateSync(large, 100_000_000);

const REFUSED = [
  ['of 100 MB', large, '“大文件.json”超过 10 MB，不像规则文件。请选择 rules.json。'],
  [
    'in UTF-16',
    { name: '规则.json', content: Buffer.from('\ufeff{"format": 2}', 'utf16le') },
    '“规则.json”不是 UTF-8 文本。请用 UTF-8 编码另存后再打开。',
  ],
  [
    'with a picture',
    { name: 'a.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0xff]) },
    '“a.png”不是 UTF-8 文本。请用 UTF-8 编码另存后再打开。',
  ],
];

test('a file that is no rule pack is refused with the reason, and the next one opens', async () => {
  const page = await openAuthor(site, { language: 'zh-Hans' });
  for (const [kind, file, message] of REFUSED) {
    await openFile(page, file);
    await waitForText(page.getByRole('alert'), message);
    assert.equal(await page.locator('json-editor').count(), 0, kind);
  }
  await openFile(page, TEMPLATE);
  await waitForText(await checkedProblems(page), '没有发现问题。');
  assertNoErrors(page);
  await page.context().close();
});

/** A list in a list, so many times. @param {number} depth */
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);

const OPENED = [
  ['an empty file', ''],
  ['a text that is not JSON', '甲\n乙'],
  ['a text with control characters', '{"format": 2,\u0000\u0001\u001b[31m'],
  ['lists in lists, ten thousand deep', nested(10_000)],
  ['lists in lists, a hundred thousand deep', nested(100_000)],
  ['one long line', `{"title": "${'甲'.repeat(3_000_000)}"}`],
  ['a list with many values', `[${'1,'.repeat(300_000)}1]`],
];

for (const [kind, text] of OPENED)
  test(`${kind} opens as text, with its faults`, async () => {
    const page = await openAuthor(site, { language: 'zh-Hans' });
    await openFile(page, { name: 'rules.json', content: Buffer.from(text) });
    const problems = await checkedProblems(page);
    await waitForText(problems, '必须改正');
    assert.ok((await problems.getByRole('listitem').count()) > 0);
    assert.equal((await textOf(page)).length, text.length);
    await button(page, '表单').click();
    assertNoErrors(page);
    await page.context().close();
  });

/** Every string of a pack that is a text for people, with markup in it. */
function withMarkup(value, key = '') {
  const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>&lt;';
  if (typeof value === 'string') return /^(zh|en)/.test(key) ? `${markup}${value}` : value;
  if (Array.isArray(value)) return value.map((one) => withMarkup(one));
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, withMarkup(one, name)]),
    );
  return value;
}

test('markup in every text stays text: in the problems, the forms and each preview', async () => {
  const pack = JSON.stringify(withMarkup(JSON.parse(readFileSync(RULES, 'utf8'))), null, 2);
  const page = await openAuthor(site, { language: 'zh-Hans' });
  await openFile(page, { name: '<img src=x>.json', content: Buffer.from(pack) });
  await checkedProblems(page);
  const texts = '<img src=x onerror="window.hacked=1">';
  await button(page, '表单').click();
  await waitForText(page.getByRole('navigation'), texts);
  await button(page, '试用').click();
  await waitForText(page.locator('pack-preview'), texts);
  for (const name of ['规则页', '签字表']) {
    await button(page, name).click();
    const frame = page.frameLocator(`iframe[title="${name}"]`);
    await waitForText(frame.locator('body'), texts);
    assert.equal(await frame.locator('img, script, b').count(), 0, name);
  }
  // Playwright sees into shadow roots.
  assert.equal(await page.locator('img[src=x], b, :not(head, body) > script').count(), 0);
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
  assertNoAuthorErrors(page);
  await page.context().close();
});

test('invisible characters are shown, and reported at their place', async () => {
  const pack = readFileSync(TEMPLATE, 'utf8').replace('"welcome"', '"\u202ewelcome"');
  const page = await openAuthor(site, { language: 'zh-Hans' });
  await openFile(page, { name: 'rules.json', content: Buffer.from(pack) });
  await waitForText(await checkedProblems(page), '必须改正');
  await page.locator('json-editor .cm-specialChar').first().waitFor();
  assertNoErrors(page);
  await page.context().close();
});
