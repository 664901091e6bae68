// Host pages that add and remove the widget many times, contain several widgets, or change the
// environment: prototypes, globals, doctype, base address.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  PACK,
  POLICY,
  assertNoErrors,
  button,
  counts,
  enterText,
  eventsOf,
  newPage,
  openHostPage,
  option,
  showAllQuestions,
  textBox,
  uncaughtErrors,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { BROWSER_PACK, packWithTitle } from '../support/packs.mjs';

const ENTERPRISE = '企业（金融机构除外）';
const TAG = '<eligibility-check as-of="2019-05-10"></eligibility-check>';

const site = useSite();

/** A host page with additional content in its head, before our script. */
async function openHost(
  head,
  body = TAG,
  { html = '<html lang="zh-Hans">', doctype = '<!doctype html>', routes = {} } = {},
) {
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
  for (const [pattern, response] of Object.entries(routes))
    await page.route(pattern, (route) => route.fulfill(response));
  await page.goto(`${site.origin}/host.html`);
  return page;
}
const script = (code) => `<script nonce="host">${code}</script>`;

/** Asserts that answers, details and the checklist work. */
async function assertWorks(page) {
  await waitForWidget(page);
  await showAllQuestions(page);
  await option(page, 'applicant-kind', ENTERPRISE).check();
  await option(page, 'registered-in-tianhe', '是').check();
  await enterText(textBox(page, 'contribution-rank'), '61');
  await page.getByText('已回答 3 题。').waitFor();
  await page.getByRole('searchbox', { name: '查找措施' }).fill('企业研发投入增长支持');
  await page.getByText('企业研发投入增长支持', { exact: true }).click();
  await page.getByText('R&D投入比上一年增加200万元以上（含200万元）').waitFor();
  await button(page, '做办事清单').click();
  await page.getByRole('heading', { name: '办事清单' }).waitFor();
  await button(page, '看看打印出来的样子').click();
  await page.locator('eligibility-check').getByText(PACK.documents[0].number).first().waitFor();
}

describe('added and removed a thousand times', () => {
  /** The limits for growth, for any number of cycles. */
  const GROWTH = { nodes: 60, listeners: 2, heap: 300_000 };
  /** The number of rounds, one of which must be within the limits. */
  const ROUNDS = 3;
  /** The last element and its memory may not be collected yet. */
  const ALIVE = { hosts: 1, memories: 1 };
  const cycles = {
    immediately: ['immediate', 1000],
    'after it is ready': ['ready', 1000],
    'after an answer and a change of language': ['used', 50],
  };
  for (const [name, [how, times]] of Object.entries(cycles))
    test(name, async () => {
      const page = await openHostPage(site, '<main></main>', {
        routes: { '**/rules.zh-Hans.json': { body: BROWSER_PACK } },
      });
      // Weak references to each element and to the memory of each instance.
      await page.evaluate(() => {
        const created = { hosts: [], memories: [] };
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...args) => {
          const result = await instantiate(...args);
          created.memories.push(new WeakRef((result.instance || result).exports.memory));
          return result;
        };
        Object.assign(window, { created });
      });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable');
      const measure = async () => {
        // DevTools commands come before the tasks of the page. Without a pause, garbage
        // collections would keep a slow machine from handling the responses.
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
        await devtools.send('HeapProfiler.collectGarbage');
        const { metrics } = await devtools.send('Performance.getMetrics');
        const value = (name) => metrics.find((metric) => metric.name === name).value;
        const alive = await page.evaluate(() => {
          const { created } = /** @type {any} */ (window);
          for (const name of Object.keys(created))
            created[name] = created[name].filter((one) => one.deref());
          return { hosts: created.hosts.length, memories: created.memories.length };
        });
        return {
          nodes: value('Nodes'),
          listeners: value('JSEventListeners'),
          heap: value('JSHeapUsedSize'),
          ...alive,
        };
      };
      const cycle = (times) =>
        page.evaluate(
          async ([how, times]) => {
            const main = document.querySelector('main');
            const nextEvent = (element, type) =>
              new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
            for (let count = 0; count < times; count++) {
              const element = document.createElement('eligibility-check');
              /** @type {any} */ (window).created.hosts.push(new WeakRef(element));
              element.setAttribute('as-of', '2019-05-10');
              const started = how === 'immediate' || nextEvent(element, 'eligibility-ready');
              main.append(element);
              await started;
              if (how === 'used') {
                const find = (selector) => element.shadowRoot.querySelector(selector);
                const nextTask = () => new Promise((resolve) => setTimeout(resolve));
                for (const button of ['#ec-begin', '#ec-start-all']) {
                  while (!find(`div:not(.ec-early) > .ec ${button}`)) await nextTask();
                  find(`div:not(.ec-early) > .ec ${button}`).click();
                }
                while (!find('.ec-question input')) await nextTask();
                find('.ec-question input').click();
                while (!find('.ec-question input:checked')) await nextTask();
                element.setAttribute('lang', 'en');
                while (find('div:not(.ec-early) > .ec').lang !== 'en') await nextTask();
              }
              element.remove();
            }
          },
          [how, times],
        );
      await cycle(times / 10);
      await page.waitForLoadState('networkidle');
      // A leak grows in every round. What the browser compiles or caches once does not.
      const rounds = [await measure()];
      const isFlat = (before, after) =>
        Object.entries(GROWTH).every(([name, limit]) => after[name] - before[name] <= limit) &&
        Object.entries(ALIVE).every(([name, limit]) => after[name] <= limit);
      let flat = false;
      while (!flat && rounds.length <= ROUNDS) {
        const before = rounds.at(-1);
        await cycle(times);
        // The last responses arrive after their element is removed.
        let after;
        await waitUntil('everything is collected', async () => {
          after = await measure();
          flat = isFlat(before, after);
          return flat;
        }).catch(() => {});
        rounds.push(after);
      }
      assert.ok(flat, rounds.map((round) => JSON.stringify(round)).join(', then '));
      assertNoErrors(page);
      await page.context().close();
    });
});

