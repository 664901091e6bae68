// One history for both views, and a text whose untouched parts stay byte for byte the same.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openAuthor, openPack } from '../support/author-page.mjs';
import { MOUSE, control, download, editor, follow, showTab, textOf } from '../support/author.mjs';
import { assertNoErrors, button, useSite, waitUntil } from '../support/page.mjs';

/** A pack without faults, in no usual format: tabs, spaces, blank lines, unusual orders of keys. */
const PACK = `{ "id":"odd",
\t"version" : "1", "format": 2,

\t"title": {"zh-Hans": "自查"}, "languages":["zh-Hans"],
\t"in-force": { "from":"2026-01-01" },
\t"documents": [ {"title": {"zh-Hans":"办法"},   "id":"d1"} ],
"provisions": [
\t\t{ "quote" : "本地企业可以申报", "id": "d1-1", "clause":"第一条", "document": "d1", "evidence":"official-text" }


\t],
\t"sections": [{"id":"firm","title":{"zh-Hans":"企业"}}],
\t"facts": [{ "id":"local", "section":"firm", "kind":"yes-no", "question":{"zh-Hans":"在本地吗？"} }],
   "measures" : [
\t{
\t   "summary": {"zh-Hans" : "可以申报\\u3002"},
\t   "title":   {"zh-Hans" : "支持"}, "id": "support",
\t   "grants": {"unspecified":{}, "provision":["d1-1"], "evidence":"official-text"},
\t   "criteria":[{"id":"local","grade":"explicit","provision":["d1-1"],"when":{"is":["local",true]},"label":{"zh-Hans":"在本地"}}],
\t   "provision":[ "d1-1" ]
\t}]
}
`;

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, PACK, 'odd.json');
});
afterEach(() => page.context().close());

const isNow = (text) =>
  waitUntil('the text is the expected one', async () => (await textOf(page)) === text);

/** The changes, each with the text after it. */
const STEPS = [
  [
    () =>
      follow(page, MOUSE, [
        ['Forms', 'press'],
        ['Contents › 支持', 'press'],
        ['Title', 'enter `扶持`'],
      ]),
    (text) => text.replace('"支持"', '"扶持"'),
  ],
  [
    async () => {
      await showTab(page, 'Text');
      await editor(page).getByText('"1"', { exact: true }).first().dblclick();
      await page.keyboard.type('2');
    },
    (text) => text.replace('"1"', '"2"'),
  ],
  [
    () =>
      follow(page, MOUSE, [
        ['Forms', 'press'],
        ['Contents › 第一条', 'press'],
        ['Clause', 'enter `第二条`'],
      ]),
    (text) => text.replace('第一条', '第二条'),
  ],
  [
    // An id, and everything that refers to it.
    () =>
      follow(page, MOUSE, [
        ['Contents › 在本地吗？', 'press'],
        ['Id', 'enter `here`'],
      ]),
    (text) =>
      text.replace('[{ "id":"local"', '[{ "id":"here"').replace('["local",true]', '["here",true]'),
  ],
];

async function makeAllChanges() {
  const texts = [PACK];
  for (const [change, after] of STEPS) {
    await change();
    texts.push(after(texts.at(-1)));
    await isNow(texts.at(-1));
  }
  return texts;
}

test('undo and redo go through the changes of both views, from the forms', async () => {
  const texts = await makeAllChanges();
  for (const text of texts.slice(0, -1).reverse()) {
    await button(page, 'Undo').click();
    await isNow(text);
  }
  for (const text of texts.slice(1)) {
    await button(page, 'Redo').click();
    await isNow(text);
  }
  assertNoErrors(page);
});

test('undo and redo go through the changes of both views, from the text', async () => {
  const texts = await makeAllChanges();
  await showTab(page, 'Text');
  await editor(page).focus();
  for (const text of texts.slice(0, -1).reverse()) {
    await page.keyboard.press('Control+z');
    await isNow(text);
  }
  for (const text of texts.slice(1)) {
    await page.keyboard.press('Control+y');
    await isNow(text);
  }
  assertNoErrors(page);
});

test('the downloaded file differs from the opened one only in what was changed', async () => {
  const texts = await makeAllChanges();
  const { name, bytes } = await download(page, () => button(page, 'Download odd.json').click());
  assert.equal(name, 'odd.json');
  assert.equal(bytes.toString(), texts.at(-1));
});

test('a correction and an added part are one step each', async () => {
  await follow(page, MOUSE, [
    ['Forms', 'press'],
    ['Contents › Add: Facts', 'press'],
  ]);
  await waitUntil('a fact is added', async () => (await textOf(page)).includes('"fact"'));
  await button(page, 'Undo').click();
  await isNow(PACK);
});

test('the forms do not change a text with a syntax error, and show its line', async () => {
  await showTab(page, 'Forms');
  await showTab(page, 'Text');
  await editor(page).getByText('"odd"').first().dblclick();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  const broken = await textOf(page);
  await showTab(page, 'Forms');
  await page.getByText(/^The text has a syntax error in line \d+/).waitFor();
  assert.ok(await control(page, 'Title', ['textbox']).isDisabled());
  assert.equal(await textOf(page), broken);
});
