// Moving the element keeps the widget and its state. Removing it unmounts the widget.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  IN_FORCE,
  assertNoErrors,
  eventsOf,
  openHostPage,
  option,
  showAllQuestions,
  textBox,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const ENTERPRISE = '企业（金融机构除外）';
const BODY = `<main><eligibility-check as-of="${IN_FORCE}"></eligibility-check></main><aside></aside>`;

const site = useSite();

const element = (page) => page.locator('eligibility-check');

/** A page whose widget has an answer, a draft that does not parse, and a search. */
async function openAnswered() {
  const page = await openHostPage(site, BODY);
  await waitForWidget(page);
  await showAllQuestions(page);
  await option(page, 'applicant-kind', ENTERPRISE).check();
  await textBox(page, 'building-tax').fill('五千');
  await page.getByRole('searchbox', { name: '查找措施' }).fill('楼宇');
  await page.getByText('已回答 1 题。').waitFor();
  return page;
}

/** Waits until a removed element would be unmounted. */
const waitForUnmount = (page) =>
  page.evaluate(() => new Promise((done) => setTimeout(() => setTimeout(done, 50), 50)));

describe('the widget keeps its answers and drafts when it is moved', () => {
  const MOVES = {
    'to the end of the page': (el) => document.body.append(el),
    'by appendChild': (el) => document.body.appendChild(el),
    'into a wrapper': (el) => {
      const wrapper = document.createElement('div');
      el.replaceWith(wrapper);
      wrapper.append(el);
    },
    'by moveBefore': (el) =>
      /** @type {any} */ (document.querySelector('aside')).moveBefore(el, null),
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
      const page = await openAnswered();
      const requests = page.recorded.requests.length;
      await element(page).evaluate(move);
      await waitForUnmount(page);
      await page.getByText('已回答 1 题。').waitFor();
      assert.ok(await option(page, 'applicant-kind', ENTERPRISE).isChecked());
      assert.equal(await textBox(page, 'building-tax').inputValue(), '五千');
      assert.equal(await page.getByRole('searchbox', { name: '查找措施' }).inputValue(), '楼宇');
      // It still reacts to input.
      await option(page, 'registered-in-tianhe', '是').check();
      await page.getByText('已回答 2 题。').waitFor();
      assert.equal(eventsOf(page, 'ready').length, 1);
      assert.deepEqual([eventsOf(page, 'error'), page.recorded.errors], [[], []]);
      assert.equal(page.recorded.requests.length, requests);
      await page.context().close();
    });
});

test('an element that is moved while it loads starts once', async () => {
  const page = await openHostPage(site, '<main></main><aside></aside>');
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/eligibility-widget.wasm', (route) => released.then(() => route.continue()));
  const requested = page.waitForRequest('**/eligibility-widget.wasm');
  await page
    .getByRole('main')
    .evaluate((main) => main.append(document.createElement('eligibility-check')));
  await requested;
  await element(page).evaluate((el) => document.querySelector('aside')?.append(el));
  release();
  await waitForWidget(page);
  await waitForUnmount(page);
  assert.equal(eventsOf(page, 'ready').length, 1);
  assertNoErrors(page);
  await page.context().close();
});

test('an element that is removed and added in a later task restarts', async () => {
  const page = await openAnswered();
  await element(page).evaluate(async (el) => {
    el.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(el);
  });
  await waitForWidget(page);
  await showAllQuestions(page);
  await page.getByText('已回答 0 题。').waitFor();
  assert.equal(await option(page, 'applicant-kind', ENTERPRISE).isChecked(), false);
  assert.equal(eventsOf(page, 'ready').length, 2);
  assertNoErrors(page);
  await page.context().close();
});

test('a removed element contains only its fallback and no longer warns before unload', async () => {
  const page = await openAnswered();
  const warnsBeforeUnload = () =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await warnsBeforeUnload(), true);
  const removed = await element(page).elementHandle();
  await removed.evaluate((el) => el.remove());
  const content = () =>
    removed.evaluate((el) => [...el.shadowRoot.children].map(({ localName }) => localName));
  await waitUntil('the widget is unmounted', async () => (await content()).join() === 'slot');
  assert.equal(await warnsBeforeUnload(), false);
  assertNoErrors(page);
  await page.context().close();
});
