// A page of one's own, under the strict policy: the example of docs/reference/javascript.md, with no widget anywhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assess, explain } from '../support/command.mjs';
import {
  IN_FORCE, POLICY, assertNoErrors, newPage, openHostPage, option, showAllQuestions, useSite, waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const REFERENCE = readFileSync(new URL('../../../docs/reference/javascript.md', import.meta.url), 'utf8');
const EXAMPLE = REFERENCE.match(/```js\n(import \{ open \}.*?)```/s)[1];
const BODY = '<h1>政策计算器</h1><output></output>';

const site = useSite();

/** A page with one script, beside the built files. */
async function portal(script) {
  const page = await newPage(site);
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">
    <script type="module" src="portal.js"></script></head><body>${BODY}</body></html>`;
  const headers = { 'Content-Security-Policy': POLICY };
  await page.route('**/portal.html', (route) => route.fulfill({ body: html, headers, contentType: 'text/html' }));
  await page.route('**/portal.js', (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
  await page.goto(`${site.origin}/portal.html`);
  return page;
}

const names = (page) => page.recorded.requests.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).pathname.slice(1));
const SCRIPTS = ['portal.html', 'portal.js', 'eligibility-headless.js'];

test('the example of docs/reference/javascript.md works, asks for its files once and leaves nothing behind', async () => {
  const page = await portal(EXAMPLE);
  const output = page.locator('output');
  await waitUntil('the example has run', async () => /\S/.test((await output.textContent()) || ''));
  // As the native command has it.
  const firm = { 'as-of': '2019-05-10', answers: { 'applicant-kind': 'enterprise', 'rd-spending': 700 } };
  const [{ title, outcome }] = explain(firm, 'grow-rd').measures;
  const { next } = JSON.parse(assess([firm])[0]);
  assert.equal(await output.textContent(), `${title}: ${outcome}; next: ${next}`);
  assert.deepEqual(names(page).sort(), [...SCRIPTS, 'eligibility-headless.wasm', 'rules.zh-Hans.json'].sort());
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
  const page = await portal(`import './eligibility-headless.js'; document.querySelector('output').textContent = 'ready';`);
  await page.getByText('ready').waitFor();
  assert.deepEqual(names(page).sort(), [...SCRIPTS].sort());
});

test('beside a widget, neither disturbs the other', async () => {
  const page = await openHostPage(site, '<eligibility-check as-of="2019-05-10"></eligibility-check>');
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
