// The sheet in the browser: what is chosen, printed and saved, and that the command line writes the very same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { assertFocused } from '../support/keyboard.mjs';
import { assertNoErrors, button, clearAnswers, openPage, startSite, waitUntil } from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { printChecklist, savedCase } from '../support/checklist.mjs';

const said = savedCase('software-firm');
let site, page;
before(async () => {
  site = await startSite();
  page = await atSheet();
});
after(() => site.close());

/** A page that stands at the sheet of the firm. */
async function atSheet() {
  const page = await openPage(site);
  await page.getByText('用回执恢复，或打开保存的文件').click();
  const buffer = Buffer.from(JSON.stringify(said));
  await page.getByLabel('打开保存的文件').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer });
  await page.getByText(`已回答 ${Object.keys(said.answers).length} 题。`).waitFor();
  await button(page, '查看核对清单').first().click();
  await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  return page;
}

/** A file that is saved: its name and what stands in it. */
async function saved(name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** A page without its style, which is smaller in the browser. */
const withoutStyle = (html) => html.replace(/<style>.*?<\/style>/s, '');
const choose = (name) => page.getByRole('checkbox', { name, exact: true });
/** The text of what was printed, and of what the command writes, as a browser reads both. */
const words = (html) => page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/g, ' ').trim(), html);

for (const [name, boxes, args] of [
  ['everything', [], []],
  ['open measures named only', ['“还差信息”的措施只列名称和还需要的回答，不逐项展开'], ['--without-open']],
  ['without answers', ['不印我的回答和自测结果，只印措施、材料和办理方式'], ['--without-answers']],
  ['in two languages', ['中英文对照'], ['--beside', 'en']],
  ['two measures', ['人才住房补贴（方向匹配·待核实）', '一站式申报服务（符合）'], ['--measure', 'talent-housing', '--measure', 'service-filing']],
])
  test(`${name}: what the browser saves and prints is what the command line writes`, async () => {
    const folded = page.getByText('选择打印哪些内容');
    if (!(await choose('中英文对照').isVisible())) await folded.click();
    for (const box of boxes) {
      await choose(box).check();
      await assertFocused(choose(box));
    }
    if (name === 'in two languages') await page.getByRole('heading', { name: 'Checklist before you apply' }).waitFor();
    const file = await saved('保存清单（网页文件）');
    const written = printChecklist(said, args);
    assert.equal(file.name, 'tianhe-2017-7-checklist-2019-05-10.html');
    assert.equal(withoutStyle(file.text), withoutStyle(written));
    await button(page, '打印清单').click();
    assert.equal(await words((await lastPrinted(page)).body), await words(withoutStyle(written)));
    for (const box of boxes) await choose(box).uncheck();
  });

test('the choice stands in another language, too, and only the words change', async () => {
  await choose('一站式申报服务（符合）').check();
  await button(page, 'English').click();
  const box = page.getByRole('checkbox', { name: 'One-stop application service (Met)', exact: true });
  await box.waitFor();
  assert.ok(await box.isChecked());
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save checklist (web page)').click()]);
  const written = printChecklist(said, ['--lang', 'en', '--measure', 'service-filing']);
  assert.equal(withoutStyle(readFileSync(await download.path(), 'utf8')), withoutStyle(written));
  await box.uncheck();
  await button(page, '简体中文').click();
});

test('a saved checklist opens from a file, asks for nothing and has nothing to click', async () => {
  const { text } = await saved('保存清单（网页文件）');
  const other = await site.browser.newPage();
  const asked = [];
  other.on('request', (request) => asked.push(request.url()));
  await other.setContent(text);
  await other.getByRole('heading', { name: '申报前核对清单', level: 1 }).waitFor();
  assert.deepEqual(asked.filter((url) => !url.startsWith('data:')), []);
  assert.equal(await other.locator('script, button, input, a, details').count(), 0);
  await other.close();
});

describe('where nobody says that printing is over', () => {
  /** Frames to print from, and in how many places of the widget (itself and those) a text stands. */
  const left = (page, text) =>
    page.locator('eligibility-check').evaluate(({ shadowRoot }, text) => {
      const frames = Array.from(/** @type {ShadowRoot} */ (shadowRoot).querySelectorAll('iframe'));
      const held = [shadowRoot, ...frames.map((frame) => /** @type {Document} */ (frame.contentDocument).documentElement)];
      return { frames: frames.length, places: held.filter((one) => /** @type {Element} */ (one).innerHTML.includes(text)).length };
    }, text);

  let page, code;
  beforeEach(async () => {
    page = await atSheet();
    await page.evaluate(() => (/** @type {any} */ (window).isNeverDone = true));
    await button(page, '打印清单').focus();
    await page.keyboard.press('Enter');
    await waitUntil('it is printed', async () => await lastPrinted(page));
    [code] = /[0-9A-Z]{5}(-[0-9A-Z]{1,5}){4,}/.exec((await lastPrinted(page)).body);
  });
  afterEach(async () => {
    assertNoErrors(page);
    await page.context().close();
  });

  test('what was printed stays until the next click, for the dialogue may still be open', async () => {
    assert.deepEqual(await left(page, code), { frames: 1, places: 2 });
    await page.locator('eligibility-check').evaluate((host) => host.setAttribute('heading-level', '3'));
    await page.getByRole('heading', { name: '申报前核对清单', level: 3 }).waitFor();
    assert.deepEqual(await left(page, code), { frames: 1, places: 2 });
    await page.getByText('选择打印哪些内容').click();
    assert.deepEqual(await left(page, code), { frames: 0, places: 1 });
  });

  test('the focus is at the button again', () => assertFocused(button(page, '打印清单')));

  test('three presses leave one frame', async () => {
    for (const _ of [2, 3]) await button(page, '打印清单').click();
    await waitUntil('it is printed three times', async () => (await page.evaluate(() => /** @type {any} */ (window).printed.length)) === 3);
    assert.deepEqual(await left(page, code), { frames: 1, places: 2 });
  });

  test('wiping leaves neither frame nor receipt code', async () => {
    await button(page, '返回继续回答').click();
    await clearAnswers(page);
    assert.deepEqual(await left(page, code), { frames: 0, places: 0 });
  });

  test('nor does the frame outlive the language that was printed', async () => {
    await page.locator('eligibility-check').evaluate((host) => host.setAttribute('lang', 'en'));
    await page.getByRole('heading', { name: 'Checklist before you apply' }).waitFor();
    assert.deepEqual(await left(page, code), { frames: 0, places: 1 });
  });
});

test('nothing went wrong on the way', () => assertNoErrors(page));
