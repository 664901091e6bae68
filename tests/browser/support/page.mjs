// The built site on a local server with our strict policy, a Chromium, and pages that record what
// they request, report and print.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { POLICY, serve } from '../../../www/build/serve.mjs';

export { POLICY };
/** The built site with one policy: that of `rules.json`. */
export const DIST =
  process.env.DIST || fileURLToPath(new URL('../../../build/one-policy', import.meta.url));
/** The built site with all policies. */
export const PUBLISHED_SITE =
  process.env.PUBLISHED_SITE || fileURLToPath(new URL('../../../dist', import.meta.url));
/** The authored pack. Expected values come from it, never from the pack that the page loads. */
export const AUTHORED = readFileSync(new URL('../../../rules.json', import.meta.url), 'utf8');
/** The authored pack with its texts in simplified Chinese only, the language of most tests. */
export const PACK = JSON.parse(AUTHORED, (_, value) => value?.['zh-Hans'] ?? value);

/** A day on which the policy is in force. */
export const IN_FORCE = '2019-05-10';
/** The time of every page, after the policy has lapsed. No test reads the real clock. */
const NOW = '2026-03-02T09:00:00+08:00';

/**
 * Chromium's own background requests are switched off where every byte is counted. Those that
 * cannot be switched off go to port 9 of this machine, where nothing listens, and not through the
 * proxy.
 */
const NO_BACKGROUND_REQUESTS = [
  '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,CertificateTransparencyComponentUpdater,PreconnectToSearch,NavigationPredictor,Prewarm,PrewarmDefaultSearchEngine',
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--gaia-url=http://127.0.0.1:9/',
  '--google-apis-url=http://127.0.0.1:9/',
  '--google-base-url=http://127.0.0.1:9/',
  '--gcm-checkin-url=http://127.0.0.1:9/',
  '--gcm-registration-url=http://127.0.0.1:9/',
  '--gcm-mcs-endpoint=127.0.0.1:9',
  '--allow-browser-signin=false',
  '--disable-extensions',
  '--no-pings',
];

/**
 * Starts a server for a built site and a browser.
 * @param {{folder?: string, startProxy?: (origin: string) => Promise<string>}} options  folder:
 *   that of the site. startProxy: receives the origin of the server and returns the address of a
 *   proxy for all traffic of the browser
 */
export async function startSite({ folder = DIST, startProxy } = {}) {
  const server = await serve(folder, 0);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const proxyFlags = startProxy
    ? [
        `--proxy-server=${await startProxy(origin)}`,
        '--proxy-bypass-list=<-loopback>;127.0.0.1:9',
        ...NO_BACKGROUND_REQUESTS,
      ]
    : [];
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
      ...proxyFlags,
    ],
  });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { browser, origin, close };
}

/** A site for all tests of a file or of a `describe`: started before them, closed after them. */
export function useSite(folder = DIST) {
  const site = /** @type {Awaited<ReturnType<typeof startSite>>} */ ({});
  before(async () => void Object.assign(site, await startSite({ folder })));
  after(() => site.close());
  return site;
}

