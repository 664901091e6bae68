// On nginx, with the configuration of docs/guides/hosting: what each file is sent with, the way through the widget, and two hundred
// readers at once.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { countsText, explain } from '../support/command.mjs';
import { decode, request } from '../support/page-loads.mjs';
import { startNginx } from '../support/nginx.mjs';
import {
  DIST, IN_FORCE, POLICY, assertNoErrors, button, counts, dateBox, enterText, newPage, openPage, option, startSite,
  waitForText, waitForWidget, waitUntil,
} from '../support/page.mjs';
import { serve } from '../../../www/build/serve.mjs';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  '': 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  json: 'application/json',
};
const POLICIES = { 'frame.html': "frame-ancestors 'self'", 'offline.html': undefined };

// A copy, for some of it is replaced.
const above = mkdtempSync(join(tmpdir(), 'hosting-'));
const folder = join(above, 'eligibility');
const load = (name) => readFileSync(join(folder, name));
let site, server;
before(async () => {
  cpSync(DIST, folder, { recursive: true });
  server = await startNginx(folder);
  site = { ...(await startSite()), origin: server.origin };
});
after(async () => {
  await site?.close();
  await server?.close();
  rmSync(above, { recursive: true });
});

const FILES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));
const VERSION = FILES.find((name) => /^v[^/]+\//.test(name)).split('/')[0];

test('there are files of every kind, of the version and outside it', () => {
  const kinds = (names) => [...new Set(names.map((name) => /(?:\.(\w+))?$/.exec(name)[1] ?? ''))].sort();
  assert.deepEqual(kinds(FILES), Object.keys(TYPES).sort());
  assert.deepEqual(kinds(FILES.filter((name) => name.startsWith(`${VERSION}/`))), ['css', 'html', 'js', 'json', 'wasm']);
});

/** All that is to come with a file. */
async function check(origin, name, accept, encoding) {
  const answer = await request(`${origin}/${name}`, { accept });
  const { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': sniff, 'cache-control': kept, vary, server } = answer.headers;
  const file = name.split('/').at(-1);
  assert.deepEqual(
    { status: answer.status, encoding: answer.encoding, type, policy, sniff, kept, vary, server },
    {
      status: 200,
      encoding,
      type: TYPES[/(?:\.(\w+))?$/.exec(name)[1] ?? ''],
      policy: file in POLICIES ? POLICIES[file] : POLICY,
      sniff: 'nosniff',
      kept: name.startsWith(`${VERSION}/`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'Accept-Encoding',
      server: 'nginx',
    },
    name,
  );
  assert.ok(decode(answer.encoding, answer.body).equals(load(name)), `${name} is what is on the disk`);
  assert.ok(answer.body.length < load(name).length || encoding === 'identity' || load(name).length < 300, `${name} is smaller`);
}

for (const [accept, encoding] of [['br, gzip', 'br'], ['gzip, deflate', 'gzip'], ['identity', 'identity']])
  test(`every file comes with its type, policy and time to be kept, as ${encoding} where ${accept} is asked for`, async () => {
    for (const name of FILES) await check(server.origin, name, accept, encoding);
  });

test('as part of a site that has other things, it is the same, and the other things are left alone', async () => {
  writeFileSync(join(above, 'theirs.html'), '<!doctype html>');
  const part = await startNginx(above, '/eligibility/');
  try {
    for (const name of FILES) await check(`${part.origin}/eligibility`, name, 'br, gzip', 'br');
    assert.ok((await request(`${part.origin}/eligibility/`)).body.equals((await request(`${part.origin}/eligibility/index.html`)).body));
    assert.equal((await request(`${part.origin}/eligibility/nothing.js`)).status, 404);
    const { status, headers } = await request(`${part.origin}/theirs.html`);
    assert.deepEqual([status, headers['content-security-policy'], headers['cache-control']], [200, undefined, undefined]);
  } finally {
    await part.close();
  }
});

test('the address of the folder is that of its page', async () => {
  const [folder, page] = await Promise.all(['/', '/index.html'].map((path) => request(server.origin + path)));
  for (const name of ['date', 'connection']) assert.ok(delete folder.headers[name] && delete page.headers[name]);
  assert.deepEqual(folder, page);
});

test('what has not changed is answered with 304 and nothing else, compressed or not', async () => {
  for (const accept of ['br', 'gzip', 'identity']) {
    const { headers } = await request(`${server.origin}/rules.en.json`, { accept });
    const again = await request(`${server.origin}/rules.en.json`, { accept, headers: { 'If-None-Match': headers.etag } });
    assert.deepEqual([again.status, again.body.length, again.headers['cache-control']], [304, 0, 'no-cache']);
  }
});

test('a pack that is replaced comes at once, compressed or not', async () => {
  const address = `${server.origin}/rules.zh-Hant.json`;
  const { headers } = await request(address);
  const before = load('rules.zh-Hant.json');
  writeFileSync(join(folder, 'rules.zh-Hant.json'), load('rules.en.json'));
  for (const accept of ['br', 'gzip', 'identity']) {
    const { status, encoding, body } = await request(address, { accept, headers: { 'If-None-Match': headers.etag } });
    assert.deepEqual([status, encoding], [200, accept]);
    assert.ok(decode(encoding, body).equals(load('rules.en.json')));
  }
  writeFileSync(join(folder, 'rules.zh-Hant.json'), before);
});

test('a copy of the folder of a version, with rules of its own, is asked about each time', async () => {
  cpSync(join(folder, VERSION), join(folder, `${VERSION}-2026.12`), { recursive: true });
  const { status, headers } = await request(`${server.origin}/${VERSION}-2026.12/rules.en.json`);
  assert.deepEqual([status, headers['cache-control']], [200, 'no-cache']);
});

test('what is not there is not found, and is not kept', async () => {
  for (const path of ['/nothing.js', `/${VERSION}/nothing.js`, `/${VERSION}/`, '/demo', '/demo/', '/eligibility-widget.wasm.br', '/rules.json']) {
    const { status, headers } = await request(server.origin + path);
    assert.deepEqual([path, status, headers['cache-control'], headers['x-content-type-options']], [path, 404, undefined, 'nosniff']);
  }
  for (const method of ['POST', 'PUT', 'DELETE'])
    assert.equal((await request(`${server.origin}/index.html`, { method })).status, 405, method);
});

const ANSWERS = { 'applicant-kind': 'enterprise' };
const SAID = countsText(explain({ 'as-of': IN_FORCE, answers: ANSWERS }).measures);

test('the widget is ready, counts an answer as the command does, and shows the sheet', async () => {
  const page = await openPage(site);
  await enterText(dateBox(page), IN_FORCE);
  await button(page, '开始自测').click();
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  await waitForText(counts(page), SAID);
  assert.equal(await counts(page).textContent(), SAID);
  await button(page, '查看核对清单').click();
  await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  assertNoErrors(page);
  await page.context().close();
});

for (const path of ['/offline.html', '/frame.html?lang=zh-Hans', '/demo/government.html', `/${VERSION}/frame.html`])
  test(`${path} works as well`, async () => {
    const page = await openPage(site, { path });
    assertNoErrors(page);
    await page.context().close();
  });

test('a page of the same address may show the frame, one of another may not', async () => {
  const other = await serve(folder, 0);
  try {
    for (const [origin, may] of [[server.origin, true], [`http://127.0.0.1:${other.address().port}`, false]]) {
      const page = await newPage(site);
      const body = `<!doctype html><title>区政府网站</title><link rel="icon" href="data:,"><iframe title="自测" src="${server.origin}/frame.html"></iframe>`;
      await page.route('**/host.html', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
      await page.goto(`${origin}/host.html`);
      if (may) await waitForWidget(page.frameLocator('iframe'));
      // Where it is forbidden, the browser puts a page of its own there.
      await waitUntil('the frame is what it is to be', () => page.frames()[1]?.url() === (may ? `${server.origin}/frame.html` : 'chrome-error://chromewebdata/'));
      await page.context().close();
    }
  } finally {
    other.closeAllConnections();
    other.close();
  }
});

test('the tag to paste works, integrity and all', async () => {
  const [, tag] = load('embed.txt').toString().split(/\n\n(?=<link)/);
  writeFileSync(join(folder, 'pasted.html'), `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">${tag}`);
  const page = await openPage(site, { path: '/pasted.html' });
  assert.ok(page.recorded.requests.some((address) => address.endsWith(`/${VERSION}/eligibility-widget.wasm`)));
  assertNoErrors(page);
  await page.context().close();
});

test('nginx had nothing to complain about', () => assert.equal(server.complaints(), ''));
