// The element on a host page: its attributes and events, several elements, and leaving the page.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  AUTHORED,
  PACK,
  assertNoErrors,
  button,
  chooseLanguage,
  clearAnswers,
  counts,
  enterText,
  eventsOf,
  fact,
  openHostPage,
  option,
  showAllQuestions,
  textBox,
  useSite,
  waitForText,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { packWithTitle } from '../support/packs.mjs';

const OUTCOMES = [
  'met',
  'met-in-direction',
  'met-once-settled',
  'not-applicable',
  'not-in-force',
  'not-met',
  'open',
];
const TITLES = JSON.parse(AUTHORED).title;
const ENDED = '已失效，不能申报。按2020年12月31日的规定核对。';
const ENTERPRISE = '企业（金融机构除外）';
const TAG = '<eligibility-check as-of="2019-05-10" heading-level="2"></eligibility-check>';

const site = useSite();

const setAttribute = (page, name, value) =>
  page
    .locator('eligibility-check')
    .evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);
const openEmbedded = async (body = TAG, options = {}) => {
  const page = await openHostPage(site, body, options);
  await waitForWidget(page);
  await showAllQuestions(page);
  return page;
};

describe('events', () => {
  test('ready and change bubble out of the shadow root; change contains counts, never answers', async () => {
    const page = await openEmbedded();
    await waitUntil('ready has fired', () => eventsOf(page, 'ready').length === 1);
    const before = eventsOf(page, 'change').length;
    await option(page, 'applicant-kind', ENTERPRISE).check();
    await option(page, 'registered-in-tianhe', '否').check();
    await waitUntil('change has fired', () => eventsOf(page, 'change').length > before);
    for (const { detail, from } of eventsOf(page, 'change')) {
      assert.equal(from, 'eligibility-check');
      assert.deepEqual(Object.keys(detail).sort(), OUTCOMES);
      const sum = Object.values(detail).reduce((sum, count) => sum + count, 0);
      assert.equal(sum, PACK.measures.length);
    }
    assert.deepEqual(eventsOf(page, 'ready')[0].detail, {});
    assert.deepEqual(eventsOf(page, 'error'), []);
  });

  test('a listener may change attributes or remove the element', async () => {
    const page = await openEmbedded();
    await page.evaluate(() =>
      document.addEventListener('eligibility-change', ({ target }) => {
        const element = /** @type {Element} */ (target);
        if (element.getAttribute('heading-level') === '3') element.remove();
        else element.setAttribute('heading-level', '3');
      }),
    );
    await option(page, 'applicant-kind', '其他').check();
    await page.getByRole('heading', { name: '全部题目', level: 3 }).waitFor();
    await option(page, 'applicant-kind', ENTERPRISE).click();
    await waitUntil(
      'the element is removed',
      async () => (await page.locator('eligibility-check').count()) === 0,
    );
    assertNoErrors(page);
  });
});

