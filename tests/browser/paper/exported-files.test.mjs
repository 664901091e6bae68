// The exported files: their names, media types and bytes. The native tests compare the same
// snapshots.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import {
  assertNoErrors,
  button,
  openPage,
  saveFile,
  showAllQuestions,
  useSite,
} from '../support/page.mjs';

/** The date of the snapshots. */
const DATE = '2019-04-30';

const site = useSite();
let page;
beforeEach(async () => {
  page = await openPage(site);
  // A download does not expose its media type, so that of its blob is recorded.
  await page.evaluate(() => {
    const createObjectURL = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      /** @type {any} */ (window).mediaType = /** @type {Blob} */ (blob).type;
      return createObjectURL.call(URL, blob);
    };
  });
  await showAllQuestions(page, DATE);
  await button(page, '做办事清单').click();
});
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

/** Saves a file and returns its media type too. */
async function save(title) {
  const file = await saveFile(page, title);
  return { ...file, type: await page.evaluate(() => /** @type {any} */ (window).mediaType) };
}

/** The file in a snapshot, which names invisible characters. */
function snapshotFile(snapshot) {
  const text = readFileSync(
    new URL(`../../snapshots/${snapshot}-published-zh-Hans.snap`, import.meta.url),
    'utf8',
  );
  const [name, ...lines] = text.split('---\n')[2].split('\n');
  const content = lines
    .join('\n')
    .replace('<BOM>', '\ufeff')
    .replace(/<CRLF>\n?/g, '\r\n');
  return { name, bytes: Buffer.from(content) };
}

for (const [title, snapshot, type] of [
  ['下载材料清单（表格）', 'materials', 'text/csv;charset=utf-8'],
  ['把申报时间存入日历', 'windows', 'text/calendar;charset=utf-8'],
])
  test(`the file of ${snapshot} is equal to its snapshot, and of type ${type}`, async () => {
    const expected = snapshotFile(snapshot);
    const file = await save(title);
    assert.deepEqual({ name: file.name, type: file.type }, { name: expected.name, type });
    assert.ok(expected.bytes.length > 1000);
    assert.equal(Buffer.compare(file.bytes, expected.bytes), 0, file.bytes.toString());
  });

for (const [title, suffix, type] of [
  ['下载我的回答', 'answers-2019-04-30.json', 'application/json'],
  ['下载清单（网页）', 'checklist-2019-04-30.html', 'text/html;charset=utf-8'],
])
  test(`${suffix} is of type ${type}`, async () => {
    const file = await save(title);
    assert.deepEqual([file.name.endsWith(suffix), file.type], [true, type]);
  });
