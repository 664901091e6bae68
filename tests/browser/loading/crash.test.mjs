// A panic breaks one widget only. Its answers are kept in a receipt code, and it can restart with
// them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedCounts, explain } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  button,
  counts,
  eventsOf,
  openAllQuestions,
  openHostPage,
  option,
  showAllQuestions,
  useSite,
  waitForText,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const NAMES = ['甲', '乙', '丙'];
const ENTERPRISE = '企业（金融机构除外）';
const BODY = NAMES.map(
  (name) =>
    `<section aria-label="${name}"><eligibility-check as-of="${IN_FORCE}"></eligibility-check></section>`,
).join('');
const TWO_ANSWERS = { 'applicant-kind': 'enterprise', 'registered-in-tianhe': true };
const THREE_ANSWERS = { ...TWO_ANSWERS, 'taxed-in-tianhe': true };

const site = useSite();

const waitForCounts = (widget, answers) =>
  waitForText(counts(widget).first(), expectedCounts(IN_FORCE, answers));

/** A page with three widgets, each by section and with the same two answers. */
async function openThreeWidgets() {
  const page = await openHostPage(site, BODY);
  await waitForWidget(page, NAMES.length);
  const widgets = NAMES.map((name) => page.getByRole('region', { name, exact: true }));
  for (const widget of widgets) {
    await showAllQuestions(widget);
    await option(widget, 'applicant-kind', ENTERPRISE).check();
    await option(widget, 'registered-in-tianhe', '是').check();
    await waitForCounts(widget, TWO_ANSWERS);
  }
  return { page, widgets };
}

/** Makes a widget panic: `insertBefore` throws while it handles a click. */
async function causePanic(page, target) {
  await page.evaluate(() => {
    const insertBefore = Node.prototype.insertBefore;
    Object.assign(window, { repair: () => (Node.prototype.insertBefore = insertBefore) });
    Node.prototype.insertBefore = () => {
      throw new Error('insertBefore is broken');
    };
  });
  await target.click();
  await waitUntil('the widget has crashed', () => eventsOf(page, 'error').length > 0);
  await page.evaluate(() => /** @type {any} */ (window).repair());
}

test('a panic shows a panel with the receipt code and fires one event; the other widgets work', async () => {
  const {
    page,
    widgets: [first, crashed, third],
  } = await openThreeWidgets();
  await causePanic(page, button(crashed, '做办事清单'));

  await crashed.getByRole('alert').filter({ hasText: '自测工具出错，已停止运行。' }).waitFor();
  const { receipt } = explain({ 'as-of': IN_FORCE, answers: TWO_ANSWERS });
  await crashed.getByText(receipt, { exact: true }).waitFor();
  const restart = button(crashed, '用这些回答重新开始');
  await assertFocused(restart);
  assert.equal(await crashed.getByRole('group').count(), 0, 'the questions are removed');
  const [{ from, detail }, ...more] = eventsOf(page, 'error');
  assert.deepEqual([from, more], ['eligibility-check', []]);
  assert.match(detail.message, /panicked/);

  await option(first, 'taxed-in-tianhe', '是').check();
  await waitForCounts(first, THREE_ANSWERS);
  await restart.click();
  await crashed.getByText('已恢复：2019年5月10日，2 题').waitFor();
  await openAllQuestions(crashed);
  await waitForCounts(crashed, TWO_ANSWERS);
  assert.equal(await crashed.getByRole('alert').count(), 0);
  await option(third, 'taxed-in-tianhe', '是').check();
  await waitForCounts(third, THREE_ANSWERS);

  await option(crashed, 'taxed-in-tianhe', '是').check();
  await waitForCounts(crashed, THREE_ANSWERS);
  assert.equal(eventsOf(page, 'error').length, 1);
  assert.deepEqual(
    page.recorded.errors.filter(
      (error) => !/panicked|unreachable|insertBefore is broken/.test(error),
    ),
    [],
  );
  await page.context().close();
});

test('the panel is in the language of the widget', async () => {
  const page = await openHostPage(
    site,
    `<eligibility-check lang="en" as-of="${IN_FORCE}"></eligibility-check>`,
  );
  await page.locator('.ec-start').waitFor();
  await causePanic(page, page.locator('#ec-begin'));
  await page
    .getByRole('alert')
    .filter({ hasText: 'The self-check has stopped because of an error.' })
    .waitFor();
  await page.getByRole('button', { name: /^Restart/ }).click();
  await page.locator('.ec-start').waitFor();
  assert.equal(eventsOf(page, 'error').length, 1);
  await page.context().close();
});
