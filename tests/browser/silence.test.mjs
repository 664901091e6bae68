// Once it is ready it asks the network for nothing, and it leaves nothing on the device.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { IN_FORCE, box, button, bySection, counts, open, pick, says, start, type, until, wipe } from './page.mjs';
import { lastPrint } from './paper.mjs';

let world, page, loaded;
before(async () => {
  world = await start();
  page = await open(world);
  await until('the details are loaded', () => page.heard.requests.some((url) => url.endsWith('eligibility-details.wasm')));
  loaded = page.heard.requests.length;
});
after(() => world.close());

test('what it loads comes from its own place, and nothing twice', () => {
  const names = page.heard.requests.filter((url) => !url.startsWith('data:'));
  assert.ok(names.every((url) => url.startsWith(`${world.origin}/`)), names.join(' '));
  assert.deepEqual(names, [...new Set(names)]);
});

test('a whole journey to paper makes no request', async () => {
  await bySection(page, IN_FORCE);
  await pick(page, 'applicant-kind', '企业（金融机构除外）').check();
  for (const id of ['registered-in-tianhe', 'taxed-in-tianhe', 'reports-in-tianhe', 'independent-legal-person'])
    await pick(page, id, '是').check();
  await pick(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
  await type(box(page, 'rd-spending'), '700');
  await type(box(page, 'rd-spending-before'), '500');
  await says(counts(page), /^符合 \d/);
  await page.getByText('企业研发投入增长支持', { exact: true }).click();
  await button(page, '查看核对清单').click();
  await button(page, '打印清单').click();
  assert.match((await lastPrint(page)).body, /企业研发投入增长支持/);
  await button(page, '返回继续回答').click();
  await wipe(page);
  assert.deepEqual(page.heard.requests.slice(loaded), []);
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
