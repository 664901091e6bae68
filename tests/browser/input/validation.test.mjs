// Answers that do not parse: a message next to the input, nothing lost, and no message after
// correction.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  IN_FORCE,
  assertNoErrors,
  counts,
  dateBox,
  descriptionOf,
  enterText,
  fact,
  openDay,
  openPage,
  option,
  question,
  showAllQuestions,
  textBox,
  useSite,
  waitForText,
  waitUntil,
} from '../support/page.mjs';

const ENTERPRISE = '企业（金融机构除外）';

const site = useSite();
let page;
beforeEach(async () => {
  page = await openPage(site);
  await showAllQuestions(page, IN_FORCE);
  await option(page, 'applicant-kind', ENTERPRISE).check();
  for (const id of [
    'registered-in-tianhe',
    'taxed-in-tianhe',
    'reports-in-tianhe',
    'independent-legal-person',
  ])
    await option(page, id, '是').check();
  await option(page, 'settled-how', '新设立在天河区').check();
  await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
  await enterText(textBox(page, 'rd-spending-before'), '500');
});
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

const openMeasure = () => page.getByText('企业研发投入增长支持', { exact: true }).click();
const spendingInReasons = (amount) =>
  page.getByText(`${fact('rd-spending').question.replace('？', '')}：${amount}`).first();

describe('an invalid text', () => {
  for (const [id, invalid, message, valid] of [
    ['rd-spending', '5000001', '请填写不大于 5000000 的数（万元）。请检查是否多写了位数。', '700'],
    ['rd-spending', '-1', '请填写不小于 0 的数（万元）。', '0'],
    ['rd-spending', '1.234', '最多填写 2 位小数。', '1.23'],
    ['rd-spending', '200美元', '请只填数字，去掉“美元”。单位已经是万元，需要时请先换算。', '200'],
    ['rd-spending', 'abc', '请填写数字，例如 1500。单位已经是万元。', '700'],
    ['contribution-rank', '0', '请填写不小于 1 的数（名）。', '1'],
    ['contribution-rank', '2.5', '请填写整数。', '2'],
    [
      'founded-on',
      '2019-02-30',
      '日历上没有这一天。请检查月份和日期，例如 2019-03-31。',
      '2019-02-28',
    ],
    ['founded-on', '上个月', '请按“年-月-日”填写日期，例如 2019-03-31。', '2019-04-01'],
  ])
    test(`${id} = ${invalid} has a message and counts as unanswered; ${valid} is accepted`, async () => {
      const input = textBox(page, id);
      const before = await counts(page).textContent();
      await enterText(input, invalid);
      await question(page, id).getByText(message, { exact: true }).waitFor();
      assert.equal(await input.getAttribute('aria-invalid'), 'true');
      assert.ok((await descriptionOf(input)).includes(message), await descriptionOf(input));
      assert.equal(await input.inputValue(), invalid);
      assert.equal(await counts(page).textContent(), before);
      assert.ok(await option(page, 'applicant-kind', ENTERPRISE).isChecked());
      assert.equal(await textBox(page, 'rd-spending-before').inputValue(), '500');
      await enterText(input, valid);
      await waitUntil(
        'the input is valid',
        async () => (await input.getAttribute('aria-invalid')) === null,
      );
      assert.equal(await question(page, id).getByText(message).count(), 0);
      assert.ok(
        !(await descriptionOf(input)).includes('is missing'),
        'aria-describedby refers to existing elements',
      );
      await enterText(input, '');
      await waitForText(counts(page), before);
    });

  test('a date of the self-check that does not exist leaves the last valid date in use', async () => {
    await page.goto(`${site.origin}/index.html`);
    await openDay(page);
    await enterText(dateBox(page), '2019-02-30');
    await page.getByText('日历上没有这一天。请检查月份和日期，例如 2019-03-31。').waitFor();
    assert.equal(await dateBox(page).getAttribute('aria-invalid'), 'true');
    assert.match(await descriptionOf(dateBox(page)), /日历上没有这一天/);
    assert.equal(await dateBox(page).inputValue(), '2019-02-30');
    await enterText(dateBox(page), IN_FORCE);
    await waitUntil(
      'the date is valid',
      async () => (await dateBox(page).getAttribute('aria-invalid')) === null,
    );
  });
});

test('full-width digits are accepted', async () => {
  await enterText(textBox(page, 'rd-spending'), '７００．５');
  await enterText(textBox(page, 'founded-on'), '２０１９－０３－０１');
  await waitForText(counts(page), /^满足条件 \d/);
  for (const id of ['rd-spending', 'founded-on'])
    assert.equal(
      await textBox(page, id).getAttribute('aria-invalid'),
      null,
      await descriptionOf(textBox(page, id)),
    );
  await openMeasure();
  await spendingInReasons('700.5 万元').waitFor();
});

test('Enter in a text box parses it and does not reload the page', async () => {
  let navigations = 0;
  page.on('framenavigated', () => (navigations += 1));
  await textBox(page, 'rd-spending').fill('900');
  await textBox(page, 'rd-spending').press('Enter');
  await openMeasure();
  await spendingInReasons('900 万元').waitFor();
  assert.equal(navigations, 0);
  assert.equal(new URL(page.url()).search, '');
  assert.equal(await textBox(page, 'rd-spending').inputValue(), '900');
});

test('unchecking 不清楚 restores the text of the box', async () => {
  await enterText(textBox(page, 'rd-spending'), '900');
  await waitForText(counts(page), /^满足条件 \d/);
  await openMeasure();
  await spendingInReasons('900 万元').waitFor();
  const before = await counts(page).textContent();
  await option(page, 'rd-spending', '不清楚').check();
  await waitUntil('the box is disabled', () => textBox(page, 'rd-spending').isDisabled());
  assert.notEqual(await counts(page).textContent(), before);
  await option(page, 'rd-spending', '不清楚').uncheck();
  await waitUntil('the box is enabled', () => textBox(page, 'rd-spending').isEnabled());
  assert.equal(await textBox(page, 'rd-spending').inputValue(), '900');
  await waitForText(counts(page), before);
  // The measure stays open, although its outcome has changed twice.
  await spendingInReasons('900 万元').waitFor();
});
