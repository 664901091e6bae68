// The checklist in the browser: its options, printing and saving. The command writes the same page.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { printChecklist, savedCase, withoutStyle } from '../support/checklist.mjs';
import { receiptLines } from '../support/full-journey.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  chooseLanguage,
  clearAnswers,
  openPage,
  restoreCase,
  saveFile,
  showPlan,
  useSite,
  waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';

const CASE = savedCase('software-firm');

const site = useSite();
/** The address in the QR code: that of the page. */
let address;
let page;
beforeEach(async () => {
  page = await openPage(site);
  address = ['--address', page.url().split('#')[0]];
  await restoreCase(page, CASE);
  await showPlan(page);
  await printButton().waitFor();
});
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

const printButton = () => page.getByRole('button', { name: /^打印/ });
const openOptions = () => page.getByText('选择打印哪些内容', { exact: true }).click();
const checkbox = (name) => page.getByRole('checkbox', { name, exact: true });

/** The text of an HTML page, as the browser parses it. */
const textOf = (html) =>
  page.evaluate(
    (html) =>
      new DOMParser()
        .parseFromString(html, 'text/html')
        .body.textContent.replace(/\s+/g, ' ')
        .trim(),
    html,
  );

describe('the saved and the printed page are those of the command:', () => {
  for (const [name, checked, args] of [
    ['everything', [], []],
    ['without answers', ['不印我的回答和结果，只印措施、材料和办理方式'], ['--without-answers']],
    ['bilingual', ['中英文对照'], ['--beside', 'en']],
    [
      'two measures',
      ['人才住房补贴（待认定）', '一站式申报服务（满足条件）'],
      ['--measure', 'talent-housing', '--measure', 'service-filing'],
    ],
  ])
    test(name, async () => {
      await openOptions();
      for (const box of checked) {
        await checkbox(box).check();
        await assertFocused(checkbox(box));
      }
      if (name === 'bilingual')
        await page.getByText('Pre-application checklist').waitFor({ state: 'attached' });
      const file = await saveFile(page, '下载清单（网页）');
      const expected = printChecklist(CASE, [...args, ...address]);
      assert.equal(file.name, `${PACK.id}-checklist-${IN_FORCE}.html`);
      assert.equal(withoutStyle(file.text), withoutStyle(expected));
      await printButton().click();
      assert.equal(
        await textOf((await lastPrinted(page)).body),
        await textOf(withoutStyle(expected)),
      );
    });
});

test('two taps lead from the results to the printing dialogue', async () => {
  await page.locator('.ec-back').click();
  await button(page, '做办事清单').click();
  await printButton().click();
  assert.match((await lastPrinted(page)).body, /申报前核对清单/);
});

test('the checklist is shown on request', async () => {
  const title = page.getByRole('heading', { name: '申报前核对清单' });
  assert.ok(!(await title.isVisible()));
  await button(page, '看看打印出来的样子').click();
  await title.waitFor();
  assert.equal(await button(page, '看看打印出来的样子').getAttribute('aria-expanded'), 'true');
});

test('the options are kept in another language', async () => {
  await openOptions();
  await checkbox('一站式申报服务（满足条件）').check();
  await chooseLanguage(page, 'English');
  const box = checkbox('One-stop application service (Conditions met)');
  await box.waitFor();
  assert.ok(await box.isChecked());
  const file = await saveFile(page, 'Download the checklist (web page)');
  const args = ['--lang', 'en', '--measure', 'service-filing', ...address];
  const expected = printChecklist(CASE, args);
  assert.equal(withoutStyle(file.text), withoutStyle(expected));
});

test('a saved checklist makes no request and has nothing interactive', async () => {
  const { text } = await saveFile(page, '下载清单（网页）');
  const saved = await site.browser.newPage();
  const requests = [];
  saved.on('request', (request) => requests.push(request.url()));
  await saved.setContent(text);
  await saved.getByRole('heading', { name: '申报前核对清单', level: 1 }).waitFor();
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('data:')),
    [],
  );
  assert.equal(await saved.locator('script, button, input, a, details').count(), 0);
  await saved.close();
});

describe('in a browser that never fires afterprint', () => {
  /**
   * The number of print frames, and of documents (the widget and these frames) that contain a text.
   */
  const remains = (text) =>
    page.locator('eligibility-check').evaluate(({ shadowRoot }, text) => {
      const frames = Array.from(/** @type {ShadowRoot} */ (shadowRoot).querySelectorAll('iframe'));
      const roots = [
        shadowRoot,
        ...frames.map((frame) => /** @type {Document} */ (frame.contentDocument).documentElement),
      ];
      return {
        frames: frames.length,
        documents: roots.filter((root) => /** @type {Element} */ (root).innerHTML.includes(text))
          .length,
      };
    }, text);
  const printCount = () => page.evaluate(() => /** @type {any} */ (window).printed?.length ?? 0);

  let code;
  beforeEach(async () => {
    await page.evaluate(() => /** @type {any} */ (window.hasNoAfterPrint = true));
    await printButton().focus();
    await page.keyboard.press('Enter');
    await waitUntil('the checklist is printed', async () => (await printCount()) === 1);
    [code] = receiptLines((await lastPrinted(page)).body);
  });

  test('the print frame stays until the next click, because the dialogue may still be open', async () => {
    assert.deepEqual(await remains(code), { frames: 1, documents: 2 });
    await page
      .locator('eligibility-check')
      .evaluate((host) => host.setAttribute('heading-level', '3'));
    await page.getByRole('heading', { name: '办事清单', level: 3 }).waitFor();
    assert.deepEqual(await remains(code), { frames: 1, documents: 2 });
    await openOptions();
    assert.deepEqual(await remains(code), { frames: 0, documents: 1 });
  });

  test('the button has the focus again', () => assertFocused(printButton()));

  test('printing three times leaves one print frame', async () => {
    for (const _ of [2, 3]) await printButton().click();
    await waitUntil('the checklist is printed three times', async () => (await printCount()) === 3);
    assert.deepEqual(await remains(code), { frames: 1, documents: 2 });
  });

  test('clearing removes the print frame and the receipt code', async () => {
    await page.locator('.ec-back').click();
    await clearAnswers(page);
    assert.deepEqual(await remains(code), { frames: 0, documents: 0 });
  });

  test('changing the language removes the print frame', async () => {
    await page.locator('eligibility-check').evaluate((host) => host.setAttribute('lang', 'en'));
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    assert.deepEqual(await remains(code), { frames: 0, documents: 1 });
  });
});
