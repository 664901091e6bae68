// Rules that were put in the place of those that came with the widget: used if they are sound, and told of if they are not.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../../www/build/serve.mjs';
import { COMMAND, countsText, explain } from '../support/command.mjs';
import {
  AUTHORED, DIST, IN_FORCE, PACK, assertNoErrors, button, counts, eventsOf, newPage, option, showAllQuestions,
  uncaughtErrors, useSite, waitForText, waitForWidget, waitUntil,
} from '../support/page.mjs';
import {
  BROWSER_PACK, packOfAnotherPolicy, packOfFormat, packWithOtherRules, packWithoutText, packWithSection,
  packWithTitle,
} from '../support/packs.mjs';

const BUILT_IN = `网站上更新的规则文件暂时不能使用，现在用的是随工具附带的规则，版本 ${PACK.version}。`;
const NO_LANGUAGE = '暂时没有这种语言的同一版本规则，仍用现在的语言显示；您的回答都在。';
const FIRM = { 'applicant-kind': 'enterprise', 'registered-in-tianhe': true };

const site = useSite();

/** The page, where what stands beside the script, but not what is built in, is answered so. */
async function open(name, answer) {
  const page = await newPage(site);
  await page.route(`${site.origin}/${name}`, (route) => (answer === 'abort' ? route.abort() : route.fulfill(answer)));
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  return page;
}
const notice = (page) => page.getByRole('alert');

async function answer(page) {
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  await option(page, 'registered-in-tianhe', '是').check();
}

describe('rules that cannot be used give way to those built in, and the widget says so', () => {
  const REFUSED = {
    truncated: [{ body: BROWSER_PACK.slice(0, -30) }, /truncated/],
    altered: [{ body: BROWSER_PACK.replace('天河', '天何') }, /damaged/],
    'naming what they do not have': [{ body: packWithSection(99) }, /damaged/],
    'of a later format': [{ body: packOfFormat(9) }, /another format/],
    'with the texts of another widget': [{ body: packWithoutText() }, /another format/],
    'as their author wrote them': [{ body: AUTHORED }, /authored pack.*`eligibility bundle`/],
    'a page that says 404': [{ status: 404, body: '<p>404' }, /rules\.zh-Hans\.json: HTTP 404/],
    'not to be had': ['abort', /./],
  };
  for (const [name, [reply, reason]] of Object.entries(REFUSED))
    test(name, async () => {
      const page = await open('rules.zh-Hans.json', reply);
      await waitForText(notice(page), BUILT_IN);
      assert.equal(await notice(page).textContent(), BUILT_IN);
      assert.equal(await notice(page).evaluate((alert) => alert.closest('[lang]')?.getAttribute('lang')), 'zh-Hans');
      const [{ detail }, ...more] = eventsOf(page, 'error');
      assert.deepEqual([more, eventsOf(page, 'ready').length], [[], 1]);
      assert.match(detail.message, reason);
      // It is no half-working widget: what follows is what the command says of those rules.
      await answer(page);
      assert.equal(await counts(page).first().textContent(), countsText(explain({ 'as-of': IN_FORCE, answers: FIRM }).measures));
      assert.deepEqual(uncaughtErrors(page), []);
      await page.context().close();
    });
});

describe('an unusable pack of another policy is not replaced: a panel, the fallback and one event', () => {
  const REFUSED = {
    'of a later format': [packOfAnotherPolicy(9), /another format/],
    damaged: [packOfAnotherPolicy().replace('天河', '天何'), /damaged/],
  };
  for (const [name, [body, reason]] of Object.entries(REFUSED))
    test(name, async () => {
      const page = await newPage(site);
      await page.route(`${site.origin}/rules.zh-Hans.json`, (route) => route.fulfill({ body }));
      await page.goto(`${site.origin}/index.html`);
      await waitForText(notice(page), '自测工具暂时无法使用。');
      await page.getByRole('link', { name: '全部措施、条件和材料' }).waitFor();
      await waitUntil('the page hears of it', () => eventsOf(page, 'error').length === 1);
      assert.match(eventsOf(page, 'error')[0].detail.message, reason);
      assert.deepEqual([eventsOf(page, 'ready'), uncaughtErrors(page)], [[], []]);
      await page.context().close();
    });

  test('truncated, and the site names another policy in packs.json', async () => {
    const page = await newPage(site);
    await page.route(`${site.origin}/rules.zh-Hans.json`, (route) => route.fulfill({ body: BROWSER_PACK.slice(0, -30) }));
    await page.route(`${site.origin}/packs.json`, (route) => route.fulfill({ json: { id: 'another-policy' } }));
    await page.goto(`${site.origin}/index.html`);
    await waitForText(notice(page), '自测工具暂时无法使用。');
    await waitUntil('the page hears of it', () => eventsOf(page, 'error').length === 1);
    assert.match(eventsOf(page, 'error')[0].detail.message, /truncated/);
    assert.deepEqual(eventsOf(page, 'ready'), []);
    await page.context().close();
  });
});

