// The walk: what a person does in the widget, one action a step, with a real mouse and keyboard. A step finds what it uses by
// role and name or by visible text.
import { tabTo } from '../../support/keyboard.mjs';
import { button, dateBox, fact, question, textBox, waitUntil } from '../../support/page.mjs';

const steps = [];
/**
 * Adds a step.
 * @param {string} name
 * @param {(page: any) => Promise<unknown>} [act]
 * @param {{whole?: boolean}} [how]  whole: record every question of the screen with its options
 */
const step = (name, act, how = {}) => steps.push({ name, act, ...how });

const click = (name) => (page) => button(page, name).click();
const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};
const clickText = (text) => (page) => page.getByText(text, { exact: true }).click();
/** Clicks an option of a question. */
const pick = (id, name) => (page) => question(page, id).getByRole(/** @type {any} */ (roleOf(id, name)), { name, exact: true }).click();
const roleOf = (id, name) => {
  const { kind } = fact(id);
  const isBox = kind === 'date' || kind.number;
  return kind.choices || (isBox && name === '不清楚') ? 'checkbox' : 'radio';
};
/** Replaces the text of a box letter by letter, then presses a key. */
const write = (find, text, key = 'Tab') => async (page) => {
  const input = find(page);
  await input.click();
  await page.keyboard.press('Control+A');
  if (text) await input.pressSequentially(text);
  else await page.keyboard.press('Delete');
  await page.keyboard.press(key);
};
const errors = (page) => page.getByRole('group', { name: '请先看这里' }).getByRole('button').click();
const inBox = (id) => (page) => textBox(page, id);
const codeBox = (page) => page.getByRole('textbox', { name: '回执码', exact: true });
const seek = (page) => page.getByRole('searchbox', { name: '查找措施' });
const results = (page) => page.getByRole('region', { name: '自测结果' });
const measure = (title) => (page) => results(page).getByText(title, { exact: true }).click();
/** Opens a measure and waits for its details. */
const opens = (title) => async (page) => {
  await measure(title)(page);
  await results(page).getByText('受理部门', { exact: true }).first().waitFor();
};
/** Waits for the question after an action that asks it. */
const asks = (id, act) => async (page) => {
  await act(page);
  await page.getByRole('heading', { name: fact(id).question, exact: true }).waitFor();
};

/** Waits for a button after an action that loads something. */
const shows = (name, act) => async (page) => {
  await act(page);
  await button(page, name).waitFor();
};
/** Waits for the checklist after an action that opens it or writes it in another language. */
const checklist = (act, name = '申报前核对清单') => async (page) => {
  await act(page);
  await page.getByRole('article').getByRole('heading', { name }).waitFor();
};
/** What a later step uses. */
const notes = { code: '' };

// The start screen.
step('start: today, on which the policy has lapsed');
step('start: open the notices', clickText('对所有措施都适用的说明'));
step('start: close the notices by keyboard', press('Enter'));
step('start: type a day that does not exist', write(dateBox, '2019-02-30'));
step('start: type a text that is not a date', write(dateBox, '上个月'));
step('start: type a day before the policy', write(dateBox, '2017-06-30'));
step('start: type the last day in force', write(dateBox, '2020-12-31'));
step('start: type the first lapsed day', write(dateBox, '2021-01-01'));
step('start: type a day in force', write(dateBox, '2019-05-10'));
step('start: open the restore box', clickText('用回执恢复，或打开保存的文件'));
step('start: refuse a text that is not a receipt code', write(codeBox, '你好', 'Enter'));
step('start: type a damaged receipt code', write(codeBox, '24QRD 7QBNZ'));
step('start: refuse the damaged code', click('恢复'));