test('widgets with other packs, an unusable pack and another language are independent', async () => {
  const body = `<section aria-label="甲"><eligibility-check as-of="2019-05-10"></eligibility-check></section>
    <section aria-label="乙"><eligibility-check src="other.json" as-of="2019-05-10" heading-level="4"></eligibility-check></section>
    <section aria-label="丙"><eligibility-check src="bad.json"><p>请到窗口咨询。</p></eligibility-check></section>
    <section aria-label="丁"><eligibility-check lang="en" as-of="2019-05-10"></eligibility-check></section>`;
  const routes = {
    '**/other.json': { body: packWithTitle('另一个规则包') },
    '**/bad.json': { body: '{}' },
  };
  const page = await openHostPage(site, body, { routes });
  const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map((name) =>
    page.getByRole('region', { name, exact: true }),
  );
  await a.getByRole('heading', { name: PACK.title, level: 2 }).waitFor();
  await b.getByRole('heading', { name: '另一个规则包', level: 4 }).waitFor();
  await c.getByRole('alert').waitFor();
  assert.ok(await c.getByText('请到窗口咨询。').isVisible());
  await d.getByText('Your answers stay on this device').waitFor();
  await showAllQuestions(a);
  await showAllQuestions(b);
  await option(a, 'applicant-kind', ENTERPRISE).check();
  await b.getByText('已回答 0 题。').waitFor();
  await a.getByText('已回答 1 题。').waitFor();
  assert.equal(eventsOf(page, 'error').length, 1);
  // Removing one widget does not affect the others.
  await page.evaluate(() => document.querySelectorAll('eligibility-check')[1].remove());
  await option(a, 'registered-in-tianhe', '是').check();
  await a.getByText('已回答 2 题。').waitFor();
  assert.deepEqual(uncaughtErrors(page), []);
  await page.context().close();
});

