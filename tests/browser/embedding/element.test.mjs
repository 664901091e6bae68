// On somebody else's page: attributes in, events out, and neither side touches the other.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  AUTHORED, PACK, assertNoErrors, button, clearAnswers, counts, dateBox, enterText, eventsOf, fact, openHostPage,
  option, showAllQuestions, textBox, useSite, waitForText, waitForWidget, waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { packWithTitle } from '../support/packs.mjs';

const OUTCOMES = ['met', 'met-in-direction', 'not-applicable', 'not-in-force', 'not-met', 'open'];
const TITLES = JSON.parse(AUTHORED).title;
const KIND = '企业（金融机构除外）';
const one = '<eligibility-check as-of="2019-05-10" heading-level="2"></eligibility-check>';

const site = useSite();

const set = (page, name, value) =>
  page.locator('eligibility-check').evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);
const embedded = async (body = one, options = {}) => {
  const page = await openHostPage(site, body, options);
  await waitForWidget(page);
  await showAllQuestions(page);
  return page;
};

describe('events', () => {
  test('ready and change cross the shadow root, and tell counts, never answers', async () => {
    const page = await embedded();
    await waitUntil('ready is heard', () => eventsOf(page, 'ready').length === 1);
    const before = eventsOf(page, 'change').length;
    await option(page, 'applicant-kind', KIND).check();
    await option(page, 'registered-in-tianhe', '否').check();
    await waitUntil('change is heard', () => eventsOf(page, 'change').length > before);
    for (const { detail, from } of eventsOf(page, 'change')) {
      assert.equal(from, 'eligibility-check');
      assert.deepEqual(Object.keys(detail).sort(), OUTCOMES);
      const sum = Object.values(detail).reduce((sum, count) => sum + count, 0);
      assert.equal(sum, PACK.measures.length);
    }
    assert.deepEqual(eventsOf(page, 'ready')[0].detail, {});
    assert.deepEqual(eventsOf(page, 'error'), []);
  });

  test('a listener that changes attributes, or takes the element away, does no harm', async () => {
    const page = await embedded();
    await page.evaluate(() =>
      document.addEventListener('eligibility-change', ({ target }) => {
        const element = /** @type {Element} */ (target);
        if (element.getAttribute('heading-level') === '3') element.remove();
        else element.setAttribute('heading-level', '3');
      }),
    );
    await option(page, 'applicant-kind', '其他').check();
    await page.getByRole('heading', { name: PACK.title, level: 3 }).waitFor();
    await option(page, 'applicant-kind', KIND).click();
    await waitUntil('it is gone', async () => (await page.locator('eligibility-check').count()) === 0);
    assertNoErrors(page);
  });
});

describe('attributes apply at once and lose no answer', () => {
  let page;
  before(async () => {
    page = await embedded();
    await option(page, 'applicant-kind', KIND).check();
    await enterText(textBox(page, 'contribution-rank'), '61');
  });
  const kept = async () => {
    assert.ok(await option(page, 'applicant-kind', KIND).isChecked());
    assert.equal(await textBox(page, 'contribution-rank').inputValue(), '61');
    await page.getByText('已回答 2 题。').waitFor();
  };

  test('as-of', async () => {
    await set(page, 'as-of', '2022-01-01');
    await page.getByText('本政策已失效。以下按有效期最后一天（2020年12月31日）的规定测算。').waitFor();
    await kept();
    await button(page, '回到首页').click();
    assert.equal(await dateBox(page).inputValue(), '2022-01-01');
    await button(page, '返回继续回答').click();
    await set(page, 'as-of', '2019-05-10');
    await page.getByText('在2019年5月10日这一天，本政策有效。').waitFor();
  });

  test('heading-level', async () => {
    await set(page, 'heading-level', '3');
    await page.getByRole('heading', { name: PACK.title, level: 3 }).waitFor();
    await page.getByRole('heading', { name: '自测结果', level: 4 }).waitFor();
    await kept();
  });

  test('what is still being typed stays, too', async () => {
    await textBox(page, 'contribution-rank').fill('62');
    await set(page, 'as-of', '2019-05-11');
    await page.getByText('在2019年5月11日这一天，本政策有效。').waitFor();
    assert.equal(await textBox(page, 'contribution-rank').inputValue(), '62');
  });

  test('src and lang', async () => {
    const title = '另一个规则包';
    const { facts } = JSON.parse(AUTHORED);
    const asked = (id, language) =>
      page.getByRole('group', { name: facts.find((fact) => fact.id === id).question[language], exact: true });
    await page.route('**/other.json', (route) => route.fulfill({ body: packWithTitle(title) }));
    await option(page, 'registered-in-tianhe', '是').check();
    await enterText(textBox(page, 'contribution-rank'), '12');
    await set(page, 'lang', 'zh-TW');
    await page.getByRole('heading', { name: TITLES['zh-Hant'] }).waitFor();
    assert.ok(await asked('registered-in-tianhe', 'zh-Hant').getByLabel('是', { exact: true }).isChecked());
    await set(page, 'lang', 'en-GB');
    await page.getByRole('heading', { name: TITLES.en }).waitFor();
    assert.ok(await asked('registered-in-tianhe', 'en').getByLabel('Yes', { exact: true }).isChecked());
    assert.equal(await asked('contribution-rank', 'en').getByRole('textbox').inputValue(), '12');
    await set(page, 'lang', 'zh-CN');
    await page.getByRole('heading', { name: PACK.title }).waitFor();
    await set(page, 'src', 'other.json');
    await page.getByRole('heading', { name: title }).waitFor();
    assertNoErrors(page);
  });
});

