// A panic breaks one widget. Its answers are kept, and every other widget on the page works on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsText, explain } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  IN_FORCE, button, counts, eventsOf, openHostPage, option, showAllQuestions, useSite, waitForText, waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const NAMES = ['甲', '乙', '丙'];
const KIND = '企业（金融机构除外）';
const BODY = NAMES.map((name) => `<section aria-label="${name}"><eligibility-check as-of="${IN_FORCE}"></eligibility-check></section>`).join('');
const FIRM = { 'applicant-kind': 'enterprise', 'registered-in-tianhe': true };
const told = (answers) => explain({ 'as-of': IN_FORCE, answers });

const site = useSite();


/** Three widgets on a page, each by section, with the same two answers. */
async function three() {
  const page = await openHostPage(site, BODY);
  await waitForWidget(page, NAMES.length);
  const widgets = NAMES.map((name) => page.getByRole('region', { name, exact: true }));
  for (const widget of widgets) {
    await showAllQuestions(widget);
    await option(widget, 'applicant-kind', KIND).check();
    await option(widget, 'registered-in-tianhe', '是').check();
    await waitForText(counts(widget).first(), countsText(told(FIRM).measures));
  }
  return { page, widgets };
}

/** Makes a widget panic: while it handles a click, `insertBefore` throws. */
async function breakBy(page, target) {
  await page.evaluate(() => {
    const insert = Node.prototype.insertBefore;
    Object.assign(window, { repair: () => (Node.prototype.insertBefore = insert) });
    Node.prototype.insertBefore = () => {
      throw new Error('no node is inserted');
    };
  });
  await target.click();
  await waitUntil('the widget has crashed', () => eventsOf(page, 'error').length > 0);
  await page.evaluate(() => /** @type {any} */ (window).repair());
}

const crashed = (widget) => widget.getByRole('alert').filter({ hasText: '自测工具出错，已停止运行。' });

test('a panic shows a panel with the receipt code, and fires one event', async () => {
  const { page, widgets: [a, b, c] } = await three();
  const show = button(b, '查看核对清单');
  await breakBy(page, show);

  await crashed(b).waitFor();
  await b.getByText(told(FIRM).receipt, { exact: true }).waitFor();
  const restart = button(b, '用这些回答重新开始');
  await assertFocused(restart);
  assert.equal(await b.getByRole('group').count(), 0, 'nothing else is shown');
  assert.equal(eventsOf(page, 'error').length, 1);
  assert.equal(eventsOf(page, 'error')[0].from, 'eligibility-check');
  assert.match(eventsOf(page, 'error')[0].detail.message, /panicked/);

  // The two others answer, before and after the restart.
  const more = { ...FIRM, 'taxed-in-tianhe': true };
  await option(a, 'taxed-in-tianhe', '是').check();
  await waitForText(counts(a).first(), countsText(told(more).measures));
  await restart.click();
  await b.getByText('已回答 2 题。').waitFor();
  await waitForText(counts(b).first(), countsText(told(FIRM).measures));
  assert.equal(await b.getByRole('alert').count(), 0);
  await option(c, 'taxed-in-tianhe', '是').check();
  await waitForText(counts(c).first(), countsText(told(more).measures));

  // The restarted widget answers, too.
  await showAllQuestions(b);
  await option(b, 'taxed-in-tianhe', '是').check();
  await waitForText(counts(b).first(), countsText(told(more).measures));
  assert.equal(eventsOf(page, 'error').length, 1);
  assert.deepEqual(page.recorded.errors.filter((error) => !/panicked|unreachable|no node is inserted/.test(error)), []);
  await page.context().close();
});

test('the panel is in the language of the widget', async () => {
  const page = await openHostPage(site, `<eligibility-check lang="en" as-of="${IN_FORCE}"></eligibility-check>`);
  await page.getByRole('textbox', { name: 'Date of the self-check' }).waitFor();
  await breakBy(page, button(page, 'See all questions by section'));
  await page.getByRole('alert').filter({ hasText: 'The self-check has stopped because of an error.' }).waitFor();
  await page.getByRole('button', { name: /^Restart/ }).click();
  await page.getByRole('textbox', { name: 'Date of the self-check' }).waitFor();
  assert.equal(eventsOf(page, 'error').length, 1);
  await page.context().close();
});
