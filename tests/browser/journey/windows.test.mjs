// When to apply, on the day of the page: the days left, and the next round after the deadline.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { explain, scenario } from '../support/command.mjs';
import {
  assertNoErrors,
  newPage,
  restoreCase,
  showPlan,
  useSite,
  waitForWidget,
} from '../support/page.mjs';

const MEASURE = 'innovate-hnte-moved-in';
/** The last day of its only window. */
const DEADLINE = '2019-05-31';
const { answers } = scenario('innovate', '迁新生物：高新技术企业，2018-01-01迁入');

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

/** The results on a day, which is also that of the computer. */
async function openResults(day) {
  page = await newPage(site);
  await page.clock.setFixedTime(`${day}T09:00:00+08:00`);
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  await restoreCase(page, { 'as-of': day, answers });
}

const explained = (day) => explain({ 'as-of': day, answers }, MEASURE).measures[0];
const card = () => page.locator('.ec-card').filter({ hasText: explained(DEADLINE).title });
const group = (name) =>
  page.locator('.ec-group__title').filter({ hasText: new RegExp(`^${name}（`) });

test('before the deadline the card says how many days are left', async () => {
  for (const [day, left] of [
    ['2019-05-28', '还有 3 天'],
    [DEADLINE, '今天截止'],
  ]) {
    assert.equal(explained(day).applications.status, 'open');
    await openResults(day);
    await card().getByText(`可以申报到2019年5月31日（${left}）`).waitFor();
    assert.equal(await group('等下一轮申报').count(), 0);
    if (day !== DEADLINE) await page.context().close();
  }
});

test('after the deadline the measure waits for the next round, and its money is in no total', async () => {
  const day = '2019-06-01';
  const { combination } = explain({ 'as-of': day, answers });
  assert.ok(combination.closed.granted.includes(MEASURE));
  assert.ok(!combination.guaranteed.granted.includes(MEASURE));
  await openResults(day);
  await group('等下一轮申报').waitFor();
  await card().getByText('符合条件，本年度申报已截止（2019年5月31日）').waitFor();
  await card().locator('summary').first().click();
  await card().getByText('为下一轮准备').waitFor();
});

test('the plan lists what to prepare for the next round', async () => {
  await openResults('2019-06-01');
  await showPlan(page);
  const section = page.locator('.ec-plan__section').filter({ hasText: '等下一轮申报' });
  await section.getByText(explained(DEADLINE).title).waitFor();
  await section.getByText('符合条件，本年度申报已截止（2019年5月31日）').waitFor();
});
