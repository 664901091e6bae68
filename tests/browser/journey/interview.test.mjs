// One screen of questions at a time, by keyboard and on a phone. The command decides which question
// comes next.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { nextQuestion, scenario } from '../support/command.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  PACK,
  assertNoErrors,
  backButton,
  button,
  continueButton,
  enterText,
  fact,
  openMenu,
  openPage,
  option,
  question,
  showAllQuestions,
  showResults,
  startInterview,
  summary,
  textBox,
  useSite,
  waitUntil,
} from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const ENTERPRISE = '企业（金融机构除外）';
const GROUP = [
  'registered-in-tianhe',
  'taxed-in-tianhe',
  'reports-in-tianhe',
  'independent-legal-person',
];

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

const title = () => page.locator('#ec-title');
const changed = () => page.locator('.ec-changed');
const number = async () =>
  (await page.locator('.ec-bar__number').textContent()).split(' / ').map(Number);
const results = () => page.getByRole('heading', { name: '您的结果' });

/** The ids of the questions on the screen; empty on another screen. */
async function asked() {
  const legends = await page.locator('.ec-step .ec-question > legend').allTextContents();
  return legends.map((text) => PACK.facts.find((one) => one.question === text).id);
}

/** Chooses 不清楚 by keyboard: a radio button or a checkbox, as the other options are. */
async function answerNotSure(id) {
  const own = question(page, id).getByLabel('不清楚', { exact: true });
  // Text boxes on one screen share one option.
  const notSure = (await own.count()) ? own : page.getByLabel('不清楚', { exact: true });
  if ((await notSure.getAttribute('type')) === 'radio') {
    await tabTo(page, question(page, id).getByRole('radio'));
    await page.keyboard.press('ArrowUp');
    await waitUntil('the last radio button is checked', () => notSure.isChecked());
  } else {
    await tabTo(page, notSure);
    await page.keyboard.press('Space');
  }
}

/** Answers every question on the screen, by keyboard. */
async function answerScreen(ids, known) {
  for (const id of ids) {
    if (!(await question(page, id).count())) continue;
    if (id in known) await answer(page, id, known[id]);
    else await answerNotSure(id);
  }
}

/** Continues by keyboard, and waits until the screen has changed. */
async function pressContinue() {
  const before = await title().textContent();
  await tabTo(page, continueButton(page));
  await page.keyboard.press('Enter');
  await waitUntil('the screen has changed', async () => (await title().textContent()) !== before);
}

describe('a whole interview', () => {
  test('asks what the command asks next, focuses each heading and ends with the results', async () => {
    page = await openPage(site);
    await startInterview(page, ['rd']);
    const given = {};
    let screens = 0;
    for (let ids = await asked(); ids.length; ids = await asked()) {
      screens += 1;
      await assertFocused(title());
      assert.ok(ids.includes(nextQuestion(IN_FORCE, given, ['rd'])), `${ids}`);
      const [shown, total] = await number();
      assert.equal(shown, screens);
      assert.ok(total >= shown);
      await answerScreen(ids, answers);
      for (const id of ids) given[id] = id in answers ? answers[id] : { 'not-sure': true };
      await pressContinue();
    }
    assert.equal(nextQuestion(IN_FORCE, given, ['rd']), null);
    assert.ok(screens <= 8, `${screens} screens`);
    await assertFocused(results());
  });

  test('Back shows the screens in reverse order and keeps the answers', async () => {
    page = await openPage(site);
    await startInterview(page, ['rd']);
    const titles = [];
    for (let screen = 0; screen < 3; screen += 1) {
      titles.push(await title().textContent());
      await answerScreen(await asked(), answers);
      await pressContinue();
    }
    for (const text of titles.toReversed()) {
      await tabTo(page, backButton(page));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: text, exact: true }).waitFor();
      await assertFocused(title());
    }
    assert.ok(await option(page, 'applicant-kind', ENTERPRISE).isChecked());
    await backButton(page).click();
    await page.locator('#ec-start-topics').waitFor();
  });
});

