// What goes along with the checklist as files: their names, their media types, and every byte as the native tests have it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertNoErrors, button, openPage, showAllQuestions, startSite } from '../support/page.mjs';

/** The day of the snapshots that the native tests keep. */
const DAY = '2019-04-30';

let site, page;
before(async () => {
  site = await startSite();
  page = await openPage(site);
  // A download does not tell its media type: that of the blob behind it is kept.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      /** @type {any} */ (window).type = /** @type {Blob} */ (blob).type;
      return make.call(URL, blob);
    };
  });
  await showAllQuestions(page, DAY);
  await button(page, '查看核对清单').click();
});
after(() => site.close());

/** Presses a button that saves. */
async function saved(title) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, title).click()]);
  const type = await page.evaluate(() => /** @type {any} */ (window).type);
  return { name: download.suggestedFilename(), type, bytes: readFileSync(await download.path()) };
}

/** The file of a snapshot: what cannot be seen is written out in it. */
function kept(snapshot) {
  const text = readFileSync(new URL(`../../snapshots/${snapshot}-published-zh-Hans.snap`, import.meta.url), 'utf8');
  const [name, ...lines] = text.split('---\n')[2].split('\n');
  const content = lines.join('\n').replace('<BOM>', '\ufeff').replace(/<CRLF>\n?/g, '\r\n');
  return { name, bytes: Buffer.from(content) };
}

for (const [title, snapshot, type] of [
  ['下载材料清单（表格）', 'materials', 'text/csv;charset=utf-8'],
  ['把申报时间存入日历', 'windows', 'text/calendar;charset=utf-8'],
])
  test(`${snapshot} are saved as they were written, and as what they are`, async () => {
    const file = await saved(title);
    assert.deepEqual({ name: file.name, type: file.type }, { name: kept(snapshot).name, type });
    assert.ok(kept(snapshot).bytes.length > 1000);
    assert.equal(Buffer.compare(file.bytes, kept(snapshot).bytes), 0, file.bytes.toString());
  });

for (const [title, end, type] of [
  ['保存到本机', 'answers-2019-04-30.json', 'application/json'],
  ['保存清单（网页文件）', 'checklist-2019-04-30.html', 'text/html;charset=utf-8'],
])
  test(`${end} is told to be ${type}`, async () => {
    const file = await saved(title);
    assert.deepEqual([file.name.endsWith(end), file.type], [true, type]);
  });

test('nothing went wrong on the way', () => assertNoErrors(page));
