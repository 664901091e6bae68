// One journey through everything: answers, reasons, printing, every export, and both ways to
// restore.
import assert from 'node:assert/strict';
import {
  IN_FORCE,
  button,
  clearAnswers,
  counts,
  enterText,
  option,
  saveFile,
  showAllQuestions,
  openAllQuestions,
  textBox,
  waitForText,
} from './page.mjs';

const ANSWERED_YES = [
  'registered-in-tianhe',
  'taxed-in-tianhe',
  'reports-in-tianhe',
  'independent-legal-person',
];

/** The lines of the receipt code in the HTML of a checklist. @param {string} html */
export const receiptLines = (html) =>
  [...html.matchAll(/ec-checklist__code-group">([0-9A-Z-]+)</g)].map(([, line]) => line);

/**
 * Starts on the start screen and ends there.
 * @param {any} scope  the page, or the frame that contains the widget
 * @param {any} page  the page that receives the downloads
 * @returns the saved files by extension
 */
export async function fullJourney(scope, page = scope) {
  const saved = {};
  const save = async (name) => {
    const file = await saveFile(page, name, scope);
    saved[file.name.replace(/^.*\./, '')] = file;
    return file.bytes;
  };
  await showAllQuestions(scope, IN_FORCE);
  await option(scope, 'applicant-kind', '企业（金融机构除外）').check();
  for (const id of ANSWERED_YES) await option(scope, id, '是').check();
  await option(scope, 'rd-sectors', '信息传输、软件和信息技术服务业').check();
  await enterText(textBox(scope, 'rd-spending'), '700');
  await enterText(textBox(scope, 'rd-spending-before'), '500');
  await waitForText(counts(scope), /^满足条件 \d/);
  await scope.getByText('企业研发投入增长支持', { exact: true }).click();
  await scope.getByText('R&D投入比上一年增加200万元以上（含200万元）').first().waitFor();
  const before = await counts(scope).textContent();

  await button(scope, '做办事清单').click();
  await scope.getByRole('heading', { name: '办事清单' }).waitFor();
  await scope.getByRole('button', { name: /^打印/ }).click();
  const answers = await save('下载我的回答');
  for (const name of ['下载清单（网页）', '下载材料清单（表格）', '把申报时间存入日历'])
    await save(name);
  assert.deepEqual(Object.keys(saved).sort(), ['csv', 'html', 'ics', 'json']);

  const code = receiptLines(saved.html.text).join('');
  const restoreFile = () =>
    scope
      .getByLabel('打开保存的文件')
      .setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer: answers });
  const restoreCode = async () => {
    await scope.getByRole('textbox', { name: '回执码' }).fill(code);
    await button(scope, '打开').click();
  };
  await scope.locator('.ec-back').click();
  for (const restore of [restoreFile, restoreCode]) {
    await clearAnswers(scope);
    await scope.getByText('有回执码？接着上次的').click();
    await restore();
    await scope.getByRole('heading', { name: '您的结果' }).waitFor();
  }
  await openAllQuestions(scope);
  await waitForText(counts(scope), before);
  await clearAnswers(scope);
  return saved;
}
