// The examples of docs/guides/embedding.md, as they stand there, under the policy that stands there.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, describe, test } from 'node:test';
import {
  AUTHORED, DIST, IN_FORCE, POLICY, assertNoErrors, button, dateBox, newPage, option, showAllQuestions, startSite,
  waitForWidget, waitUntil,
} from '../support/page.mjs';
import { assess, inRepository } from '../support/command.mjs';
import { EMBEDDING, VERSION, codeBlocks, section, serveSite, withCurrentVersion } from '../support/guides.mjs';
import { fullJourney } from '../support/full-journey.mjs';

const [TAG] = codeBlocks(readFileSync(inRepository('docs/reference/element.md'), 'utf8'), 'html');
const LINK = '全部措施、条件和材料';
const KIND = '企业（金融机构除外）';
const GOVERNMENT = section(EMBEDDING, '## A government page');
const [PAGE] = codeBlocks(GOVERNMENT, 'html');
const [CSS] = codeBlocks(GOVERNMENT, 'css');
const [SCRIPT] = codeBlocks(GOVERNMENT, 'js');
const [GIVEN, ACROSS] = codeBlocks(GOVERNMENT, 'text');
/** The policy without what only the page around needs. */
const LEAST = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const FILES = { 'page.html': withCurrentVersion(PAGE), 'self-check.css': CSS, 'self-check.js': SCRIPT };

let site;
const ends = [];
before(async () => (site = await startSite()));
afterEach(async () => {
  // The page before the site that it still reads from.
  for (const end of ends.splice(0).reverse()) await end();
});
after(() => site.close());

