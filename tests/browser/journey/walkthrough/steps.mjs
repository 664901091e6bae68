// The steps of the walkthrough, with real mouse and keyboard input. Each step is one action and
// finds its target by role and name, or by visible text.
import { tabTo } from '../../support/keyboard.mjs';
import {
  button,
  continueButton,
  dateBox,
  fact,
  openAllQuestions,
  openTopics,
  question,
  showPlan,
  showResults,
  startInterview,
  textBox,
  topicBox,
  waitUntil,
} from '../../support/page.mjs';

const steps = [];
/**
 * Adds a step.
 * @param {string} name
 * @param {(page: any) => Promise<unknown>} [act]
 * @param {{whole?: boolean}} [how]  whole: record each question of the screen with its options
 */
const step = (name, act, how = {}) => steps.push({ name, act, ...how });

const click = (name) => (page) => button(page, name).click();
const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const clickText = (text) => (page) => page.getByText(text, { exact: true }).click();
/** Clicks an option of a question. */
const pick = (id, name) => (page) =>
  question(page, id)
    .getByRole(/** @type {any} */ (roleOf(id, name)), { name, exact: true })
    .click();
const roleOf = (id, name) => {
  const { kind } = fact(id);
  const isBox = kind === 'date' || kind.number;
  return kind.choices || (isBox && name === '不清楚') ? 'checkbox' : 'radio';
};
/** Types a text letter by letter in place of the old one, then presses a key. */
const typeInto =
  (find, text, key = 'Tab') =>
  async (page) => {
    const input = find(page);
    await input.click();
    await page.keyboard.press('Control+A');
    if (text) await input.pressSequentially(text);
    else await page.keyboard.press('Delete');
    await page.keyboard.press(key);
  };
const boxOf = (id) => (page) => textBox(page, id);

const measureSearch = (page) => page.getByRole('searchbox', { name: '查找措施' });
const results = (page) => page.getByRole('region', { name: '您的结果' });
const measure = (page, title) =>
  results(page)
    .locator('summary')
    .filter({ has: page.getByRole('heading', { name: title }) });
const toggleMeasure = (title) => (page) => measure(page, title).click();
const toggleGroup = (name) => (page) =>
  results(page)
    .getByRole('button', { name: new RegExp(`^${name}（`) })
    .click();
const unfold = (text) => (page) => page.locator('summary').filter({ hasText: text }).click();
const next = (page) => continueButton(page).click();
/** Performs an action and waits for a question. */
const thenQuestion = (id, act) => async (page) => {
  await act(page);
  await question(page, id).waitFor();
};
/** Performs an action and waits for the results. */
const thenResults = (act) => async (page) => {
  await act(page);
  await page.getByRole('heading', { name: '您的结果' }).waitFor();
};
/** Answers 不清楚 to every question until the results are shown. */
async function answerNotSure(page) {
  const title = page.locator('#ec-title');
  for (let count = 0; count < 40; count += 1) {
    const text = await title.innerText();
    if (text === '您的结果') return;
    for (const notSure of await page.getByLabel('不清楚', { exact: true }).all())
      await notSure.check();
    await next(page);
    await waitUntil('the next screen is shown', async () => (await title.innerText()) !== text);
  }
}
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Opens the menu of the bar. */
async function openSettings(page) {
  const menu = page.locator('.ec-menu:not([open]) > summary');
  if (await menu.count()) await menu.click();
}
/** Chooses a language in the menu of the bar. */
const chooseLanguage = (name, heading) => async (page) => {
  await openSettings(page);
  await page.getByText(name, { exact: true }).click();
  await page.getByRole('heading', { name: heading }).waitFor();
};
/** The receipt code, from one step for a later one. */
let receiptCode = '';

// From the start screen to the first question.
step('start: today, on which the policy has lapsed');
step('start: the topics of a day in force', (page) => openTopics(page, '2019-05-10'));
step('topics: start without one', (page) => page.locator('#ec-start-topics').click());
step('topics: research and development', (page) => topicBox(page, 'rd').check());
step(
  'begin',
  thenQuestion('applicant-kind', (page) => page.locator('#ec-start-topics').click()),
);
step('continue without an answer', next);
step('choice: answer by Space', press('Space'));
step('choice: the next option by arrow', press('ArrowDown'));
step('choice: back by arrow', press('ArrowUp'));
step('four questions', thenQuestion('registered-in-tianhe', next));
step('yes/no: 是', pick('registered-in-tianhe', '是'));
step('yes/no: 否 by arrow', press('ArrowDown'));
step('yes/no: 是 again by arrow', press('ArrowUp'));
step('four questions: continue without the others', next);
step('four questions: 四项都是', click('四项都是'));
step('choices', thenQuestion('rd-sectors', next));
step('back to the four questions', (page) => page.locator('.ec-back').click());
step('choices again', thenQuestion('rd-sectors', next));
step('choices: tick one', pick('rd-sectors', '信息传输、软件和信息技术服务业'));
step('choices: none of these unticks the others', pick('rd-sectors', '以上都不是'));
step('choices: 不清楚 replaces none of these', pick('rd-sectors', '不清楚'));
step('choices: an option replaces 不清楚', pick('rd-sectors', '信息传输、软件和信息技术服务业'));
step('two numbers', thenQuestion('rd-spending', next));
step('number: not a number', typeInto(boxOf('rd-spending'), 'abc'));
step('number: too small', typeInto(boxOf('rd-spending'), '-1'));
step('number: too many decimal places', typeInto(boxOf('rd-spending'), '1.234'));
step('number: a foreign currency', typeInto(boxOf('rd-spending'), '200美元'));
step('number: too large', typeInto(boxOf('rd-spending'), '5000001'));
step('number: continue with the error', next);
step('number: correct it', typeInto(boxOf('rd-spending'), '900'));
step('number: with a unit, below the threshold', typeInto(boxOf('rd-spending-before'), '750万元'));
step('number: at the threshold', typeInto(boxOf('rd-spending-before'), '700'));

