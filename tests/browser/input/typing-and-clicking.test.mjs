// Real input events: typing letter by letter, an input method, mouse clicks right after typing,
// taps.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import {
  IN_FORCE,
  backButton,
  button,
  continueButton,
  counts,
  dateBox,
  openDay,
  openPage,
  option,
  question,
  showAllQuestions,
  startInterview,
  textBox,
  useSite,
  waitForText,
  waitForWidget,
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

const TAX = 'building-tax';
const dayButton = () => page.locator('#ec-day-next');
const topicsHeading = () => page.getByRole('heading', { name: '想了解哪些支持？' });

/** Opens the screen with two numbers about a building. */
async function openNumberQuestion() {
  page = await openPage(site);
  await startInterview(page, ['building']);
  for (let step = 0; step < 6 && !(await textBox(page, TAX).count()); step += 1) {
    for (const notSure of await page.getByLabel('不清楚', { exact: true }).all())
      await notSure.check();
    await continueButton(page).click();
  }
  await textBox(page, TAX).click();
}

describe('a click right after typing', () => {
  test('on 继续 continues with the numbers', async () => {
    await openNumberQuestion();
    await page.keyboard.type('3');
    await textBox(page, 'building-revenue').click();
    await page.keyboard.type('120');
    await pressAndRelease(continueButton(page));
    await question(page, TAX).waitFor({ state: 'detached' });
  });

  test('on 继续 reports a text that is not a number', async () => {
    await openNumberQuestion();
    await page.keyboard.type('很多');
    await textBox(page, 'building-revenue').fill('120');
    await pressAndRelease(continueButton(page));
    await assertFocused(textBox(page, TAX));
    assert.equal(await textBox(page, TAX).inputValue(), '很多');
    await waitForText(question(page, TAX), '请填写数字');
  });

  test('twice on 继续 continues once, with the focus on the heading', async () => {
    page = await openPage(site, { width: 390, height: 844 });
    await startInterview(page, ['rd']);
    await option(page, 'applicant-kind', '企业（金融机构除外）').check();
    await continueButton(page).dblclick();
    await button(page, '四项都是').waitFor();
    await assertFocused(page.locator('#ec-title'));
  });

  test('on 上一步 leaves the question', async () => {
    await openNumberQuestion();
    await page.keyboard.type('120');
    await pressAndRelease(backButton(page));
    await question(page, TAX).waitFor({ state: 'detached' });
  });

  test('on 不清楚 below the text boxes checks it', async () => {
    await openNumberQuestion();
    await page.keyboard.type('很多');
    const notSure = page.getByLabel('不清楚', { exact: true });
    await pressAndRelease(notSure);
    assert.ok(await notSure.isChecked());
    assert.ok(await textBox(page, TAX).isDisabled());
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

  test('on the button below the day goes on with the typed day', async () => {
    page = await openPage(site);
    await openDay(page);
    await typeDate('2019-05-10');
    await pressAndRelease(dayButton());
    await topicsHeading().waitFor();
    await page.locator('.ec-history').getByText('2019年5月10日').waitFor();
  });

  test('on the button below an invalid day moves the focus to the day', async () => {
    page = await openPage(site);
    await openDay(page);
    await typeDate('2019-02-30');
    await pressAndRelease(dayButton());
    await assertFocused(dateBox(page));
    assert.equal(await dateBox(page).inputValue(), '2019-02-30');
    assert.equal(await dateBox(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await topicsHeading().count(), 0);
  });

  test('as a tap goes on with the typed day, and with the typed number', async () => {
    const context = await site.browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    page = await context.newPage();
    await page.clock.setFixedTime('2026-03-02T09:00:00+08:00');
    await page.goto(`${site.origin}/index.html`);
    await waitForWidget(page);
    await page.locator('#ec-day-step').tap();
    await dateBox(page).tap();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2019-05-10');
    await dayButton().tap();
    await topicsHeading().waitFor();
    await page.locator('#ec-topic-rd').tap();
    await page.locator('#ec-start-topics').tap();
    await option(page, 'applicant-kind', '企业（金融机构除外）').tap();
    await continueButton(page).tap();
    await button(page, '四项都是').tap();
    await continueButton(page).tap();
    await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').tap();
    await continueButton(page).tap();
    for (const [id, number] of Object.entries({
      'rd-spending': '900',
      'rd-spending-before': '700',
    })) {
      await textBox(page, id).tap();
      await page.keyboard.type(number);
    }
    await continueButton(page).tap();
    await page.locator('.ec-changed').getByText('6 万元').waitFor();
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
        await startInterview(page, ['settle']);
        // The first questions have few options.
        for (
          let step = 0;
          step < 12 && !(await page.getByRole('searchbox', OPTIONS).count());
          step += 1
        ) {
          for (const box of await page.getByRole('textbox').all())
            await page.getByRole('group').filter({ has: box }).getByLabel('不清楚').last().check();
          for (const first of await page.locator('.ec-options').all())
            await first.getByRole('radio').or(first.getByRole('checkbox')).first().click();
          await continueButton(page).click();
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
  const { x, y } = await page.locator('#ec-rules').boundingBox();
  await page.mouse.move(x + 20, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 100, { steps: 8 });
  await page.mouse.up();
  await openDay(page);
  await dateBox(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2019-02-30');
  await page.keyboard.press('Tab');
  await page.getByText('日历上没有这一天').waitFor();
});
