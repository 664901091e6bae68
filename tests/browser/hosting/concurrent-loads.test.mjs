// Two hundred concurrent page loads through nginx, and a browser among them. A wrong byte, another
// status or a closed connection fails.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { expectedCounts } from '../support/command.mjs';
import { FIRST_LOAD_PATHS, firstLoadFiles, loadPages } from '../support/page-loads.mjs';
import { startNginx } from '../support/nginx.mjs';
import {
  DIST,
  IN_FORCE,
  assertNoErrors,
  counts,
  newPage,
  option,
  showAllQuestions,
  startSite,
  waitForText,
  waitForWidget,
} from '../support/page.mjs';

const FILES = firstLoadFiles(DIST);
const COUNT = 200;
const COUNTS = expectedCounts(IN_FORCE, { 'applicant-kind': 'enterprise' });

let site, server;
before(async () => {
  server = await startNginx(DIST);
  site = { ...(await startSite()), origin: server.origin };
});
after(async () => {
  await site?.close();
  await server?.close();
});

test('every byte is correct, and a widget among the loads starts and counts', async () => {
  const page = await newPage(site);
  page.context().setDefaultTimeout(120_000); // All loads share this machine.
  let isDone = false;
  const loads = loadPages(server.origin, FILES, COUNT, { more: () => !isDone });
  const visit = (async () => {
    await page.goto(site.origin);
    await waitForWidget(page);
    await showAllQuestions(page, IN_FORCE);
    await option(page, 'applicant-kind', '企业（金融机构除外）').check();
    await waitForText(counts(page), COUNTS);
    await page.waitForLoadState('networkidle');
    return counts(page).textContent();
  })();
  // Finished loads start again until the visit ends.
  const [{ times }, shown] = await Promise.all([loads, visit.finally(() => (isDone = true))]);
  assert.ok(times.length >= COUNT);
  assert.equal(shown, COUNTS);
  const requested = page.recorded.requests
    .map((address) => new URL(address))
    .filter(({ protocol }) => protocol === 'http:');
  assert.deepEqual(
    requested.map(({ pathname }) => pathname).sort(),
    FIRST_LOAD_PATHS,
    'the loads have the requests of a browser',
  );
  assertNoErrors(page);
  assert.equal(server.errorLog(), '');
  await page.context().close();
});

const WASM = FILES.get('/eligibility-widget.wasm');
for (const [name, respondWrongly, message] of [
  [
    'one wrong byte',
    (response) => response.end(Buffer.concat([WASM.subarray(0, -1), Buffer.of(WASM.at(-1) ^ 1)])),
    /the content differs/,
  ],
  ['one byte too few', (response) => response.end(WASM.subarray(0, -1)), /the content differs/],
  ['another status', (response) => response.writeHead(503).end(WASM), /HTTP 503/],
  [
    'a closed connection',
    (response) => response.write(WASM.subarray(0, 9), () => response.destroy()),
    /aborted/,
  ],
])
  test(`${name} in one of ten loads is reported`, async () => {
    let count = 0;
    const server = createServer(({ url }, response) => {
      count += url === '/eligibility-widget.wasm' ? 1 : 0;
      if (count === 7 && url === '/eligibility-widget.wasm') respondWrongly(response);
      else response.end(FILES.get(url));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    try {
      await assert.rejects(loadPages(`http://127.0.0.1:${port}`, FILES, 10), message);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
