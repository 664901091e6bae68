// The table “Troubleshooting” of docs/guides/embedding.md: each message is provoked, and is what the browser says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, describe, test } from 'node:test';
import { AUTHORED, DIST, POLICY, dateBox, newPage, openHostPage, startSite, waitUntil } from '../support/page.mjs';
import { EMBEDDING, inlineCode, section, serveSite, tableRows, withCurrentVersion } from '../support/guides.mjs';
import { BROWSER_PACK, packOfFormat } from '../support/packs.mjs';

const TABLE = tableRows(section(EMBEDDING, '## Troubleshooting'), 'message');
const FALLBACK = '请到窗口咨询。';
const tag = (attributes = '') => `<eligibility-check ${attributes}><p>${FALLBACK}</p></eligibility-check>`;
const SRC = tag('src="rules.json"');

let site;
const ends = [];
before(async () => (site = await startSite()));
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
after(() => site.close());

/** The built page with something of its files, policy or element changed. */
const changed = (options, body = tag()) => () => openHostPage(site, body, options);
const answering = (name, answer) => changed({ routes: { [`**/${name}`]: answer } });
const as = (name, contentType) => answering(name, { body: readFileSync(join(DIST, name)), contentType });
const pack = (body) => changed({ routes: { '**/rules.json': { body } } }, SRC);
const under = (policy) => changed({ policy });

/** A page of another site, which the built folder is not part of. */
const elsewhere = (html, policy) => async () => {
  const place = await serveSite({ 'page.html': `<!doctype html><title>区政府网站</title>${html}` }, { policy });
  ends.push(place.close);
  return opened(`${place.origin}/page.html`);
};
async function opened(address, prepare = async (_page) => {}) {
  const page = await newPage(site);
  await prepare(page);
  await page.goto(address);
  return page;
}
const frame = (query, policy) => () => elsewhere(`<iframe title="自测" height="600" src="${site.origin}/frame.html${query}"></iframe>`, policy)();

async function altered() {
  const embed = readFileSync(join(DIST, 'embed.txt'), 'utf8').match(/<link.*<\/script>/s)[0];
  const html = `<!doctype html><title>区政府网站</title><link rel="icon" href="data:,">${withCurrentVersion(embed)}${tag()}`;
  return opened(`${site.origin}/page.html`, async (page) => {
    await page.route('**/page.html', (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
    await page.route('**/eligibility-check.js', (route) => route.fulfill({ body: '// minified', contentType: 'text/javascript' }));
  });
}
async function fromDisk() {
  return opened(pathToFileURL(join(DIST, 'index.html')).href);
}
async function framedByOthers() {
  // A header of its own, which the test server does not send.
  const headers = { 'Content-Security-Policy': 'frame-ancestors https://www.example.gov.cn' };
  const place = await serveSite({ 'page.html': '<!doctype html><title>区政府网站</title><iframe title="自测" src="framed.html"></iframe>' }, { policy: "frame-src 'self'" });
  ends.push(place.close);
  return opened(`${place.origin}/page.html`, (page) => page.route('**/framed.html', (route) => route.fulfill({ body: '', contentType: 'text/html', headers })));
}
const older = `customElements.define('eligibility-check', class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: '从前的版本' })); } });`;

/** How each row of the table comes about, by its message. */
const PROVOKED = {
  'the server responded with a MIME type of "text/plain"': as('eligibility-check.js', 'text/plain'),
  "Loading the script '…eligibility-check.js' violates the following Content Security Policy directive": under(POLICY.replace("'self' 'wasm", "'wasm")),
  'Failed to fetch': under(POLICY.replace("connect-src 'self'; ", '')),
  'Compiling or instantiating WebAssembly module violates the following Content Security policy directive': under(POLICY.replace(" 'wasm-unsafe-eval'", '')),
  '…/none.json: HTTP 404': changed({}, tag('src="packs/none.json"')),
  "this is an authored pack; make the browser's files with `eligibility bundle`": pack(AUTHORED),
  'not a rule pack: the file is not JSON, or is truncated': pack('<!doctype html><p>登录</p>'),
  'the pack has another format; write it again with `eligibility bundle`': pack(packOfFormat(9)),
  'the pack is damaged; write it again with `eligibility bundle`': pack(BROWSER_PACK.replace('天河', '天何')),
  'as-of: expected a day written YYYY-MM-DD': changed({}, tag('as-of="2019-02-30"')),
  '…/eligibility-widget.wasm: HTTP 404': answering('eligibility-widget.wasm', { status: 404 }),
  'Failed to fetch dynamically imported module: …/eligibility-widget.js': answering('eligibility-widget.js', { status: 404 }),
  "Failed to find a valid digest in the 'integrity' attribute for resource '…eligibility-check.js'": altered,
  "Access to script at 'file:///…' from origin 'null' has been blocked by CORS policy": fromDisk,
  "has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present": () =>
    elsewhere(`<script type="module" src="${site.origin}/eligibility-check.js"></script>${tag()}`, `script-src ${site.origin}`)(),
  'Framing \'…\' violates the following Content Security Policy directive: "default-src \'none\'"': frame('', "default-src 'none'"),
  'Framing \'…\' violates the following Content Security Policy directive: "frame-ancestors …"': framedByOthers,
  "The target origin provided ('…') does not match the recipient window's origin": frame('?parent=https://www.example.gov.cn', 'default-src *'),
  none: answering('eligibility-check.js', { body: older, contentType: 'text/javascript' }),
};

/** What people then see, in the words of the table. */
const SEEN = {
  fallback: async (page) => {
    await page.getByText(/^(请到窗口咨询。|不用自测工具，.*)$/).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  'error panel': async (page) => {
    await page.getByRole('alert').filter({ hasText: '自测工具暂时无法使用。' }).waitFor();
    await page.getByText(FALLBACK).waitFor();
  },
  widget: async (page) => {
    await dateBox(page).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  'empty frame': async (page) => assert.equal(await dateBox(page.frameLocator('iframe')).count(), 0),
  'frame of fixed height': async (page) => {
    await dateBox(page.frameLocator('iframe')).waitFor();
    assert.equal(await page.locator('iframe').evaluate((one) => /** @type {HTMLElement} */ (one).clientHeight), 600);
  },
  'an older widget': async (page) => {
    await page.getByText('从前的版本').waitFor();
    assert.deepEqual([page.recorded.errors, page.recorded.events], [[], []]);
  },
};

const named = (cell) => inlineCode(cell)[0] ?? cell;
const pattern = (message) => message.split('…').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');

test('every row of the table is provoked here, and nothing else', () => assert.deepEqual(TABLE.map(([cell]) => named(cell)), Object.keys(PROVOKED)));

describe('each message is what is said, where it is said, and people see what the table says', () => {
  for (const [cell, where, seen, cause, advice] of TABLE)
    test(cause, async () => {
      const message = named(cell);
      const page = await PROVOKED[message]();
      ends.push(() => page.context().close());
      const said = { console: () => page.recorded.errors, event: () => page.recorded.events.filter(({ type }) => type === 'error').map(({ detail }) => detail.message) }[where];
      if (said) await waitUntil(`${message}, in vain; heard: ${JSON.stringify(page.recorded.errors)}`, () => said().some((one) => new RegExp(pattern(message), 's').test(one)));
      else assert.deepEqual([message, where], ['none', '–']);
      await SEEN[seen](page);
      assert.deepEqual(page.recorded.errors.filter((error) => error.startsWith('uncaught')), []);
      assert.ok(advice);
    });
});
