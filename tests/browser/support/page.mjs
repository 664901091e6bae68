// What every browser test starts from: the built folder served under the strict policy, a Chromium of its own,
// and a record of everything a page says and asks for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { POLICY, serve } from '../../../www/build/serve.mjs';

export { POLICY };
export const DIST = process.env.DIST || fileURLToPath(new URL('../../../dist', import.meta.url));
/** The pack as its author wrote it: what a page shows is never checked against what it loaded. */
export const AUTHORED = readFileSync(new URL('../../../rules.json', import.meta.url), 'utf8');
/** The same with its texts in the one language of these tests. */
export const PACK = JSON.parse(AUTHORED, (_, value) => value?.['zh-Hans'] ?? value);

/** A day on which the policy is in force, and one on which it has lapsed: no test reads the real clock. */
export const IN_FORCE = '2019-05-10';
const TODAY = '2026-03-02T09:00:00+08:00';

/** What Chromium asks its maker for by itself, whatever page is open, is switched off where every byte counts. */
const ALONE = [
  '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,CertificateTransparencyComponentUpdater,PreconnectToSearch,NavigationPredictor,Prewarm,PrewarmDefaultSearchEngine',
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--gaia-url=http://127.0.0.1:9/',
  '--google-apis-url=http://127.0.0.1:9/',
  '--google-base-url=http://127.0.0.1:9/',
  '--allow-browser-signin=false',
  '--disable-extensions',
  '--no-pings',
];

/** One browser and one server for a test file; `close` ends both. A browser may be sent through a proxy, told by the server's origin. */
export async function startSite({ through } = {}) {
  const server = await serve(DIST, 0);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const way = through ? [`--proxy-server=${await through(origin)}`, '--proxy-bypass-list=<-loopback>', ...ALONE] : [];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...way,
    ],
  });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { browser, origin, close };
}

/** A new page, not yet anywhere, with what it says and asks for in `page.recorded`. */
export async function newPage({ browser }, { width = 1280, height = 900 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  // Long enough for a machine with much else to do; nothing waits for it that comes.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(TODAY);
  const heard = { requests: [], errors: [], events: [] };
  context.on('request', (request) => heard.requests.push(request.url()));
  page.on('pageerror', (error) => heard.errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.errors.push(`console: ${message.text()}`);
  });
  // Heard on the document: an event must bubble, and cross the shadow root, to get there.
  await page.exposeFunction('hear', (type, detail, from) => heard.events.push({ type, detail, from }));
  await page.addInitScript(() => {
    for (const type of ['ready', 'change', 'error'])
      document.addEventListener(`eligibility-${type}`, ({ detail, target }) => {
        const name = /** @type {Element} */ (target).localName;
        /** @type {any} */ (window).hear(type, JSON.parse(JSON.stringify(detail)), name);
      });
    // Nothing is sent to a printer: what would be on the paper is kept with the outermost page that may be touched.
    window.print = () => {
      const css = [...document.adoptedStyleSheets, ...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .map((rule) => rule.cssText);
      const { title, body, documentElement } = document;
      let top = /** @type {any} */ (window);
      try {
        while (top.parent !== top && top.parent.document) top = top.parent;
      } catch {
        // The page around is of another origin: what was printed is kept with the frame.
      }
      top.printed = [...(top.printed || []), { title, lang: documentElement.lang, css: css.join(''), body: body.innerHTML }];
      // A frame that may open no dialogues never says that printing is over, nor do some browsers.
      if (!top.isNeverDone) window.dispatchEvent(new Event('afterprint'));
    };
  });
  return Object.assign(page, { heard });
}

/** A page of the built folder, with its widget ready. */
export async function openPage(site, { path = '/index.html', ...size } = {}) {
  const page = await newPage(site, size);
  await page.goto(site.origin + path);
  await waitForWidget(page);
  return page;
}

/** A host page of one's own beside the built files, under the same policy. */
export async function openHostPage(site, body, { css = '', policy = POLICY, routes = {}, lang = 'zh-Hans', ...size } = {}) {
  const page = await newPage(site, size);
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>区政府网站</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
    <script type="module" src="eligibility-check.js"></script></head><body>${body}</body></html>`;
  const headers = { 'Content-Security-Policy': policy };
  await page.route('**/host.html', (route) => route.fulfill({ body: html, headers, contentType: 'text/html' }));
  await page.route('**/host.css', (route) => route.fulfill({ body: css, contentType: 'text/css' }));
  for (const [pattern, answer] of Object.entries(routes))
    await page.route(pattern, (route) => (answer === 'abort' ? route.abort() : route.fulfill(answer)));
  await page.goto(`${site.origin}/host.html`);
  return page;
}

/** A day as sentences write it. @param {string} day */
export const chineseDate = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** Ready is when the date box of every widget (or of so many) can be used. */
export const waitForWidget = (page, count = 1) => dateBox(page).nth(count - 1).waitFor();

export const dateBox = (near) => near.getByRole('textbox', { name: '按哪一天的情况测算' });

/** Goes on to all questions by section, as of a day. */
export async function showAllQuestions(near, day) {
  if (day) await enterText(dateBox(near), day);
  await near.getByRole('button', { name: /^(按部分查看全部题目|按部分查看全部題目|See all questions by section)$/ }).click();
  await near.getByRole('group').nth(9).waitFor();
}

/** Wipes everything, as asked once. */
export async function clearAnswers(near) {
  await button(near, '清除全部回答').click();
  await button(near, '确认清除').click();
  await button(near, '开始自测').waitFor();
}

export const counts = (near) => near.getByRole('status');
export const button = (near, name) => near.getByRole('button', { name, exact: true });
export const question = (near, id) => near.getByRole('group', { name: fact(id).question, exact: true });
export const textBox = (near, id) => question(near, id).getByRole('textbox');
export const option = (near, id, name) => question(near, id).getByLabel(name, { exact: true });

/** A summary has no role of its own: it is found by the title in it. */
export const summary = (near, title) => near.locator('summary').filter({ has: (near.page?.() ?? near).getByText(title, { exact: true }) });

export const fact = (id) => PACK.facts.find((fact) => fact.id === id);

/** Waits until a locator's text holds a word. */
export const waitForText = (locator, text) => locator.filter({ hasText: text }).waitFor();

/** Types into a box and leaves it, as people do. */
export async function enterText(locator, text) {
  await locator.fill(text);
  await locator.press('Tab');
}

/** The texts that describe an input, as `aria-describedby` ties them to it. */
export const descriptionOf = (locator) =>
  locator.evaluate((input) =>
    (input.getAttribute('aria-describedby') || '')
      .split(' ')
      .map((id) => /** @type {ShadowRoot} */ (input.getRootNode()).getElementById(id)?.textContent ?? `#${id} is missing`)
      .join(' '),
  );

/** Waits until a function of the page, or of what was heard, is true. */
export async function waitUntil(what, check) {
  const end = performance.now() + 30_000;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
