// Once it is ready it asks the network for nothing, and it leaves nothing on the device.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bySection, open, pick, start, until } from '../support/page.mjs';
import { lastPrint } from '../support/pdf.mjs';
import { proxy } from '../support/proxy.mjs';
import { wholeJourney } from '../support/full-journey.mjs';

let world, way, page, loaded;
before(async () => {
  world = await start({
    through: async (origin) => {
      way = await proxy(origin);
      return way.address;
    },
  });
  page = await open(world);
  await until('the QR reader is loaded', () => page.heard.requests.some((url) => url.endsWith('eligibility-scan.js')));
  await page.waitForLoadState('networkidle');
  loaded = { requests: page.heard.requests.length, ...way.counted() };
});
after(async () => {
  await world.close();
  way.close();
});

test('what it loads comes from its own place, and nothing twice', () => {
  const names = page.heard.requests.filter((url) => !url.startsWith('data:'));
  assert.ok(names.every((url) => url.startsWith(`${world.origin}/`)), names.join(' '));
  assert.deepEqual(names, [...new Set(names)]);
});

test('all that the browser asked for went through the proxy', () => {
  for (const name of ['index.html', 'eligibility-widget.wasm', 'eligibility-scan.js', 'rules.zh-Hans.json'])
    assert.ok(loaded.asked.includes(`GET ${world.origin}/${name}`), `${name}: ${loaded.asked.join(' ')}`);
  assert.ok(loaded.asked.every((line) => line.startsWith(`GET ${world.origin}/`)), loaded.asked.join(' '));
});

test('a whole journey with print, every file and both ways back sends no byte over any connection, and makes none', async () => {
  const saved = await wholeJourney(page);
  assert.match((await lastPrint(page)).body, /企业研发投入增长支持/);
  assert.match(saved.json.text, /rd-spending/);
  assert.deepEqual(page.heard.requests.slice(loaded.requests).filter((url) => !url.startsWith('blob:')), []);
  const { bytes, connections, asked } = way.counted();
  assert.deepEqual({ bytes, connections, asked }, { bytes: loaded.bytes, connections: loaded.connections, asked: loaded.asked });
});

test('the proxy would have seen it', async () => {
  const { bytes } = way.counted();
  await page.evaluate(() => fetch('page.css?again').then((response) => response.text()));
  const after = way.counted();
  assert.ok(after.bytes > bytes);
  assert.equal(after.asked.at(-1), `GET ${world.origin}/page.css?again`);
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
  await bySection(page);
  await pick(page, 'applicant-kind', '其他').check();
  await page.getByText('已回答 1 题。').waitFor();
  await page.reload();
  await bySection(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await pick(page, 'applicant-kind', '其他').isChecked(), false);
});

test('it says nothing on the console', () => assert.deepEqual(page.heard.errors, []));
