// The first screens, before the module has loaded: readable, usable, and nothing done early is
// lost.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explain } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  assertNoErrors,
  button,
  continueButton,
  dateBox,
  eventsOf,
  newPage,
  topicBox,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const site = useSite();

const element = (page) => page.locator('eligibility-check');
const heading = (page, name) => page.getByRole('heading', { name });

/** index.html whose module waits for `release`, with attributes and another time. */
async function openWithoutModule({ attributes = '', time = '', width = 390, height = 844 } = {}) {
  const page = await newPage(site, { width, height });
  if (time) await page.clock.setFixedTime(time);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm', (route) => released.then(() => route.continue()));
  if (attributes)
    await page.route('**/index.html', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        '<eligibility-check ',
        `<eligibility-check ${attributes} `,
      );
      return route.fulfill({ response, body });
    });
  await page.goto(`${site.origin}/index.html`);
  await page.locator('.ec-early .ec').waitFor();
  const finish = async () => {
    release();
    await waitUntil('the widget is ready', () => eventsOf(page, 'ready').length === 1);
  };
  return { page, finish };
}

describe('the clock chooses the start screen', () => {
  for (const [time, name] of [
    ['2016-01-01T09:00:00+08:00', '天河区产业扶持政策自测'],
    ['2017-06-30T23:30:00+08:00', '天河区产业扶持政策自测'],
    ['2017-07-01T00:30:00+08:00', '天河区产业扶持政策自测'],
    ['2020-12-31T23:30:00+08:00', '天河区产业扶持政策自测'],
    ['2021-01-01T00:30:00+08:00', '这份政策已经不能申报了'],
  ])
    test(time, async () => {
      const { page, finish } = await openWithoutModule({ time });
      await heading(page, name).waitFor();
      const texts = () =>
        element(page).evaluate(({ shadowRoot }) => {
          const start = /** @type {Element} */ (shadowRoot?.querySelector('.ec-start'));
          return Array.from(start.children, (child) => child.textContent).slice(0, 4);
        });
      const [early, top] = [await texts(), await page.evaluate(() => scrollY)];
      await finish();
      assert.deepEqual(await texts(), early);
      assert.equal(await page.evaluate(() => scrollY), top);
      assertNoErrors(page);
      await page.context().close();
    });
});

test('ticked topics and the main button are repeated, and the first question follows', async () => {
  const { page, finish } = await openWithoutModule({ attributes: `as-of="${IN_FORCE}"` });
  await button(page, '选想了解的事').click();
  await topicBox(page, 'rd').check();
  await topicBox(page, 'software').check();
  await topicBox(page, 'rd').uncheck();
  await page.locator('#ec-start-topics').click();
  assert.equal(await page.locator('#ec-start-topics').textContent(), '正在打开……');
  await topicBox(page, 'talent').click({ force: true });
  assert.equal(await topicBox(page, 'talent').isChecked(), false, 'too late for another topic');
  await finish();
  await continueButton(page).waitFor();
  await page.locator('.ec-topbar').getByText('软件业').waitFor();
  assert.equal(
    await element(page).evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.id),
    'ec-title',
  );
  assertNoErrors(page);
  await page.context().close();
});

test('the screen, its ticks and the focus stay as they are when the widget takes over', async () => {
  const { page, finish } = await openWithoutModule({ attributes: `as-of="${IN_FORCE}"` });
  await button(page, '选想了解的事').click();
  await topicBox(page, 'talent').check();
  const box = () => topicBox(page, 'talent').boundingBox();
  const before = await box();
  await finish();
  assert.ok(await topicBox(page, 'talent').isChecked());
  assert.deepEqual(await box(), before);
  assert.equal(
    await element(page).evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.id),
    'ec-topic-talent',
  );
  await page.locator('#ec-start-topics').click();
  await page.locator('.ec-topbar').getByText('人才').waitFor();
  await page.context().close();
});

test('started without a topic: the message appears with the widget', async () => {
  const { page, finish } = await openWithoutModule({ attributes: `as-of="${IN_FORCE}"` });
  await button(page, '选想了解的事').click();
  await page.locator('#ec-start-topics').click();
  await finish();
  await page.getByText('请至少选一项，或点“都看看”。').waitFor();
  await page.context().close();
});

test('a typed day that does not exist is an error of the widget, with its text', async () => {
  const { page, finish } = await openWithoutModule();
  await button(page, '按当年规定核对').click();
  await dateBox(page).fill('2019-02-30');
  await page.locator('#ec-day-next').click();
  await finish();
  assert.equal(await dateBox(page).inputValue(), '2019-02-30');
  assert.equal(await dateBox(page).getAttribute('aria-invalid'), 'true');
  await page.context().close();
});

