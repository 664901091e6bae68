// Nothing is lost: a file to keep, a receipt, another language, larger type, and wiping only what was confirmed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { countsText, explain, scenario } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { AUTHORED, IN_FORCE, PACK, button, chineseDate, counts, dateBox, openPage, question, showAllQuestions, startSite, waitForText, waitUntil } from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const told = explain({ 'as-of': IN_FORCE, answers });
let site, page, saved;
before(async () => {
  site = await startSite();
  page = await openPage(site);
});
after(() => site.close());

const restoreBox = async (page) => {
  const code = page.getByRole('textbox', { name: '回执码' });
  const summary = page.getByText('用回执恢复，或打开保存的文件');
  await summary.waitFor();
  // What was refused is still there, unfolded.
  if (!(await code.isVisible())) await summary.click();
  return code;
};

test('a receipt brings back the day and every answer', async () => {
  const code = await restoreBox(page);
  await code.fill(` ${told.receipt.toLowerCase()} `);
  await button(page, '恢复').click();
  await waitForText(counts(page), countsText(told.measures));
  await page.getByText(`已回答 ${Object.keys(answers).length} 题。`).waitFor();
  await page.getByText(`在${chineseDate(IN_FORCE)}这一天，本政策有效。`).waitFor();
});

test('what is saved is a file that names its pack and day, and the command line reads it', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '保存到本机').click()]);
  assert.equal(download.suggestedFilename(), `${PACK.id}-answers-${IN_FORCE}.json`);
  saved = readFileSync(await download.path(), 'utf8');
  const file = JSON.parse(saved);
  assert.deepEqual([file.pack, file['as-of']], [PACK.id, IN_FORCE]);
  assert.deepEqual(explain(file).measures, told.measures);
});

test('wiping is asked once, and not done when it is declined', async () => {
  await button(page, '清除全部回答').click();
  const sure = page.getByText(`要清除全部 ${Object.keys(answers).length} 项回答吗？清除后不能恢复。`);
  await assertFocused(sure);
  await button(page, '不清除').click();
  await assertFocused(button(page, '清除全部回答'));
  await waitForText(counts(page), countsText(told.measures));
  await button(page, '清除全部回答').click();
  await button(page, '确认清除').click();
  await assertFocused(page.getByRole('heading', { name: PACK.title }));
  await showAllQuestions(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
});

test('the file opened again brings everything back', async () => {
  await button(page, '回到首页').click();
  await restoreBox(page);
  const chosen = { name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(saved) };
  await page.getByLabel('打开保存的文件').setInputFiles(chosen);
  await waitForText(counts(page), countsText(told.measures));
});

for (const [name, text, message] of [
  ['a code that was mistyped', () => told.receipt.replace(/.$/, (last) => (last === '2' ? '3' : '2')), /回执码/],
  ['something else', () => '你好', /回执码/],
])
  test(`${name} is refused with what to do, and stays in its box`, async () => {
    await button(page, '回到首页').click();
    const code = await restoreBox(page);
    await code.fill(text());
    await button(page, '恢复').click();
    await waitUntil('it is refused', async () => (await code.getAttribute('aria-invalid')) === 'true');
    assert.match(await code.evaluate((input) => input.closest('div').textContent), message);
    assert.equal(await code.inputValue(), text());
    await button(page, '返回继续回答').click();
    await waitForText(counts(page), countsText(told.measures));
  });

test('a file that is none of ours is refused, and nothing changes', async () => {
  await button(page, '回到首页').click();
  await restoreBox(page);
  const chosen = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"pack": "elsewhere", "answers": {}}') };
  await page.getByLabel('打开保存的文件').setInputFiles(chosen);
  await page.getByText('elsewhere').waitFor();
  await button(page, '返回继续回答').click();
  await waitForText(counts(page), countsText(told.measures));
});

test('in another language everything stands as it stood, and the focus stays', async () => {
  const { facts, measures } = JSON.parse(AUTHORED);
  await button(page, '按部分查看全部题目').click();
  const title = '企业研发投入增长支持';
  await page.getByRole('searchbox', { name: '查找措施' }).fill('R&D');
  await button(page, 'English').focus();
  await button(page, 'English').press('Enter');
  const spending = facts.find(({ id }) => id === 'rd-spending').question.en;
  const asked = page.getByRole('group', { name: spending, exact: true });
  await asked.waitFor();
  assert.equal(await asked.getByRole('textbox').inputValue(), String(answers['rd-spending']));
  await assertFocused(button(page, 'English'));
  assert.equal(await button(page, 'English').getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('eligibility-check').getAttribute('lang'), 'en');
  assert.ok(measures.some((measure) => measure.title['zh-Hans'] === title));
  await button(page, '繁體中文').click();
  await page.getByRole('heading', { name: '請回答' }).waitFor();
  await button(page, '简体中文').click();
  await page.getByRole('heading', { name: '请回答' }).waitFor();
  await waitForText(counts(page), countsText(told.measures));
});

test('large type is half as large again, on every screen, and nothing scrolls sideways at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  const size = () => question(page, 'applicant-kind').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const before = await size();
  await button(page, '大字版').click();
  assert.equal(await size(), before * 1.5);
  assert.equal(await button(page, '大字版').getAttribute('aria-pressed'), 'true');
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok((await wide()) <= 320, `${await wide()} px wide`);
  for (const name of ['查看核对清单', '返回继续回答', '一题一题回答', '回到首页']) {
    await button(page, name).click();
    assert.ok((await wide()) <= 320, `${name}: ${await wide()} px wide`);
  }
});

test('what is typed in the date box stays while the language changes', async () => {
  await dateBox(page).fill('2018-0');
  await button(page, 'English').click();
  const box = page.getByRole('textbox', { name: 'Date of the self-check' });
  await box.waitFor();
  assert.equal(await box.inputValue(), '2018-0');
});

test('nothing went wrong on the way, and nothing is left on the device', async () => {
  assert.deepEqual(page.recorded.errors, []);
  assert.deepEqual(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]), ['']);
});
