// Packs that replace those of the build: a valid one is used; an unusable one is reported and the
// built-in pack is used instead.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../../www/build/serve.mjs';
import { COMMAND, expectedCounts } from '../support/command.mjs';
import {
  AUTHORED,
  DIST,
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  chooseLanguage,
  counts,
  eventsOf,
  newPage,
  option,
  saveFile,
  showAllQuestions,
  uncaughtErrors,
  useSite,
  waitForText,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import {
  DAMAGED_PACK,
  TRUNCATED_PACK,
  packOfAnotherPolicy,
  packOfFormat,
  packWithOtherRules,
  packWithoutText,
  packWithSection,
  packWithTitle,
} from '../support/packs.mjs';

const BUILT_IN = `网站上更新的规则文件暂时不能使用，现在用的是随工具附带的规则，版本 ${PACK.version}。`;
const NO_LANGUAGE = '暂时没有这种语言的同一版本规则，仍用现在的语言显示；您的回答都在。';
const ANSWERS = { 'applicant-kind': 'enterprise', 'registered-in-tianhe': true };

const site = useSite();

/** Opens the page with another response for a file next to the script. The built-in files stay. */
async function openWith(name, response) {
  const page = await newPage(site);
  await page.route(`${site.origin}/${name}`, (route) =>
    response === 'abort' ? route.abort() : route.fulfill(response),
  );
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  return page;
}
const notice = (page) => page.getByRole('alert');

/** Gives two answers. */
async function giveAnswers(page) {
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  await option(page, 'registered-in-tianhe', '是').check();
}

describe('an unusable pack is replaced by the built-in pack, with a notice:', () => {
  const REFUSED = {
    truncated: [{ body: TRUNCATED_PACK }, /truncated/],
    damaged: [{ body: DAMAGED_PACK }, /damaged/],
    'with an invalid reference': [{ body: packWithSection(99) }, /damaged/],
    'of a later format': [{ body: packOfFormat(9) }, /another format/],
    'for another version of the widget': [{ body: packWithoutText() }, /another format/],
    authored: [{ body: AUTHORED }, /authored pack.*`eligibility bundle`/],
    'HTTP 404': [{ status: 404, body: '<p>404' }, /rules\.zh-Hans\.json: HTTP 404/],
    'a network error': ['abort', /./],
  };
  for (const [name, [response, reason]] of Object.entries(REFUSED))
    test(name, async () => {
      const page = await openWith('rules.zh-Hans.json', response);
      await waitForText(notice(page), BUILT_IN);
      assert.equal(await notice(page).textContent(), BUILT_IN);
      assert.equal(
        await notice(page).evaluate((alert) => alert.closest('[lang]')?.getAttribute('lang')),
        'zh-Hans',
      );
      const [{ detail }, ...more] = eventsOf(page, 'error');
      assert.deepEqual([more, eventsOf(page, 'ready').length], [[], 1]);
      assert.match(detail.message, reason);
      await giveAnswers(page);
      assert.equal(await counts(page).first().textContent(), expectedCounts(IN_FORCE, ANSWERS));
      assert.deepEqual(uncaughtErrors(page), []);
      await page.context().close();
    });
});

describe('an unusable pack of another policy is not replaced; a panel, the fallback and one event follow:', () => {
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
      await waitUntil('an error event has fired', () => eventsOf(page, 'error').length === 1);
      assert.match(eventsOf(page, 'error')[0].detail.message, reason);
      assert.deepEqual([eventsOf(page, 'ready'), uncaughtErrors(page)], [[], []]);
      await page.context().close();
    });

  test('truncated, while packs.json names another policy', async () => {
    const page = await newPage(site);
    await page.route(`${site.origin}/rules.zh-Hans.json`, (route) =>
      route.fulfill({ body: TRUNCATED_PACK }),
    );
    await page.route(`${site.origin}/packs.json`, (route) =>
      route.fulfill({ json: { id: 'another-policy' } }),
    );
    await page.goto(`${site.origin}/index.html`);
    await waitForText(notice(page), '自测工具暂时无法使用。');
    await waitUntil('an error event has fired', () => eventsOf(page, 'error').length === 1);
    assert.match(eventsOf(page, 'error')[0].detail.message, /truncated/);
    assert.deepEqual(eventsOf(page, 'ready'), []);
    await page.context().close();
  });
});

test('a valid pack is used, without a notice and without a request for the built-in pack', async () => {
  const page = await openWith('rules.zh-Hans.json', { body: packWithTitle('二〇三一年的措施') });
  await page.getByText('二〇三一年的措施').first().waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await notice(page).count(), 0);
  assert.ok(!page.recorded.requests.some((url) => url.includes('built-in')));
  assertNoErrors(page);
});

