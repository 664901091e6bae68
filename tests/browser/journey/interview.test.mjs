// One question at a time, by keyboard alone: what is asked is what the command line would ask.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assess, countsText, explain, scenario } from '../support/command.mjs';
import { answer, assertFocused, tabTo } from '../support/keyboard.mjs';
import { IN_FORCE, PACK, button, counts, dateBox, enterText, fact, openPage, option, question, startSite, textBox, waitForText, waitUntil } from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const next = (told) => JSON.parse(assess([{ 'as-of': IN_FORCE, answers: told }])[0]).next;
const asked = (page, id) => page.getByRole('heading', { name: fact(id).question, exact: true });
const press = async (page, name) => {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
};

describe('from the start to the last question', () => {
  let site, page;
  const told = {};
  before(async () => {
    site = await startSite();
    page = await openPage(site);
    await enterText(dateBox(page), IN_FORCE);
    await press(page, '开始自测');
  });
  after(() => site.close());

  test('each question is the one that decides most, its heading has the focus, and it says why it is asked', async () => {
    const ids = [];
    for (let id = next(told); id; id = next(told)) {
      ids.push(id);
      await assertFocused(asked(page, id));
      assert.equal(await page.getByRole('form').count() + (await page.getByRole('group', { name: fact(id).question, exact: true }).count()), 1);
      if (id in answers) {
        await answer(page, id, answers[id]);
        told[id] = answers[id];
      } else {
        // 不清楚 is an answer like any other: a radio button among radio buttons, a box among boxes.
        const unsure = question(page, id).getByLabel('不清楚', { exact: true });
        if ((await unsure.getAttribute('type')) === 'radio') {
          await tabTo(page, question(page, id).getByRole('radio'));
          await page.keyboard.press('ArrowUp');
          await waitUntil('the last radio button is ticked', () => unsure.isChecked());
        } else {
          await tabTo(page, unsure);
          await page.keyboard.press('Space');
        }
        told[id] = { 'not-sure': true };
      }
      await waitForText(page.getByText('已回答'), `已回答 ${ids.length} 题。`);
      if (ids.length % 5 === 1) {
        await page.getByText(/^为什么问：\d+ 项措施要看这个回答。$/).waitFor();
        const { measures } = explain({ 'as-of': IN_FORCE, answers: told });
        await waitForText(counts(page), countsText(measures));
      }
      await press(page, '下一题');
    }
    assert.ok(ids.length > 15 && ids.length < PACK.facts.length, `${ids.length} questions`);
    assert.deepEqual([...new Set(ids)], ids, 'nothing is asked twice');
    await assertFocused(page.getByRole('heading', { name: '没有还需要回答的题了' }));
  });

  test('everything said stands in the list, and one answer is changed without losing the others', async () => {
    await page.getByText(/^已有的回答（\d+）$/).click();
    const said = await page.getByRole('button', { name: /^更改/ }).count();
    assert.ok(said >= Object.keys(told).length - 5, `${said} of ${Object.keys(told).length} can be changed`);
    const id = 'applicant-kind';
    await tabTo(page, page.getByRole('button', { name: new RegExp(`^更改.*${fact(id).question}`) }));
    await page.keyboard.press('Enter');
    await assertFocused(asked(page, id));
    assert.ok(await option(page, id, '企业（金融机构除外）').isChecked());
    await answer(page, id, 'other');
    const { measures } = explain({ 'as-of': IN_FORCE, answers: { ...told, [id]: 'other' } });
    await waitForText(counts(page), countsText(measures));
    await answer(page, id, 'enterprise');
    await waitForText(counts(page), countsText(explain({ 'as-of': IN_FORCE, answers: told }).measures));
    await press(page, '下一题');
    await assertFocused(page.getByRole('heading', { name: '没有还需要回答的题了' }));
  });

  test('Back leads through the questions in reverse', async () => {
    await press(page, '上一题');
    await assertFocused(asked(page, 'applicant-kind'));
    await press(page, '上一题');
    await waitUntil('another question', async () => !(await asked(page, 'applicant-kind').count()));
    assert.equal(await page.getByText(`已回答 ${Object.keys(told).length} 题。`).count(), 1);
  });

  test('nothing went wrong on the way', () => assert.deepEqual(page.recorded.errors, []));
});