test('Enter in the date box goes on, without the module and with it', async () => {
  for (const isEarly of [true, false]) {
    const { page, finish } = await openWithoutModule();
    if (!isEarly) await finish();
    await button(page, '按当年规定核对').click();
    await dateBox(page).fill('2019-05-10');
    await dateBox(page).press('Enter');
    if (isEarly) await finish();
    await heading(page, '想了解哪些支持？').waitFor();
    await page.locator('.ec-history').getByText('2019年5月10日').waitFor();
    await assertFocused(heading(page, '想了解哪些支持？'));
    assertNoErrors(page);
    await page.context().close();
  }
});

describe('the form for a receipt code', () => {
  const enter = async (page, code) => {
    await page.getByText('有回执码？接着上次的').click();
    await page.getByRole('textbox', { name: '回执码' }).fill(code);
    await page.locator('.ec-early').getByRole('button', { name: '打开', exact: true }).click();
  };

  test('opens a code that was sent before the module had come', async () => {
    const { page, finish } = await openWithoutModule();
    await enter(page, explain({ 'as-of': IN_FORCE, answers: {} }).receipt);
    await finish();
    await assertFocused(page.getByRole('region', { name: /^已恢复：2019年5月10日/ }));
    assertNoErrors(page);
    await page.context().close();
  });

  test('reports a wrong one, and keeps it', async () => {
    const { page, finish } = await openWithoutModule();
    await enter(page, '64QRX TXFZM');
    await finish();
    const box = page.getByRole('textbox', { name: '回执码' });
    await assertFocused(box);
    assert.equal(await box.inputValue(), '64QRX TXFZM');
    assert.equal(await box.getAttribute('aria-invalid'), 'true');
    await page.context().close();
  });
});

test('back, another language, large text and what is unfolded are kept', async () => {
  const { page, finish } = await openWithoutModule();
  await button(page, '按当年规定核对').click();
  await page.locator('#ec-back').click();
  await page.locator('.ec-menu > summary').click();
  await page.getByLabel('English').check();
  await heading(page, 'You can no longer apply under this policy').waitFor();
  // The menu stays open if it had the focus. The screen may still be replaced by that in English.
  const closed = page.locator('.ec-menu:not([open]) > summary');
  const largeText = page.locator('#ec-large-text');
  // Ticked once: below, a tick that is lost with a replaced screen fails.
  await waitUntil('the menu is open and large text can be ticked', async () => {
    if (await closed.count()) await closed.click();
    return largeText.check({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
  });
  await page.getByText('About this policy').click();
  await finish();
  await heading(page, 'You can no longer apply under this policy').waitFor();
  assert.ok(await page.locator('.ec-start__about').isVisible(), 'still unfolded');
  assert.equal(await page.locator('.ec--large').count(), 1);
  assertNoErrors(page);
  await page.context().close();
});

describe('the attribute topic', () => {
  test('opens the topics with it ticked, early and after loading', async () => {
    const attributes = `as-of="${IN_FORCE}" topic="rd building"`;
    const { page, finish } = await openWithoutModule({ attributes });
    await heading(page, '想了解哪些支持？').waitFor();
    for (const step of [async () => {}, finish]) {
      await step();
      for (const id of ['rd', 'building']) assert.ok(await topicBox(page, id).isChecked(), id);
    }
    assert.deepEqual(eventsOf(page, 'error'), []);
    await page.context().close();
  });

  test('keeps it ticked for later while nobody can apply', async () => {
    const { page, finish } = await openWithoutModule({ attributes: 'topic="rd"' });
    await heading(page, '这份政策已经不能申报了').waitFor();
    await finish();
    await heading(page, '这份政策已经不能申报了').waitFor();
    await button(page, '按当年规定核对').click();
    await page.locator('#ec-day-next').click();
    assert.ok(await topicBox(page, 'rd').isChecked());
    await page.context().close();
  });

  test('with an unknown id, fires an error event and goes on', async () => {
    const { page, finish } = await openWithoutModule({ attributes: 'topic="r-d"' });
    await finish();
    await waitForWidget(page);
    await waitUntil('an error event has fired', () => eventsOf(page, 'error').length === 1);
    assert.match(eventsOf(page, 'error')[0].detail.message, /no topic has the id `r-d`/);
    await page.context().close();
  });
});

test('the main button is within 600 pixels on a phone', async () => {
  const { page } = await openWithoutModule({ attributes: `as-of="${IN_FORCE}"` });
  const { y, height } = /** @type {any} */ (await button(page, '选想了解的事').boundingBox());
  assert.ok(y + height < 600, `${y + height}`);
  await page.context().close();
});