test('after that, the other languages come from the built-in packs, and the notice is translated', async () => {
  const page = await openWith('rules.zh-Hans.json', { body: 'x' });
  await waitForText(notice(page), BUILT_IN);
  await giveAnswers(page);
  await chooseLanguage(page, 'English');
  await waitForText(
    notice(page),
    `You are using the rules that came with this tool, version ${PACK.version}.`,
  );
  await page.getByText('Questions answered: 2.').waitFor();
  assert.equal(await notice(page).count(), 1);
  assert.ok(page.recorded.requests.some((url) => url.endsWith('/built-in/rules.en.json')));
  assert.ok(!page.recorded.requests.some((url) => url.endsWith('.zh-Hant.json')));
});

describe('if a language fails to load, the widget keeps its language and shows a notice:', () => {
  for (const [name, body, reason] of [
    ['truncated', TRUNCATED_PACK, /truncated/],
    ['with other rules', packWithOtherRules(), /other rules in en/],
  ])
    test(name, async () => {
      const page = await openWith('rules.en.json', { body });
      await giveAnswers(page);
      await page.waitForLoadState('networkidle');
      await chooseLanguage(page, 'English');
      await waitForText(notice(page), NO_LANGUAGE);
      await page.getByText('已回答 2 题。').waitFor();
      assert.ok(await option(page, 'registered-in-tianhe', '是').isChecked());
      await waitUntil('an error event has fired', () => eventsOf(page, 'error').length > 0);
      assert.match(eventsOf(page, 'error')[0].detail.message, reason);
      assert.deepEqual(uncaughtErrors(page), []);
      // A language that loads removes the notice.
      await chooseLanguage(page, '繁體中文');
      await page.getByText('已回答 2 題。').first().waitFor();
      assert.equal(await notice(page).count(), 0);
      await page.context().close();
    });
});

test('a language that failed to load is requested again when it is chosen again', async () => {
  const page = await newPage(site);
  let respond = (route) => route.fulfill({ status: 503, body: '' });
  await page.route(`${site.origin}/rules.en.json`, (route) => respond(route));
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  await page.waitForLoadState('networkidle');
  await chooseLanguage(page, 'English');
  await waitForText(notice(page), NO_LANGUAGE);
  respond = (route) => route.continue();
  await chooseLanguage(page, 'English');
  await page.getByText('Your answers stay on this device').waitFor();
  assert.equal(await notice(page).count(), 0);
});

test('a bilingual checklist stays in one language, with a notice, if the second fails to load', async () => {
  const page = await openWith('rules.en.json', { body: packWithOtherRules() });
  await giveAnswers(page);
  await page.waitForLoadState('networkidle');
  await button(page, '做办事清单').click();
  await page.getByText('选择打印哪些内容', { exact: true }).click();
  await page.getByLabel('中英文对照').check();
  await waitForText(notice(page), NO_LANGUAGE);
  assert.match(eventsOf(page, 'error')[0].detail.message, /other rules in en/);
  await page.getByRole('heading', { name: '办事清单' }).waitFor();
  assert.equal(await page.getByText('Pre-application checklist').count(), 0);
  assert.deepEqual(uncaughtErrors(page), []);
});

test('with the built-in pack there is no link to the rules page of the site, and only one notice after saving', async () => {
  const page = await newPage(site);
  await page.route(`${site.origin}/rules.zh-Hans.json`, (route) => route.fulfill({ body: 'x' }));
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  assert.equal(await page.getByRole('link', { name: '全部条款' }).count(), 0);
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', '其他').check();
  for (let count = 0; count < 3; count += 1) await saveFile(page, '下载我的回答');
  await waitForText(notice(page), BUILT_IN);
  await page.waitForLoadState('networkidle');
  assert.equal(await notice(page).count(), 1);
});

test('`eligibility bundle` replaces the pack of a built site and of its offline file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eligibility-site-'));
  const [dist, pack] = [join(folder, 'dist'), join(folder, 'rules.json')];
  cpSync(DIST, dist, { recursive: true, dereference: true });
  writeFileSync(
    pack,
    AUTHORED.replaceAll(PACK.title, '二〇三一年的措施').replace(`"${PACK.version}"`, '"2031.1.1"'),
  );
  execFileSync(COMMAND, ['bundle', '--pack', pack, '--out', dist], { stdio: 'ignore' });
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: dist });
  const server = await serve(dist, 0);
  const page = await newPage(site);
  for (const address of [
    `http://127.0.0.1:${server.address().port}/index.html`,
    pathToFileURL(join(dist, 'offline.html')).href,
  ]) {
    await page.goto(address);
    await page.getByText('二〇三一年的措施').first().waitFor();
    assert.equal(await notice(page).count(), 0);
  }
  assertNoErrors(page);
  await page.context().close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});
