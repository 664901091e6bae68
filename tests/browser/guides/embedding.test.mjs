// The examples of docs/guides/embedding.md, word for word, under the policies that it shows.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, test } from 'node:test';
import {
  AUTHORED,
  DIST,
  IN_FORCE,
  POLICY,
  assertNoErrors,
  button,
  newPage,
  option,
  showAllQuestions,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { assess, inRepository } from '../support/command.mjs';
import {
  EMBEDDING,
  VERSION,
  codeBlocks,
  section,
  serveSite,
  withCurrentVersion,
} from '../support/guides.mjs';
import { fullJourney } from '../support/full-journey.mjs';

const [TAG] = codeBlocks(readFileSync(inRepository('docs/reference/element.md'), 'utf8'), 'html');
const LINK = '全部措施、条件和材料';
const ENTERPRISE = '企业（金融机构除外）';
const GOVERNMENT = section(EMBEDDING, '## A government page');
const [PAGE] = codeBlocks(GOVERNMENT, 'html');
const [CSS] = codeBlocks(GOVERNMENT, 'css');
const [SCRIPT] = codeBlocks(GOVERNMENT, 'js');
const [SAME_ORIGIN_POLICY, CROSS_ORIGIN_POLICY] = codeBlocks(GOVERNMENT, 'text');
/** The policy that the widget itself needs. */
const MINIMAL_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const FILES = {
  'page.html': withCurrentVersion(PAGE),
  'self-check.css': CSS,
  'self-check.js': SCRIPT,
};

const site = useSite();
/**
 * Run after each test, the last one first: pages are closed before the sites that they load from.
 */
const cleanups = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startHost(files, options) {
  const host = await serveSite(files, options);
  cleanups.push(host.close);
  return host;
}
async function emptyPage() {
  const page = await newPage(site);
  cleanups.push(async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
  return page;
}

/** Serves the files and opens a page of them. */
async function visit(files, { policy = SAME_ORIGIN_POLICY, distPath, path = '/page.html' } = {}) {
  const { origin } = await startHost(files, { policy, distPath });
  const page = await emptyPage();
  await page.goto(origin + path);
  return page;
}
/** Adds a page to a running site, whose origin the page contains, and opens it. */
async function publish(page, { origin, folder }, html) {
  writeFileSync(join(folder, 'article.html'), html);
  await page.goto(`${origin}/article.html`);
}
/** The counts of the command for the one answer of these tests. */
function expectedOutcomes() {
  const [line] = assess([{ 'as-of': IN_FORCE, answers: { 'applicant-kind': 'enterprise' } }]);
  const outcomes = Object.values(JSON.parse(line).outcomes);
  const count = (outcome) => outcomes.filter((one) => one === outcome).length;
  return { met: count('met'), open: count('open') };
}
const requestedPaths = (page) =>
  page.recorded.requests
    .filter((url) => !/^(data|blob):/.test(url))
    .map((url) => decodeURI(new URL(url).pathname));

describe('a government page', () => {
  test('its policy is that of all other tests', () => assert.equal(SAME_ORIGIN_POLICY, POLICY));

  test('loads the versioned folder with integrity, has its own colour and reacts to events', async () => {
    const page = await visit(FILES);
    await waitForWidget(page);
    assert.equal(await page.getByText('正在打开。', { exact: false }).isVisible(), false);
    assert.equal(await page.locator('[integrity^="sha384-"]').count(), 3);
    assert.equal(
      await button(page, '按当年规定核对').evaluate((one) => getComputedStyle(one).color),
      'rgb(184, 20, 31)',
    );
    await showAllQuestions(page, IN_FORCE);
    await option(page, 'applicant-kind', ENTERPRISE).check();
    const { met, open } = expectedOutcomes();
    await page
      .getByText(`按现有回答：可以申报 ${met} 项，还要回答 ${open} 项。`, { exact: true })
      .waitFor();
    const ours = requestedPaths(page).filter((path) => path.startsWith('/eligibility/'));
    assert.ok(
      ours.every((path) => path.startsWith(`/eligibility/${VERSION}/`)),
      ours.join(' '),
    );
    assertNoErrors(page);
  });

  test('without scripts, shows the fallback with a working link', async () => {
    const { origin } = await startHost(FILES, { policy: SAME_ORIGIN_POLICY });
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    cleanups.push(() => context.close());
    const page = await context.newPage();
    await page.goto(`${origin}/page.html`);
    await page.getByText('正在打开。', { exact: false }).waitFor();
    await page.getByRole('link', { name: LINK }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.ok(page.url().endsWith(`/${VERSION}/rulebook.html`));
  });

  test('a full journey works with the minimal policy and without TLS', async () => {
    const html = FILES['page.html'].replace(/.*self-check\.css.*\n/, '');
    const { origin } = await startHost({ ...FILES, 'page.html': html }, { policy: MINIMAL_POLICY });
    const page = await emptyPage();
    await page.route('http://intranet.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ response: await route.fetch({ url: origin + pathname }) });
    });
    await page.goto('http://intranet.test/page.html');
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await waitForWidget(page);
    await fullJourney(page);
    assert.deepEqual(
      page.recorded.errors.filter((error) => !error.includes('favicon.ico')),
      [],
    );
  });

  test('loads the folder from another origin that allows it', async () => {
    const tools = await startHost({});
    const page = await emptyPage();
    await page.route(`${tools.origin}/**`, async (route) => {
      const response = await route.fetch();
      return route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    const html = FILES['page.html'].replaceAll('="/eligibility/', `="${tools.origin}/eligibility/`);
    const policy = CROSS_ORIGIN_POLICY.replaceAll('https://tools.example', tools.origin);
    await publish(page, await startHost(FILES, { policy }), html);
    await waitForWidget(page);
    assertNoErrors(page);
  });
});

describe('a CMS that strips scripts', () => {
  const CMS = section(EMBEDDING, '## A CMS that strips scripts');
  const [frameOnly, frameAndScript, link] = codeBlocks(CMS, 'html');
  const [policy] = codeBlocks(CMS, 'text');
  const openArticle = async (html) => {
    const tools = await startHost({});
    const host = await startHost(
      {},
      { policy: `${policy.replaceAll('https://tools.example', tools.origin)}; img-src 'self'` },
    );
    const page = await emptyPage();
    const withOrigins = (text) =>
      text
        .replaceAll('https://tools.example', tools.origin)
        .replaceAll('https://www.example.gov.cn', host.origin);
    const body = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title></head><body><h1>政策</h1>${withOrigins(html)}</body></html>`;
    await publish(page, host, body);
    return { page, tools, frame: page.frameLocator('iframe') };
  };
  const height = (page) =>
    page.locator('iframe').evaluate((frame) => /** @type {HTMLElement} */ (frame).clientHeight);

  test('one line: the widget in a frame of fixed height, without a script on the page', async () => {
    const { page, frame } = await openArticle(frameOnly);
    await waitForWidget(frame);
    await showAllQuestions(frame);
    await option(frame, 'applicant-kind', ENTERPRISE).check();
    await frame.getByText('已回答 1 题。').waitFor();
    assert.equal(await height(page), 900);
    assert.equal(await page.locator('script').count(), 0);
    assertNoErrors(page);
  });

  test('two lines: the frame is as high as its content', async () => {
    const { page, frame } = await openArticle(frameAndScript);
    await waitForWidget(frame);
    await showAllQuestions(frame);
    await waitUntil('the frame has grown', async () => (await height(page)) > 2000);
    assertNoErrors(page);
  });

  test('a link: it opens the widget on its own page', async () => {
    const { page, tools } = await openArticle(link);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '惠企政策自测' }).click(),
    ]);
    await waitForWidget(opened);
    assert.equal(opened.url(), `${tools.origin}/eligibility/index.html`);
  });
});

test('the tag of the element reference shows the widget', async () => {
  const page = await visit({
    'page.html': `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title></head><body>${TAG}</body></html>`,
  });
  await waitForWidget(page);
  assert.equal(await page.getByText('Text for people whose browser').isVisible(), false);
  assertNoErrors(page);
});

test('an intranet: the folder works at any path', async () => {
  const distPath = '信息 中心/2026/自测';
  const page = await visit({}, { distPath, path: `/${distPath}/index.html` });
  await waitForWidget(page);
  assert.ok(
    requestedPaths(page).every((path) => path.startsWith(`/${distPath}/`)),
    requestedPaths(page).join(' '),
  );
  assertNoErrors(page);
});

test('a page with a base element: only its own relative addresses change', async () => {
  const html = FILES['page.html']
    .replace('<meta charset', '<base href="/elsewhere/">\n  <meta charset')
    .replaceAll('"self-check', '"/self-check');
  const page = await visit({ ...FILES, 'page.html': html });
  await waitForWidget(page);
  assertNoErrors(page);
});

test('a USB stick: index.html shows its fallback, and its link opens the rules page', async () => {
  const page = await emptyPage();
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(join(DIST, 'index.html')).href);
  assert.equal(await page.locator('.ec').count(), 0);
  await page.getByRole('link', { name: LINK }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(page.url(), pathToFileURL(join(DIST, 'rulebook.html')).href);
});

test('a portal with its own forms shows the counts of the command', async () => {
  const PORTAL = section(EMBEDDING, '## A portal with its own forms');
  const [html] = codeBlocks(PORTAL, 'html');
  const [script] = codeBlocks(PORTAL, 'js');
  const page = await visit({ 'page.html': html, 'portal.js': script, 'rules.json': AUTHORED });
  await page.getByRole('heading', { name: '您的单位是哪一类？' }).waitFor();
  await button(page, ENTERPRISE).click();
  const { met, open } = expectedOutcomes();
  await page.getByText(`可以申报 ${met} 项，还要回答 ${open} 项。`, { exact: true }).waitFor();
  await button(page, '不清楚').waitFor();
  assert.equal(await page.locator('eligibility-check').count(), 0);
  assertNoErrors(page);
});
