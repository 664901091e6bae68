// Real typing and clicking: letter by letter, with an input method, with a mouse and with a finger. Nothing is lost.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { IN_FORCE, button, counts, dateBox, fact, openPage, option, question, showAllQuestions, startSite, textBox, waitForText, waitForWidget, waitUntil } from '../support/page.mjs';
import { assertFocused } from '../support/keyboard.mjs';

let site, page;
before(async () => (site = await startSite()));
afterEach(() => page.context().close());
after(() => site.close());

/** The press and the release of a mouse button, with the position of the target in between. */
async function press(target) {
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  // Two frames, in which a page that moves would have moved.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const held = await target.boundingBox();
  await page.mouse.up();
  assert.deepEqual(held, { x, y, width, height }, 'nothing moves under the pointer');
}

const typeDate = async (text) => {
  await dateBox(page).click({ clickCount: 3 });
  await page.keyboard.type(text);
};

/** Goes to the question of one measure that is answered by a number. */
async function numberQuestion() {
  await typeDate(IN_FORCE);
  await button(page, '开始自测').click();
  await page.getByRole('searchbox', { name: '查找措施' }).pressSequentially('超百亿商务楼宇');
  await page.getByRole('region', { name: '自测结果' }).getByText('超百亿商务楼宇', { exact: true }).click();
  await page.getByRole('button', { name: `回答：${fact('building-tax').question}` }).click();
  await assertFocused(page.getByRole('heading', { name: fact('building-tax').question }));
}

describe('a click right after typing', () => {
  test('on 下一题 continues with the number', async () => {
    page = await openPage(site);
    await numberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('120');
    await press(button(page, '下一题'));
    await waitUntil('the next question', async () => !(await question(page, 'building-tax').count()));
    await page.getByText(/^已回答 1 题。/).waitFor();
  });

  test('on 下一题 reports a text that is no number, once', async () => {
    page = await openPage(site);
    await numberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('五千');
    await press(button(page, '下一题'));
    await assertFocused(page.getByRole('group', { name: '请先看这里' }));
    assert.equal(await textBox(page, 'building-tax').inputValue(), '五千');
  });

  test('on 上一题 leaves the question', async () => {
    page = await openPage(site);
    await numberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('120');
    await press(button(page, '上一题'));
    await waitUntil('another screen', async () => !(await question(page, 'building-tax').count()));
  });

  test('on 不清楚 below the box checks it', async () => {
    page = await openPage(site);
    await numberQuestion();
    await textBox(page, 'building-tax').click();
    await page.keyboard.type('五千');
    await press(option(page, 'building-tax', '不清楚'));
    assert.ok(await option(page, 'building-tax', '不清楚').isChecked());
  });

  test('on a radio button of another question checks it', async () => {
    page = await openPage(site);
    await showAllQuestions(page, IN_FORCE);
    const input = textBox(page, 'building-tax');
    await input.click();
    await page.keyboard.type('五千');
    const below = page.getByRole('radio', { name: '是', exact: true }).last();
    await below.scrollIntoViewIfNeeded();
    await press(below);
    assert.ok(await below.isChecked());
    await waitForText(question(page, 'building-tax'), '请填写数字');
  });

  test('on 开始自测 begins with the date just typed', async () => {
    page = await openPage(site);
    await typeDate('2019-05-10');
    await press(button(page, '开始自测'));
    await page.getByText('在2019年5月10日这一天，本政策有效。').waitFor();
    await button(page, '下一题').waitFor();
  });

  test('on 开始自测 with an invalid date begins nothing, and moves the focus to the date', async () => {
    page = await openPage(site);
    await typeDate('2019-02-30');
    await press(button(page, '开始自测'));
    await assertFocused(dateBox(page));
    assert.equal(await dateBox(page).inputValue(), '2019-02-30');
    assert.equal(await dateBox(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await button(page, '下一题').count(), 0);
  });

  test('with a finger continues, too', async () => {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
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

describe('a search box', () => {
  for (const [name, screen] of [['one question at a time', false], ['all questions by section', true]])
    test(`keeps the focus through typing: ${name}`, async () => {
      page = await openPage(site);
      if (screen) await showAllQuestions(page, IN_FORCE);
      else {
        await typeDate(IN_FORCE);
        await button(page, '开始自测').click();
        await option(page, 'applicant-kind', '企业（金融机构除外）').click();
        await button(page, '下一题').click();
      }
      const search = page.getByRole('searchbox', { name: '在选项中查找' }).first();
      await search.click();
      await page.keyboard.type('人才');
      assert.equal(await search.inputValue(), '人才');
      await assertFocused(search);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      assert.equal(await search.inputValue(), '');
      await assertFocused(search);
    });

  test('keeps the focus and the text of an input method through composition', async () => {
    page = await openPage(site);
    await showAllQuestions(page, IN_FORCE);
    const devtools = await page.context().newCDPSession(page);
    for (const search of [page.getByRole('searchbox', { name: '在选项中查找' }).first(), page.getByRole('searchbox', { name: '查找措施' })]) {
      await search.click();
      for (const text of ['r', 're', 'ren', 'ren c', 'ren cai'])
        await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await devtools.send('Input.insertText', { text: '人才' });
      assert.equal(await search.inputValue(), '人才');
      await assertFocused(search);
    }
  });
});

test('the "more" button keeps the focus', async () => {
  page = await openPage(site);
  await typeDate(IN_FORCE);
  await button(page, '开始自测').click();
  const more = page.getByRole('button', { name: /^显示其余/ }).first();
  await more.click();
  await assertFocused(more);
  await more.click();
  await assertFocused(more);
});

test('every letter in a number box is kept, and the results change when the box is left', async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  const before = await counts(page).textContent();
  await textBox(page, 'building-tax').click();
  await page.keyboard.type('1200');
  assert.equal(await textBox(page, 'building-tax').inputValue(), '1200');
  assert.equal(await counts(page).textContent(), before);
  await page.keyboard.press('Tab');
  await waitUntil('the box is parsed', async () => (await textBox(page, 'building-tax').getAttribute('aria-invalid')) === null);
});
