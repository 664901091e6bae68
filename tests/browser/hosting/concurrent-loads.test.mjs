// Two hundred page loads at once through nginx, and a person in the midst of them. One wrong byte, another status or a connection
// that breaks off fails.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { countsText, explain } from '../support/command.mjs';
import { FIRST_LOAD_PATHS, firstLoadFiles, loadPages } from '../support/page-loads.mjs';
import { startNginx } from '../support/nginx.mjs';
import {
  DIST, IN_FORCE, assertNoErrors, button, counts, dateBox, enterText, newPage, option, startSite, waitForText,
  waitForWidget,
} from '../support/page.mjs';

const FILES = firstLoadFiles(DIST);
const EVERY = 200;
const SAID = countsText(explain({ 'as-of': IN_FORCE, answers: { 'applicant-kind': 'enterprise' } }).measures);

let site, server;
before(async () => {
  server = await startNginx(DIST);
  site = { ...(await startSite()), origin: server.origin };
});
after(async () => {
  await site?.close();
  await server?.close();
});

test('two hundred loads at once get every byte right while a page loads and decides in the midst', async () => {
  const page = await newPage(site);
  page.context().setDefaultTimeout(120_000); // Everything shares this machine.
  let done = false;
  const loads = loadPages(server.origin, FILES, EVERY, { more: () => !done });
  const person = (async () => {
    await page.goto(site.origin);
    await waitForWidget(page);
    await enterText(dateBox(page), IN_FORCE);
    await button(page, '开始自测').click();
    await option(page, 'applicant-kind', '企业（金融机构除外）').check();
    await waitForText(counts(page), SAID);
    await page.waitForLoadState('networkidle');
    return counts(page).textContent();
  })();
  // As long as the person is at it, whoever has loaded loads again.
  const [{ times }, said] = await Promise.all([loads, person.finally(() => (done = true))]);
  assert.ok(times.length >= EVERY);
  assert.equal(said, SAID);
  const asked = page.recorded.requests.map((address) => new URL(address)).filter(({ protocol }) => protocol === 'http:');
  assert.deepEqual(asked.map(({ pathname }) => pathname).sort(), FIRST_LOAD_PATHS, 'the loads ask for what a browser asks for');
  assertNoErrors(page);
  assert.equal(server.complaints(), '');
  await page.context().close();
});

const WASM = FILES.get('/eligibility-widget.wasm');
for (const [what, spoilt, said] of [
  ['one wrong byte', (response) => response.end(Buffer.concat([WASM.subarray(0, -1), Buffer.of(WASM.at(-1) ^ 1)])), /not the bytes/],
  ['one byte too few', (response) => response.end(WASM.subarray(0, -1)), /not the bytes/],
  ['another status', (response) => response.writeHead(503).end(WASM), /HTTP 503/],
  ['a connection that breaks off', (response) => response.write(WASM.subarray(0, 9), () => response.destroy()), /aborted/],
])
  test(`${what} in one of ten loads is noticed`, async () => {
    let asked = 0;
    const server = createServer(({ url }, response) => {
      asked += url === '/eligibility-widget.wasm' ? 1 : 0;
      if (asked === 7 && url === '/eligibility-widget.wasm') spoilt(response);
      else response.end(FILES.get(url));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    try {
      await assert.rejects(loadPages(`http://127.0.0.1:${port}`, FILES, 10), said);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
