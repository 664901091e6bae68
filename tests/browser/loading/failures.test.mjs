// Failures to load: one panel, one event, the fallback, and a host page that keeps working.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AUTHORED,
  IN_FORCE,
  POLICY,
  eventsOf,
  openHostPage,
  option,
  saveFile,
  showAllQuestions,
  uncaughtErrors,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import {
  BROWSER_PACK,
  DAMAGED_PACK,
  TRUNCATED_PACK,
  packOfFormat,
  packWithoutText,
  packWithSection,
  packWithTitle,
} from '../support/packs.mjs';

const PANEL = '自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。';
const PANELS = {
  'zh-Hans': PANEL,
  'zh-HK': '自測工具暫時無法使用。請稍後再試，或直接向主管部門查詢。本頁其他內容不受影響。',
  'en-GB':
    'The self-check cannot be used at the moment. Try again later, or ask the responsible office. The rest of this page works as usual.',
};
const BODY = `<h1>惠企政策</h1><p>咨询电话 12345</p><form><label>检索 <input value="补贴"></label></form>
  <eligibility-check><p>请到主管部门窗口咨询。</p></eligibility-check><p>页脚</p>`;
const TAG = '<eligibility-check>';

const another = packWithTitle('另一个规则包');
const authored = { '**/authored.json': { body: AUTHORED } };
/** The same response for every pack, including the built-in ones. */
const everyPack = (response) => ({ routes: { '**/rules.*.json': response } });
const FAILURES = {
  'an empty pack': [BODY, everyPack({ body: '' }), /not JSON/],
  'HTML in place of the pack': [
    BODY,
    everyPack({ body: '<!doctype html><p>登录</p>' }),
    /not JSON/,
  ],
  'a truncated pack': [BODY, everyPack({ body: TRUNCATED_PACK }), /not JSON.*truncated/],
  'a damaged pack': [BODY, everyPack({ body: DAMAGED_PACK }), /damaged/],
  'a pack with an invalid reference': [BODY, everyPack({ body: packWithSection(99) }), /damaged/],
  'a pack of a later format': [BODY, everyPack({ body: packOfFormat(9) }), /another format/],
  'a pack for another version of the widget': [
    BODY,
    everyPack({ body: packWithoutText() }),
    /another format/,
  ],
  'other JSON': [BODY, everyPack({ json: { error: 'not found' } }), /not a rule pack/],
  'an authored pack as src': [
    BODY.replace(TAG, '<eligibility-check src="authored.json">'),
    { routes: authored },
    /authored pack.*`eligibility bundle`/,
  ],
  'a missing pack': [
    BODY.replace(TAG, '<eligibility-check src="packs/none.json">'),
    {},
    /none\.json.*404/,
  ],
  'a network error': [BODY, everyPack('abort'), /./],
  'a missing module': [BODY, { routes: { '**/*.wasm': { status: 404, body: 'not found' } } }, /./],
  'a blocked module': [BODY, { routes: { '**/*.wasm': 'abort' } }, /./],
  'a policy that forbids WebAssembly': [
    BODY,
    { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') },
    /./,
  ],
  'a blocked script': [BODY, { routes: { '**/eligibility-widget.js': 'abort' } }, /./],
  'a missing stylesheet': [
    BODY,
    { routes: { '**/eligibility-check.css': { status: 404 } } },
    /404/,
  ],
  'a date in as-of that does not exist': [
    BODY.replace(TAG, '<eligibility-check as-of="2019-02-30">'),
    {},
    /as-of/,
  ],
};

const site = useSite();

describe('one panel, one event, the fallback, and a host page that keeps working, after', () => {
  for (const [name, [body, options, reason]] of Object.entries(FAILURES))
    test(name, async () => {
      const page = await openHostPage(site, body, options);
      await page.getByRole('alert').filter({ hasText: PANEL }).waitFor();
      assert.equal(await page.getByRole('alert').count(), 1);
      assert.equal(
        await page.getByRole('alert').textContent(),
        PANEL,
        'no technical detail is shown',
      );
      assert.ok(
        await page.getByText('请到主管部门窗口咨询。').isVisible(),
        'the fallback is shown',
      );
      await waitUntil('an error event has fired', () => page.recorded.events.length > 0);
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
      const page = await openHostPage(
        site,
        BODY.replace(TAG, `<eligibility-check lang="${lang}">`),
        everyPack('abort'),
      );
      assert.equal(await page.getByRole('alert').textContent(), panel);
      await page.context().close();
    });
});

describe('recovery', () => {
  test('a corrected src starts the widget', async () => {
    const routes = { '**/good.json': { body: another } };
    const page = await openHostPage(
      site,
      BODY.replace(TAG, '<eligibility-check src="packs/none.json">'),
      { routes },
    );
    await page.getByRole('alert').waitFor();
    await page
      .locator('eligibility-check')
      .evaluate((element) => element.setAttribute('src', 'good.json'));
    await page.getByText('另一个规则包').first().waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  test('a src that is set while another pack is loading takes precedence', async () => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    const page = await openHostPage(site, '<main></main>', {
      routes: { '**/good.json': { body: another } },
    });
    await page.route('**/rules.zh-Hans.json', (route) => released.then(() => route.continue()));
    const requested = page.waitForRequest('**/rules.zh-Hans.json');
    await page
      .getByRole('main')
      .evaluate((main) => main.append(document.createElement('eligibility-check')));
    await requested;
    await page
      .locator('eligibility-check')
      .evaluate((element) => element.setAttribute('src', 'good.json'));
    release();
    await waitForWidget(page);
    assert.ok(
      await page.getByText('另一个规则包').first().isVisible(),
      'the pack that was set last',
    );
  });

  test('a new element loads the files again', async () => {
    let failures = 0;
    const page = await openHostPage(site, '<main></main>');
    await page.route('**/*.wasm', (route) => (failures++ ? route.continue() : route.abort()));
    const add = () =>
      page
        .getByRole('main')
        .evaluate((main) => main.replaceChildren(document.createElement('eligibility-check')));
    await add();
    await page.getByRole('alert').waitFor();
    await add();
    await waitForWidget(page);
    assert.equal(eventsOf(page, 'ready').length, 1);
  });

  test('an invalid as-of on a running widget fires an error event', async () => {
    const page = await openHostPage(
      site,
      BODY.replace(TAG, '<eligibility-check as-of="2019-05-10">'),
    );
    await waitForWidget(page);
    await page
      .locator('eligibility-check')
      .evaluate((element) => element.setAttribute('as-of', '2019-02-30'));
    await waitUntil('an error event has fired', () =>
      page.recorded.events.some(({ type }) => type === 'error'),
    );
    assert.deepEqual(uncaughtErrors(page), []);
  });

  test('after an invalid as-of is corrected, saving works', async () => {
    const page = await openHostPage(site, BODY);
    const setAsOf = (value) =>
      page
        .locator('eligibility-check')
        .evaluate((element, value) => element.setAttribute('as-of', value), value);
    await showAllQuestions(page, IN_FORCE);
    await option(page, 'applicant-kind', '其他').check();
    await setAsOf('2019-02-30');
    const errors = () => eventsOf(page, 'error').length;
    await waitUntil('an error event has fired', () => errors() === 1);
    await setAsOf(IN_FORCE);
    const { name } = await saveFile(page, '下载我的回答');
    assert.match(name, /answers-2019-05-10\.json$/);
    assert.equal(errors(), 1);
    assert.deepEqual(uncaughtErrors(page), []);
  });
});

describe('a listener that removes the element', () => {
  for (const [event, body] of [
    ['ready', BROWSER_PACK],
    ['error', 'x'],
  ])
    test(`on eligibility-${event}: no further event and no uncaught error`, async () => {
      const page = await openHostPage(site, '<main></main>', everyPack({ body }));
      const element = await page.evaluateHandle((event) => {
        const element = document.createElement('eligibility-check');
        element.addEventListener(`eligibility-${event}`, () => element.remove());
        document.querySelector('main')?.append(element);
        return element;
      }, event);
      await waitUntil(
        'the element is removed',
        async () => (await page.locator('eligibility-check').count()) === 0,
      );
      await page.waitForLoadState('networkidle');
      assert.deepEqual(
        await element.evaluate(({ shadowRoot }) =>
          [...(shadowRoot?.children ?? [])].map(({ localName }) => localName),
        ),
        ['slot'],
      );
      assert.equal(page.recorded.events.length, 1);
      assert.deepEqual(uncaughtErrors(page), []);
    });
});
