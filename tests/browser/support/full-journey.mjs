// Everything that a person can do in one go: answers, reasons, paper, every file, and back again from two of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { IN_FORCE, button, clearAnswers, counts, dateBox, enterText, option, showAllQuestions, textBox, waitForText } from './page.mjs';

const YES = ['registered-in-tianhe', 'taxed-in-tianhe', 'reports-in-tianhe', 'independent-legal-person'];

/**
 * From the start screen and back to it.
 * @param {any} near  the page, or the frame that the widget stands in
 * @param {any} page  where downloads are heard of
 * @returns what was saved, by the end of its name
 */
export async function fullJourney(near, page = near) {
  const saved = {};
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(near, name).first().click()]);
    const file = download.suggestedFilename();
    saved[file.replace(/^.*\./, '')] = { name: file, text: readFileSync(await download.path(), 'utf8') };
    return readFileSync(await download.path());
  };
  await showAllQuestions(near, IN_FORCE);
  await option(near, 'applicant-kind', '企业（金融机构除外）').check();
  for (const id of YES) await option(near, id, '是').check();
  await option(near, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
  await enterText(textBox(near, 'rd-spending'), '700');
  await enterText(textBox(near, 'rd-spending-before'), '500');
  await waitForText(counts(near), /^符合 \d/);
  await near.getByText('企业研发投入增长支持', { exact: true }).click();
  await near.getByText('R&D投入比上一年增加200万元以上（含200万元）').first().waitFor();
  const said = await counts(near).textContent();

  await button(near, '查看核对清单').click();
  await near.getByRole('heading', { name: '申报前核对清单' }).waitFor();
  await button(near, '打印清单').click();
  const buffer = await save('保存到本机');
  for (const name of ['保存清单（网页文件）', '下载材料清单（表格）', '把申报时间存入日历']) await save(name);
  assert.deepEqual(Object.keys(saved).sort(), ['csv', 'html', 'ics', 'json']);

  // From the file, then from the receipt that stands on the paper.
  const [code] = /[0-9A-Z]{5}(-[0-9A-Z]{1,5}){4,}/.exec(saved.html.text);
  await button(near, '返回继续回答').click();
  for (const restore of [
    () => near.getByLabel('打开保存的文件').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer }),
    async () => {
      await near.getByRole('textbox', { name: '回执码' }).fill(code);
      await button(near, '恢复').click();
    },
  ]) {
    await clearAnswers(near);
    await near.getByText('用回执恢复，或打开保存的文件').click();
    await restore();
    await waitForText(counts(near), said);
  }
  await clearAnswers(near);
  await dateBox(near).waitFor();
  return saved;
}
