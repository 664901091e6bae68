// Moving the element on its page keeps the widget as it is. Removing it ends the widget.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  IN_FORCE, assertNoErrors, openHostPage, option, showAllQuestions, textBox, useSite, waitForWidget, waitUntil,
} from '../support/page.mjs';

const KIND = '企业（金融机构除外）';
const BODY = `<main><eligibility-check as-of="${IN_FORCE}"></eligibility-check></main><aside></aside>`;

const site = useSite();

const events = (page, wanted) => page.recorded.events.filter(({ type }) => type === wanted);
const element = (page) => page.locator('eligibility-check');

/** A page whose widget has an answer and a text that is no number yet. */
async function answered() {
  const page = await openHostPage(site, BODY);
  await waitForWidget(page);
  await showAllQuestions(page);
  await option(page, 'applicant-kind', KIND).check();
  await textBox(page, 'building-tax').fill('五千');
  await page.getByRole('searchbox', { name: '查找措施' }).fill('楼宇');
  await page.getByText('已回答 1 题。').waitFor();
  return page;
}

/** Tasks in which an element that was removed for good is freed. */
const tasks = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => setTimeout(done, 50), 50)));

describe('moved, the widget keeps its answers and its drafts', () => {
  const MOVES = {
    'to the end of the page': (el) => document.body.append(el),
    'by appendChild': (el) => document.body.appendChild(el),
    'into a wrapper': (el) => {
      const wrapper = document.createElement('div');
      el.replaceWith(wrapper);
      wrapper.append(el);
    },
    'by moveBefore': (el) => /** @type {any} */ (document.querySelector('aside')).moveBefore(el, null),
    'out of the page and back in one task': (el) => {
      el.remove();
      document.querySelector('aside')?.append(el);
    },
    'twice in one task': (el) => {
      document.querySelector('aside')?.append(el);
      document.querySelector('main')?.append(el);
    },
  };
  for (const [name, move] of Object.entries(MOVES))
    test(name, async () => {
      const page = await answered();
      const requests = page.recorded.requests.length;
      await element(page).evaluate(move);
      await tasks(page);
      await page.getByText('已回答 1 题。').waitFor();
      assert.ok(await option(page, 'applicant-kind', KIND).isChecked());
      assert.equal(await textBox(page, 'building-tax').inputValue(), '五千');
      assert.equal(await page.getByRole('searchbox', { name: '查找措施' }).inputValue(), '楼宇');
      // The widget answers at its new position.
      await option(page, 'registered-in-tianhe', '是').check();
      await page.getByText('已回答 2 题。').waitFor();
      assert.equal(events(page, 'ready').length, 1);
      assert.deepEqual([events(page, 'error'), page.recorded.errors], [[], []]);
      assert.equal(page.recorded.requests.length, requests);
      await page.context().close();
    });
});

test('moved while it loads, the widget starts once', async () => {
  const page = await openHostPage(site, '<main></main><aside></aside>');
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/eligibility-widget.wasm', (route) => held.then(() => route.continue()));
  const requested = page.waitForRequest('**/eligibility-widget.wasm');
  await page.getByRole('main').evaluate((main) => main.append(document.createElement('eligibility-check')));
  await requested;
  await element(page).evaluate((el) => document.querySelector('aside')?.append(el));
  release();
  await waitForWidget(page);
  await tasks(page);
  assert.equal(events(page, 'ready').length, 1);
  assertNoErrors(page);
  await page.context().close();
});

test('an element that is removed, and added in a later task, starts over', async () => {
  const page = await answered();
  await element(page).evaluate(async (el) => {
    el.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(el);
  });
  await waitForWidget(page);
  await showAllQuestions(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await option(page, 'applicant-kind', KIND).isChecked(), false);
  assert.equal(events(page, 'ready').length, 2);
  assertNoErrors(page);
  await page.context().close();
});

test('an element that is removed shows its fallback only, and no longer warns before the page closes', async () => {
  const page = await answered();
  const isHeld = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await isHeld(), true);
  const removed = await element(page).elementHandle();
  await removed.evaluate((el) => el.remove());
  const content = () => removed.evaluate((el) => [...el.shadowRoot.children].map(({ localName }) => localName));
  await waitUntil('the widget is gone', async () => (await content()).join() === 'slot');
  assert.equal(await isHeld(), false);
  assertNoErrors(page);
  await page.context().close();
});