describe('on a phone', () => {
  for (const topics of [['rd'], ['talent'], ['building'], ['settle'], ['finance', 'places']])
    test(`about ${topics}: the heading stays in its place and 继续 in view`, async () => {
      page = await openPage(site, { width: 390, height: 844 });
      await startInterview(page, topics);
      const tops = [];
      for (let ids = await asked(); ids.length; ids = await asked()) {
        const before = await title().textContent();
        tops.push((await title().boundingBox()).y);
        const { y, height } = await continueButton(page).boundingBox();
        assert.ok(y >= 0 && y + height <= 844, `${before}: 继续 at ${y}`);
        for (const id of ids) {
          if (!(await question(page, id).count())) continue;
          const own = question(page, id).getByLabel('不清楚', { exact: true });
          const notSure = (await own.count()) ? own : page.getByLabel('不清楚', { exact: true });
          // Yes leads to more questions than 不清楚.
          const yes = question(page, id).getByLabel('是', { exact: true });
          await ((await yes.count()) ? yes : notSure).check();
        }
        await continueButton(page).click();
        await waitUntil(
          'the screen has changed',
          async () => (await title().textContent()) !== before,
        );
      }
      await results().waitFor();
      const spread = Math.max(...tops) - Math.min(...tops);
      assert.ok(spread <= 4, `${tops}`);
    });
});

describe('questions that are asked together', () => {
  beforeEach(async () => {
    page = await openPage(site);
    await startInterview(page, ['rd']);
    await option(page, 'applicant-kind', ENTERPRISE).check();
    await continueButton(page).click();
    await question(page, GROUP[0]).waitFor();
  });

  test('one button answers all with yes', async () => {
    await button(page, '四项都是').click();
    for (const id of GROUP) assert.ok(await option(page, id, '是').isChecked());
  });

  test('one message says that answers are missing, and each missing question refers to it', async () => {
    await option(page, GROUP[0], '是').check();
    await continueButton(page).click();
    await page.getByRole('alert').getByText('还有 3 题没有答').waitFor();
    await assertFocused(question(page, GROUP[1]).getByRole('radio').first());
    assert.equal(await page.getByText('请回答').count(), 0);
    assert.equal(
      await question(page, GROUP[1]).getAttribute('aria-describedby'),
      `${GROUP[1]}.hint ec-group.error`,
    );
  });

  test('a “no” that makes the others pointless is enough', async () => {
    await option(page, GROUP[0], '否').check();
    await page.getByText('其余的不用答，不影响结果。').waitFor();
    await continueButton(page).click();
    await question(page, GROUP[0]).waitFor({ state: 'detached' });
  });

  test('two numbers are compared with the threshold while they are typed, and the result is announced', async () => {
    await button(page, '四项都是').click();
    await continueButton(page).click();
    await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
    await continueButton(page).click();
    await textBox(page, 'rd-spending').click();
    await page.keyboard.type('900');
    await textBox(page, 'rd-spending-before').click();
    await page.keyboard.type('700');
    const line = page.locator('.ec-computed');
    await line.getByText('增加 200 万元，刚好达到 200 万元的门槛。').waitFor();
    await page.getByText('用来判断：企业研发投入增长支持（最高 50 万元）').waitFor();
    await continueButton(page).click();
    const sentence = '按当年规定满足条件：企业研发投入增长支持，6 万元。';
    await changed().getByText(sentence).waitFor();
    await page.getByRole('status').getByText(sentence).waitFor();
    await page.getByRole('button', { name: /^已有结果 [1-9]/ }).waitFor();
  });

  test('不清楚 below two numbers stands for the empty one', async () => {
    await button(page, '四项都是').click();
    await continueButton(page).click();
    await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
    await continueButton(page).click();
    await textBox(page, 'rd-spending').click();
    await page.keyboard.type('900');
    await page.getByLabel('不清楚', { exact: true }).click();
    assert.ok(await textBox(page, 'rd-spending-before').isDisabled());
    assert.ok(await textBox(page, 'rd-spending').isEnabled());
    await continueButton(page).click();
    await question(page, 'rd-spending').waitFor({ state: 'detached' });
  });
});

