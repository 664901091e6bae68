// nginx with the configuration of docs/guides/hosting: the headers and encoding of each file,
// caching, and the widget itself.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { expectedCounts } from '../support/command.mjs';
import { decode, request } from '../support/page-loads.mjs';
import { VERSION } from '../support/guides.mjs';
import { startNginx } from '../support/nginx.mjs';
import {
  DIST,
  IN_FORCE,
  POLICY,
  assertNoErrors,
  button,
  counts,
  newPage,
  openPage,
  option,
  showAllQuestions,
  startSite,
  waitForText,
  waitForWidget,
  waitUntil,
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

// A copy, because tests replace some files.
const parent = mkdtempSync(join(tmpdir(), 'hosting-'));
const folder = join(parent, 'eligibility');
const read = (name) => readFileSync(join(folder, name));
let site, server;
before(async () => {
  cpSync(DIST, folder, { recursive: true, dereference: true });
  server = await startNginx(folder);
  site = { ...(await startSite()), origin: server.origin };
});
after(async () => {
  await site?.close();
  await server?.close();
  rmSync(parent, { recursive: true });
});
afterEach(() => assert.equal(server.errorLog(), ''));

const FILES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));

test('dist/ has files of every type, and so has the versioned folder', () => {
  const extensions = (names) =>
    [...new Set(names.map((name) => /(?:\.(\w+))?$/.exec(name)[1] ?? ''))].sort();
  assert.deepEqual(extensions(FILES), Object.keys(TYPES).sort());
  assert.deepEqual(extensions(FILES.filter((name) => name.startsWith(`${VERSION}/`))), [
    'css',
    'html',
    'js',
    'json',
    'wasm',
  ]);
});

