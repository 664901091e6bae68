// The steps of the walkthrough, with real mouse and keyboard input. Each step is one action and
// finds its target by role and name, or by visible text.
import { tabTo } from '../../support/keyboard.mjs';
import { button, dateBox, fact, question, textBox, waitUntil } from '../../support/page.mjs';

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
const followError = (page) =>
  page.getByRole('group', { name: '请先看这里' }).getByRole('button').click();
const boxOf = (id) => (page) => textBox(page, id);
const codeBox = (page) => page.getByRole('textbox', { name: '回执码', exact: true });
const measureSearch = (page) => page.getByRole('searchbox', { name: '查找措施' });
const results = (page) => page.getByRole('region', { name: '自测结果' });
const toggleMeasure = (title) => (page) => results(page).getByText(title, { exact: true }).click();
/** Opens a measure and waits for its details. */
const openMeasure = (title) => async (page) => {
  await toggleMeasure(title)(page);
  await results(page).getByText('受理部门', { exact: true }).first().waitFor();
};
/** Performs an action and waits for a question. */
const thenQuestion = (id, act) => async (page) => {
  await act(page);
  await page.getByRole('heading', { name: fact(id).question, exact: true }).waitFor();
};

/** Performs an action and waits for a button. */
const thenButton = (name, act) => async (page) => {
  await act(page);
  await button(page, name).waitFor();
};
/** Performs an action and waits for the checklist. */
const thenChecklist =
  (act, name = '申报前核对清单') =>
  async (page) => {
    await act(page);
    await page.getByRole('article').getByRole('heading', { name }).waitFor();
  };
/** The receipt code, from one step for a later one. */
let receiptCode = '';

// The start screen.
step('start: today, on which the policy has lapsed');
step('start: open the notices', clickText('对所有措施都适用的说明'));
step('start: close the notices by keyboard', press('Enter'));
step('start: type a day that does not exist', typeInto(dateBox, '2019-02-30'));
step('start: type a text that is not a date', typeInto(dateBox, '上个月'));
step('start: type a day before the policy', typeInto(dateBox, '2017-06-30'));
step('start: type the last day in force', typeInto(dateBox, '2020-12-31'));
step('start: type the first lapsed day', typeInto(dateBox, '2021-01-01'));
step('start: type a day in force', typeInto(dateBox, '2019-05-10'));
step('start: open the restore box', clickText('用回执恢复，或打开保存的文件'));
step('start: submit a text that is not a receipt code', typeInto(codeBox, '你好', 'Enter'));
step('start: type a damaged receipt code', typeInto(codeBox, '24QRD 7QBNZ'));
step('start: submit the damaged code', click('恢复'));

// One question at a time.
step('begin', thenQuestion('applicant-kind', click('开始自测')));
step('next without an answer', click('下一题'));
step('follow the error summary', (page) =>
  page.getByRole('group', { name: '请先看这里' }).getByRole('button').click(),
);
step('choice: answer by Space', press('Space'));
step('choice: the next option by arrow', press('ArrowDown'));
step('choice: back by arrow', press('ArrowUp'));
step('open the measures that need the question', (page) => page.getByText('是哪些措施').click());
step('close them by keyboard', press('Enter'));
step('next: yes/no', thenQuestion('registered-in-tianhe', click('下一题')));
step('yes/no: 不清楚', pick('registered-in-tianhe', '不清楚'));
step('yes/no: 是 replaces 不清楚', pick('registered-in-tianhe', '是'));
step('next: another yes/no', thenQuestion('taxed-in-tianhe', click('下一题')));
step('another yes/no: 是', pick('taxed-in-tianhe', '是'));
step(
  'next by keyboard: a third yes/no',
  thenQuestion('independent-legal-person', async (page) => {
    await tabTo(page, button(page, '下一题'));
    await page.keyboard.press('Enter');
  }),
);
step('a third yes/no: 是', pick('independent-legal-person', '是'));
step('next: choices', thenQuestion('rd-sectors', click('下一题')));
step('choices: tick one', pick('rd-sectors', '信息传输、软件和信息技术服务业'));
step('choices: tick the next by keyboard', press('Tab', 'Space'));
step('choices: untick it', press('Space'));
step('next after choices', click('下一题'));
step('back to choices', thenQuestion('rd-sectors', click('上一题')));
step('choices: none of these unticks the others', pick('rd-sectors', '以上都不是'));
step('choices: 不清楚 replaces none of these', pick('rd-sectors', '不清楚'));
step('choices: an option replaces 不清楚', pick('rd-sectors', '信息传输、软件和信息技术服务业'));
step('next: a number', click('下一题'));