describe('attributes are live and keep all answers', () => {
  let page;
  beforeEach(async () => {
    page = await openEmbedded();
    await option(page, 'applicant-kind', ENTERPRISE).check();
    await enterText(textBox(page, 'contribution-rank'), '61');
  });
  afterEach(async () => {
    assertNoErrors(page);
    await page.context().close();
  });
  const assertAnswersKept = async () => {
    assert.ok(await option(page, 'applicant-kind', ENTERPRISE).isChecked());
    assert.equal(await textBox(page, 'contribution-rank').inputValue(), '61');
    await page.getByText('已回答 2 题。').waitFor();
  };

  test('as-of', async () => {
    await setAttribute(page, 'as-of', '2022-01-01');
    await page.getByText(ENDED).waitFor();
    await assertAnswersKept();
    await setAttribute(page, 'as-of', '2019-05-10');
    await page.getByText(ENDED).waitFor({ state: 'detached' });
    await assertAnswersKept();
  });

  test('heading-level', async () => {
    await setAttribute(page, 'heading-level', '3');
    await page.getByRole('heading', { name: '全部题目', level: 3 }).waitFor();
    await assertAnswersKept();
  });

  test('as-of, while a number is being typed', async () => {
    await textBox(page, 'contribution-rank').fill('62');
    await setAttribute(page, 'as-of', '2022-01-01');
    await page.getByText(ENDED).waitFor();
    assert.equal(await textBox(page, 'contribution-rank').inputValue(), '62');
  });

  test('lang; and src, which restarts the widget', async () => {
    const title = '另一个规则包';
    const { facts } = JSON.parse(AUTHORED);
    const group = (id, language) =>
      page.getByRole('group', {
        name: facts.find((fact) => fact.id === id).question[language],
        exact: true,
      });
    await page.route('**/other.json', (route) => route.fulfill({ body: packWithTitle(title) }));
    await option(page, 'registered-in-tianhe', '是').check();
    await enterText(textBox(page, 'contribution-rank'), '12');
    await setAttribute(page, 'lang', 'zh-TW');
    await page.getByRole('heading', { name: '全部題目' }).waitFor();
    assert.ok(
      await group('registered-in-tianhe', 'zh-Hant').getByLabel('是', { exact: true }).isChecked(),
    );
    await setAttribute(page, 'lang', 'en-GB');
    await page.getByRole('heading', { name: 'All questions' }).waitFor();
    assert.ok(
      await group('registered-in-tianhe', 'en').getByLabel('Yes', { exact: true }).isChecked(),
    );
    assert.equal(await group('contribution-rank', 'en').getByRole('textbox').inputValue(), '12');
    await setAttribute(page, 'lang', 'zh-CN');
    await page.getByRole('heading', { name: '全部题目' }).waitFor();
    await setAttribute(page, 'src', 'other.json');
    await page.getByRole('heading', { name: title }).waitFor();
  });
});

test('on a page in another language, the widget uses the first language of the pack', async () => {
  await openEmbedded(TAG, { lang: 'fr' });
});

test('the widget uses the language of the page', async () => {
  const page = await openHostPage(site, TAG, { lang: 'en' });
  await page.getByRole('heading', { name: TITLES.en }).waitFor();
  await page.getByText('Your answers stay on this device').waitFor();
  await page.getByText('In force until 31 December 2020').waitFor();
  assertNoErrors(page);
});

