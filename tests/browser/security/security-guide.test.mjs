// The statements of docs/explanation/security-model.md, including those about threats that are not
// prevented.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  AUTHORED,
  DIST,
  PACK,
  POLICY,
  assertNoErrors,
  chooseLanguage,
  newPage,
  option,
  showAllQuestions,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { inRepository } from '../support/command.mjs';
import {
  SECURITY,
  codeBlocks,
  inlineCode,
  section,
  tableRows,
  withCurrentVersion,
} from '../support/guides.mjs';

const site = useSite();

/** A page with the tag of embed.txt, served next to the built files. */
async function openEmbedded(routes = {}) {
  const tag = readFileSync(`${DIST}/embed.txt`, 'utf8').match(/<link.*<\/script>/s)[0];
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">
    ${withCurrentVersion(tag)}</head><body><eligibility-check><p>请到窗口咨询。</p></eligibility-check></body></html>`;
  const page = await newPage(site);
  const headers = { 'Content-Security-Policy': POLICY };
  await page.route('**/page.html', (route) =>
    route.fulfill({ body: html, contentType: 'text/html', headers }),
  );
  for (const [pattern, body] of Object.entries(routes))
    await page.route(pattern, (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  await page.goto(`${site.origin}/page.html`);
  return page;
}
const requestedFiles = (page) =>
  page.recorded.requests
    .filter((url) => !/^(data|blob):/.test(url))
    .map((url) => new URL(url).pathname.replace(/.*\//, ''));

test('the files are requested at the times in the table', async () => {
  const table = tableRows(section(SECURITY, '## Requests'), 'file');
  const filesRequested = (when) =>
    table.filter(([, cell]) => cell.startsWith(when)).map(([file]) => inlineCode(file)[0]);
  const [first, then, language, link] = [
    'with the page',
    'as soon as',
    'each time',
    'when a person',
  ].map(filesRequested);
  // Requested only after an error: loading/replaced-packs.test.mjs.
  const onError = filesRequested('only if');
  assert.equal(
    first.length + then.length + language.length + link.length + onError.length,
    table.length,
  );
  assert.deepEqual(onError, ['built-in/rules.zh-Hans.json', 'packs.json']);
  const page = await openEmbedded();
  await waitForWidget(page);
  await waitUntil('the QR reader is loaded', () =>
    requestedFiles(page).includes('eligibility-scan.js'),
  );
  await page.waitForLoadState('networkidle');
  const before = requestedFiles(page);
  assert.deepEqual([...before].sort(), ['page.html', ...first, ...then].sort());
  assert.ok(
    Math.min(...then.map((file) => before.indexOf(file))) >
      Math.max(...first.map((file) => before.indexOf(file))),
  );
  for (const count of [1, 2]) {
    await chooseLanguage(page, 'English');
    await page.getByText('Your answers stay on this device').waitFor();
    await chooseLanguage(page, '简体中文');
    await waitForWidget(page);
    assert.equal(requestedFiles(page).filter((file) => file === language[0]).length, count);
  }
  const [rulesPage] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '全部条款' }).click(),
  ]);
  await rulesPage.getByRole('heading', { level: 1 }).waitFor();
  const [row] = table.filter(([, when]) => when.startsWith('when a person'));
  await waitUntil('its stylesheet is requested', () =>
    requestedFiles(page).includes(inlineCode(row[0])[1]),
  );
  assert.deepEqual(requestedFiles(page).slice(-2), inlineCode(row[0]));
  assertNoErrors(page);
  await page.context().close();
});

test('frame.html and index.html request exactly the additional files in the text', async () => {
  const requests = section(SECURITY, '## Requests');
  const before = tableRows(requests, 'file')
    .filter(([, when]) => /^(with the page|as soon as)/.test(when))
    .map(([file]) => inlineCode(file)[0]);
  const [, framed, paged] = /The frame adds (.*?); `index.html` adds (.*?`)\./.exec(requests);
  for (const [name, added] of [
    ['frame.html', inlineCode(framed)],
    ['index.html', ['index.html', ...inlineCode(paged)]],
  ]) {
    const page = await newPage(site);
    await page.goto(`${site.origin}/${name}`);
    await waitForWidget(page);
    await waitUntil('the QR reader is loaded', () =>
      requestedFiles(page).includes('eligibility-scan.js'),
    );
    assert.deepEqual([...new Set(requestedFiles(page))].sort(), [...before, ...added].sort());
    await page.context().close();
  }
});

test('no question accepts free text', () => {
  const kinds = new Set(
    JSON.parse(AUTHORED).facts.map(({ kind }) =>
      typeof kind === 'string' ? kind : Object.keys(kind)[0],
    ),
  );
  assert.deepEqual([...kinds].sort(), ['choice', 'choices', 'date', 'number', 'yes-no']);
});

