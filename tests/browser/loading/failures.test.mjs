// When it cannot work it says so in one plain sentence, and the page around it does not suffer.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AUTHORED, IN_FORCE, POLICY, button, openHostPage, option, showAllQuestions, uncaughtErrors, useSite, waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { BROWSER_PACK, packOfFormat, packWithoutText, packWithSection, packWithTitle } from '../support/packs.mjs';

const PANEL = '自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。';
const PANELS = {
  'zh-Hans': PANEL,
  'zh-HK': '自測工具暫時無法使用。請稍後再試，或直接向主管部門查詢。本頁其他內容不受影響。',
  'en-GB': 'The self-check cannot be used at the moment. Try again later, or ask the responsible office. The rest of this page works as usual.',
};
const BODY = `<h1>惠企政策</h1><p>咨询电话 12345</p><form><label>检索 <input value="补贴"></label></form>
  <eligibility-check><p>请到主管部门窗口咨询。</p></eligibility-check><p>页脚</p>`;
const TAG = '<eligibility-check>';

const another = packWithTitle('另一个规则包');
const authored = { '**/authored.json': { body: AUTHORED } };
/** No rules can be had: those beside the script are like this, and those built in, too. */
const pack = (body) => ({ routes: { '**/rules.*.json': body } });
const TROUBLE = {
  'an empty pack': [BODY, pack({ body: '' }), /not JSON/],
  'a page of HTML in place of the pack': [BODY, pack({ body: '<!doctype html><p>登录</p>' }), /not JSON/],
  'a truncated pack': [BODY, pack({ body: BROWSER_PACK.slice(0, -30) }), /not JSON.*truncated/],
  'a pack altered on its way': [BODY, pack({ body: BROWSER_PACK.replace('天河', '天何') }), /damaged/],
  'a pack that names what it does not have': [BODY, pack({ body: packWithSection(99) }), /damaged/],
  'a pack of a later format': [BODY, pack({ body: packOfFormat(9) }), /another format/],
  'a pack with the texts of another widget': [BODY, pack({ body: packWithoutText() }), /another format/],
  'something else in JSON': [BODY, pack({ json: { error: 'not found' } }), /not a rule pack/],
  'an authored pack as src': [
    BODY.replace(TAG, '<eligibility-check src="authored.json">'), { routes: authored }, /authored pack.*`eligibility bundle`/,
  ],
  'a pack that is not there': [BODY.replace(TAG, '<eligibility-check src="packs/none.json">'), {}, /none\.json.*404/],
  'a network that breaks off': [BODY, pack('abort'), /./],
  'a module that is not there': [BODY, { routes: { '**/*.wasm': { status: 404, body: 'not found' } } }, /./],
  'a module that is blocked': [BODY, { routes: { '**/*.wasm': 'abort' } }, /./],
  'a policy that forbids WebAssembly': [BODY, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') }, /./],
  'a glue script that is blocked': [BODY, { routes: { '**/eligibility-widget.js': 'abort' } }, /./],
  'a stylesheet that is not there': [BODY, { routes: { '**/eligibility-check.css': { status: 404 } } }, /404/],
  'a day that does not exist in as-of': [BODY.replace(TAG, '<eligibility-check as-of="2019-02-30">'), {}, /as-of/],
};

const site = useSite();

const started = (page) => page.recorded.events.filter(({ type }) => type === 'ready');

describe('one plain panel, one event, the fallback, and a page that works on', () => {
  for (const [name, [body, options, reason]] of Object.entries(TROUBLE))
    test(name, async () => {
      const page = await openHostPage(site, body, options);
      await page.getByRole('alert').filter({ hasText: PANEL }).waitFor();
      assert.equal(await page.getByRole('alert').count(), 1);
      assert.equal(await page.getByRole('alert').textContent(), PANEL, 'nothing technical is shown');
      assert.ok(await page.getByText('请到主管部门窗口咨询。').isVisible(), 'the fallback is shown');
      await waitUntil('the page hears of it', () => page.recorded.events.length > 0);
      const [{ type, detail, from }, ...more] = page.recorded.events;
      assert.deepEqual([type, from, more], ['error', 'eligibility-check', []]);
      assert.match(detail.message, reason);
      for (const text of ['惠企政策', '咨询电话 12345', '页脚'])
        assert.ok(await page.getByText(text, { exact: true }).isVisible(), text);
      assert.equal(await page.getByRole('textbox', { name: '检索' }).inputValue(), '补贴');
      assert.deepEqual(uncaughtErrors(page), []);
      await page.context().close();
    });
});

describe('the panel in the language of the page', () => {
  for (const [lang, panel] of Object.entries(PANELS))
    test(lang, async () => {
      const page = await openHostPage(site, BODY.replace(TAG, `<eligibility-check lang="${lang}">`), pack('abort'));
      assert.equal(await page.getByRole('alert').textContent(), panel);
      await page.context().close();
    });
});

describe('trouble that passes', () => {
  test('a src put right starts the widget', async () => {
    const routes = { '**/good.json': { body: another } };
    const page = await openHostPage(site, BODY.replace(TAG, '<eligibility-check src="packs/none.json">'), { routes });
    await page.getByRole('alert').waitFor();
    await page.locator('eligibility-check').evaluate((element) => element.setAttribute('src', 'good.json'));
    await page.getByRole('heading', { name: '另一个规则包' }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  test('a src set while another pack is on its way is the one that counts', async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    const page = await openHostPage(site, '<main></main>', { routes: { '**/good.json': { body: another } } });
    await page.route('**/rules.zh-Hans.json', (route) => held.then(() => route.continue()));
    const asked = page.waitForRequest('**/rules.zh-Hans.json');
    await page.getByRole('main').evaluate((main) => main.append(document.createElement('eligibility-check')));
    await asked;
    await page.locator('eligibility-check').evaluate((element) => element.setAttribute('src', 'good.json'));
    release();
    await waitForWidget(page);
    assert.ok(await page.getByRole('heading', { name: '另一个规则包' }).isVisible(), 'the pack asked for last');
  });

  test('an element put back on the page tries again', async () => {
    let failures = 0;
    const page = await openHostPage(site, '<main></main>');
    await page.route('**/*.wasm', (route) => (failures++ ? route.continue() : route.abort()));
    const add = () => page.getByRole('main').evaluate((main) => main.replaceChildren(document.createElement('eligibility-check')));
    await add();
    await page.getByRole('alert').waitFor();
    await add();
    await waitForWidget(page);
    assert.equal(started(page).length, 1);
  });

  test('a day that does not exist, set later, changes nothing and is told to the page', async () => {
    const page = await openHostPage(site, BODY.replace(TAG, '<eligibility-check as-of="2019-05-10">'));
    await waitForWidget(page);
    await page.locator('eligibility-check').evaluate((element) => element.setAttribute('as-of', '2019-02-30'));
    await waitUntil('the page hears of it', () => page.recorded.events.some(({ type }) => type === 'error'));
    assert.deepEqual(uncaughtErrors(page), []);
  });

  test('after a date that does not exist, saving works once the date is corrected', async () => {
    const page = await openHostPage(site, BODY);
    const day = (value) => page.locator('eligibility-check').evaluate((element, value) => element.setAttribute('as-of', value), value);
    await showAllQuestions(page, IN_FORCE);
    await option(page, 'applicant-kind', '其他').check();
    await day('2019-02-30');
    const errors = () => page.recorded.events.filter(({ type }) => type === 'error').length;
    await waitUntil('the page hears of it', () => errors() === 1);
    await day(IN_FORCE);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '保存到本机').first().click()]);
    assert.match(download.suggestedFilename(), /answers-2019-05-10\.json$/);
    assert.equal(errors(), 1);
    assert.deepEqual(uncaughtErrors(page), []);
  });
});

describe('whoever hears an event may take the element away', () => {
  for (const [event, body] of [['ready', BROWSER_PACK], ['error', 'x']])
    test(`eligibility-${event}: nothing goes on without it, and nothing is thrown`, async () => {
      const page = await openHostPage(site, '<main></main>', pack({ body }));
      const element = await page.evaluateHandle((event) => {
        const element = document.createElement('eligibility-check');
        element.addEventListener(`eligibility-${event}`, () => element.remove());
        document.querySelector('main')?.append(element);
        return element;
      }, event);
      await waitUntil('it is gone', async () => (await page.locator('eligibility-check').count()) === 0);
      await page.waitForLoadState('networkidle');
      assert.deepEqual(await element.evaluate(({ shadowRoot }) => [...(shadowRoot?.children ?? [])].map(({ localName }) => localName)), ['slot']);
      assert.equal(page.recorded.events.length, 1);
      assert.deepEqual(uncaughtErrors(page), []);
    });
});