// The results, and the questions that a measure needs.
step('show the other open measures', (page) =>
  results(page)
    .getByRole('button', { name: /^显示其余 \d+ 项$/ })
    .first()
    .click(),
);
step('show the first open measures only', (page) =>
  results(page)
    .getByRole('button', { name: /^显示其余 \d+ 项$/ })
    .first()
    .click(),
);
step('search measures letter by letter', async (page) => {
  await measureSearch(page).click();
  await measureSearch(page).pressSequentially('落户');
});
step('open a measure', openMeasure('世界500强、中国500强企业落户'));
step(
  'answer what it needs: a choice',
  thenQuestion('settled-how', click(`回答：${fact('settled-how').question}`)),
);
step('choice: 新设立', pick('settled-how', '新设立在天河区'));
step(
  'answer what it needs: a date',
  thenQuestion('founded-on', click(`回答：${fact('founded-on').question}`)),
);
step('date: a day that does not exist', typeInto(boxOf('founded-on'), '2019-02-30'));
step('date: next with a wrong date', typeInto(boxOf('founded-on'), '去年', 'Enter'));
step('date: follow the error summary', followError);
step('date: correct it', typeInto(boxOf('founded-on'), '2018年9月3日'));
step('next after a date', click('下一题'));
step('close the measure', toggleMeasure('世界500强、中国500强企业落户'));
step('search measures by another word', typeInto(measureSearch, '研发投入', 'Tab'));
step('open a measure with numbers', openMeasure('企业研发投入增长支持'));
step(
  'answer what it needs: a number',
  thenQuestion('rd-spending', click(`回答：${fact('rd-spending').question}`)),
);
step('number: not a number', typeInto(boxOf('rd-spending'), 'abc'));
step('number: too small', typeInto(boxOf('rd-spending'), '-1'));
step('number: too many decimal places', typeInto(boxOf('rd-spending'), '1.234'));
step('number: a foreign currency', typeInto(boxOf('rd-spending'), '200美元'));
step('number: too large', typeInto(boxOf('rd-spending'), '5000001', 'Enter'));
step('number: correct it', typeInto(boxOf('rd-spending'), '700.5'));
step('number: not sure', pick('rd-spending', '不清楚'));
step('number: untick 不清楚', pick('rd-spending', '不清楚'));
step('next after a number', click('下一题'));
step(
  'answer what it needs: another number',
  thenQuestion('rd-spending-before', click(`回答：${fact('rd-spending-before').question}`)),
);
step(
  'number: with a unit, continue with Enter',
  typeInto(boxOf('rd-spending-before'), '500万元', 'Enter'),
);
step('empty the search', typeInto(measureSearch, ''));
step('open the calculation of the totals', (page) =>
  results(page).getByText('怎样合计，哪些不能同时得到').click(),
);
step('close the calculation of the totals', press('Enter'));
step('show one outcome only', (page) =>
  results(page).getByRole('button', { name: '不符合', exact: true }).click(),
);
step('open a measure that is not met', openMeasure('新落户高新技术企业'));
step('show every outcome again', (page) =>
  results(page).getByRole('button', { name: '不符合', exact: true }).click(),
);

// The answers so far.
step('open the list of answers', (page) => page.getByText(/^已有的回答（\d+）$/).click());
step(
  'change an answer from the list',
  thenQuestion('settled-how', (page) =>
    page
      .getByRole('button', { name: new RegExp(`^更改.*${fact('settled-how').question}`) })
      .click(),
  ),
);
step('changed: moved in', pick('settled-how', '从天河区外迁入'));
step('back from the changed answer', click('上一题'));
step('back to the question before it', click('上一题'));
step('next through answered questions', click('下一题'));
step('close the list of answers', (page) => page.getByText(/^已有的回答（\d+）$/).click());