describe('what is not prevented', () => {
  test('another script on the page can read answers', async () => {
    const page = await openEmbedded();
    await waitForWidget(page);
    await showAllQuestions(page);
    await option(page, 'registered-in-tianhe', '否').check();
    const read = await page.evaluate(() => {
      const inputs = [
        ...document
          .querySelector('eligibility-check')
          .shadowRoot.querySelectorAll('.ec-question input:checked'),
      ];
      return inputs.map((input) => input.closest('fieldset').querySelector('legend').textContent);
    });
    assert.deepEqual(
      read.map((text) =>
        text.includes(PACK.facts.find(({ id }) => id === 'registered-in-tianhe').question),
      ),
      [true],
    );
    await page.context().close();
  });

  test('an altered script with an integrity attribute is blocked', async () => {
    for (const name of ['check', 'widget']) {
      const page = await openEmbedded({ [`**/eligibility-${name}.js`]: 'window.altered = true;' });
      await waitUntil('the script is blocked', () =>
        page.recorded.errors.some((error) => error.includes(`'integrity' attribute for resource`)),
      );
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).altered), undefined);
      await page.getByText('请到窗口咨询。').waitFor();
      await page.context().close();
    }
  });

  test('an altered script without an integrity attribute runs', async () => {
    const page = await openEmbedded({
      '**/eligibility-scan.js': 'window.altered = true; export const scan = () => {};',
    });
    await waitForWidget(page);
    await waitUntil('the script has run', () =>
      page.evaluate(() => /** @type {any} */ (window).altered),
    );
    await page.context().close();
  });
});

describe('transcripts', () => {
  /** A command, whose further lines begin with >, and its output. */
  const parseTranscript = (block) => {
    const lines = block.split('\n');
    const end = lines.findIndex((line, index) => index > 0 && !line.startsWith('> '));
    const join = (lines) => lines.join('\n');
    return {
      command: join(lines.slice(0, end).map((line) => line.slice(2))),
      output: join(lines.slice(end)),
    };
  };
  const transcripts = (heading) =>
    codeBlocks(section(SECURITY, heading), 'console').map(parseTranscript);
  const env = { ...process.env, CARGO_NET_OFFLINE: 'true', LC_ALL: 'C' };
  const run = (command, cwd) =>
    execFileSync('bash', ['-o', 'pipefail', '-c', command], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    })
      .replace(/ *\n/g, '\n')
      .trimEnd();
  const [sums, reproduce, integrity, ...more] = transcripts('## Verify a build');
  const [crates] = transcripts('## Dependencies');

  test('the checksums of all files', () => assert.equal(run(sums.command, DIST), sums.output));
  test('the checksums of an altered file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'eligibility-sums-'));
    cpSync(DIST, folder, { recursive: true, dereference: true });
    appendFileSync(join(folder, 'frame.html'), ' ');
    assert.throws(
      () => run(sums.command, folder),
      ({ stdout }) => stdout.startsWith('frame.html: FAILED'),
    );
    rmSync(folder, { recursive: true });
  });
  test('the integrity hashes of the two scripts', () =>
    assert.deepEqual([run(integrity.command, DIST), more], [integrity.output, []]));
  test('the crates in the modules', () =>
    assert.equal(run(crates.command, inRepository('')), crates.output));
  test('the output of make reproduce', () => {
    assert.equal(reproduce.command, 'make reproduce');
    const script = readFileSync(inRepository('www/build/reproduce.sh'), 'utf8');
    for (const line of reproduce.output.split('\n'))
      assert.ok(script.includes(line.replace('…', '%s')), line);
  });
});

test('one npm package is shipped, and it has no dependencies', () => {
  const scripts = ['www/element', 'www/frame', 'www/headless', 'www/offline'].flatMap((folder) =>
    readdirSync(inRepository(folder))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `${folder}/${name}`),
  );
  const packages = scripts.flatMap((path) =>
    [...readFileSync(inRepository(path), 'utf8').matchAll(/^import .* from '([^.'][^']*)'/gm)].map(
      ([, name]) => name,
    ),
  );
  // Two aliases of the wasm-bindgen output (www/build/steps.sh and dist.sh), and the package.
  assert.deepEqual([...new Set(packages)].sort(), [
    'eligibility-glue',
    'eligibility-headless',
    'qr/decode.js',
  ]);
  const { packages: locked } = JSON.parse(
    readFileSync(inRepository('www/package-lock.json'), 'utf8'),
  );
  assert.equal(locked['node_modules/qr'].dependencies, undefined);
  for (const [name, { integrity }] of Object.entries(locked)) assert.ok(!name || integrity, name);
});
