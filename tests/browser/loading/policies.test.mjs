// A site with several policies: when one is missing or damaged, offline, and as it is published.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  PUBLISHED_SITE,
  assertNoErrors,
  button,
  chooseLanguage,
  eventsOf,
  newPage,
  summary,
  uncaughtErrors,
  useSite,
  waitForText,
  waitForWidget,
} from '../support/page.mjs';
import { PHONE, TITLE, sitesOfPolicies, stepsOn } from '../support/policies.mjs';

const folder = sitesOfPolicies();
const site = useSite(folder);
let page;
afterEach(() => page?.context().close());

const { open, heading, back, listIsShown, start } = stepsOn(site, (opened) => (page = opened));

describe('when something is missing', () => {
  /** Opens the list, with another response for the second policy. */
  const startWith = (response) =>
    start('/index.html', (page) =>
      page.route('**/policies/second/rules.*.json', (route) =>
        response ? route.fulfill(response) : route.abort(),
      ),
    );

  for (const [what, response] of /** @type {[string, any][]} */ ([
    ['cannot be loaded', undefined],
    ['is missing on the server', { status: 404, body: 'not found' }],
    ['is damaged', { body: '{"eligibility-pack":8,"checksum":"0000000000000000","pack":{}}' }],
    [
      'has another format',
      { body: '{"eligibility-pack":7,"checksum":"0000000000000000","pack":{}}' },
    ],
    ['is another kind of file', { path: join(folder, 'rules.zh-Hans.json') }],
  ]))
    test(`a policy that ${what} is named, and the others work`, async () => {
      await startWith(response);
      await open('第二项政策');
      const alert = page.getByRole('alert');
      await waitForText(alert, '没有打开“第二项政策”。请检查网络后再试；其他政策照常可用。');
      assert.equal(eventsOf(page, 'error').length, 1);
      await open(TITLE);
      await waitForText(heading(), TITLE);
      await back().click();
      await listIsShown();
      assert.equal(await alert.count(), 0);
      assert.deepEqual(uncaughtErrors(page), []);
    });

  test('a list that cannot be loaded is named in the policy, and works later', async () => {
    let isOut = true;
    await start('/policies/second/index.html', (page) =>
      page.route(`${site.origin}/rules.zh-Hans.json`, (route) =>
        isOut ? route.abort() : route.continue(),
      ),
    );
    await back().click();
    await waitForText(page.getByRole('alert'), '没有打开“全部政策”。请检查网络后再试');
    await waitForText(heading(), '第二项政策');
    isOut = false;
    await back().click();
    await listIsShown();
    assert.deepEqual(uncaughtErrors(page), []);
  });

  test('a damaged code stays in its field, with the line that is wrong', async () => {
    await start();
    await summary(page, '有回执码？接着上次的').click();
    await page.locator('#ec-code').pressSequentially('64QRX TXFZM');
    await button(page, '打开').click();
    await waitForText(page.locator('[id="ec-code.error"]'), '回执码第 1 行有误');
    assert.equal(await page.locator('#ec-code').inputValue(), '64QRX TXFZM');
    assertNoErrors(page);
  });

  test('a code of no policy here says so', async () => {
    await start();
    await summary(page, '有回执码？接着上次的').click();
    const file = { pack: 'elsewhere', answers: {} };
    await page.locator('#ec-file').setInputFiles({
      name: 'answers.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await waitForText(
      page.locator('[id="ec-file.error"]'),
      '（elsewhere）不属于这里的任何一项政策',
    );
    assertNoErrors(page);
  });
});

describe('offline', () => {
  test('one file has the list and every policy, and requests nothing', async () => {
    await start(pathToFileURL(join(folder, 'offline.html')).href);
    await open('第二项政策');
    await waitForText(heading(), '第二项政策');
    await back().click();
    await open(TITLE);
    await waitForText(heading(), TITLE);
    await chooseLanguage(page, 'English');
    await button(page, 'All policies').click();
    await waitForText(heading(), 'Which policy do you want to check?');
    assert.deepEqual(page.recorded.requests.slice(1), []);
    assertNoErrors(page);
  });
});

describe('the published site', () => {
  const published = useSite(PUBLISHED_SITE);

  test('begins with the policy in force, and names the lapsed one last', async () => {
    page = await newPage(published, PHONE);
    await page.goto(`${published.origin}/index.html`);
    await waitForWidget(page);
    const titles = await page.locator('.ec-policy__open').allTextContents();
    assert.deepEqual(titles, ['全国中小企业认定和税费优惠自测（2026年）', TITLE]);
    const lapsed = page.getByRole('listitem').filter({ hasText: TITLE });
    await waitForText(lapsed, '已失效 · 2020年12月31日止');
    assertNoErrors(page);
  });

  test('the versioned folder has every file of the policies', () => {
    const version = /"(v[^/"]*)\//.exec(readFileSync(join(PUBLISHED_SITE, 'embed.txt'), 'utf8'));
    const sums = readFileSync(join(PUBLISHED_SITE, 'SHA256SUMS'), 'utf8');
    const paths = sums.split('\n').map((line) => line.slice(66));
    const of = (/** @type {string} */ prefix) =>
      paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    assert.ok(version && of('policies/').length >= 14);
    assert.deepEqual(of(`${version[1]}/policies/`), of('policies/'));
  });
});
