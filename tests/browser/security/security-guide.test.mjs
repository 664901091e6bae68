// What docs/explanation/security-model.md shows and lists is so, also where it admits that something is not prevented.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  AUTHORED, DIST, PACK, POLICY, assertNoErrors, button, newPage, option, showAllQuestions, useSite, waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { inRepository } from '../support/command.mjs';
import { SECURITY, codeBlocks, inlineCode, section, tableRows, withCurrentVersion } from '../support/guides.mjs';

const site = useSite();

/** A page with the tag to paste, beside the built files. */
async function embedded(routes = {}) {
  const tag = readFileSync(`${DIST}/embed.txt`, 'utf8').match(/<link.*<\/script>/s)[0];
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">
    ${withCurrentVersion(tag)}</head><body><eligibility-check><p>请到窗口咨询。</p></eligibility-check></body></html>`;
  const page = await newPage(site);
  const headers = { 'Content-Security-Policy': POLICY };
  await page.route('**/page.html', (route) => route.fulfill({ body: html, contentType: 'text/html', headers }));
  for (const [pattern, body] of Object.entries(routes)) await page.route(pattern, (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  await page.goto(`${site.origin}/page.html`);
  return page;
}
const asked = (page) => page.recorded.requests.filter((url) => !/^(data|blob):/.test(url)).map((url) => new URL(url).pathname.replace(/.*\//, ''));

test('what is asked for, and when, is what the table lists', async () => {
  const table = tableRows(section(SECURITY, '## Requests'), 'file');
  const files = (when) => table.filter(([, said]) => said.startsWith(when)).map(([file]) => inlineCode(file)[0]);
  const [first, then, language, link] = [files('with the page'), files('as soon as'), files('each time'), files('when a person')];
  // Requested only after an error: loading/replaced-packs.test.mjs.
  const spare = files('only if');
  assert.equal(first.length + then.length + language.length + link.length + spare.length, table.length);
  assert.deepEqual(spare, ['built-in/rules.zh-Hans.json', 'packs.json']);
  const page = await embedded();
  await waitForWidget(page);
  await waitUntil('the reader of QR symbols is loaded', () => asked(page).includes('eligibility-scan.js'));
  await page.waitForLoadState('networkidle');
  const before = asked(page);
  assert.deepEqual([...before].sort(), ['page.html', ...first, ...then].sort());
  assert.ok(Math.min(...then.map((file) => before.indexOf(file))) > Math.max(...first.map((file) => before.indexOf(file))));
  const other = page.getByRole('textbox', { name: 'Date of the self-check' });
  for (const time of [1, 2]) {
    await button(page, 'English').click();
    await other.waitFor();
    await button(page, '简体中文').click();
    await waitForWidget(page);
    assert.equal(asked(page).filter((file) => file === language[0]).length, time);
  }
  const [rules] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: '查看全部条款' }).click()]);
  await rules.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(asked(page).at(-1), link[0]);
  assertNoErrors(page);
  await page.context().close();
});

test('the pages of ours add what is said there, and nothing else', async () => {
  const asking = section(SECURITY, '## Requests');
  const before = tableRows(asking, 'file').filter(([, when]) => /^(with the page|as soon as)/.test(when)).map(([file]) => inlineCode(file)[0]);
  const [, framed, paged] = /The frame adds (.*?); `index.html` adds (.*?`)\./.exec(asking);
  for (const [name, added] of [['frame.html', inlineCode(framed)], ['index.html', ['index.html', ...inlineCode(paged)]]]) {
    const page = await newPage(site);
    await page.goto(`${site.origin}/${name}`);
    await waitForWidget(page);
    await waitUntil('the reader of QR symbols is loaded', () => asked(page).includes('eligibility-scan.js'));
    assert.deepEqual([...new Set(asked(page))].sort(), [...before, ...added].sort());
    await page.context().close();
  }
});

test('no kind of question takes free text', () => {
  const kinds = new Set(JSON.parse(AUTHORED).facts.map(({ kind }) => (typeof kind === 'string' ? kind : Object.keys(kind)[0])));
  assert.deepEqual([...kinds].sort(), ['choice', 'choices', 'date', 'number', 'yes-no']);
});