for (const [lang, title] of [
  ['zh_TW', 'zh-Hant'],
  ['zh_HK.UTF-8', 'zh-Hant'],
  ['yue-Hant-HK', 'zh-Hant'],
  ['yue', 'zh-Hant'],
  ['zh-yue', 'zh-Hant'],
  ['cmn-Hant', 'zh-Hant'],
  ['ZH-MO', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh_CN', 'zh-Hans'],
  ['en_GB', 'en'],
])
  test(`a page in ${lang} gets the widget in ${title}, also inside a shadow root`, async () => {
    const page = await openHostPage(site, '<p id="outer"></p>', { lang });
    await page.evaluate(() => {
      const root = document.getElementById('outer')?.attachShadow({ mode: 'open' });
      root?.append(document.createElement('eligibility-check'));
    });
    await waitForWidget(page);
    await page.locator(`.ec[lang="${title}"]`).waitFor();
    await page.context().close();
  });

test('of many changes of the language the last one wins, with few requests', async () => {
  const page = await openHostPage(site, TAG);
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  // While the widget loads, and when it is ready.
  for (let round = 0; round < 2; round += 1) {
    await page.locator('eligibility-check').evaluate(async (element) => {
      for (let change = 0; change < 600; change += 1) {
        element.lang = ['zh-TW', 'zh-CN', 'en'][change % 3];
        if (change % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await waitForWidget(page);
    await page.locator('.ec[lang="en"]').waitFor();
    await setAttribute(page, 'lang', 'zh-Hans');
    await page.locator('.ec[lang="zh-Hans"]').waitFor();
  }
  const packs = requests.filter((url) => /rules\.[^/]*\.json$/.test(url));
  assert.ok(packs.length < 40, `${packs.length} requests`);
  assert.deepEqual(eventsOf(page, 'error'), []);
  await page.context().close();
});

test('the link to the rules page follows the language and the attribute', async () => {
  const page = await openHostPage(site, '<eligibility-check></eligibility-check>');
  await waitForWidget(page);
  const link = (name) => page.getByRole('link', { name }).getAttribute('href');
  assert.equal(await link('全部条款'), `${site.origin}/rulebook.html`);
  await chooseLanguage(page, 'English');
  await page.getByText('Your answers stay on this device').waitFor();
  assert.equal(await link('All provisions'), `${site.origin}/rulebook.en.html`);
  await setAttribute(page, 'rules', '/policy/2017-7.html');
  await waitUntil(
    'the link has changed',
    async () => (await link('All provisions')) === '/policy/2017-7.html',
  );
});

test('two elements on a page are independent', async () => {
  const page = await openHostPage(
    site,
    `<section aria-label="甲">${TAG}</section><section aria-label="乙">${TAG}</section>`,
  );
  await waitForWidget(page, 2);
  const [first, second] = ['甲', '乙'].map((name) =>
    page.getByRole('region', { name, exact: true }),
  );
  await showAllQuestions(first);
  await showAllQuestions(second);
  await option(first, 'applicant-kind', ENTERPRISE).check();
  await option(second, 'applicant-kind', '其他').check();
  assert.ok(await option(first, 'applicant-kind', ENTERPRISE).isChecked());
  assert.notEqual(await counts(first).textContent(), await counts(second).textContent());
  await button(second, '做办事清单').click();
  await second.getByRole('heading', { name: '办事清单' }).waitFor();
  assert.equal(await first.getByRole('heading', { name: '办事清单' }).count(), 0);
  await button(second, '打印（第 1 页给窗口，后面是依据）').click();
  const { body } = await lastPrinted(page);
  assert.ok(!body.includes(ENTERPRISE));
  assertNoErrors(page);
});

test('removed and added again in a later task, the element restarts and shows its fallback meanwhile', async () => {
  const page = await openEmbedded(TAG.replace('><', '><p>请到窗口咨询。</p><'));
  await option(page, 'applicant-kind', ENTERPRISE).check();
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/rules.zh-Hans.json', (route) => released.then(() => route.continue()));
  await page.locator('eligibility-check').evaluate(async (element) => {
    element.remove();
    // Within one task, the element would only be moved: moving-the-element.test.mjs.
    await new Promise((resolve) => setTimeout(resolve, 20));
    document.body.append(element);
  });
  const isFallbackShown = await page.getByText('请到窗口咨询。').isVisible();
  release();
  await waitForWidget(page);
  await showAllQuestions(page);
  assert.equal(await option(page, 'applicant-kind', ENTERPRISE).isChecked(), false);
  await option(page, 'applicant-kind', ENTERPRISE).check();
  await waitForText(page.getByText('已回答'), '已回答 1 题。');
  assert.ok(isFallbackShown, 'the fallback is shown while the widget restarts');
  assertNoErrors(page);
});

test('leaving a page with answers asks for confirmation', async () => {
  const page = await openHostPage(site, `${TAG}${TAG}`);
  await waitForWidget(page, 2);
  const [first, second] = [
    page.locator('eligibility-check').nth(0),
    page.locator('eligibility-check').nth(1),
  ];
  await showAllQuestions(first);
  await showAllQuestions(second);
  await option(first, 'applicant-kind', ENTERPRISE).check();
  await option(second, 'applicant-kind', ENTERPRISE).check();
  const opened = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await opened;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  // After clearing one of two widgets, the other still has answers.
  await clearAnswers(first);
  const reopened = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  await (await reopened).dismiss();
  await clearAnswers(second);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});
