// Once it is ready it asks the network for nothing, and it leaves nothing on the device.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoErrors, openPage, option, showAllQuestions, startSite, waitUntil } from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { startProxy } from '../support/proxy.mjs';
import { fullJourney } from '../support/full-journey.mjs';

let site, way, page, loaded;
before(async () => {
  site = await startSite({
    startProxy: async (origin) => {
      way = await startProxy(origin);
      return way.address;
    },
  });
  page = await openPage(site);
  await waitUntil('the QR reader is loaded', () => page.recorded.requests.some((url) => url.endsWith('eligibility-scan.js')));
  await page.waitForLoadState('networkidle');
  loaded = { requests: page.recorded.requests.length, ...way.counted() };
});
after(async () => {
  await site.close();
  way.close();
});

test('what it loads comes from its own place, and nothing twice', () => {
  const names = page.recorded.requests.filter((url) => !url.startsWith('data:'));
  assert.ok(names.every((url) => url.startsWith(`${site.origin}/`)), names.join(' '));
  assert.deepEqual(names, [...new Set(names)]);
});

test('all that the browser asked for went through the proxy', () => {
  for (const name of ['index.html', 'eligibility-widget.wasm', 'eligibility-scan.js', 'rules.zh-Hans.json'])
    assert.ok(loaded.asked.includes(`GET ${site.origin}/${name}`), `${name}: ${loaded.asked.join(' ')}`);
  assert.ok(loaded.asked.every((line) => line.startsWith(`GET ${site.origin}/`)), loaded.asked.join(' '));
});

test('a whole journey with print, every file and both ways back sends no byte over any connection, and makes none', async () => {
  const saved = await fullJourney(page);
  assert.match((await lastPrinted(page)).body, /企业研发投入增长支持/);
  assert.match(saved.json.text, /rd-spending/);
  assert.deepEqual(page.recorded.requests.slice(loaded.requests).filter((url) => !url.startsWith('blob:')), []);
  const { bytes, connections, asked } = way.counted();
  assert.deepEqual({ bytes, connections, asked }, { bytes: loaded.bytes, connections: loaded.connections, asked: loaded.asked });
});

test('the proxy would have seen it', async () => {
  const { bytes } = way.counted();
  await page.evaluate(() => fetch('page.css?again').then((response) => response.text()));
  const after = way.counted();
  assert.ok(after.bytes > bytes);
  assert.equal(after.asked.at(-1), `GET ${site.origin}/page.css?again`);
});

test('it leaves nothing on the device', async () => {
  assert.deepEqual(await page.context().cookies(), []);
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    address: location.pathname + location.search + location.hash,
    history: history.length,
    state: history.state,
  }));
  const nothing = { local: [], session: [], databases: [], caches: [], workers: 0, address: '/index.html', state: null };
  assert.deepEqual(left, { ...nothing, history: 2 });
});

test('after a reload no answer is left', async () => {
  await showAllQuestions(page);
  await option(page, 'applicant-kind', '其他').check();
  await page.getByText('已回答 1 题。').waitFor();
  await page.reload();
  await showAllQuestions(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await option(page, 'applicant-kind', '其他').isChecked(), false);
});

test('it says nothing on the console', () => assertNoErrors(page));
