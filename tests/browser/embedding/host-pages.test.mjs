// Pages that are not ours: they come and go with the widget a thousand times, and do to the browser what they like.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  PACK, POLICY, assertNoErrors, button, counts, enterText, eventsOf, newPage, openHostPage, option, showAllQuestions,
  textBox, uncaughtErrors, useSite, waitForWidget, waitUntil,
} from '../support/page.mjs';
import { BROWSER_PACK, packWithTitle } from '../support/packs.mjs';

const KIND = '企业（金融机构除外）';
const TAG = '<eligibility-check as-of="2019-05-10"></eligibility-check>';

const site = useSite();


/** A host page with something in its head before anything of ours. */
async function page(head, body = TAG, { html = '<html lang="zh-Hans">', doctype = '<!doctype html>', routes = {} } = {}) {
  const page = await newPage(site);
  const policy = POLICY.replace("script-src 'self'", `script-src 'self' 'nonce-host'`);
  await page.route('**/host.html', (route) =>
    route.fulfill({
      body: `${doctype}${html}<head><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">${head}
        <script type="module" src="${site.origin}/eligibility-check.js"></script></head><body>${body}</body></html>`,
      headers: { 'Content-Security-Policy': policy },
      contentType: 'text/html',
    }),
  );
  for (const [pattern, answer] of Object.entries(routes)) await page.route(pattern, (route) => route.fulfill(answer));
  await page.goto(`${site.origin}/host.html`);
  return page;
}
const script = (code) => `<script nonce="host">${code}</script>`;

/** The widget does its work: answers, details, sheet. */
async function works(page) {
  await waitForWidget(page);
  await showAllQuestions(page);
  await option(page, 'applicant-kind', KIND).check();
  await option(page, 'registered-in-tianhe', '是').check();
  await enterText(textBox(page, 'contribution-rank'), '61');
  await page.getByText('已回答 3 题。').waitFor();
  await page.getByRole('searchbox', { name: '查找措施' }).fill('企业研发投入增长支持');
  await page.getByText('企业研发投入增长支持', { exact: true }).click();
  await page.getByText('R&D投入比上一年增加200万元以上（含200万元）').waitFor();
  await button(page, '查看核对清单').click();
  await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  await page.locator('eligibility-check').getByText(PACK.documents[0].number).first().waitFor();
}

describe('added and removed a thousand times', () => {
  /** How much more there may be after the cycles, whatever their number. */
  const MORE = { nodes: 60, listeners: 2, heap: 300_000 };
  /** Of what belongs to one widget, the last one may be left. */
  const LEFT = { hosts: 1, memories: 1 };
  const cycles = {
    'as soon as it is there': ['soon', 1000],
    'once it is ready': ['ready', 1000],
    'with another language and answers': ['whole', 50],
  };
  for (const [name, [how, times]] of Object.entries(cycles))
    test(name, async () => {
      const page = await openHostPage(site, '<main></main>', { routes: { '**/rules.zh-Hans.json': { body: BROWSER_PACK } } });
      // References that keep nothing alive, to each element and to the memory of each instance.
      await page.evaluate(() => {
        const made = { hosts: [], memories: [] };
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...args) => {
          const result = await instantiate(...args);
          made.memories.push(new WeakRef((result.instance || result).exports.memory));
          return result;
        };
        Object.assign(window, { made });
      });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable');
      const measured = async () => {
        await devtools.send('HeapProfiler.collectGarbage');
        const { metrics } = await devtools.send('Performance.getMetrics');
        const value = (name) => metrics.find((metric) => metric.name === name).value;
        const alive = await page.evaluate(() => {
          const { made } = /** @type {any} */ (window);
          for (const name of Object.keys(made)) made[name] = made[name].filter((one) => one.deref());
          return { hosts: made.hosts.length, memories: made.memories.length };
        });
        return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize'), ...alive };
      };
      const cycle = (times) =>
        page.evaluate(
          async ([how, times]) => {
            const main = document.querySelector('main');
            const said = (element, type) => new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
            for (let time = 0; time < times; time++) {
              const element = document.createElement('eligibility-check');
              /** @type {any} */ (window).made.hosts.push(new WeakRef(element));
              element.setAttribute('as-of', '2019-05-10');
              const started = how === 'soon' || said(element, 'eligibility-ready');
              main.append(element);
              await started;
              if (how === 'whole') {
                const find = (selector, text) =>
                  [...element.shadowRoot.querySelectorAll(selector)].find(({ textContent }) => textContent === text);
                const turn = () => new Promise((resolve) => setTimeout(resolve));
                while (!element.shadowRoot.querySelector('[id="ec-code"]')) await turn();
                find('button', '按部分查看全部题目').click();
                while (!element.shadowRoot.querySelector('fieldset')) await turn();
                element.shadowRoot.querySelector('input[type=radio]').click();
                while (!/已回答 1 题/.test(element.shadowRoot.textContent)) await turn();
                element.setAttribute('lang', 'en');
                while (element.shadowRoot.querySelector('[lang]').lang !== 'en') await turn();
              }
              element.remove();
            }
          },
          [how, times],
        );
      await cycle(times / 10);
      await page.waitForLoadState('networkidle');
      const before = await measured();
      await cycle(times);
      // What was requested last arrives when its element is gone.
      let after;
      const isFlat = () =>
        Object.entries(MORE).every(([what, more]) => after[what] - before[what] <= more) &&
        Object.entries(LEFT).every(([what, left]) => after[what] <= left);
      await waitUntil('nothing more is on its way', async () => {
        after = await measured();
        return isFlat();
      }).catch(() => {});
      assert.ok(isFlat(), `${JSON.stringify(before)}, then ${JSON.stringify(after)}`);
      assertNoErrors(page);
      await page.context().close();
    });
});

