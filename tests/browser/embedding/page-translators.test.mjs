// Page translators and extensions change the widget's DOM. The screen must still follow the
// answers.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  IN_FORCE,
  assertNoErrors,
  button,
  continueButton,
  counts,
  fact,
  openPage,
  option,
  showAllQuestions,
  showResults,
  startInterview,
  useSite,
  waitUntil,
} from '../support/page.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { expectedCounts } from '../support/command.mjs';

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

/** Replaces every text node in the shadow root by `<font><font>…`, as page translators do. */
const translate = () =>
  page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('eligibility-check').shadowRoot);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found.filter(
      (text) => text.textContent.trim() && !text.parentElement.closest('font'),
    )) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstChild.textContent = `«${text.textContent}»`;
      text.replaceWith(font);
    }
  });

test('a translated page shows the counts after the next answer', async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  await translate();
  const group = page.getByRole('group', { name: `«${fact('applicant-kind').question}»` });
  await group.getByLabel('«企业（金融机构除外）»').click();
  const expected = expectedCounts(IN_FORCE, { 'applicant-kind': 'enterprise' });
  await waitUntil(
    'the counts are updated',
    async () => (await counts(page).textContent()) === expected,
  );
  // The new nodes are not translated. A translator would translate them again.
  await translate();
  await page.getByRole('button', { name: '«做办事清单»' }).click();
  await page
    .getByRole('heading', { name: /办事清单/ })
    .first()
    .waitFor();
});

test('translation keeps the focus, and typing works', async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  await translate();
  const search = page.getByRole('searchbox', { name: '«查找措施»' });
  await search.click();
  await page.keyboard.type('楼宇');
  assert.equal(await search.inputValue(), '楼宇');
  await assertFocused(search);
});

test('the widget works after an extension has removed nodes', async () => {
  page = await openPage(site);
  await startInterview(page);
  await option(page, 'applicant-kind', '企业（金融机构除外）').waitFor();
  await page.evaluate(() => {
    const root = document.querySelector('eligibility-check').shadowRoot;
    root.querySelector('.ec-progress').remove();
    root.querySelector('.ec-more').remove();
  });
  await option(page, 'applicant-kind', '企业（金融机构除外）').click();
  await continueButton(page).click();
  await showResults(page);
  await page.getByText('我的回答（1）').waitFor();
});

test('a slow render of the widget is not mistaken for a translation', async () => {
  page = await openPage(site);
  // Yew checks the clock after each step, and lets the browser continue after 16 ms.
  await page.evaluate(() => {
    let now = Date.now();
    Date.now = () => (now += 20);
  });
  await showAllQuestions(page, IN_FORCE);
  const groups = await page.getByRole('group').elementHandles();
  assert.ok(groups.length > 30);
  for (const name of ['企业（金融机构除外）', '金融类机构'])
    await option(page, 'applicant-kind', name).click();
  const connected = await Promise.all(
    groups.map((group) => group.evaluate((node) => node.isConnected)),
  );
  assert.ok(connected[0], 'the answered question keeps its node');
});