describe('what is not prevented, as the page admits', () => {
  test('another script on the page can read answers', async () => {
    const page = await embedded();
    await waitForWidget(page);
    await showAllQuestions(page);
    await option(page, 'registered-in-tianhe', '否').check();
    const read = await page.evaluate(() => {
      const inputs = [...document.querySelector('eligibility-check').shadowRoot.querySelectorAll('input:checked')];
      return inputs.map((input) => input.closest('fieldset').querySelector('legend').textContent);
    });
    assert.deepEqual(read.map((text) => text.includes(PACK.facts.find(({ id }) => id === 'registered-in-tianhe').question)), [true]);
    await page.context().close();
  });

  test('integrity stops the two scripts that it stands at', async () => {
    for (const name of ['check', 'widget']) {
      const page = await embedded({ [`**/eligibility-${name}.js`]: 'window.altered = true;' });
      await waitUntil('it is refused', () => page.recorded.errors.some((error) => error.includes(`'integrity' attribute for resource`)));
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).altered), undefined);
      await page.getByText('请到窗口咨询。').waitFor();
      await page.context().close();
    }
  });

  test('integrity does not cover the others', async () => {
    const page = await embedded({ '**/eligibility-scan.js': 'window.altered = true; export const scan = () => {};' });
    await waitForWidget(page);
    await waitUntil('it has run', () => page.evaluate(() => /** @type {any} */ (window).altered));
    await page.context().close();
  });
});

describe('transcripts', () => {
  /** A command, which goes on in lines that begin with >, and what it prints. */
  const transcript = (block) => {
    const lines = block.split('\n');
    const ends = lines.findIndex((line, place) => place > 0 && !line.startsWith('> '));
    const join = (lines) => lines.join('\n');
    return { command: join(lines.slice(0, ends).map((line) => line.slice(2))), printed: join(lines.slice(ends)) };
  };
  const transcripts = (heading) => codeBlocks(section(SECURITY, heading), 'console').map(transcript);
  const env = { ...process.env, CARGO_NET_OFFLINE: 'true', LC_ALL: 'C' };
  const run = (command, cwd) => execFileSync('bash', ['-o', 'pipefail', '-c', command], { cwd, env, encoding: 'utf8', stdio: 'pipe' }).replace(/ *\n/g, '\n').trimEnd();
  const [sums, reproduce, integrity, ...more] = transcripts('## Verify a build');
  const [crates] = transcripts('## Dependencies');

  test('the sums of all files', () => assert.equal(run(sums.command, DIST), sums.printed));
  test('the sums find a file that was altered', () => {
    const folder = mkdtempSync(join(tmpdir(), 'eligibility-sums-'));
    cpSync(DIST, folder, { recursive: true });
    appendFileSync(join(folder, 'frame.html'), ' ');
    assert.throws(() => run(sums.command, folder), ({ stdout }) => stdout.startsWith('frame.html: FAILED'));
    rmSync(folder, { recursive: true });
  });
  test('the integrity of two scripts', () => assert.deepEqual([run(integrity.command, DIST), more], [integrity.printed, []]));
  test('the crates that may be in the modules', () => assert.equal(run(crates.command, inRepository('')), crates.printed));
  test('what building once more says', () => {
    assert.equal(reproduce.command, 'make reproduce');
    const script = readFileSync(inRepository('www/build/reproduce.sh'), 'utf8');
    for (const line of reproduce.printed.split('\n')) assert.ok(script.includes(line.replace('…', '%s')), line);
  });
});

test('of npm, one package is shipped, and it has no dependencies', () => {
  const scripts = ['www/element', 'www/frame', 'www/headless', 'www/offline'].flatMap((folder) => readdirSync(inRepository(folder)).filter((name) => name.endsWith('.js')).map((name) => `${folder}/${name}`));
  const packages = scripts.flatMap((path) => [...readFileSync(inRepository(path), 'utf8').matchAll(/^import .* from '([^.'][^']*)'/gm)].map(([, name]) => name));
  // Aliases of the glue that wasm-bindgen writes (www/build/steps.sh and dist.sh), and the package.
  assert.deepEqual([...new Set(packages)].sort(), ['eligibility-glue', 'eligibility-headless', 'qr/decode.js']);
  const { packages: locked } = JSON.parse(readFileSync(inRepository('www/package-lock.json'), 'utf8'));
  assert.equal(locked['node_modules/qr'].dependencies, undefined);
  for (const [name, { integrity }] of Object.entries(locked)) assert.ok(!name || integrity, name);
});