test('sound rules are used, with nothing to tell and nothing else asked for', async () => {
  const page = await open('rules.zh-Hans.json', { body: packWithTitle('二〇三一年的措施') });
  await page.getByRole('heading', { name: '二〇三一年的措施' }).waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await notice(page).count(), 0);
  assert.ok(!page.recorded.requests.some((url) => url.includes('built-in')));
  assertNoErrors(page);
});

test('the other languages are then those built in as well, and the notice is in them', async () => {
  const page = await open('rules.zh-Hans.json', { body: 'x' });
  await waitForText(notice(page), BUILT_IN);
  await answer(page);
  await button(page, 'English').click();
  await waitForText(notice(page), `These are the rules that came with the tool, version ${PACK.version}.`);
  await page.getByText('Questions answered: 2.').waitFor();
  assert.equal(await notice(page).count(), 1);
  assert.ok(page.recorded.requests.some((url) => url.endsWith('/built-in/rules.en.json')));
  assert.ok(!page.recorded.requests.some((url) => url.endsWith('.zh-Hant.json')));
});

describe('a language that cannot be had, or is of other rules: everything stands as it stood, and it is told', () => {
  for (const [name, body, reason] of [['damaged', BROWSER_PACK.slice(0, -3), /truncated/], ['of other rules', packWithOtherRules(), /other rules in en/]])
    test(name, async () => {
      const page = await open('rules.en.json', { body });
      await answer(page);
      await page.waitForLoadState('networkidle');
      await button(page, 'English').click();
      await waitForText(notice(page), NO_LANGUAGE);
      await page.getByText('已回答 2 题。').waitFor();
      assert.ok(await option(page, 'registered-in-tianhe', '是').isChecked());
      await waitUntil('the page hears of it', () => eventsOf(page, 'error').length > 0);
      assert.match(eventsOf(page, 'error')[0].detail.message, reason);
      assert.deepEqual(uncaughtErrors(page), []);
      // The third language is sound, and takes the notice away.
      await button(page, '繁體中文').click();
      await page.getByText('已回答 2 題。').first().waitFor();
      assert.equal(await notice(page).count(), 0);
      await page.context().close();
    });
});

test('a language that could not be had is tried again when it is asked for again', async () => {
  const page = await newPage(site);
  let answer = (route) => route.fulfill({ status: 503, body: '' });
  await page.route(`${site.origin}/rules.en.json`, (route) => answer(route));
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  await page.waitForLoadState('networkidle');
  await button(page, 'English').click();
  await waitForText(notice(page), NO_LANGUAGE);
  answer = (route) => route.continue();
  await button(page, 'English').click();
  await page.getByRole('textbox', { name: 'Date of the self-check' }).waitFor();
  assert.equal(await notice(page).count(), 0);
});

test('a sheet in two languages stands in one, and it is told, as long as the second cannot be had', async () => {
  const page = await open('rules.en.json', { body: packWithOtherRules() });
  await answer(page);
  await page.waitForLoadState('networkidle');
  await button(page, '查看核对清单').click();
  await page.getByText('选择打印哪些内容', { exact: true }).click();
  await page.getByLabel('中英文对照').check();
  await waitForText(notice(page), NO_LANGUAGE);
  assert.match(eventsOf(page, 'error')[0].detail.message, /other rules in en/);
  await page.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  assert.equal(await page.getByText('Checklist before you apply').count(), 0);
  assert.deepEqual(uncaughtErrors(page), []);
});

test('with the rules built in there is no way to rules in full that are others; a notice stands there once, however often something is saved', async () => {
  const page = await newPage(site);
  await page.route(`${site.origin}/rules.zh-Hans.json`, (route) => route.fulfill({ body: 'x' }));
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  assert.equal(await page.getByRole('link', { name: '查看全部条款' }).count(), 0);
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', '其他').check();
  const save = button(page, '保存到本机').first();
  for (let time = 0; time < 3; time += 1) await Promise.all([page.waitForEvent('download'), save.click()]);
  await waitForText(notice(page), BUILT_IN);
  await page.waitForLoadState('networkidle');
  assert.equal(await notice(page).count(), 1);
});

test('what the command writes into a built site is what pages and the offline file then show', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eligibility-site-'));
  const [dist, pack] = [join(folder, 'dist'), join(folder, 'rules.json')];
  cpSync(DIST, dist, { recursive: true });
  writeFileSync(pack, AUTHORED.replaceAll(PACK.title, '二〇三一年的措施').replace(`"${PACK.version}"`, '"2031.1.1"'));
  execFileSync(COMMAND, ['bundle', '--pack', pack, '--out', dist], { stdio: 'ignore' });
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: dist });
  const server = await serve(dist, 0);
  const page = await newPage(site);
  for (const address of [`http://127.0.0.1:${server.address().port}/index.html`, pathToFileURL(join(dist, 'offline.html')).href]) {
    await page.goto(address);
    await page.getByRole('heading', { name: '二〇三一年的措施' }).waitFor();
    assert.equal(await notice(page).count(), 0);
  }
  assertNoErrors(page);
  await page.context().close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});