test('several with different packs, one that cannot be used and one in another language keep apart', async () => {
  const body = `<section aria-label="甲"><eligibility-check as-of="2019-05-10"></eligibility-check></section>
    <section aria-label="乙"><eligibility-check src="other.json" as-of="2019-05-10" heading-level="4"></eligibility-check></section>
    <section aria-label="丙"><eligibility-check src="bad.json"><p>请到窗口咨询。</p></eligibility-check></section>
    <section aria-label="丁"><eligibility-check lang="en" as-of="2019-05-10"></eligibility-check></section>`;
  const routes = { '**/other.json': { body: packWithTitle('另一个规则包') }, '**/bad.json': { body: '{}' } };
  const page = await openHostPage(site, body, { routes });
  const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map((name) => page.getByRole('region', { name, exact: true }));
  await a.getByRole('heading', { name: PACK.title, level: 2 }).waitFor();
  await b.getByRole('heading', { name: '另一个规则包', level: 4 }).waitFor();
  await c.getByRole('alert').waitFor();
  assert.ok(await c.getByText('请到窗口咨询。').isVisible());
  await d.getByRole('textbox', { name: 'Date of the self-check' }).waitFor();
  await showAllQuestions(a);
  await showAllQuestions(b);
  await option(a, 'applicant-kind', KIND).check();
  await b.getByText('已回答 0 题。').waitFor();
  await a.getByText('已回答 1 题。').waitFor();
  assert.equal(eventsOf(page, 'error').length, 1);
  // What is taken away does not take the others with it.
  await page.evaluate(() => document.querySelectorAll('eligibility-check')[1].remove());
  await option(a, 'registered-in-tianhe', '是').check();
  await a.getByText('已回答 2 题。').waitFor();
  assert.deepEqual(uncaughtErrors(page), []);
  await page.context().close();
});