// One question at a time.
step('begin', asks('applicant-kind', click('开始自测')));
step('next without an answer', click('下一题'));
step('follow the error summary', (page) => page.getByRole('group', { name: '请先看这里' }).getByRole('button').click());
step('choice: answer by Space', press('Space'));
step('choice: the next option by arrow', press('ArrowDown'));
step('choice: back by arrow', press('ArrowUp'));
step('open the measures that need the question', (page) => page.getByText('是哪些措施').click());
step('close them by keyboard', press('Enter'));
step('next: choices', asks('talent-kinds', click('下一题')));
step('choices: tick one', pick('talent-kinds', '创新领军人才'));
step('choices: tick the next by keyboard', press('Tab', 'Space'));
step('choices: untick it', press('Space'));
step('next after choices', click('下一题'));
step('back to choices', asks('talent-kinds', click('上一题')));
step('choices: none of these unticks the others', pick('talent-kinds', '以上都不是'));
step('choices: 不清楚 replaces none of these', pick('talent-kinds', '不清楚'));
step('choices: an option replaces 不清楚', pick('talent-kinds', '创新领军人才'));
step('next by keyboard: yes/no', asks('registered-in-tianhe', async (page) => {
  await tabTo(page, button(page, '下一题'));
  await page.keyboard.press('Enter');
}));
step('yes/no: 不清楚', pick('registered-in-tianhe', '不清楚'));
step('yes/no: 是 replaces 不清楚', pick('registered-in-tianhe', '是'));
step('next: choice', asks('settled-how', click('下一题')));
step('choice: 新设立', pick('settled-how', '新设立在天河区'));
step('next: yes/no', click('下一题'));

// The results, and the questions that a measure needs.
step('show the other open measures', (page) => results(page).getByRole('button', { name: /^显示其余 \d+ 项$/ }).first().click());
step('show the first open measures only', (page) => results(page).getByRole('button', { name: /^显示其余 \d+ 项$/ }).first().click());
step('search measures letter by letter', async (page) => {
  await seek(page).click();
  await seek(page).pressSequentially('落户');
});
step('open a measure', opens('世界500强、中国500强企业落户'));
step('answer what it needs: a date', asks('founded-on', click(`回答：${fact('founded-on').question}`)));
step('date: a day that does not exist', write(inBox('founded-on'), '2019-02-30'));
step('date: next with a wrong date', write(inBox('founded-on'), '去年', 'Enter'));
step('date: follow the error summary', errors);
step('date: correct it', write(inBox('founded-on'), '2018年9月3日'));
step('next after a date', click('下一题'));
step('close the measure', measure('世界500强、中国500强企业落户'));
step('search measures by another word', write(seek, '研发投入', 'Tab'));
step('open a measure with numbers', opens('企业研发投入增长支持'));
step('answer what it needs: choices', asks('rd-sectors', click(`回答：${fact('rd-sectors').question}`)));
step('choices: tick one of a long list', pick('rd-sectors', '信息传输、软件和信息技术服务业'));
step('answer what it needs: a number', asks('rd-spending', click(`回答：${fact('rd-spending').question}`)));
step('number: not a number', write(inBox('rd-spending'), 'abc'));
step('number: too small', write(inBox('rd-spending'), '-1'));
step('number: too many decimal places', write(inBox('rd-spending'), '1.234'));
step('number: a foreign currency', write(inBox('rd-spending'), '200美元'));
step('number: too large', write(inBox('rd-spending'), '5000001', 'Enter'));
step('number: correct it', write(inBox('rd-spending'), '700.5'));
step('number: not sure', pick('rd-spending', '不清楚'));
step('number: sure again', pick('rd-spending', '不清楚'));
step('next after a number', click('下一题'));
step('answer what it needs: another number', asks('rd-spending-before', click(`回答：${fact('rd-spending-before').question}`)));
step('number: with a unit, go on by Enter', write(inBox('rd-spending-before'), '500万元', 'Enter'));
step('empty the search', write(seek, ''));
step('open how the totals are made', (page) => results(page).getByText('怎样合计，哪些不能同时得到').click());
step('close how the totals are made', press('Enter'));
step('show one outcome only', (page) => results(page).getByRole('button', { name: '不符合', exact: true }).click());
step('open a measure that is not met', opens('新落户高新技术企业'));
step('show every outcome again', (page) => results(page).getByRole('button', { name: '不符合', exact: true }).click());

// The answers so far.
step('open the list of answers', (page) => page.getByText(/^已有的回答（\d+）$/).click());
step('change an answer from the list', asks('settled-how', (page) => page.getByRole('button', { name: new RegExp(`^更改.*${fact('settled-how').question}`) }).click()));
step('changed: moved in', pick('settled-how', '从天河区外迁入'));
step('back from the changed answer', click('上一题'));
step('back to the question before it', click('上一题'));
step('next through answered questions', click('下一题'));
step('close the list of answers', (page) => page.getByText(/^已有的回答（\d+）$/).click());

