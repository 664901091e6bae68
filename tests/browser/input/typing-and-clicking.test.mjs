// Real input events: typing letter by letter, an input method, mouse clicks right after typing,
// taps.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import {
  IN_FORCE,
  button,
  counts,
  dateBox,
  fact,
  openPage,
  option,
  question,
  showAllQuestions,
  textBox,
  useSite,
  waitForText,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { assertFocused } from '../support/keyboard.mjs';

const site = useSite();
let page;
afterEach(() => page.context().close());

/** Clicks, and asserts that the target does not move between press and release. */
async function pressAndRelease(target) {
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  // A layout change would take effect within two frames.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const pressed = await target.boundingBox();
  await page.mouse.up();
  assert.deepEqual(pressed, { x, y, width, height }, 'the target has not moved');
}

const typeDate = async (text) => {
  await dateBox(page).click({ clickCount: 3 });
  await page.keyboard.type(text);
};

/** Opens a question that is answered with a number, from a measure that needs it. */
async function openNumberQuestion() {
  await typeDate(IN_FORCE);
  await button(page, '开始自测').click();
  await page.getByRole('searchbox', { name: '查找措施' }).pressSequentially('超百亿商务楼宇');
  await page
    .getByRole('region', { name: '自测结果' })
    .getByText('超百亿商务楼宇', { exact: true })
    .click();
  await page.getByRole('button', { name: `回答：${fact('building-tax').question}` }).click();
  await assertFocused(page.getByRole('heading', { name: fact('building-tax').question }));
}

describe('a click right after typing', () => {
  test('on 下一题 continues with the number', async () => {
    page = await openPage(site);
    await openNumberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('120');
    await pressAndRelease(button(page, '下一题'));
    await waitUntil(
      'the next question is shown',
      async () => !(await question(page, 'building-tax').count()),
    );
    await page.getByText(/^已回答 1 题。/).waitFor();
  });

  test('on 下一题 reports a text that is not a number', async () => {
    page = await openPage(site);
    await openNumberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('五千');
    await pressAndRelease(button(page, '下一题'));
    await assertFocused(page.getByRole('group', { name: '请先看这里' }));
    assert.equal(await textBox(page, 'building-tax').inputValue(), '五千');
  });

  test('on 上一题 leaves the question', async () => {
    page = await openPage(site);
    await openNumberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('120');
    await pressAndRelease(button(page, '上一题'));
    await waitUntil(
      'another screen is shown',
      async () => !(await question(page, 'building-tax').count()),
    );
  });

  test('on 不清楚 below the text box checks it', async () => {
    page = await openPage(site);
    await openNumberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('很多');
    await pressAndRelease(option(page, 'building-tax', '不清楚'));
    assert.ok(await option(page, 'building-tax', '不清楚').isChecked());
  });

  test('on a radio button of another question checks it', async () => {
    page = await openPage(site);
    await showAllQuestions(page, IN_FORCE);
    const input = textBox(page, 'building-tax');
    await input.click();
    await page.keyboard.type('很多');
    const below = page.getByRole('radio', { name: '是', exact: true }).last();
    await below.scrollIntoViewIfNeeded();
    await pressAndRelease(below);
    assert.ok(await below.isChecked());
    await waitForText(question(page, 'building-tax'), '请填写数字');
  });

  test('on 开始自测 begins with the typed date', async () => {
    page = await openPage(site);
    await typeDate('2019-05-10');
    await pressAndRelease(button(page, '开始自测'));
    await page.getByText('在2019年5月10日这一天，本政策有效。').waitFor();
    await button(page, '下一题').waitFor();
  });

  test('on 开始自测 with an invalid date moves the focus to the date and does not begin', async () => {
    page = await openPage(site);
    await typeDate('2019-02-30');
    await pressAndRelease(button(page, '开始自测'));
    await assertFocused(dateBox(page));
    assert.equal(await dateBox(page).inputValue(), '2019-02-30');
    assert.equal(await dateBox(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await button(page, '下一题').count(), 0);
  });

  test('as a tap on 开始自测 begins with the typed date', async () => {
    const context = await site.browser.newContext({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    page = await context.newPage();
    await page.clock.setFixedTime('2026-03-02T09:00:00+08:00');
    await page.goto(`${site.origin}/index.html`);
    await waitForWidget(page);
    await dateBox(page).tap({ clickCount: 3 });
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2019-05-10');
    await button(page, '开始自测').tap();
    await page.getByText('在2019年5月10日这一天，本政策有效。').waitFor();
    await button(page, '下一题').waitFor();
  });
});

const OPTIONS = { name: '在选项中查找' };

describe('a search box', () => {
  for (const [name, isBySection] of [
    ['one question at a time', false],
    ['all questions by section', true],
  ])
    test(`keeps the focus while typing: ${name}`, async () => {
      page = await openPage(site);
      if (isBySection) await showAllQuestions(page, IN_FORCE);
      else {
        await typeDate(IN_FORCE);
        await button(page, '开始自测').click();
        // The first questions have few options.
        for (
          let step = 0;
          step < 12 && !(await page.getByRole('searchbox', OPTIONS).count());
          step += 1
        ) {
          await page.getByRole('radio').first().click();
          await button(page, '下一题').click();
        }
      }
      const search = page.getByRole('searchbox', OPTIONS).first();
      await search.click();
      await page.keyboard.type('人才');
      assert.equal(await search.inputValue(), '人才');
      await assertFocused(search);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      assert.equal(await search.inputValue(), '');
      await assertFocused(search);
    });

  test('keeps the focus and the text while an input method composes', async () => {
    page = await openPage(site);
    await showAllQuestions(page, IN_FORCE);
    const devtools = await page.context().newCDPSession(page);
    for (const search of [
      page.getByRole('searchbox', { name: '在选项中查找' }).first(),
      page.getByRole('searchbox', { name: '查找措施' }),
    ]) {
      await search.click();
      for (const text of ['r', 're', 'ren', 'ren c', 'ren cai'])
        await devtools.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await devtools.send('Input.insertText', { text: '人才' });
      assert.equal(await search.inputValue(), '人才');
      await assertFocused(search);
    }
  });
});

test('the button that shows more measures keeps the focus', async () => {
  page = await openPage(site);
  await typeDate(IN_FORCE);
  await button(page, '开始自测').click();
  const more = page.getByRole('button', { name: /^显示其余/ }).first();
  await more.click();
  await assertFocused(more);
  await more.click();
  await assertFocused(more);
});

test('a number is parsed only when its text box loses the focus', async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  const before = await counts(page).textContent();
  await textBox(page, 'building-tax').click();
  await page.keyboard.type('1200');
  assert.equal(await textBox(page, 'building-tax').inputValue(), '1200');
  assert.equal(await counts(page).textContent(), before);
  await page.getByText('已回答 0 题。').waitFor();
  await page.keyboard.press('Tab');
  await page.getByText('已回答 1 题。').waitFor();
});

test('after a link is dragged, a date is still read when the field is left', async () => {
  page = await openPage(site);
  const { x, y } = await page.getByRole('link', { name: '查看全部条款' }).boundingBox();
  await page.mouse.move(x + 20, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 100, { steps: 8 });
  await page.mouse.up();
  await dateBox(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(IN_FORCE);
  await page.keyboard.press('Tab');
  await page.getByText('在2019年5月10日这一天，本政策有效。').waitFor();
});