describe('the widget works on a page that', () => {
  const PAGES = {
    'has global names like those of our scripts': [
      script(`var trusted = 1, today = 2, adopt = 3, wasm = 4, heap = 5, module = {}, exports = {}, define = () => { throw new Error('no') };
        define.amd = true; var EligibilityCheck = class {}; var eligibility = 'theirs', trustedTypes = trustedTypes || undefined;`),
      `<p id="heap"></p><p id="ec-code"></p><form id="applicant-kind"><input name="applicant-kind" value="theirs"></form>${TAG}`,
    ],
    'adds enumerable properties to prototypes': [
      script(`Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.theirs = function () {}; String.prototype.theirs = () => 1; Function.prototype.theirs = 1; Element.prototype.theirs = 1;`),
    ],
    'replaces array methods': [
      script(`for (const name of ['map', 'forEach', 'filter', 'find', 'includes', 'indexOf', 'some', 'from']) {
          const own = Array.prototype[name]; if (!own) continue;
          Array.prototype[name] = function (...args) { return own.apply(this, args); };
        }
        Array.from = (things, each) => { const all = []; for (const one of things) all.push(each ? each(one) : one); return all; };
        Array.prototype.toJSON = function () { return this.slice(); }; document.getElementsByClassName = () => [];`),
    ],
    'freezes built-in objects': [
      script(`[Object, Array, Function, String, Promise, Map, Set, Element, HTMLElement, Node, EventTarget, Event]
        .forEach((one) => { Object.freeze(one); Object.freeze(one.prototype); });`),
    ],
    'wraps fetch': [
      script(
        `const own = fetch; window.fetch = (...args) => own(...args).then((response) => response);`,
      ),
    ],
    'wraps addEventListener and throws in onerror': [
      script(`const own = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, listener, options) { return own.call(this, type, listener, options); };
        window.onerror = () => { throw new Error('theirs'); };`),
    ],
    'has a base element': ['<base href="https://www.example.gov.cn/news/" target="_top">'],
    'has no doctype': ['', TAG, { doctype: '' }],
    'is right-to-left': ['', TAG, { html: '<html lang="zh-Hans" dir="rtl">' }],
    'has an XHTML doctype': [
      '',
      TAG,
      {
        doctype:
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
      },
    ],
  };
  for (const [name, [head, body, options]] of Object.entries(PAGES))
    test(name, async () => {
      const page = await openHost(head, body, options);
      await assertWorks(page);
      assertNoErrors(page);
      assert.deepEqual(eventsOf(page, 'error'), []);
      await page.context().close();
    });

  test('has defined an older version of the element, which stays', async () => {
    const older = `customElements.define('eligibility-check', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: '从前的版本' })); } });`;
    const page = await openHost(script(older));
    await page.waitForLoadState('networkidle');
    await page.getByText('从前的版本').waitFor();
    assert.deepEqual([page.recorded.errors, page.recorded.events], [[], []]);
    await page.context().close();
  });

  test('loads our script from two addresses; one module is used', async () => {
    const page = await openHost(
      `<script type="module" src="${site.origin}/demo/../eligibility-check.js?older"></script>`,
    );
    await assertWorks(page);
    const widgets = page.recorded.requests.filter((url) => url.includes('eligibility-widget.wasm'));
    assert.equal(widgets.length, 1);
    assertNoErrors(page);
    await page.context().close();
  });

  test('throws in listeners of our events', async () => {
    const page = await openHost(
      script(`for (const type of ['ready', 'change'])
      document.addEventListener('eligibility-' + type, () => { throw new Error('theirs'); });`),
    );
    await assertWorks(page);
    assert.deepEqual([...new Set(page.recorded.errors)], ['uncaught: theirs']);
    await page.context().close();
  });
});

test('if the page replaces fetch, the fallback is shown and one error event fires', async () => {
  const page = await openHost(
    script('window.fetch = () => 0;'),
    `<eligibility-check><p>请到窗口咨询。</p></eligibility-check>`,
  );
  await page.getByRole('alert').waitFor();
  assert.ok(await page.getByText('请到窗口咨询。').isVisible());
  await waitUntil('an error event has fired', () => eventsOf(page, 'error').length === 1);
  assert.deepEqual(uncaughtErrors(page), []);
  await page.context().close();
});

test('quirks mode and `all: unset` on the page do not change computed styles', async () => {
  const computedStyles = async (options) => {
    const page = await openHost(...options);
    await waitForWidget(page);
    await showAllQuestions(page);
    await option(page, 'applicant-kind', ENTERPRISE).check();
    const parts = [
      page.getByRole('heading', { name: '全部题目' }),
      button(page, '做办事清单'),
      counts(page),
      option(page, 'applicant-kind', ENTERPRISE),
      page.getByText('您的单位是哪一类？', { exact: true }).first(),
      textBox(page, 'contribution-rank'),
    ];
    const styles = [];
    for (const part of parts)
      styles.push(
        await part.evaluate((part) => {
          const style = getComputedStyle(part);
          const names = [
            'color',
            'fontFamily',
            'fontSize',
            'fontWeight',
            'lineHeight',
            'textAlign',
            'direction',
            'display',
            'boxSizing',
            'padding',
            'height',
          ];
          return names.map((name) => `${name} ${style[name]}`);
        }),
      );
    await page.context().close();
    return styles;
  };
  const routes = {
    '**/unset.css': {
      body: '* { all: unset !important; direction: rtl !important } eligibility-check { display: block !important }',
      contentType: 'text/css',
    },
  };
  const body = `<div>${TAG}</div>`;
  const plain = await computedStyles(['', body]);
  assert.deepEqual(await computedStyles(['', body, { doctype: '' }]), plain);
  assert.deepEqual(
    await computedStyles(['<link rel="stylesheet" href="unset.css">', body, { routes }]),
    plain,
  );
});