describe('what keeps a person from going on, and where they can go', () => {
  let site, page;
  before(async () => {
    site = await startSite();
    page = await openPage(site);
    await enterText(dateBox(page), IN_FORCE);
    await button(page, '开始自测').click();
  });
  after(() => site.close());

  test('going on without an answer is told in a summary that leads to the question', async () => {
    const first = next({});
    await press(page, '下一题');
    const summary = page.getByRole('group', { name: '请先看这里' });
    await assertFocused(summary);
    await question(page, first).getByText('请回答这一题；不知道的，请选“不清楚”。').waitFor();
    await summary.getByRole('button', { name: /请回答这一题/ }).press('Enter');
    await assertFocused(question(page, first).getByRole('radio').first());
    await page.keyboard.press('Space');
    await waitUntil('the summary is gone', async () => (await summary.count()) === 0);
    await assertFocused(question(page, first).getByRole('radio').first());
  });

  test('a double click goes on once, and answers nothing that it brings under the pointer', async () => {
    const before = next({ 'applicant-kind': 'enterprise' });
    await button(page, '下一题').dblclick();
    await asked(page, before).waitFor();
    assert.equal(await question(page, before).getByRole('radio', { checked: true }).count(), 0);
    await page.getByText('已回答 1 题。').waitFor();
    await button(page, '上一题').dblclick();
    await asked(page, 'applicant-kind').waitFor();
  });

  test('the first click after typing goes on, although a message comes beside the box', async () => {
    await page.getByRole('searchbox', { name: '查找措施' }).fill('超百亿商务楼宇');
    await page.getByRole('region', { name: '自测结果' }).getByText('超百亿商务楼宇', { exact: true }).click();
    await page.getByRole('button', { name: `回答：${fact('building-tax').question}` }).click();
    await textBox(page, 'building-tax').pressSequentially('五千');
    await button(page, '下一题').click();
    await assertFocused(page.getByRole('group', { name: '请先看这里' }));
    await textBox(page, 'building-tax').fill('');
    await page.getByRole('region', { name: '自测结果' }).getByText('超百亿商务楼宇', { exact: true }).click();
    await page.getByRole('searchbox', { name: '查找措施' }).fill('');
    await button(page, '上一题').click();
    await asked(page, 'applicant-kind').waitFor();
  });

  test('what is needed for a measure is asked at once, and Back leads to where one came from', async () => {
    const [id, title] = ['building-tax', '超百亿商务楼宇'];
    await page.getByRole('searchbox', { name: '查找措施' }).fill(title);
    await page.getByText(title, { exact: true }).click();
    await page.getByRole('button', { name: `回答：${fact(id).question}` }).click();
    await assertFocused(asked(page, id));
    await button(page, '上一题').click();
    await asked(page, 'applicant-kind').waitFor();
  });

  test('Enter in a box goes on with what was typed', async () => {
    await page.getByRole('button', { name: `回答：${fact('building-tax').question}` }).click();
    await textBox(page, 'building-tax').fill('很多');
    await textBox(page, 'building-tax').press('Enter');
    await assertFocused(page.getByRole('group', { name: '请先看这里' }));
    assert.equal(await textBox(page, 'building-tax').inputValue(), '很多');
    await textBox(page, 'building-tax').fill('120000万元');
    await textBox(page, 'building-tax').press('Enter');
    await waitUntil('the next question', async () => !(await asked(page, 'building-tax').count()));
    await page.getByText(/^已有的回答（\d+）$/).click();
    await page.getByText('12 亿元', { exact: true }).waitFor();
  });

  test('all questions by section keep the answers, and back again', async () => {
    await button(page, '按部分查看全部题目').click();
    assert.equal(await textBox(page, 'building-tax').inputValue(), '120000万元');
    await button(page, '一题一题回答').click();
    await page.getByText('已回答 2 题。').waitFor();
  });

  test('long lists of options are searched, and what was chosen stays in sight', async () => {
    await button(page, '按部分查看全部题目').click();
    const fields = question(page, 'rd-sectors');
    await option(page, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
    await fields.getByRole('searchbox', { name: '在选项中查找' }).fill('建筑');
    await fields.getByText(/^显示 2 \/ 10 项$/).waitFor();
    const found = '特级、一级总承包或一级专业承包的建筑业';
    await option(page, 'rd-sectors', found).check();
    await fields.getByRole('searchbox').press('Enter');
    assert.ok(await option(page, 'rd-sectors', found).isChecked());
    assert.equal(await fields.getByRole('checkbox').count(), 4, 'both, 以上都不是 and 不清楚');
  });

  test('nothing went wrong on the way', () => assert.deepEqual(page.recorded.errors, []));
});