/** A site, and an empty page, both gone after the test. */
async function place(files, options) {
  const made = await serveSite(files, options);
  ends.push(made.close);
  return made;
}
async function empty() {
  const page = await newPage(site);
  ends.push(async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
  return page;
}

/** A page of a site of its own. */
async function visit(files, { policy = GIVEN, at, path = '/page.html' } = {}) {
  const { origin } = await place(files, { policy, at });
  const page = await empty();
  await page.goto(origin + path);
  return page;
}
/** A page that a site is given while it stands: only then is its own address known. */
async function publish(page, { origin, folder }, html) {
  writeFileSync(join(folder, 'article.html'), html);
  await page.goto(`${origin}/article.html`);
}
/** What the command counts for the answer that these tests give. */
function counted() {
  const [said] = assess([{ 'as-of': IN_FORCE, answers: { 'applicant-kind': 'enterprise' } }]);
  const outcomes = Object.values(JSON.parse(said).outcomes);
  const count = (outcome) => outcomes.filter((one) => one === outcome).length;
  return { met: count('met'), open: count('open') };
}
const asked = (page) => page.recorded.requests.filter((url) => !/^(data|blob):/.test(url)).map((url) => decodeURI(new URL(url).pathname));

describe('a government page', () => {
  test('its policy is the one that every other test is held under', () => assert.equal(GIVEN, POLICY));

  test('is ready from the folder of the version, with integrity, in its colour, and says what it hears', async () => {
    const page = await visit(FILES);
    await waitForWidget(page);
    assert.equal(await page.getByText('正在打开。', { exact: false }).isVisible(), false);
    assert.equal(await page.locator('[integrity^="sha384-"]').count(), 3);
    assert.equal(await button(page, '开始自测').evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(184, 20, 31)');
    await showAllQuestions(page, IN_FORCE);
    await option(page, 'applicant-kind', KIND).check();
    const { met, open } = counted();
    await page.getByText(`按现有回答：符合 ${met} 项，还差信息 ${open} 项。`, { exact: true }).waitFor();
    const ours = asked(page).filter((path) => path.startsWith('/eligibility/'));
    assert.ok(ours.every((path) => path.startsWith(`/eligibility/${VERSION}/`)), ours.join(' '));
    assertNoErrors(page);
  });

  test('shows its fallback, with a link that leads somewhere, where there is no script', async () => {
    const { origin } = await place(FILES, { policy: GIVEN });
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    ends.push(() => context.close());
    const page = await context.newPage();
    await page.goto(`${origin}/page.html`);
    await page.getByText('正在打开。', { exact: false }).waitFor();
    await page.getByRole('link', { name: LINK }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.ok(page.url().endsWith(`/${VERSION}/rulebook.html`));
  });

  test('needs of its policy, for the widget itself, scripts, the one word and fetching, and no TLS: a whole journey goes', async () => {
    const html = FILES['page.html'].replace(/.*self-check\.css.*\n/, '');
    const { origin } = await place({ ...FILES, 'page.html': html }, { policy: LEAST });
    const page = await empty();
    await page.route('http://intranet.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ response: await route.fetch({ url: origin + pathname }) });
    });
    await page.goto('http://intranet.test/page.html');
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await waitForWidget(page);
    await fullJourney(page);
    assert.deepEqual(page.recorded.errors.filter((error) => !error.includes('favicon.ico')), []);
  });

  test('takes the folder from another server that allows it', async () => {
    const tools = await place({});
    const page = await empty();
    await page.route(`${tools.origin}/**`, async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    const html = FILES['page.html'].replaceAll('="/eligibility/', `="${tools.origin}/eligibility/`);
    const policy = ACROSS.replaceAll('https://tools.example', tools.origin);
    await publish(page, await place(FILES, { policy }), html);
    await waitForWidget(page);
    assertNoErrors(page);
  });
});

describe('a CMS that strips scripts', () => {
  const CMS = section(EMBEDDING, '## A CMS that strips scripts');
  const [alone, helped, link] = codeBlocks(CMS, 'html');
  const [policy] = codeBlocks(CMS, 'text');
  const article = async (html) => {
    const tools = await place({});
    const around = await place({}, { policy: `${policy.replaceAll('https://tools.example', tools.origin)}; img-src 'self'` });
    const page = await empty();
    const here = (text) => text.replaceAll('https://tools.example', tools.origin).replaceAll('https://www.example.gov.cn', around.origin);
    const body = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title></head><body><h1>政策</h1>${here(html)}</body></html>`;
    await publish(page, around, body);
    return { page, tools, frame: page.frameLocator('iframe') };
  };
  const height = (page) => page.locator('iframe').evaluate((frame) => /** @type {HTMLElement} */ (frame).clientHeight);

  test('one line: the widget in a frame of fixed height, with no script on the page', async () => {
    const { page, frame } = await article(alone);
    await dateBox(frame).waitFor();
    await showAllQuestions(frame);
    await option(frame, 'applicant-kind', KIND).check();
    await frame.getByText('已回答 1 题。').waitFor();
    assert.equal(await height(page), 900);
    assert.equal(await page.locator('script').count(), 0);
    assertNoErrors(page);
  });

  test('two lines: the frame is as high as what is in it', async () => {
    const { page, frame } = await article(helped);
    await dateBox(frame).waitFor();
    await showAllQuestions(frame);
    await waitUntil('it has grown', async () => (await height(page)) > 2000);
    assertNoErrors(page);
  });

  test('only a link: it leads to the widget as a page of its own', async () => {
    const { page, tools } = await article(link);
    const [opened] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: '惠企政策自测' }).click()]);
    await dateBox(opened).waitFor();
    assert.equal(opened.url(), `${tools.origin}/eligibility/index.html`);
  });
});

test('the tag of the element reference shows the widget', async () => {
  const page = await visit({ 'page.html': `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title></head><body>${TAG}</body></html>` });
  await waitForWidget(page);
  assert.equal(await page.getByText('Text for people whose browser').isVisible(), false);
  assertNoErrors(page);
});

test('an intranet: the folder works at any path and under any name', async () => {
  const at = '信息 中心/2026/自测';
  const page = await visit({}, { at, path: `/${at}/index.html` });
  await waitForWidget(page);
  assert.ok(asked(page).every((path) => path.startsWith(`/${at}/`)), asked(page).join(' '));
  assertNoErrors(page);
});

test('a page with a base elsewhere, which matters only for the addresses that stand on it', async () => {
  const html = FILES['page.html'].replace('<meta charset', '<base href="/elsewhere/">\n  <meta charset').replaceAll('"self-check', '"/self-check');
  const page = await visit({ ...FILES, 'page.html': html });
  await waitForWidget(page);
  assertNoErrors(page);
});

test('a stick: what index.html shows from a disk is the fallback, and the rules in full open from there', async () => {
  const page = await empty();
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(join(DIST, 'index.html')).href);
  assert.equal(await dateBox(page).count(), 0);
  await page.getByRole('link', { name: LINK }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(page.url(), pathToFileURL(join(DIST, 'rulebook.html')).href);
});

test('a portal asks in its own way, and its counts are those of the command', async () => {
  const PORTAL = section(EMBEDDING, '## A portal with its own forms');
  const [html] = codeBlocks(PORTAL, 'html');
  const [script] = codeBlocks(PORTAL, 'js');
  const page = await visit({ 'page.html': html, 'portal.js': script, 'rules.json': AUTHORED });
  await page.getByRole('heading', { name: '您的单位是哪一类？' }).waitFor();
  await button(page, KIND).click();
  const { met, open } = counted();
  await page.getByText(`符合 ${met} 项，还差信息 ${open} 项。`, { exact: true }).waitFor();
  await button(page, '不清楚').waitFor();
  assert.equal(await page.locator('eligibility-check').count(), 0);
  assertNoErrors(page);
});
