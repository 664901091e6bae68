// The attribute `history`: Back of the browser goes one screen back.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  IN_FORCE,
  assertNoErrors,
  backButton,
  clearAnswers,
  continueButton,
  openHostPage,
  openMenu,
  openTopics,
  option,
  startInterview,
  useSite,
  waitForWidget,
} from '../support/page.mjs';

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

const open = async (attribute) => {
  page = await openHostPage(site, `<eligibility-check as-of="${IN_FORCE}" ${attribute}>`);
  await waitForWidget(page);
};
/** Goes back in the browser. Playwright would wait for a navigation. */
const goBack = () => page.evaluate(() => history.back());
const start = () => page.locator('.ec-start').waitFor();
const topics = () => page.locator('.ec-topics').waitFor();
const entries = () => page.evaluate(() => history.length);

async function answerQuestion() {
  const title = page.locator('#ec-title');
  const first = await title.innerText();
  await option(page, 'applicant-kind', '企业（金融机构除外）').check();
  await continueButton(page).click();
  await title.filter({ hasNotText: first }).waitFor();
  return first;
}

test('Back goes from a question to the one before, to the topics and to the start', async () => {
  await open('history');
  const address = page.url();
  await startInterview(page, [], undefined);
  const first = await answerQuestion();
  await goBack();
  await page.locator('#ec-title', { hasText: first }).waitFor();
  assert.ok(await option(page, 'applicant-kind', '企业（金融机构除外）').isChecked());
  await goBack();
  await topics();
  await goBack();
  await start();
  assert.equal(page.url(), address);
});

test('the back button of the widget removes the entry of its screen', async () => {
  await open('history');
  await startInterview(page, [], undefined);
  await answerQuestion();
  await backButton(page).click();
  await continueButton(page).waitFor();
  await backButton(page).click();
  await topics();
  await goBack();
  await start();
});

test('clearing the answers leaves no entries to go back through', async () => {
  await open('history');
  await openTopics(page);
  await goBack();
  await start();
  await startInterview(page, [], undefined);
  await answerQuestion();
  await openMenu(page);
  await clearAnswers(page);
  await start();
  await openTopics(page);
  await goBack();
  await start();
});

test('without the attribute, the history does not change', async () => {
  await open('');
  const before = await entries();
  await startInterview(page, [], undefined);
  assert.equal(await entries(), before);
});
