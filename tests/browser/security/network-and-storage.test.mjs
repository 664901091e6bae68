// Network traffic and storage: after loading, the widget requests nothing and stores nothing.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fullJourney } from '../support/full-journey.mjs';
import {
  assertNoErrors,
  openPage,
  option,
  showAllQuestions,
  startSite,
  waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { startProxy } from '../support/proxy.mjs';

let site, proxy;
before(async () => {
  site = await startSite({
    startProxy: async (origin) => {
      proxy = await startProxy(origin);
      return proxy.address;
    },
  });
});
after(async () => {
  await site.close();
  proxy.close();
});

let page;
beforeEach(async () => {
  page = await openPage(site);
  await waitUntil('the QR reader is loaded', () =>
    page.recorded.requests.some((url) => url.endsWith('eligibility-scan.js')),
  );
  await page.waitForLoadState('networkidle');
});
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

test('every file comes from the own origin, through the proxy, and once', () => {
  const requests = page.recorded.requests.filter((url) => !url.startsWith('data:'));
  assert.ok(
    requests.every((url) => url.startsWith(`${site.origin}/`)),
    requests.join(' '),
  );
  assert.deepEqual(requests, [...new Set(requests)]);
  const proxied = proxy.traffic().requests;
  for (const name of [
    'index.html',
    'eligibility-widget.wasm',
    'eligibility-scan.js',
    'rules.zh-Hans.json',
  ])
    assert.ok(proxied.includes(`GET ${site.origin}/${name}`), `${name}: ${proxied.join(' ')}`);
  assert.ok(
    proxied.every((line) => line.startsWith(`GET ${site.origin}/`)),
    proxied.join(' '),
  );
});

test('a full journey opens no connection and sends no byte', async () => {
  const before = proxy.traffic();
  const count = page.recorded.requests.length;
  const saved = await fullJourney(page);
  assert.match((await lastPrinted(page)).body, /企业研发投入增长支持/);
  assert.match(saved.json.text, /rd-spending/);
  assert.deepEqual(
    page.recorded.requests.slice(count).filter((url) => !url.startsWith('blob:')),
    [],
  );
  assert.deepEqual(proxy.traffic(), before);
});

test('the proxy counts a request of the page', async () => {
  const { bytes } = proxy.traffic();
  await page.evaluate(() => fetch('page.css?again').then((response) => response.text()));
  const after = proxy.traffic();
  assert.ok(after.bytes > bytes);
  assert.equal(after.requests.at(-1), `GET ${site.origin}/page.css?again`);
});

test('a full journey stores nothing in the browser', async () => {
  await fullJourney(page);
  assert.deepEqual(await page.context().cookies(), []);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    address: location.pathname + location.search + location.hash,
    history: history.length,
    state: history.state,
  }));
  const nothing = {
    local: [],
    session: [],
    databases: [],
    caches: [],
    workers: 0,
    address: '/index.html',
    state: null,
  };
  // index.html has the attribute `history`: one entry is ahead, with the same address.
  assert.deepEqual(stored, { ...nothing, history: 3 });
});

test('no answer survives a reload', async () => {
  await showAllQuestions(page);
  await option(page, 'applicant-kind', '其他').check();
  await page.getByText('已回答 1 题。').waitFor();
  await page.reload();
  await showAllQuestions(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await option(page, 'applicant-kind', '其他').isChecked(), false);
});
