// A site with several policies: the list, the way from one policy to another, and the answers that
// go along.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { assertFocused, tabTo } from '../support/keyboard.mjs';
import {
  assertNoErrors,
  button,
  chooseLanguage,
  clearAnswers,
  continueButton,
  option,
  saveFile,
  showPlan,
  showResults,
  summary,
  topicBox,
  useSite,
  waitForText,
  waitForWidget,
} from '../support/page.mjs';
import { TITLE, sitesOfPolicies, stepsOn } from '../support/policies.mjs';

const folder = sitesOfPolicies();
const site = useSite(folder);
let page;
afterEach(() => page.context().close());

const { load, row, open, heading, back, listIsShown, start } = stepsOn(
  site,
  (opened) => (page = opened),
);
const carried = () => page.locator('#ec-carried');

/** Answers the first question of the topic of research in the policy that is shown. */
async function answerFirstQuestion() {
  await button(page, '选想了解的事').click();
  await topicBox(page, 'rd').click();
  await page.getByRole('button', { name: /^开始/ }).click();
  await option(page, 'applicant-kind', '企业（金融机构除外）').click();
  await continueButton(page).click();
}

async function backToList() {
  while (!(await back().isVisible())) await page.locator('.ec-back').click();
  await back().click();
  await listIsShown();
}