// All questions by section.
step('all questions by section', click('按部分查看全部题目'), { whole: true });
step('by section: yes/no by keyboard', async (page) => {
  await tabTo(page, question(page, 'taxed-in-tianhe').getByRole('radio', { name: '是', exact: true }));
  await page.keyboard.press('Space');
});
step('by section: 否', pick('independent-legal-person', '否'));
step('by section: 是 again by arrow', press('ArrowUp'));
step('by section: reports', pick('reports-in-tianhe', '是'));
step('by section: an option that adds questions', pick('roles', '是商务楼宇的业主，或者业主的合法代理方'));
step('by section: a number that is wrong', write(inBox('building-tax'), '很多'));
step('by section: the checklist waits for the wrong number', click('查看核对清单'));
step('by section: follow the error summary', errors);
step('by section: correct the number', write(inBox('building-tax'), '12'));
step('by section: the suggested question', (page) => results(page).getByRole('button').first().click());
step('by section: open a measure and its clauses', opens('行政审批和商事登记服务'));
step('by section: untick the option', pick('roles', '是商务楼宇的业主，或者业主的合法代理方'));

// Other languages and large type.
step('English by section', shows('Answer one question at a time', click('English')));
step('English: open a measure that is open', (page) => page.getByRole('region').getByText('New headquarters', { exact: true }).click());
step('English: one question at a time', click('Answer one question at a time'));
step('English: next without an answer', click('Next question'));
step('traditional Chinese', shows('下一題', click('繁體中文')));
step('simplified Chinese again', shows('下一题', click('简体中文')));
step('large type', click('大字版'));
step('choose an answer in large type by its visible text', (page) => page.getByText('取得了创新平台资质', { exact: true }).click());
step('normal type', click('大字版'));

// The checklist.
step('checklist', checklist(click('查看核对清单')));
step('checklist: open the print options', clickText('选择打印哪些内容'));
step('checklist: open measures by name only', clickText('“还差信息”的措施只列名称和还需要的回答，不逐项展开'));
step('checklist: one measure', (page) => page.getByRole('checkbox', { name: '企业研发投入增长支持（符合）', exact: true }).click());
step('checklist: without answers', clickText('不印我的回答和自测结果，只印措施、材料和办理方式'));
step('checklist: with answers by keyboard', press('Space'));
step('checklist: two languages', clickText('中英文对照'));
step('checklist: in English', checklist(click('English'), 'Checklist before you apply'));
step('checklist: in Chinese again', checklist(click('简体中文')));
step('checklist: one language', clickText('中英文对照'));
step('checklist: close the print options', clickText('选择打印哪些内容'));
step('read the receipt code, back to the questions', async (page) => {
  notes.code = /[0-9A-Z]{5}(?:-[0-9A-Z]{1,5})+/.exec(await page.getByRole('article').innerText())[0];
  await click('返回继续回答')(page);
});
step('the checklist keeps its options', checklist(click('查看核对清单')));
step('checklist: back', click('返回继续回答'));

// Clear, and restore.
step('clear: ask first', click('清除全部回答'));
step('clear: no', click('不清除'));
step('clear: ask again', click('清除全部回答'));
step('clear: yes', click('确认清除'));
step('restore: open the box', clickText('用回执恢复，或打开保存的文件'));
step('restore: the code of the checklist', (page) => write(codeBox, notes.code.toLowerCase(), 'Enter')(page));
step('restored: all questions by section', click('按部分查看全部题目'));
step('restored: the start page', click('回到首页'));
step('restored: back to the questions', click('返回继续回答'));
step('restored: one question at a time', click('一题一题回答'));

// To the end.
step('answer 不清楚 to the rest', async (page) => {
  const heading = page.getByRole('heading', { level: 3 }).first();
  for (let asked = 0; asked < 60; asked += 1) {
    const text = await heading.innerText();
    if (!(await button(page, '下一题').count())) return;
    await page.getByLabel('不清楚', { exact: true }).click();
    await click('下一题')(page);
    await waitUntil('the next question', async () => (await heading.innerText()) !== text);
  }
});
step('end: back', click('上一题'));
step('end: next', click('下一题'));
step('end: the checklist', checklist((page) => button(page, '查看核对清单').first().click()));

export const STEPS = steps;
