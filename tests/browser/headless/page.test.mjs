// The engine without the widget, on a page under the strict policy: the example of
// docs/reference/javascript.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assess, explain } from '../support/command.mjs';
import {
  IN_FORCE,
  POLICY,
  assertNoErrors,
  newPage,
  openHostPage,
  option,
  showAllQuestions,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const REFERENCE = readFileSync(
  new URL('../../../docs/reference/javascript.md', import.meta.url),
  'utf8',
);
const EXAMPLE = REFERENCE.match(/```js\n(import \{ open \}.*?)```/s)[1];
const BODY = '<h1>政策计算器</h1><output></output>';

const site = useSite();

/** A page with one script, served next to the built files. */
async function openPortal(script) {
  const page = await newPage(site);
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">
    <script type="module" src="portal.js"></script></head><body>${BODY}</body></html>`;
  const headers = { 'Content-Security-Policy': POLICY };
  await page.route('**/portal.html', (route) =>
    route.fulfill({ body: html, headers, contentType: 'text/html' }),
  );
  await page.route('**/portal.js', (route) =>
    route.fulfill({ body: script, contentType: 'text/javascript' }),
  );
  await page.goto(`${site.origin}/portal.html`);
  return page;
}

const requestedFiles = (page) =>
  page.recorded.requests
    .filter((url) => !url.startsWith('data:'))
    .map((url) => new URL(url).pathname.slice(1));
const SCRIPTS = ['portal.html', 'portal.js', 'eligibility-headless.js'];

test('the example of docs/reference/javascript.md requests each file once and stores nothing', async () => {
  const page = await openPortal(EXAMPLE);
  const output = page.locator('output');
  await waitUntil('the example has run', async () => /\S/.test((await output.textContent()) || ''));
  const applicant = {
    'as-of': '2019-05-10',
    answers: { 'applicant-kind': 'enterprise', 'rd-spending': 700 },
  };
  const [{ title, outcome }] = explain(applicant, 'grow-rd').measures;
  const { next } = JSON.parse(assess([applicant])[0]);
  assert.equal(await output.textContent(), `${title}: ${outcome}; next: ${next}`);
  assert.deepEqual(
    requestedFiles(page).sort(),
    [...SCRIPTS, 'eligibility-headless.wasm', 'rules.zh-Hans.json'].sort(),
  );
  const left = await page.evaluate(async () => ({
    element: !!customElements.get('eligibility-check'),
    nodes: document.body.querySelectorAll('*').length,
    stored: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(left, { element: false, nodes: 2, stored: 0, databases: 0 });
  assert.deepEqual(await page.context().cookies(), []);
  assertNoErrors(page);
});

test('nothing is loaded until a pack is opened', async () => {
  const page = await openPortal(
    `import './eligibility-headless.js'; document.querySelector('output').textContent = 'ready';`,
  );
  await page.getByText('ready').waitFor();
  assert.deepEqual(requestedFiles(page).sort(), [...SCRIPTS].sort());
});

test('the engine and a widget work on the same page', async () => {
  const page = await openHostPage(
    site,
    '<eligibility-check as-of="2019-05-10"></eligibility-check>',
  );
  const reply = page.evaluate(async (asOf) => {
    const path = './eligibility-headless.js';
    const { open } = await import(path);
    const rules = await open('rules.zh-Hans.json');
    return rules.assess({ asOf, answers: { 'applicant-kind': 'other' } });
  }, IN_FORCE);
  await waitForWidget(page);
  await showAllQuestions(page);
  await option(page, 'applicant-kind', '其他').check();
  await page.getByText('已回答 1 题。').waitFor();
  assert.equal((await reply).format, 1);
  assertNoErrors(page);
});
