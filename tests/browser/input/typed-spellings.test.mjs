// Every kind of answer by keyboard, key by key; numbers and dates as people write them, with the
// line below the field; the searches.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  IN_FORCE,
  assertNoErrors,
  button,
  fact,
  openPage,
  option,
  question,
  showAllQuestions,
  showResults,
  textBox,
  useSite,
  waitUntil,
} from '../support/page.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';

const ENTERPRISE = '企业（金融机构除外）';

const site = useSite();
let page;
beforeEach(async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
});
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

/** Types into an element key by key, without leaving it. */
async function typeInto(target, text) {
  await tabTo(page, target);
  for (const key of text) await page.keyboard.type(key);
}

/** The line below a field. */
const line = (id) => question(page, id).getByRole('status');
const waitForLine = (id, expected) =>
  waitUntil(`${id} is read as ${expected}`, async () => {
    const found = line(id);
    return (await found.count()) > 0 && (await found.innerText()).includes(expected);
  });

/** Answers the questions on which the others depend. */
async function answerFirst() {
  await answer(page, 'applicant-kind', 'enterprise');
  await answer(page, 'settled-how', 'new');
  await answer(page, 'rd-sectors', ['information']);
}

test('options and yes or no', async () => {
  await answerFirst();
  await answer(page, 'taxed-in-tianhe', true);
  assert.ok(await option(page, 'applicant-kind', ENTERPRISE).isChecked());
  assert.ok(await option(page, 'taxed-in-tianhe', '是').isChecked());
  assert.ok(await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').isChecked());
});

describe('another spelling is read back when the field is left', () => {
  for (const [id, typed, reading] of [
    ['rd-spending', '1亿2000万', '读作 1.2 亿元'],
    ['rd-spending', '￥5,000,000', '读作 500 万元'],
    ['rd-spending', '５０００。５', '读作 5000.5 万元'],
    ['rd-spending', '50\u200b0\u00a0', '读作 500 万元'],
    ['founded-on', '2018。3。31', '读作 2018年3月31日'],
    ['founded-on', '2018—03—31', '读作 2018年3月31日'],
    ['founded-on', '2018年3月1号', '读作 2018年3月1日'],
  ])
    test(JSON.stringify(typed), async () => {
      await answerFirst();
      await typeInto(textBox(page, id), typed);
      await page.keyboard.press('Tab');
      await waitForLine(id, reading);
      assert.equal(await textBox(page, id).inputValue(), typed);
    });
});

test('a large number is read back at once, asked back, and confirmed by keyboard', async () => {
  await answerFirst();
  await typeInto(textBox(page, 'rd-spending'), '5000000');
  await waitForLine('rd-spending', '读作 500 亿元，一般在');
  await assertFocused(textBox(page, 'rd-spending'));
  await tabTo(page, question(page, 'rd-spending').getByRole('button', { name: '没有写错' }));
  await page.keyboard.press('Enter');
  await waitUntil('only the reading is left', async () => {
    return (await line('rd-spending').innerText()).trim() === '读作 500 亿元';
  });
  await assertFocused(textBox(page, 'rd-spending'));
});

test('a date in the future is asked back at once', async () => {
  await answerFirst();
  await typeInto(textBox(page, 'founded-on'), '2030-01-01');
  await waitForLine('founded-on', '按还没有发生处理');
});

describe('the search of the results', () => {
  for (const [typed, title] of [
    ['高企', '高新技术企业认定奖励'],
    ['５００', '世界500强、中国500强企业落户'],
    ['ｒ＆Ｄ', '企业研发投入增长支持'],
  ])
    test(`finds ${title} by ${typed}`, async () => {
      const box = page.getByRole('searchbox', { name: '查找措施' });
      await typeInto(box, typed);
      const results = page.getByRole('region', { name: '您的结果' });
      await results.getByText(title, { exact: true }).waitFor();
      await assertFocused(box);
    });
});

test('a doubt that was shown does not prevent the next question', async () => {
  const { question: text } = fact('building-tax');
  await button(page, '一题一题答').click();
  await showResults(page);
  await page.getByRole('searchbox', { name: '查找措施' }).fill('超百亿商务楼宇');
  await page
    .getByRole('region', { name: '您的结果' })
    .getByText('超百亿商务楼宇', { exact: true })
    .click();
  await page.getByRole('button', { name: `回答：${text}` }).click();
  await textBox(page, 'building-tax').waitFor();
  await typeInto(textBox(page, 'building-revenue'), '120');
  await typeInto(textBox(page, 'building-tax'), '5000');
  await waitForLine('building-tax', '一般在');
  await page.keyboard.press('Enter');
  await waitUntil(
    'the next question is shown',
    async () => !(await question(page, 'building-tax').count()),
  );
});
