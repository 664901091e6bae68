// The table “Troubleshooting” of docs/guides/embedding.md: each message is provoked in the browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, test } from 'node:test';
import {
  AUTHORED,
  DIST,
  POLICY,
  eventsOf,
  newPage,
  openHostPage,
  uncaughtErrors,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import {
  EMBEDDING,
  inlineCode,
  section,
  serveSite,
  tableRows,
  withCurrentVersion,
} from '../support/guides.mjs';
import { DAMAGED_PACK, packOfFormat } from '../support/packs.mjs';

const TABLE = tableRows(section(EMBEDDING, '## Troubleshooting'), 'message');
const FALLBACK = '请到窗口咨询。';
const tag = (attributes = '') =>
  `<eligibility-check ${attributes}><p>${FALLBACK}</p></eligibility-check>`;
const SRC = tag('src="rules.json"');

const site = useSite();
/** Run after each test, the last one first. */
const cleanups = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A host page with another response, policy or element. */
const hostPage =
  (options, body = tag()) =>
  () =>
    openHostPage(site, body, options);
const withResponse = (name, response) => hostPage({ routes: { [`**/${name}`]: response } });
const withType = (name, contentType) =>
  withResponse(name, { body: readFileSync(join(DIST, name)), contentType });
const withPack = (body) => hostPage({ routes: { '**/rules.json': { body } } }, SRC);
const withPolicy = (policy) => hostPage({ policy });

/** A page of another origin. */
const otherOrigin = (html, policy) => async () => {
  const host = await serveSite(
    { 'page.html': `<!doctype html><title>区政府网站</title>${html}` },
    { policy },
  );
  cleanups.push(host.close);
  return openAddress(`${host.origin}/page.html`);
};
async function openAddress(address, prepare = async (_page) => {}) {
  const page = await newPage(site);
  await prepare(page);
  await page.goto(address);
  return page;
}
const inFrame = (query, policy) => () =>
  otherOrigin(
    `<iframe title="自测" height="600" src="${site.origin}/frame.html${query}"></iframe>`,
    policy,
  )();

async function alteredScript() {
  const embed = readFileSync(join(DIST, 'embed.txt'), 'utf8').match(/<link.*<\/script>/s)[0];
  const html = `<!doctype html><title>区政府网站</title><link rel="icon" href="data:,">${withCurrentVersion(embed)}${tag()}`;
  return openAddress(`${site.origin}/page.html`, async (page) => {
    await page.route('**/page.html', (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
    );
    await page.route('**/eligibility-check.js', (route) =>
      route.fulfill({ body: '// minified', contentType: 'text/javascript' }),
    );
  });
}
async function fromDisk() {
  return openAddress(pathToFileURL(join(DIST, 'index.html')).href);
}
async function forbiddenFrame() {
  const headers = { 'Content-Security-Policy': 'frame-ancestors https://www.example.gov.cn' };
  const host = await serveSite(
    {
      'page.html':
        '<!doctype html><title>区政府网站</title><iframe title="自测" src="framed.html"></iframe>',
    },
    { policy: "frame-src 'self'" },
  );
  cleanups.push(host.close);
  return openAddress(`${host.origin}/page.html`, (page) =>
    page.route('**/framed.html', (route) =>
      route.fulfill({ body: '', contentType: 'text/html', headers }),
    ),
  );
}
const OLDER_ELEMENT = `customElements.define('eligibility-check', class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: '从前的版本' })); } });`;

/** The cause that provokes each message of the table. */
const CAUSES = {
  'the server responded with a MIME type of "text/plain"': withType(
    'eligibility-check.js',
    'text/plain',
  ),
  "Loading the script '…eligibility-check.js' violates the following Content Security Policy directive":
    withPolicy(POLICY.replace("'self' 'wasm", "'wasm")),
  'Failed to fetch': withPolicy(POLICY.replace("connect-src 'self'; ", '')),
  'Compiling or instantiating WebAssembly module violates the following Content Security policy directive':
    withPolicy(POLICY.replace(" 'wasm-unsafe-eval'", '')),
  '…/none.json: HTTP 404': hostPage({}, tag('src="packs/none.json"')),
  "this is an authored pack; make the browser's files with `eligibility bundle`":
    withPack(AUTHORED),
  'not a rule pack: the file is not JSON, or is truncated': withPack('<!doctype html><p>登录</p>'),
  'the pack has another format; write it again with `eligibility bundle`': withPack(
    packOfFormat(9),
  ),
  'the pack is damaged; write it again with `eligibility bundle`': withPack(DAMAGED_PACK),
  'topic: no topic has the id `…`': hostPage({}, tag('topic="none"')),
  'as-of: expected a valid date, as YYYY-MM-DD': hostPage({}, tag('as-of="2019-02-30"')),
  '…/eligibility-widget.wasm: HTTP 404': withResponse('eligibility-widget.wasm', { status: 404 }),
  'Failed to fetch dynamically imported module: …/eligibility-widget.js': withResponse(
    'eligibility-widget.js',
    { status: 404 },
  ),
  "Failed to find a valid digest in the 'integrity' attribute for resource '…eligibility-check.js'":
    alteredScript,
  "Access to script at 'file:///…' from origin 'null' has been blocked by CORS policy": fromDisk,
  "has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present": () =>
    otherOrigin(
      `<script type="module" src="${site.origin}/eligibility-check.js"></script>${tag()}`,
      `script-src ${site.origin}`,
    )(),
  "Framing '…' violates the following Content Security Policy directive: \"default-src 'none'\"":
    inFrame('', "default-src 'none'"),
  'Framing \'…\' violates the following Content Security Policy directive: "frame-ancestors …"':
    forbiddenFrame,
  "The target origin provided ('…') does not match the recipient window's origin": inFrame(
    '?parent=https://www.example.gov.cn',
    'default-src *',
  ),
  none: withResponse('eligibility-check.js', {
    body: OLDER_ELEMENT,
    contentType: 'text/javascript',
  }),
};

/** Asserts the visible result, by the words of the table. */
const ASSERT_SEEN = {
  fallback: async (page) => {
    await page.getByText(/^(请到窗口咨询。|不用自测工具，.*)$/).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  'error panel': async (page) => {
    await page.getByRole('alert').filter({ hasText: '自测工具暂时无法使用。' }).waitFor();
    await page.getByText(FALLBACK).waitFor();
  },
  widget: async (page) => {
    await waitForWidget(page);
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  'the widget, without this topic': async (page) => {
    await waitForWidget(page);
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  'empty frame': async (page) =>
    assert.equal(await page.frameLocator('iframe').locator('.ec').count(), 0),
  'frame of fixed height': async (page) => {
    await waitForWidget(page.frameLocator('iframe'));
    assert.equal(
      await page.locator('iframe').evaluate((one) => /** @type {HTMLElement} */ (one).clientHeight),
      600,
    );
  },
  'an older widget': async (page) => {
    await page.getByText('从前的版本').waitFor();
    assert.deepEqual([page.recorded.errors, page.recorded.events], [[], []]);
  },
};

/** The messages on the console and in events, by the words of the table. */
const SOURCES = {
  console: (page) => page.recorded.errors,
  event: (page) => eventsOf(page, 'error').map(({ detail }) => detail.message),
  '–': () => ['none'],
};

const messageOf = (cell) => inlineCode(cell)[0] ?? cell;
/** A message as a pattern, in which `…` matches any text. */
const patternOf = (message) =>
  new RegExp(
    message
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
    's',
  );

test('each row of the table has a cause here', () =>
  assert.deepEqual(
    TABLE.map(([cell]) => messageOf(cell)),
    Object.keys(CAUSES),
  ));

describe('each message appears in its place, with what people see:', () => {
  for (const [cell, where, seen, cause, advice] of TABLE)
    test(cause, async () => {
      const message = messageOf(cell);
      const page = await CAUSES[message]();
      cleanups.push(() => page.context().close());
      await waitUntil(`the ${where} contains: ${message}`, () =>
        SOURCES[where](page).some((text) => patternOf(message).test(text)),
      );
      await ASSERT_SEEN[seen](page);
      assert.deepEqual(uncaughtErrors(page), []);
      assert.ok(advice);
    });
});
