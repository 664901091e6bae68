// The fallback: without scripts, without WebAssembly, with broken files and while files are
// loading.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  IN_FORCE,
  assertNoErrors,
  descriptionOf,
  eventsOf,
  newPage,
  option,
  saveFile,
  showAllQuestions,
  uncaughtErrors,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const LINK = '全部措施、条件和材料';
const PANEL = '自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。';
/** A PNG of one pixel, without a QR code. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

const site = useSite();

const link = (page) => page.getByRole('link', { name: LINK });

for (const file of ['index.html', 'frame.html'])
  describe(file, () => {
    const open = async (prepare = async (_page) => {}) => {
      const page = await newPage(site);
      await prepare(page);
      await page.goto(`${site.origin}/${file}`, { waitUntil: 'commit' });
      return page;
    };

    test('without scripts, the fallback explains it and links to the rules page', async () => {
      const context = await site.browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${site.origin}/${file}`);
      await link(page).waitFor();
      assert.ok(await page.getByText('请换用较新的浏览器', { exact: false }).isVisible());
      assert.match(await page.content(), /<noscript>.*本工具需要启用 JavaScript。/s);
      assert.equal(await link(page).getAttribute('href'), 'rulebook.html');
      const response = await context.request.get(new URL('rulebook.html', page.url()).href);
      assert.ok(response.ok());
      await context.close();
    });

    test('while files are loading, the fallback links to the rules page', async () => {
      let release;
      const released = new Promise((resolve) => (release = resolve));
      const page = await open((page) =>
        page.route(/eligibility-(widget|check\.css)|rules\./, (route) =>
          released.then(() => route.continue()),
        ),
      );
      await link(page).waitFor();
      assert.ok(await page.getByText('正在打开自测工具。', { exact: false }).isVisible());
      assert.equal(await page.getByRole('alert').count(), 0);
      release();
      await waitForWidget(page);
      assert.equal(await link(page).isVisible(), false);
      assertNoErrors(page);
      await page.context().close();
    });

    const FAILURES = {
      'without WebAssembly': (page) =>
        page.addInitScript(() => delete (/** @type {any} */ (window).WebAssembly)),
      'with a truncated module': (page) =>
        page.route('**/eligibility-widget.wasm', async (route) => {
          const body = await (await route.fetch()).body();
          return route.fulfill({
            body: body.subarray(0, 100_000),
            contentType: 'application/wasm',
          });
        }),
      'with a damaged module': (page) =>
        page.route('**/eligibility-widget.wasm', async (route) => {
          const body = Buffer.from(await (await route.fetch()).body());
          body.fill(0xff, 20_000, 20_400);
          return route.fulfill({ body, contentType: 'application/wasm' });
        }),
      'with HTML in place of the module': (page) =>
        page.route('**/eligibility-widget.wasm', (route) =>
          route.fulfill({ body: '<!doctype html><p>登录', contentType: 'text/html' }),
        ),
      'with another module in its place': (page) =>
        page.route('**/eligibility-widget.wasm', async (route) =>
          route.fulfill({
            response: await route.fetch({ url: `${site.origin}/eligibility-headless.wasm` }),
          }),
        ),
      'with a script that does not parse': (page) =>
        page.route('**/eligibility-widget.js', (route) =>
          route.fulfill({ body: 'export default (', contentType: 'text/javascript' }),
        ),
    };
    for (const [name, prepare] of Object.entries(FAILURES))
      test(`${name}: a panel, the fallback with its link, one event and no uncaught error`, async () => {
        const page = await open(prepare);
        await page.getByRole('alert').filter({ hasText: PANEL }).waitFor();
        assert.ok(await link(page).isVisible());
        await waitUntil('an error event has fired', () => eventsOf(page, 'error').length > 0);
        assert.equal(page.recorded.events.length, 1);
        assert.deepEqual(uncaughtErrors(page), []);
        await page.context().close();
      });
  });

/** One screen back. */
async function backOnce(page) {
  const title = await page.locator('#ec-title').textContent();
  await page.locator('.ec-back').click();
  await waitUntil(
    'another screen is shown',
    async () => (await page.locator('#ec-title').textContent()) !== title,
  );
}

describe('a QR reader that fails to load', () => {
  const BROKEN = {
    blocked: (route) => route.abort(),
    'missing, with an HTML error page': (route) =>
      route.fulfill({ status: 404, body: '<p>404', contentType: 'text/html' }),
  };
  const image = { name: 'receipt.png', mimeType: 'image/png', buffer: PIXEL };
  for (const [name, fail] of Object.entries(BROKEN))
    test(`${name}: an image is rejected with a message, no answer is lost, and the next image loads the reader again`, async () => {
      const page = await newPage(site);
      let respond = fail;
      await page.route('**/eligibility-scan.js', (route) => respond(route));
      await page.goto(`${site.origin}/index.html`);
      await waitForWidget(page);
      await showAllQuestions(page, IN_FORCE);
      await option(page, 'applicant-kind', '企业（金融机构除外）').check();
      await option(page, 'registered-in-tianhe', '是').check();
      const saved = await saveFile(page, '下载我的回答');
      assert.match(saved.name, /answers-2019-05-10\.json$/);
      while (!(await page.locator('.ec-start').count())) await backOnce(page);
      await page.getByText('有回执码？接着上次的').click();
      const file = page.getByLabel('拍照或选图片');
      await waitUntil(
        'the background failure is reported',
        () => eventsOf(page, 'error').length === 1,
      );
      await file.setInputFiles(image);
      await waitUntil(
        'the image is rejected',
        async () => (await file.getAttribute('aria-invalid')) === 'true',
      );
      assert.match(
        await descriptionOf(file),
        /二维码识别程序没能加载。请检查网络后重新选择图片，或照纸上的回执码填写。/,
      );
      assert.equal(eventsOf(page, 'error').length, 2);
      for (const { detail } of eventsOf(page, 'error'))
        assert.match(detail.message, /eligibility-scan\.js/);
      respond = (route) => route.continue();
      await file.setInputFiles([]);
      await file.setInputFiles(image);
      await waitUntil('the reader has searched the image', async () =>
        (await descriptionOf(file)).includes('这张图片里没有找到二维码。'),
      );
      await showAllQuestions(page, IN_FORCE);
      assert.ok(await option(page, 'registered-in-tianhe', '是').isChecked());
      assert.deepEqual(uncaughtErrors(page), []);
      await page.context().close();
    });
});