step('the first money', thenQuestion('projects', next));

// The results so far.
step('results: with questions left', showResults);
step('results: search measures', async (page) => {
  await measureSearch(page).click();
  await measureSearch(page).pressSequentially('高企');
});
step('results: nothing is found', typeInto(measureSearch, '没有这样的'));
step('results: empty the search', typeInto(measureSearch, ''));
step('results: all open measures', (page) =>
  results(page)
    .getByRole('button', { name: /^显示其余 \d+ 项$/ })
    .first()
    .click(),
);
step('results: the first open measures only', (page) =>
  results(page)
    .getByRole('button', { name: /^显示其余 \d+ 项$/ })
    .first()
    .click(),
);
step(
  'results: answer what an open measure needs',
  thenQuestion('innovation-items', (page) =>
    results(page)
      .getByRole('button', { name: `回答：${fact('innovation-items').question}` })
      .first()
      .click(),
  ),
);
step('choices: none of them', pick('innovation-items', '以上都不是'));
step('results: back, without these measures', thenResults(next));
step('results: open a measure', toggleMeasure('企业研发投入增长支持'));
step('results: a citation', (page) =>
  results(page).locator('li details > summary').first().click(),
);
step('results: close the measure by keyboard', async (page) => {
  await measure(page, '企业研发投入增长支持').focus();
  await page.keyboard.press('Enter');
});
step('results: measures that are not relevant', toggleGroup('与您无关'));
step('results: hide them', toggleGroup('与您无关'));
step('results: open the list of answers', unfold(/^我的回答/));
step(
  'results: change an answer',
  thenQuestion('rd-spending', (page) =>
    page
      .getByRole('button', {
        name: new RegExp(`^更改 ?：${escaped(fact('rd-spending').question)}`),
      })
      .click(),
  ),
);
step('changed: less spending', typeInto(boxOf('rd-spending'), '880'));
step('results: the changed answer loses a measure', thenResults(next));
step('results: the reason of the loss', toggleGroup('不符合'));
step(
  'results: change it back',
  thenResults(async (page) => {
    await unfold(/^我的回答/)(page);
    await page
      .getByRole('button', {
        name: new RegExp(`^更改 ?：${escaped(fact('rd-spending').question)}`),
      })
      .click();
    await typeInto(boxOf('rd-spending'), '900')(page);
    await next(page);
  }),
);
step('results: add a topic', (page) => page.getByRole('button', { name: /^商务楼宇/ }).click());
step('topic: back to the results', showResults);

// Other languages and large type.
step('results in English', chooseLanguage('English', 'Your results'));
step('results in traditional Chinese', chooseLanguage('繁體中文', '你的結果'));
step('results in simplified Chinese again', chooseLanguage('简体中文', '您的结果'));
step('large type', async (page) => {
  await openSettings(page);
  await clickText('大字版')(page);
});
step('normal type', async (page) => {
  await openSettings(page);
  await clickText('大字版')(page);
  await page.keyboard.press('Escape');
});

// The plan and its receipt.
step('plan', async (page) => {
  await showPlan(page);
  await page.getByRole('heading', { name: '办事清单' }).waitFor();
  receiptCode = await page.locator('.ec-receipt__code').innerText();
});
step('plan: show the checklist', click('看看打印出来的样子'));
step('plan: hide the checklist', click('看看打印出来的样子'));
step(
  'plan: back',
  thenResults((page) => page.locator('.ec-back').click()),
);

// All questions.
step(
  'all questions',
  async (page) => {
    await unfold(/^我的回答/)(page);
    await openAllQuestions(page);
  },
  { whole: true },
);

// Clear, and restore.
step('clear: ask first', click('清除全部回答'));
step('clear: no', click('不清除'));
step('clear: ask again', click('清除全部回答'));
step('clear: yes', click('确认清除'));

step(
  'restore: the code of the plan',
  thenResults(async (page) => {
    await page.getByText('有回执码？接着上次的').click();
    await page.locator('#ec-code').fill(receiptCode.toLowerCase());
    await click('打开')(page);
  }),
);
step('restored: clear again', async (page) => {
  await click('清除全部回答')(page);
  await click('确认清除')(page);
});

// The end of an interview.
step('a building', (page) => startInterview(page, ['building']));
step('不清楚 to every question, to the results', thenResults(answerNotSure));
step('end: back to the last question', (page) => page.locator('.ec-back').click());
step('end: the results again', thenResults(next));

export const STEPS = steps;
