// Browsers in which a script cannot make a stylesheet (Safari before 16.4), played by a Chromium that has forgotten how.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  DIST, assertNoErrors, button, newPage, showAllQuestions, startSite, waitForWidget, waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { fullJourney } from '../support/full-journey.mjs';

let site, folder;
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'eligibility-sheets-'));
  copyFileSync(join(DIST, 'offline.html'), join(folder, 'offline.html'));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** A page of such a browser. */
async function old() {
  const page = await newPage(site);
  await page.addInitScript(() => delete (/** @type {any} */ (CSSStyleSheet.prototype).replaceSync));
  return page;
}

const WAYS = {
  'served under the strict policy': () => `${site.origin}/index.html`,
  'from one file': () => pathToFileURL(join(folder, 'offline.html')).href,
};
for (const [way, address] of Object.entries(WAYS))
  test(`${way}, it has its style on screen and on paper, and breaks no policy`, async () => {
    const page = await old();
    await page.goto(address());
    await waitForWidget(page);
    const colour = (name) => button(page, name).evaluate((one) => getComputedStyle(one).backgroundColor);
    await waitUntil('it is styled', async () => (await colour('开始自测')) === 'rgb(11, 79, 158)');
    await fullJourney(page);
    const [{ css }] = await page.evaluate(() => /** @type {any} */ (window).printed);
    assert.match(css, /\.ec-checklist__title \{ font-size: 16pt; \}/);
    assertNoErrors(page);
    await page.context().close();
  });

describe('paper that takes its style from a file', () => {
  /** The sheet, in a page where what is asked for by a frame within is answered as told. */
  async function atSheet(answer) {
    const page = await old();
    await page.route('**/eligibility-check.css', (route) => (route.request().frame().parentFrame() ? answer(route) : route.continue()));
    await page.goto(WAYS['served under the strict policy']());
    await waitForWidget(page);
    await showAllQuestions(page);
    await button(page, '查看核对清单').first().click();
    await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
    return page;
  }
  const print = (page) => button(page, '打印清单').click();
  const prints = (page) => page.evaluate(() => /** @type {any} */ (window).printed?.length ?? 0);
  /** What stands in the frames that the widget prints from. */
  const inFrames = (page) =>
    page.locator('eligibility-check').evaluate(({ shadowRoot }) =>
      Array.from(/** @type {ShadowRoot} */ (shadowRoot).querySelectorAll('iframe'), (frame) => /** @type {Document} */ (frame.contentDocument).body.innerHTML),
    );

  test('is printed again and again without a request, and nothing stays in the frame', async () => {
    const asked = [];
    const page = await atSheet((route) => asked.push(route.request()) && route.continue());
    await waitUntil('the style for paper is asked for', () => asked.length);
    await (await asked[0].response()).finished();
    const before = page.recorded.requests.length;
    await page.context().setOffline(true);
    for (const times of [1, 2]) {
      await print(page);
      await waitUntil('it is printed', async () => (await prints(page)) === times);
      assert.match((await lastPrinted(page)).css, /\.ec-checklist__title \{ font-size: 16pt; \}/);
      assert.deepEqual(await inFrames(page), ['']);
    }
    assert.equal(asked.length, 1);
    assert.deepEqual(page.recorded.requests.slice(before), []);
    assertNoErrors(page);
    await page.context().close();
  });

  test('is printed plain, and the page told, if the file cannot be had', async () => {
    const page = await atSheet((route) => route.abort());
    for (const times of [1, 2]) {
      await print(page);
      await waitUntil('it is printed', async () => (await prints(page)) === times);
      const { css, body } = await lastPrinted(page);
      assert.equal(css, '');
      assert.match(body, /申报前核对清单/);
      assert.deepEqual(await inFrames(page), []);
    }
    const told = page.recorded.events.filter(({ type }) => type === 'error').map(({ detail }) => detail.message);
    assert.deepEqual([...new Set(told)], [`no style for paper: ${site.origin}/eligibility-check.css`]);
    await page.context().close();
  });

  test('waits for the file with nothing in the frame, and is printed once', async () => {
    let come;
    const page = await atSheet((route) => (come = () => route.continue()));
    await waitUntil('the style for paper is asked for', () => come);
    await print(page);
    await print(page);
    assert.deepEqual(await inFrames(page), ['']);
    assert.equal(await prints(page), 0);
    await come();
    await waitUntil('it is printed', async () => (await prints(page)) > 0);
    assert.match((await lastPrinted(page)).css, /\.ec-checklist__title/);
    assert.equal(await prints(page), 1);
    await page.context().close();
  });

  test('is not printed any more if it was left before the file came', async () => {
    let come;
    const page = await atSheet((route) => (come = () => route.continue()));
    await waitUntil('the style for paper is asked for', () => come);
    await print(page);
    await button(page, '返回继续回答').click();
    await page.getByRole('group').nth(9).waitFor();
    await come();
    const styles = () => page.locator('iframe').evaluate((frame) => /** @type {any} */ (frame).contentDocument.styleSheets.length);
    await waitUntil('it has come', async () => (await styles()) === 1);
    assert.deepEqual(await inFrames(page), ['']);
    await button(page, '查看核对清单').first().click();
    await print(page);
    await waitUntil('it is printed', async () => (await prints(page)) > 0);
    assert.equal(await prints(page), 1);
    await page.context().close();
  });
});