test('a page in a language without rules of its own gets the pack’s first', async () => {
  await embedded(one, { lang: 'fr' });
});

test('the language of the page is the language of the widget', async () => {
  const page = await openHostPage(site, one, { lang: 'en' });
  await page.getByRole('heading', { name: TITLES.en }).waitFor();
  await page.getByRole('textbox', { name: 'Date of the self-check' }).waitFor();
  await page.getByText('On 10 May 2019 this policy is in force.').waitFor();
  assertNoErrors(page);
});

test('the rules in full are linked in the language shown, or as the attribute says', async () => {
  const page = await openHostPage(site, '<eligibility-check></eligibility-check>');
  await waitForWidget(page);
  const link = (name) => page.getByRole('link', { name }).getAttribute('href');
  assert.equal(await link('查看全部条款'), `${site.origin}/rulebook.html`);
  await button(page, 'English').click();
  await page.getByRole('textbox', { name: 'Date of the self-check' }).waitFor();
  assert.equal(await link('Read the rules in full'), `${site.origin}/rulebook.en.html`);
  await set(page, 'rules', '/policy/2017-7.html');
  await waitUntil('it is linked', async () => (await link('Read the rules in full')) === '/policy/2017-7.html');
});

test('two on one page know nothing of each other', async () => {
  const page = await openHostPage(site, `<section aria-label="甲">${one}</section><section aria-label="乙">${one}</section>`);
  await waitForWidget(page, 2);
  const [a, b] = ['甲', '乙'].map((name) => page.getByRole('region', { name, exact: true }));
  await showAllQuestions(a);
  await showAllQuestions(b);
  await option(a, 'applicant-kind', KIND).check();
  await option(b, 'applicant-kind', '其他').check();
  assert.ok(await option(a, 'applicant-kind', KIND).isChecked());
  assert.notEqual(await counts(a).textContent(), await counts(b).textContent());
  await button(b, '查看核对清单').click();
  await b.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  assert.equal(await a.getByRole('heading', { name: '申报前核对清单' }).count(), 0);
  await button(b, '打印清单').click();
  const { body } = await lastPrinted(page);
  assert.ok(!body.includes(KIND));
  assertNoErrors(page);
});

test('removed and added again in a later task, it starts over and shows its fallback until then', async () => {
  const page = await embedded(one.replace('><', '><p>请到窗口咨询。</p><'));
  await option(page, 'applicant-kind', KIND).check();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/rules.zh-Hans.json', (route) => held.then(() => route.continue()));
  await page.locator('eligibility-check').evaluate(async (element) => {
    element.remove();
    // Within one task, the element would only move: moving-the-element.test.mjs.
    await new Promise((resolve) => setTimeout(resolve, 20));
    document.body.append(element);
  });
  const shown = await page.getByText('请到窗口咨询。').isVisible();
  release();
  await waitForWidget(page);
  await showAllQuestions(page);
  assert.equal(await option(page, 'applicant-kind', KIND).isChecked(), false);
  await option(page, 'applicant-kind', KIND).check();
  await waitForText(page.getByText('已回答'), '已回答 1 题。');
  assert.ok(shown, 'the fallback is shown while it starts again');
  assertNoErrors(page);
});

test('a page with answers asks before it is left, and one without does not', async () => {
  const page = await openHostPage(site, `${one}${one}`);
  await waitForWidget(page, 2);
  const [first, second] = [page.locator('eligibility-check').nth(0), page.locator('eligibility-check').nth(1)];
  await showAllQuestions(first);
  await showAllQuestions(second);
  await option(first, 'applicant-kind', KIND).check();
  await option(second, 'applicant-kind', KIND).check();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  // Wiping one of two widgets leaves the other with something to lose.
  await clearAnswers(first);
  const again = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  await (await again).dismiss();
  await clearAnswers(second);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});