describe('the list', () => {
  test('policies in force are first, and each says who it is for and how much it asks', async () => {
    await start();
    await listIsShown();
    const titles = await page.locator('.ec-policy__open').allTextContents();
    assert.deepEqual(titles, [TITLE, '第二项政策', '以后的政策']);
    await waitForText(row('第二项政策'), '造船企业');
    await waitForText(row('第二项政策'), '有效到2020年12月31日');
    await waitForText(row('第二项政策'), '最多67个问题');
    await waitForText(row('以后的政策'), '还没有施行 · 2040年1月1日起');
    await page.getByRole('heading', { name: '今天不在施行期内的政策' }).waitFor();
    assertNoErrors(page);
  });

  test('before the widget has loaded, the page shows the same list for the day', async () => {
    await load('/index.html', (page) => page.route('**/eligibility-widget.wasm', () => {}));
    await page.locator('.ec-policy').first().waitFor();
    const lists = page.locator('.ec-policies__list');
    assert.deepEqual(await lists.nth(0).locator('.ec-policy__open').allTextContents(), [
      TITLE,
      '第二项政策',
    ]);
    assert.deepEqual(await lists.nth(1).locator('.ec-policy__open').allTextContents(), [
      '以后的政策',
    ]);
    assert.equal(await row('第二项政策').getByText('已失效').count(), 0);
  });

  test('a click before the widget has loaded opens the policy', async () => {
    let release = () => {};
    const loaded = new Promise((resolve) => (release = () => resolve(undefined)));
    await load('/index.html', (page) =>
      page.route('**/eligibility-widget.wasm', async (route) => {
        await loaded;
        await route.continue();
      }),
    );
    await open('第二项政策');
    await button(page, '正在打开……').waitFor();
    release();
    await waitForText(heading(), '第二项政策');
    assertNoErrors(page);
  });

  test('the keyboard opens a policy, and the focus is on its title', async () => {
    await start();
    await tabTo(page, button(page, '第二项政策'));
    await page.keyboard.press('Enter');
    await waitForText(heading(), '第二项政策');
    await assertFocused(heading());
    await tabTo(page, back(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await listIsShown();
    await assertFocused(heading());
    assertNoErrors(page);
  });

  test('with another language, the list and the policies change', async () => {
    await start();
    await chooseLanguage(page, 'English');
    await waitForText(heading(), 'Which policy do you want to check?');
    await button(page, 'The second policy').click();
    await waitForText(heading(), 'The second policy');
    await chooseLanguage(page, '繁體中文');
    await waitForText(heading(), '第二項政策');
    await button(page, '全部政策').click();
    await waitForText(heading(), '你想了解哪項政策？');
    assertNoErrors(page);
  });

  test('Back in the browser goes from a policy to the list', async () => {
    await start();
    await open('第二项政策');
    await waitForText(heading(), '第二项政策');
    await page.goBack();
    await listIsShown();
    assertNoErrors(page);
  });
});

describe('from one policy to another', () => {
  test('answers to the same questions are carried over, and the page says which', async () => {
    await start();
    await open(TITLE);
    await answerFirstQuestion();
    await backToList();
    await open('第二项政策');
    await waitForText(carried(), `您在“${TITLE}”里回答过的1个问题`);
    await waitForText(carried(), '您的单位是哪一类？');
    await button(page, '好，用这些回答').click();
    await carried().waitFor({ state: 'detached' });
    await assertFocused(heading());
    await button(page, '选想了解的事').click();
    await topicBox(page, 'rd').click();
    await page.getByRole('button', { name: /^开始/ }).click();
    await continueButton(page).waitFor();
    assert.equal(await page.locator('[id="applicant-kind"]').count(), 0, 'it is not asked again');
    assertNoErrors(page);
  });

  test('carried answers can be dropped', async () => {
    await start();
    await open(TITLE);
    await answerFirstQuestion();
    await backToList();
    await open('第二项政策');
    await button(page, '不用，重新回答').click();
    await answerFirstQuestion();
    assertNoErrors(page);
  });

  test('the answers of a policy are still there after a look at another', async () => {
    await start();
    await open(TITLE);
    await answerFirstQuestion();
    await backToList();
    await open('以后的政策');
    await waitForText(heading(), '以后的政策');
    await back().click();
    await open(TITLE);
    await waitForText(page.locator('#ec-restore-notice'), '1 题');
    assertNoErrors(page);
  });

  test('clearing all answers clears those of the other policies, too', async () => {
    await start();
    await open(TITLE);
    await answerFirstQuestion();
    await backToList();
    await open('第二项政策');
    await button(page, '好，用这些回答').click();
    await button(page, '选想了解的事').click();
    await topicBox(page, 'rd').click();
    await page.getByRole('button', { name: /^开始/ }).click();
    await showResults(page);
    await clearAnswers(page);
    await backToList();
    await open(TITLE);
    await button(page, '选想了解的事').waitFor();
    assert.equal(await page.locator('#ec-restore-notice').count(), 0);
    assertNoErrors(page);
  });

  test('a receipt code opens the policy that it was made for', async () => {
    await start();
    await open(TITLE);
    await answerFirstQuestion();
    await showResults(page);
    await showPlan(page);
    const code = await page.locator('.ec-receipt__code').first().innerText();
    await page.reload();
    await waitForWidget(page);
    // In the list.
    await summary(page, '有回执码？接着上次的').click();
    await page.locator('#ec-code').pressSequentially(code.replace(/\s+/g, ' '));
    await button(page, '打开').click();
    await waitForText(page.locator('#ec-restore-notice'), '1 题');
    // In another policy.
    await backToList();
    await open('以后的政策');
    await summary(page, '有回执码？接着上次的').click();
    await page.locator('#ec-code').pressSequentially(code.replace(/\s+/g, ' '));
    await button(page, '打开').click();
    await waitForText(page.locator('#ec-restore-notice'), '1 题');
    assertNoErrors(page);
  });
});

describe('deep links', () => {
  test('the page of a policy opens it, and leads to the list', async () => {
    await start('/policies/second/index.html');
    assert.equal(await page.title(), '第二项政策');
    await waitForText(heading(), '第二项政策');
    await back().click();
    await listIsShown();
    await open(TITLE);
    await waitForText(heading(), TITLE);
    assertNoErrors(page);
  });

  test('a link with a receipt code opens the policy of the code, from the list and from another', async () => {
    await start('/policies/second/index.html');
    await answerFirstQuestion();
    await showResults(page);
    await showPlan(page);
    const code = (await page.locator('.ec-receipt__code').first().innerText()).replace(/\s+/g, '-');
    for (const path of ['/index.html', '/policies/later/index.html']) {
      await page.goto('about:blank');
      await page.goto(`${site.origin}${path}#r=${code}`);
      await waitForText(page.locator('#ec-restore-notice'), '1 题');
      await backToList();
      await waitForText(row('第二项政策'), '造船企业');
    }
    assertNoErrors(page);
  });

  test('a link that is opened later goes to its policy, and the answers of the other are kept', async () => {
    await start('/policies/second/index.html');
    await answerFirstQuestion();
    await showResults(page);
    await showPlan(page);
    const code = (await page.locator('.ec-receipt__code').first().innerText()).replace(/\s+/g, '-');
    await backToList();
    await open(TITLE);
    await button(page, '不用，重新回答').click();
    await answerFirstQuestion();
    await page.evaluate((code) => (location.hash = `r=${code}`), code);
    await waitForText(page.locator('#ec-restore-notice'), '1 题');
    await backToList();
    await open(TITLE);
    await waitForText(page.locator('#ec-restore-notice'), '1 题');
    assertNoErrors(page);
  });

  test('the attribute opens a policy of the site, and a change of it another', async () => {
    await start('/frame.html?policy=second');
    await waitForText(heading(), '第二项政策');
    await page
      .locator('eligibility-check')
      .evaluate((element) => element.setAttribute('policy', 'later'));
    await waitForText(heading(), '以后的政策');
    assertNoErrors(page);
  });

  test('src names a list as well as a pack', async () => {
    await start('/frame.html?src=rules.zh-Hans.json&lang=en');
    await waitForText(heading(), 'Which policy do you want to check?');
    await button(page, 'The second policy').click();
    await waitForText(heading(), 'The second policy');
    assertNoErrors(page);
  });

  test('a saved file opens its policy', async () => {
    await start('/policies/second/index.html');
    await answerFirstQuestion();
    await showResults(page);
    await showPlan(page);
    const { name, bytes } = await saveFile(page, '下载我的回答');
    await backToList();
    await open('以后的政策');
    await summary(page, '有回执码？接着上次的').click();
    await page
      .locator('#ec-file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
    await waitForText(page.locator('#ec-restore-notice'), '1 题');
    assertNoErrors(page);
  });
});