/** Asserts status, headers and content of a file. */
async function assertServed(origin, name, accept, encoding) {
  const response = await request(`${origin}/${name}`, { accept });
  const {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': sniffing,
    'cache-control': caching,
    vary,
    server,
  } = response.headers;
  const file = name.split('/').at(-1);
  assert.deepEqual(
    {
      status: response.status,
      encoding: response.encoding,
      type,
      policy,
      sniffing,
      caching,
      vary,
      server,
    },
    {
      status: 200,
      encoding,
      type: TYPES[/(?:\.(\w+))?$/.exec(name)[1] ?? ''],
      policy: file in POLICIES ? POLICIES[file] : POLICY,
      sniffing: 'nosniff',
      caching: name.startsWith(`${VERSION}/`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'Accept-Encoding',
      server: 'nginx',
    },
    name,
  );
  assert.ok(
    decode(response.encoding, response.body).equals(read(name)),
    `${name} is equal to the file`,
  );
  assert.ok(
    response.body.length < read(name).length || encoding === 'identity' || read(name).length < 300,
    `${name} is compressed`,
  );
}

for (const [accept, encoding] of [
  ['br, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['identity', 'identity'],
])
  test(`every file has its type, policy and caching, and is encoded as ${encoding} for Accept-Encoding: ${accept}`, async () => {
    for (const name of FILES) await assertServed(server.origin, name, accept, encoding);
  });

test('in a location of a larger site, the files are the same and the rest of the site is unaffected', async () => {
  writeFileSync(join(parent, 'other.html'), '<!doctype html>');
  const part = await startNginx(parent, '/eligibility/');
  try {
    for (const name of FILES)
      await assertServed(`${part.origin}/eligibility`, name, 'br, gzip', 'br');
    assert.ok(
      (await request(`${part.origin}/eligibility/`)).body.equals(
        (await request(`${part.origin}/eligibility/index.html`)).body,
      ),
    );
    assert.equal((await request(`${part.origin}/eligibility/nothing.js`)).status, 404);
    const { status, headers } = await request(`${part.origin}/other.html`);
    assert.deepEqual(
      [status, headers['content-security-policy'], headers['cache-control']],
      [200, undefined, undefined],
    );
  } finally {
    await part.close();
  }
});

test('the address of the folder serves index.html', async () => {
  const [root, page] = await Promise.all(
    ['/', '/index.html'].map((path) => request(server.origin + path)),
  );
  for (const name of ['date', 'connection'])
    assert.ok(delete root.headers[name] && delete page.headers[name]);
  assert.deepEqual(root, page);
});

test('an unchanged file is answered with 304, compressed or not', async () => {
  for (const accept of ['br', 'gzip', 'identity']) {
    const { headers } = await request(`${server.origin}/rules.en.json`, { accept });
    const second = await request(`${server.origin}/rules.en.json`, {
      accept,
      headers: { 'If-None-Match': headers.etag },
    });
    assert.deepEqual(
      [second.status, second.body.length, second.headers['cache-control']],
      [304, 0, 'no-cache'],
    );
  }
});

test('a replaced pack is served immediately, compressed or not', async () => {
  const address = `${server.origin}/rules.zh-Hant.json`;
  const { headers } = await request(address);
  const before = read('rules.zh-Hant.json');
  writeFileSync(join(folder, 'rules.zh-Hant.json'), read('rules.en.json'));
  for (const accept of ['br', 'gzip', 'identity']) {
    const { status, encoding, body } = await request(address, {
      accept,
      headers: { 'If-None-Match': headers.etag },
    });
    assert.deepEqual([status, encoding], [200, accept]);
    assert.ok(decode(encoding, body).equals(read('rules.en.json')));
  }
  writeFileSync(join(folder, 'rules.zh-Hant.json'), before);
});

test('a copy of the versioned folder with another pack is revalidated each time', async () => {
  cpSync(join(folder, VERSION), join(folder, `${VERSION}-2026.12`), { recursive: true });
  const { status, headers } = await request(`${server.origin}/${VERSION}-2026.12/rules.en.json`);
  assert.deepEqual([status, headers['cache-control']], [200, 'no-cache']);
});

test('a missing file is not cached, and only GET and HEAD are allowed', async () => {
  for (const path of [
    '/nothing.js',
    `/${VERSION}/nothing.js`,
    `/${VERSION}/built-in/`,
    '/demo',
    '/demo/',
    '/eligibility-widget.wasm.br',
    '/rules.json',
  ]) {
    const { status, headers } = await request(server.origin + path);
    assert.deepEqual(
      [path, status, headers['cache-control'], headers['x-content-type-options']],
      [path, 404, undefined, 'nosniff'],
    );
  }
  for (const method of ['POST', 'PUT', 'DELETE'])
    assert.equal((await request(`${server.origin}/index.html`, { method })).status, 405, method);
});

const COUNTS = expectedCounts(IN_FORCE, { 'applicant-kind': 'enterprise' });

test('the widget counts an answer as the command does and shows the checklist', async () => {
  const page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  await waitForText(counts(page), COUNTS);
  assert.equal(await counts(page).textContent(), COUNTS);
  await button(page, '做办事清单').click();
  await page.getByRole('heading', { name: '办事清单' }).waitFor();
  assertNoErrors(page);
  await page.context().close();
});

for (const path of [
  '/offline.html',
  '/frame.html?lang=zh-Hans',
  '/demo/government.html',
  `/${VERSION}/frame.html`,
])
  test(`${path} works`, async () => {
    const page = await openPage(site, { path });
    assertNoErrors(page);
    await page.context().close();
  });

test('only a page of the same origin may show the frame', async () => {
  const other = await serve(folder, 0);
  try {
    for (const [origin, isAllowed] of [
      [server.origin, true],
      [`http://127.0.0.1:${other.address().port}`, false],
    ]) {
      const page = await newPage(site);
      const body = `<!doctype html><title>区政府网站</title><link rel="icon" href="data:,"><iframe title="自测" src="${server.origin}/frame.html"></iframe>`;
      await page.route('**/host.html', (route) =>
        route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
      );
      await page.goto(`${origin}/host.html`);
      if (isAllowed) await waitForWidget(page.frameLocator('iframe'));
      // Chromium shows an error page in a forbidden frame.
      await waitUntil(
        'the frame has loaded',
        () =>
          page.frames()[1]?.url() ===
          (isAllowed ? `${server.origin}/frame.html` : 'chrome-error://chromewebdata/'),
      );
      await page.context().close();
    }
  } finally {
    other.closeAllConnections();
    other.close();
  }
});

test('the tag of embed.txt works with its integrity attributes', async () => {
  const [, tag] = read('embed.txt')
    .toString()
    .split(/\n\n(?=<link)/);
  writeFileSync(
    join(folder, 'pasted.html'),
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">${tag}`,
  );
  const page = await openPage(site, { path: '/pasted.html' });
  assert.ok(
    page.recorded.requests.some((address) =>
      address.endsWith(`/${VERSION}/eligibility-widget.wasm`),
    ),
  );
  assertNoErrors(page);
  await page.context().close();
});