describe('navigation', () => {
  const FIRST = 'applicant-kind';
  const TAX = 'building-tax';
  beforeEach(async () => {
    page = await openPage(site);
    await startInterview(page);
  });

  test('continuing without an answer reports it once, and moves to the question', async () => {
    await question(page, FIRST).waitFor();
    await continueButton(page).click();
    await page.getByRole('alert').getByText('请回答这一题；不知道的，请选“不清楚”。').waitFor();
    assert.equal(await page.getByText('请回答这一题').count(), 1);
    await assertFocused(question(page, FIRST).getByRole('radio').first());
    await page.keyboard.press('Space');
    await page.getByText('请回答这一题').waitFor({ state: 'detached' });
    await assertFocused(question(page, FIRST).getByRole('radio').first());
  });

  test('a double click on 继续 advances once and answers nothing on the next screen', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    await continueButton(page).dblclick();
    await question(page, FIRST).waitFor({ state: 'detached' });
    assert.equal((await number())[0], 2);
    assert.equal(await page.locator('.ec-question input:checked').count(), 0);
    await backButton(page).dblclick();
    await question(page, FIRST).waitFor();
  });

  test('an answer is changed from the results, and 继续 returns there', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    await continueButton(page).click();
    await showResults(page);
    await summary(page, '我的回答（1）').click();
    await page.getByRole('button', { name: new RegExp(`^更改.*${fact(FIRST).question}`) }).click();
    await assertFocused(title());
    await option(page, FIRST, '其他').check();
    await continueButton(page).click();
    await results().waitFor();
    await changed()
      .getByText(/^又排除了：/)
      .waitFor();
  });

  test('the menu has the answers in the order asked, and clears them after a confirmation', async () => {
    const first = await title().textContent();
    await answerScreen(await asked(), answers);
    await pressContinue();
    await openMenu(page);
    const listed = page.locator('.ec-answers__question').first();
    assert.equal(await listed.textContent(), first);
    await page.getByText(/^回执码：/).waitFor();
    await button(page, '清除全部回答').click();
    await button(page, '不清除').click();
    await assertFocused(button(page, '清除全部回答'));
    await button(page, '清除全部回答').click();
    await button(page, '确认清除').click();
    await page.locator('.ec-start').waitFor();
  });

  test('all questions are folded by topic, have a search, and keep the answers', async () => {
    await option(page, FIRST, ENTERPRISE).check();
    await openMenu(page);
    await button(page, '全部题目').click();
    assert.equal(await page.locator('details.ec-topic[open]').count(), 1);
    await page.getByRole('searchbox', { name: '查找题目' }).fill(fact(TAX).question);
    await enterText(textBox(page, TAX), '120000万元');
    assert.equal(await page.locator('.ec-question').count(), 1);
    await button(page, '一题一题答').click();
    await page.getByRole('button', { name: /^看结果|^已有结果/ }).waitFor();
    await openMenu(page);
    await page.getByText('12 亿元', { exact: true }).waitFor();
  });
});

test('the search in a long list of options keeps checked options visible', async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', ENTERPRISE).check();
  const group = question(page, 'sub-fields');
  await option(page, 'sub-fields', '电子商务').check();
  await group.getByRole('searchbox', { name: '在选项中查找' }).fill('咨询');
  await group.getByText(/^显示 2 \/ 18 项$/).waitFor();
  await option(page, 'sub-fields', '咨询策划').check();
  await group.getByRole('searchbox').press('Enter');
  assert.ok(await option(page, 'sub-fields', '咨询策划').isChecked());
  assert.equal(await group.getByRole('checkbox').count(), 4, 'two options, 以上都不是 and 不清楚');
});