/** A new page in its own context, not navigated yet, with its activity in `page.recorded`. */
export async function newPage(
  { browser },
  { width = 1280, height = 900, userAgent = undefined } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    userAgent,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  // Long enough for a machine under load.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  const recorded = { requests: [], errors: [], events: [] };
  context.on('request', (request) => recorded.requests.push(request.url()));
  page.on('pageerror', (error) => recorded.errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      recorded.errors.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('recordEvent', (type, detail, from) =>
    recorded.events.push({ type, detail, from }),
  );
  await page.addInitScript(() => {
    // On the document, so that only events which bubble out of the shadow root are recorded.
    for (const type of ['ready', 'change', 'error'])
      document.addEventListener(`eligibility-${type}`, ({ detail, target }) => {
        const from = /** @type {Element} */ (target).localName;
        /** @type {any} */ (window).recordEvent(type, JSON.parse(JSON.stringify(detail)), from);
      });
    // Records the printed document on the outermost window of the same origin.
    window.print = () => {
      const css = [...document.adoptedStyleSheets, ...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .map((rule) => rule.cssText);
      const { title, body, documentElement } = document;
      let top = /** @type {any} */ (window);
      try {
        while (top.parent !== top && top.parent.document) top = top.parent;
      } catch {
        // The parent is of another origin.
      }
      top.printed = [
        ...(top.printed || []),
        { title, lang: documentElement.lang, css: css.join(''), body: body.innerHTML },
      ];
      // Some browsers, and sandboxed frames without modal dialogues, never fire `afterprint`.
      if (!top.hasNoAfterPrint) window.dispatchEvent(new Event('afterprint'));
    };
  });
  return Object.assign(page, { recorded });
}

/** A page of the built site with its widget ready. */
export async function openPage(site, { path = '/index.html', ...size } = {}) {
  const page = await newPage(site, size);
  await page.goto(site.origin + path);
  await waitForWidget(page);
  return page;
}

/** A page of another site, served next to the built files under the same policy. */
export async function openHostPage(
  site,
  body,
  { css = '', policy = POLICY, routes = {}, lang = 'zh-Hans', ...size } = {},
) {
  const page = await newPage(site, size);
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>区政府网站</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
    <script type="module" src="eligibility-check.js"></script></head><body>${body}</body></html>`;
  const headers = { 'Content-Security-Policy': policy };
  await page.route('**/host.html', (route) =>
    route.fulfill({ body: html, headers, contentType: 'text/html' }),
  );
  await page.route('**/host.css', (route) => route.fulfill({ body: css, contentType: 'text/css' }));
  for (const [pattern, response] of Object.entries(routes))
    await page.route(pattern, (route) =>
      response === 'abort' ? route.abort() : route.fulfill(response),
    );
  await page.goto(`${site.origin}/host.html`);
  return page;
}

/** Restores a case from a file on the start screen, and waits for the results. */
export async function restoreCase(page, { 'as-of': asOf, answers }) {
  await page.getByText('有回执码？接着上次的').click();
  const buffer = Buffer.from(JSON.stringify({ pack: PACK.id, 'as-of': asOf, answers }));
  await page
    .getByLabel('打开保存的文件')
    .setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer });
  await page.getByRole('heading', { name: '您的结果' }).waitFor();
}

/** Opens the menu in the bar, uses it, and closes it. The focus is then on its button. */
async function withMenu(scope, use) {
  const menu = scope.locator('.ec-menu');
  if (!(await menu.evaluate((one) => one.open))) await menu.locator('summary').click();
  await use(menu);
  await menu.locator('summary').press('Escape');
}

/** Chooses a language by its own name. It may still be loading afterwards. */
export const chooseLanguage = (scope, name) =>
  withMenu(scope, (menu) => menu.getByRole('radio', { name, exact: true }).click());

/** Switches large text on or off. */
export const toggleLargeText = (scope) =>
  withMenu(scope, (menu) => menu.getByRole('checkbox').click());

/** Saves a file with the first button of this name. `scope` is the frame with the widget. */
export async function saveFile(page, name, scope = page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(scope, name).first().click(),
  ]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString(), bytes };
}

/** The events of a type that reached the document. @param {'ready' | 'change' | 'error'} type */
export const eventsOf = (page, type) => page.recorded.events.filter((event) => event.type === type);

/** The uncaught exceptions. */
export const uncaughtErrors = (page) =>
  page.recorded.errors.filter((error) => error.startsWith('uncaught'));

/** Asserts that nothing was thrown, and that nothing was logged as an error or a warning. */
export const assertNoErrors = (page) => assert.deepEqual(page.recorded.errors, []);

/** A date as the widget writes it in a sentence. @param {string} date */
export const chineseDate = (date) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** Waits until the start screen of every widget, or of `count` widgets, is shown. */
export const waitForWidget = (page, count = 1) =>
  page
    .locator('div:not(.ec-early) > .ec .ec-start')
    .nth(count - 1)
    .waitFor();

// In the functions below, `scope` is a page, a frame or a locator.

export const dateBox = (scope) => scope.locator('#ec-as-of');

/**
 * Goes from the start screen to the topics: as of a day, or else as of the last day of a policy
 * that has lapsed. The buttons have ids, which are the same in every language.
 * @param {string} [date]
 */
export async function openTopics(scope, date) {
  if ((await scope.locator('#ec-day-step').count()) || date) {
    await openDay(scope);
    if (date) await enterText(dateBox(scope), date);
    await scope.locator('#ec-day-next').click();
  } else await scope.locator('#ec-begin').click();
  await scope.locator('#ec-start-topics').waitFor();
}

/** Goes from the start screen to the choice of the day. */
export async function openDay(scope) {
  const step = scope.locator('#ec-day-step');
  if (await step.count()) await step.click();
  else {
    await scope.locator('details:has(.ec-start__about) > summary').click();
    await button(scope, '换一天来看').click();
  }
  await dateBox(scope).waitFor();
}

/**
 * Goes from the start screen to the first question: about the topics with these ids, or about
 * everything.
 * @param {string[]} topics
 */
export async function startInterview(scope, topics = [], date = IN_FORCE) {
  await openTopics(scope, date);
  for (const id of topics) {
    const box = topicBox(scope, id);
    if (!(await box.isVisible())) await scope.locator('.ec-topics__list summary').click();
    await box.check();
  }
  await scope.locator(topics.length ? '#ec-start-topics' : '#ec-start-all').click();
  await continueButton(scope).waitFor();
}

/** The checkbox of a topic. */
export const topicBox = (scope, id) => scope.locator(`#ec-topic-${id}`);

export const continueButton = (scope) =>
  scope.getByRole('button', { name: /^(继续|繼續|Continue)$/ });
export const backButton = (scope) => scope.getByRole('button', { name: /^‹? ?(上一步|Back)$/ });

/** Goes from a question to the results. */
export async function showResults(scope) {
  await scope.getByRole('button', { name: /^(已有结果|看结果)/ }).click();
  await scope.getByRole('heading', { name: '您的结果' }).waitFor();
}

/** Goes from the results to the plan. */
export async function showPlan(scope) {
  await button(scope, '做办事清单').click();
}

/**
 * Enters the date, if one is given, and opens all questions, with those of every topic unfolded.
 */
export async function showAllQuestions(scope, date) {
  await startInterview(scope, [], date);
  await openMenu(scope);
  await openAllQuestions(scope);
}

const ALL_QUESTIONS = /^(全部题目|全部題目|All questions)$/;

/** Unfolds every topic of the screen with all questions. */
export async function unfoldTopics(scope) {
  const folded = scope.locator('details.ec-topic:not([open]) > summary');
  while (await folded.count()) await folded.first().press('Enter');
}

/** Opens all questions from the results or from a menu, with those of every topic unfolded. */
export async function openAllQuestions(scope) {
  await scope.getByRole('button', { name: ALL_QUESTIONS }).click();
  await scope.getByRole('heading', { name: ALL_QUESTIONS }).waitFor();
  await unfoldTopics(scope);
}

/** Unfolds the menu below a question: answers, all questions, receipt, and clearing. */
export const openMenu = (scope) => scope.locator('.ec-more > details > summary').click();

/** Clears all answers and confirms it. */
export async function clearAnswers(scope) {
  await button(scope, '清除全部回答').click();
  await button(scope, '确认清除').click();
  await scope.locator('.ec-start').waitFor();
}

/** The counts by outcome, next to all questions. */
export const counts = (scope) => scope.locator('.ec-results__counts');
export const button = (scope, name) => scope.getByRole('button', { name, exact: true });
export const question = (scope, id) =>
  scope.getByRole('group', { name: fact(id).question, exact: true });
export const textBox = (scope, id) => question(scope, id).getByRole('textbox');
export const option = (scope, id, name) => question(scope, id).getByLabel(name, { exact: true });

/** The summary of a disclosure. It has no role, so it is found by its title. */
export const summary = (scope, title) =>
  scope
    .locator('summary')
    .filter({ has: (scope.page?.() ?? scope).getByText(title, { exact: true }) });

export const fact = (id) => PACK.facts.find((fact) => fact.id === id);

/** Waits until the text of a locator contains a string or matches a pattern. */
export const waitForText = (locator, text) => locator.filter({ hasText: text }).waitFor();

/** Replaces the text of an input and moves the focus away. */
export async function enterText(locator, text) {
  await locator.fill(text);
  await locator.press('Tab');
}

/** The texts that `aria-describedby` of an input refers to. */
export const descriptionOf = (locator) =>
  locator.evaluate((input) =>
    (input.getAttribute('aria-describedby') || '')
      .split(' ')
      .map(
        (id) =>
          /** @type {ShadowRoot} */ (input.getRootNode()).getElementById(id)?.textContent ??
          `#${id} is missing`,
      )
      .join(' '),
  );

/** Waits until `check` returns true. @param {string} what  for the message of a timeout */
export async function waitUntil(what, check) {
  const end = performance.now() + 30_000;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`timeout waiting until ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
