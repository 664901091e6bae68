// Browsers without constructable stylesheets (Safari before 16.4), simulated by removing
// `replaceSync`.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fullJourney } from '../support/full-journey.mjs';
import {
  DIST,
  assertNoErrors,
  button,
  eventsOf,
  newPage,
  showAllQuestions,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';

/** A rule of the printed style. */
const PRINT_RULE = /\.ec-checklist \{ font-size: 11pt;/;

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'eligibility-sheets-'));
copyFileSync(join(DIST, 'offline.html'), join(folder, 'offline.html'));
after(() => rmSync(folder, { recursive: true }));

let page;
afterEach(() => page.context().close());

async function newOldPage() {
  page = await newPage(site);
  await page.addInitScript(() => delete (/** @type {any} */ (CSSStyleSheet.prototype).replaceSync));
}

for (const [source, address] of [
  ['served under the strict policy', () => `${site.origin}/index.html`],
  ['from the offline file', () => pathToFileURL(join(folder, 'offline.html')).href],
])
  test(`${source}, the widget and the checklist are styled without violating the policy`, async () => {
    await newOldPage();
    await page.goto(address());
    await waitForWidget(page);
    const colour = () =>
      button(page, '按当年规定核对').evaluate((one) => getComputedStyle(one).color);
    await waitUntil('the widget is styled', async () => (await colour()) === 'rgb(31, 78, 116)');
    await fullJourney(page);
    const [{ css }] = await page.evaluate(() => /** @type {any} */ (window).printed);
    assert.match(css, PRINT_RULE);
    assertNoErrors(page);
  });

describe('the stylesheet file of the print frame', () => {
  /** Opens the checklist. `respond` handles requests of frames for the stylesheet. */
  async function openChecklist(respond) {
    await newOldPage();
    await page.route('**/eligibility-check.css', (route) =>
      route.request().frame().parentFrame() ? respond(route) : route.continue(),
    );
    await page.goto(`${site.origin}/index.html`);
    await waitForWidget(page);
    await showAllQuestions(page);
    await button(page, '做办事清单').first().click();
    await page.getByRole('heading', { name: '办事清单' }).waitFor();
  }

  /** Opens the checklist and holds back the stylesheet until the returned function is called. */
  async function openHeldChecklist() {
    let release;
    await openChecklist((route) => (release = () => route.continue()));
    await waitUntil('the stylesheet is requested', () => release);
    return () => release();
  }

  const print = () => button(page, '打印（第 1 页给窗口，后面是依据）').click();
  const printCount = () => page.evaluate(() => /** @type {any} */ (window).printed?.length ?? 0);
  const waitForPrint = (count) =>
    waitUntil('the checklist is printed', async () => (await printCount()) === count);
  /** The content of the print frames. */
  const frameContents = () =>
    page
      .locator('eligibility-check')
      .evaluate(({ shadowRoot }) =>
        Array.from(
          /** @type {ShadowRoot} */ (shadowRoot).querySelectorAll('iframe'),
          (frame) => /** @type {Document} */ (frame.contentDocument).body.innerHTML,
        ),
      );

  test('is loaded once, and the frame is empty after each printing', async () => {
    const requests = [];
    await openChecklist((route) => requests.push(route.request()) && route.continue());
    await waitUntil('the stylesheet is requested', () => requests.length);
    await (await requests[0].response()).finished();
    const before = page.recorded.requests.length;
    await page.context().setOffline(true);
    for (const count of [1, 2]) {
      await print();
      await waitForPrint(count);
      assert.match((await lastPrinted(page)).css, PRINT_RULE);
      assert.deepEqual(await frameContents(), ['']);
    }
    assert.equal(requests.length, 1);
    assert.deepEqual(page.recorded.requests.slice(before), []);
    assertNoErrors(page);
  });

  test('if it fails to load, the checklist is printed without style and an error event fires', async () => {
    await openChecklist((route) => route.abort());
    for (const count of [1, 2]) {
      await print();
      await waitForPrint(count);
      const { css, body } = await lastPrinted(page);
      assert.equal(css, '');
      assert.match(body, /申报前核对清单/);
      assert.deepEqual(await frameContents(), []);
    }
    const messages = new Set(eventsOf(page, 'error').map(({ detail }) => detail.message));
    assert.deepEqual(
      [...messages],
      [`cannot load the stylesheet for printing: ${site.origin}/eligibility-check.css`],
    );
  });

  test('is awaited with an empty frame, and the checklist is then printed once', async () => {
    const release = await openHeldChecklist();
    await print();
    await print();
    assert.deepEqual(await frameContents(), ['']);
    assert.equal(await printCount(), 0);
    await release();
    await waitUntil('the checklist is printed', async () => (await printCount()) > 0);
    assert.match((await lastPrinted(page)).css, PRINT_RULE);
    assert.equal(await printCount(), 1);
  });

  test('after leaving the checklist, is loaded without printing', async () => {
    const release = await openHeldChecklist();
    await print();
    await page.locator('.ec-back').click();
    await page.getByRole('heading', { name: '您的结果' }).waitFor();
    await release();
    const sheets = () =>
      page
        .locator('iframe')
        .evaluate((frame) => /** @type {any} */ (frame).contentDocument.styleSheets.length);
    await waitUntil('the stylesheet is loaded', async () => (await sheets()) === 1);
    assert.deepEqual(await frameContents(), ['']);
    await button(page, '做办事清单').first().click();
    await print();
    await waitUntil('the checklist is printed', async () => (await printCount()) > 0);
    assert.equal(await printCount(), 1);
  });
});