// All questions by section.
step('all questions by section', click('按部分查看全部题目'), { whole: true });
step('by section: yes/no by keyboard', async (page) => {
  await tabTo(
    page,
    question(page, 'taxed-in-tianhe').getByRole('radio', { name: '是', exact: true }),
  );
  await page.keyboard.press('Space');
});
step('by section: 否', pick('independent-legal-person', '否'));
step('by section: 是 again by arrow', press('ArrowUp'));
step('by section: reports', pick('reports-in-tianhe', '是'));
step('by section: an answer that adds questions', pick('building-owner', '是'));
step('by section: a number that is wrong', typeInto(boxOf('building-tax'), '很多'));
step('by section: the checklist waits for the wrong number', click('查看核对清单'));
step('by section: follow the error summary', followError);
step('by section: correct the number', typeInto(boxOf('building-tax'), '12'));
step('by section: the suggested question', (page) =>
  results(page).getByRole('button').first().click(),
);
step('by section: open a measure and its clauses', openMeasure('行政审批和商事登记服务'));
step('by section: not the owner of a building', pick('building-owner', '否'));

// Other languages and large type.
step('English by section', thenButton('Answer one question at a time', click('English')));
step('English: open a measure that is open', (page) =>
  page.getByRole('region').getByText('New headquarters', { exact: true }).click(),
);
step('English: one question at a time', click('Answer one question at a time'));
step('English: next without an answer', click('Next question'));
step('traditional Chinese', thenButton('下一題', click('繁體中文')));
step('simplified Chinese again', thenButton('下一题', click('简体中文')));
step('large type', click('大字版'));
step('choose an answer in large type by its visible text', (page) =>
  page.getByText('不清楚', { exact: true }).click(),
);
step('normal type', click('大字版'));

// The checklist.
step('checklist', thenChecklist(click('查看核对清单')));
step('checklist: open the print options', clickText('选择打印哪些内容'));
step(
  'checklist: open measures by name only',
  clickText('“还差信息”的措施只列名称和还需要的回答，不逐项展开'),
);
step('checklist: one measure', (page) =>
  page.getByRole('checkbox', { name: '企业研发投入增长支持（符合）', exact: true }).click(),
);
step('checklist: without answers', clickText('不印我的回答和自测结果，只印措施、材料和办理方式'));
step('checklist: with answers by keyboard', press('Space'));
step('checklist: two languages', clickText('中英文对照'));
step('checklist: in English', thenChecklist(click('English'), 'Pre-application checklist'));
step('checklist: in Chinese again', thenChecklist(click('简体中文')));
step('checklist: one language', clickText('中英文对照'));
step('checklist: close the print options', clickText('选择打印哪些内容'));
step('read the receipt code, back to the questions', async (page) => {
  receiptCode = /[0-9A-Z]{5}(?:-[0-9A-Z]{1,5})+/.exec(
    await page.getByRole('article').innerText(),
  )[0];
  await click('返回继续回答')(page);
});
step('the checklist keeps its options', thenChecklist(click('查看核对清单')));
step('checklist: back', click('返回继续回答'));

// Clear, and restore.
step('clear: ask first', click('清除全部回答'));
step('clear: no', click('不清除'));
step('clear: ask again', click('清除全部回答'));
step('clear: yes', click('确认清除'));
step('restore: open the box', clickText('用回执恢复，或打开保存的文件'));
step('restore: the code of the checklist', (page) =>
  typeInto(codeBox, receiptCode.toLowerCase(), 'Enter')(page),
);
step('restored: all questions by section', click('按部分查看全部题目'));
step('restored: the start page', click('回到首页'));
step('restored: back to the questions', click('返回继续回答'));
step('restored: one question at a time', click('一题一题回答'));

// To the end.
step('answer 不清楚 to the rest', async (page) => {
  const heading = page.getByRole('heading', { level: 3 }).first();
  for (let count = 0; count < 60; count += 1) {
    const text = await heading.innerText();
    if (!(await button(page, '下一题').count())) return;
    await page.getByLabel('不清楚', { exact: true }).click();
    await click('下一题')(page);
    await waitUntil('the next question is shown', async () => (await heading.innerText()) !== text);
  }
});
step('end: back', click('上一题'));
step('end: next', click('下一题'));
step(
  'end: the checklist',
  thenChecklist((page) => button(page, '查看核对清单').first().click()),
);

export const STEPS = steps;
