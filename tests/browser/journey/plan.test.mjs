// The plan: the receipt in view, copying, picture and link, and browsers inside apps.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { explain, scenario } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  assertNoErrors,
  button,
  newPage,
  openPage,
  restoreCase,
  showPlan,
  useSite,
  waitForText,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const CASE = { 'as-of': IN_FORCE, answers };
const { receipt } = explain(CASE);
const PHONE = { width: 390, height: 844 };
const IN_APP =
  'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47';

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

async function openPlan(options = {}) {
  page = await openPage(site, { ...PHONE, ...options });
  await restoreCase(page, CASE);
  await showPlan(page);
  await page.getByRole('heading', { name: '办事清单' }).waitFor();
}

const status = () => page.locator('.ec-receipt').getByRole('status');
const link = () => `${site.origin}/index.html#r=${receipt.replaceAll('-', '')}`;

test('the whole receipt is in view on a phone without scrolling', async () => {
  await openPlan();
  const code = page.locator('.ec-receipt__code');
  assert.equal((await code.innerText()).replace(/\s/g, ''), receipt.replaceAll('-', ''));
  const [box, footer] = await Promise.all([
    code.boundingBox(),
    page.locator('.ec-footer').boundingBox(),
  ]);
  assert.ok(box && footer && box.y + box.height <= footer.y, JSON.stringify({ box, footer }));
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test('code and link are copied', async () => {
  await openPlan();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [name, text] of [
    ['复制', receipt],
    ['复制链接', link()],
  ]) {
    await button(page, name).click();
    await waitForText(status(), '已复制');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  }
});

test('where the browser refuses to copy, the text is selected in a field', async () => {
  await openPlan();
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
  await button(page, '复制链接').click();
  await waitForText(status(), '浏览器不让复制');
  const field = page.locator('#ec-copy');
  await assertFocused(field);
  assert.equal(await field.inputValue(), link());
  const selected = await field.evaluate((input) => {
    const { selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (input);
    return [selectionStart, selectionEnd];
  });
  assert.deepEqual(selected, [0, link().length]);
});

test('the picture is shown and downloaded', async () => {
  await openPlan();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '存成图片').click(),
  ]);
  assert.match(download.suggestedFilename(), /-receipt-2019-05-10\.png$/);
  const picture = page.getByRole('img', { name: '回执码' }).last();
  assert.match(String(await picture.getAttribute('src')), /^data:image\/png;base64,/);
  const width = () =>
    picture.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth);
  await waitUntil('the picture is decoded', async () => (await width()) === 1080);
});

test('in a browser inside an app there are no buttons that do nothing, and the picture stays', async () => {
  await openPlan({ userAgent: IN_APP });
  await page.getByText('这个应用里的浏览器不能打印，也不能下载文件。').waitFor();
  for (const name of [/^打印/, /^下载/, '把申报时间存入日历'])
    assert.equal(await page.getByRole('button', { name }).count(), 0, String(name));
  await page.locator('.ec-footer').getByRole('button', { name: '存成图片' }).click();
  await assertFocused(page.locator('#ec-receipt-picture'));
  await waitForText(status(), '长按图片，可以存到手机。');
});

describe('a link with a receipt code', () => {
  const code = receipt.replaceAll('-', '');
  const open = async (fragment) => {
    page = await newPage(site, PHONE);
    await page.goto(`${site.origin}/index.html${fragment}`);
  };
  const notice = () => page.getByRole('region', { name: /^已恢复：2019年5月10日/ });

  test('restores the answers, and leaves the address', async () => {
    await open(`#r=${code.toLowerCase()}`);
    await assertFocused(notice());
    assert.equal(page.url(), `${site.origin}/index.html`);
  });

  test('with an error leads to the form, with a clear sentence', async () => {
    await open(`#r=${code.slice(0, 24)}${code[24] === '2' ? '3' : '2'}${code.slice(25)}`);
    await page.getByText('回执码第 2 行有误').first().waitFor();
    assert.match(await page.getByRole('textbox', { name: '回执码' }).inputValue(), /^6/);
  });

  test('opened later asks before it replaces answers', async () => {
    page = await openPage(site, PHONE);
    await restoreCase(page, { 'as-of': IN_FORCE, answers: { 'applicant-kind': 'enterprise' } });
    const follow = () => page.evaluate((hash) => void (location.hash = hash), `r=${code}`);
    await follow();
    const offer = page.getByRole('region', { name: /^打开的链接里有另一份回答/ });
    await assertFocused(offer);
    await button(page, '保留现在的回答').click();
    await offer.waitFor({ state: 'detached' });
    await follow();
    await button(page, '用链接里的回答').click();
    await assertFocused(notice());
  });

  test('is read up to what an app has appended', async () => {
    for (const appended of ['&x=1', '?from=singlemessage']) {
      if (appended !== '&x=1') await page.context().close();
      await open(`#r=${code}${appended}`);
      await assertFocused(notice());
      assert.equal(page.url(), `${site.origin}/index.html`);
    }
  });

  test('cut short or damaged, says so where the user is, and changes nothing', async () => {
    page = await openPage(site, PHONE);
    await restoreCase(page, CASE);
    const refused = page.getByRole('region', { name: /^打开的链接不完整或有错/ });
    for (const wrong of [code.slice(0, 10), `${code.slice(0, -1)}${code.endsWith('2') ? 3 : 2}`]) {
      await page.evaluate((hash) => void (location.hash = hash), `r=${wrong}`);
      await assertFocused(refused);
      await button(page, '知道了').click();
      await refused.waitFor({ state: 'detached' });
      await assertFocused(page.locator('#ec-title'));
      await page.getByRole('heading', { name: '您的结果' }).waitFor();
    }
  });

  test('other fragments belong to the page', async () => {
    await open('#r=/route/of-the-page');
    await waitForWidget(page);
    assert.equal(page.url(), `${site.origin}/index.html#r=/route/of-the-page`);
  });
});