describe('a page that does to the browser what it likes', () => {
  const PAGES = {
    'has global names like ours': [
      script(`var trusted = 1, today = 2, adopt = 3, wasm = 4, heap = 5, module = {}, exports = {}, define = () => { throw new Error('no') };
        define.amd = true; var EligibilityCheck = class {}; var eligibility = 'theirs', trustedTypes = trustedTypes || undefined;`) ,
      `<p id="heap"></p><p id="ec-code"></p><form id="applicant-kind"><input name="applicant-kind" value="theirs"></form>${TAG}`,
    ],
    'adds to the prototypes of arrays, objects and strings, so that loops find it': [
      script(`Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.theirs = function () {}; String.prototype.theirs = () => 1; Function.prototype.theirs = 1; Element.prototype.theirs = 1;`),
    ],
    'brings its own methods of arrays, as pages of 2008 do': [
      script(`for (const name of ['map', 'forEach', 'filter', 'find', 'includes', 'indexOf', 'some', 'from']) {
          const own = Array.prototype[name]; if (!own) continue;
          Array.prototype[name] = function (...args) { return own.apply(this, args); };
        }
        Array.from = (things, each) => { const all = []; for (const one of things) all.push(each ? each(one) : one); return all; };
        Array.prototype.toJSON = function () { return this.slice(); }; document.getElementsByClassName = () => [];`),
    ],
    'freezes what there is': [
      script(`[Object, Array, Function, String, Promise, Map, Set, Element, HTMLElement, Node, EventTarget, Event]
        .forEach((one) => { Object.freeze(one); Object.freeze(one.prototype); });`),
    ],
    'watches fetch': [script(`const own = fetch; window.fetch = (...args) => own(...args).then((response) => response);`)],
    'watches listeners and errors': [
      script(`const own = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, listener, options) { return own.call(this, type, listener, options); };
        window.onerror = () => { throw new Error('theirs'); };`),
    ],
    'has its base address elsewhere': ['<base href="https://www.example.gov.cn/news/" target="_top">'],
    'has no doctype': ['', TAG, { doctype: '' }],
    'runs from right to left': ['', TAG, { html: '<html lang="zh-Hans" dir="rtl">' }],
    'is XHTML by habit': ['', TAG, { doctype: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">' }],
  };
  for (const [name, [head, body, options]] of Object.entries(PAGES))
    test(name, async () => {
      const there = await page(head, body, options);
      await works(there);
      assertNoErrors(there);
      assert.deepEqual(eventsOf(there, 'error'), []);
      await there.context().close();
    });

  test('puts its own in the place of fetch: the fallback, one event, and nothing thrown', async () => {
    const there = await page(script('window.fetch = () => 0;'), `<eligibility-check><p>请到窗口咨询。</p></eligibility-check>`);
    await there.getByRole('alert').waitFor();
    assert.ok(await there.getByText('请到窗口咨询。').isVisible());
    await waitUntil('the page hears of it', () => eventsOf(there, 'error').length === 1);
    assert.deepEqual(uncaughtErrors(there), []);
    await there.context().close();
  });

  test('has an older copy of us, which was there first: it stays, and nothing is thrown', async () => {
    const older = `customElements.define('eligibility-check', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: '从前的版本' })); } });`;
    const there = await page(script(older));
    await there.waitForLoadState('networkidle');
    await there.getByText('从前的版本').waitFor();
    assert.deepEqual([there.recorded.errors, there.recorded.events], [[], []]);
    await there.context().close();
  });

  test('has two copies of us from two folders: one is used, and nothing is thrown', async () => {
    const there = await page(`<script type="module" src="${site.origin}/demo/../eligibility-check.js?older"></script>`);
    await works(there);
    const widgets = there.recorded.requests.filter((url) => url.includes('eligibility-widget.wasm'));
    assert.equal(widgets.length, 1);
    assertNoErrors(there);
    await there.context().close();
  });

  test('throws in its listeners: that is its own affair, and the widget goes on', async () => {
    const there = await page(script(`for (const type of ['ready', 'change'])
      document.addEventListener('eligibility-' + type, () => { throw new Error('theirs'); });`));
    await works(there);
    assert.deepEqual([...new Set(there.recorded.errors)], ['uncaught: theirs']);
    await there.context().close();
  });
});

test('in quirks mode, and with everything of the page unset, each part looks as it does elsewhere', async () => {
  const looks = async (options) => {
    const there = await page(...options);
    await waitForWidget(there);
    await showAllQuestions(there);
    await option(there, 'applicant-kind', KIND).check();
    const parts = [
      there.getByRole('heading', { name: PACK.title }), button(there, '查看核对清单'), counts(there),
      option(there, 'applicant-kind', KIND), there.getByText('您的单位是哪一类？', { exact: true }).first(), textBox(there, 'contribution-rank'),
    ];
    const seen = [];
    for (const part of parts)
      seen.push(await part.evaluate((part) => {
        const style = getComputedStyle(part);
        const names = ['color', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'textAlign', 'direction', 'display', 'boxSizing', 'padding', 'height'];
        return names.map((name) => `${name} ${style[name]}`);
      }));
    await there.context().close();
    return seen;
  };
  const routes = { '**/unset.css': { body: '* { all: unset !important; direction: rtl !important } eligibility-check { display: block !important }', contentType: 'text/css' } };
  const body = `<div>${TAG}</div>`;
  const plain = await looks(['', body]);
  assert.deepEqual(await looks(['', body, { doctype: '' }]), plain);
  assert.deepEqual(await looks(['<link rel="stylesheet" href="unset.css">', body, { routes }]), plain);
});
