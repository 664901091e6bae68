// Completion and documentation in the JSON editor, from the schema and from the ids of the pack.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { checkedProblems, chooseInterface, openAuthor, openPack } from '../support/author-page.mjs';
import { editor, placeOf, textOf } from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { assertNoErrors, useSite, waitForText } from '../support/page.mjs';

const PACK = readFileSync(inRepository('tests/transcripts/guide/start.json'), 'utf8');
const SCHEMA = JSON.parse(readFileSync(inRepository('www/rules.schema.json'), 'utf8'));
const describes = (definition, key) => SCHEMA.$defs[definition].properties[key].description;

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, PACK);
});
afterEach(() => page.context().close());

const box = () => page.locator('json-editor');
const options = () => box().getByRole('listbox', { name: 'Completions' }).getByRole('option');

/**
 * Advances the clock, which tests stop: the editor ignores Enter just after a list opened,
 * and shows an explanation when the pointer has rested.
 */
const waitAMoment = () => page.clock.setFixedTime('2026-03-02T09:01:00+08:00');

/** Selects a text with the search of the editor. */
async function find(text) {
  await editor(page).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

test('a key is completed, with its documentation', async () => {
  await find('"grants"');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('"mat');
  await options().filter({ hasText: 'materials' }).waitFor();
  await box().getByText(describes('measure', 'materials').slice(0, 40)).waitFor();
  // Keys that the measure has already are not offered.
  assert.equal(await options().filter({ hasText: 'criteria' }).count(), 0);
  await waitAMoment();
  await page.keyboard.press('Enter');
  await checkedProblems(page);
  assert.match(await textOf(page), /"materials"/);
  assertNoErrors(page);
});

test('a reference is completed with the ids of the pack, of the right kind', async () => {
  await find('["registered", true]');
  // A bracket would be put around a selection.
  await page.keyboard.press('Delete');
  await page.keyboard.type('[');
  await page.keyboard.type('"');
  await waitForText(options().first(), 'registered');
  assert.deepEqual(await options().allTextContents(), ['registered']);
  await waitAMoment();
  await page.keyboard.press('Enter');
  assert.match(await textOf(page), /"is": \["registered"/);
});

test('Ctrl+Space offers the values that a key can have', async () => {
  await find('"official-text"');
  await page.keyboard.insertText('""');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await options().filter({ hasText: 'official-interpretation' }).waitFor();
  await options().filter({ hasText: 'secondary' }).click();
  assert.match(await textOf(page), /"evidence": "secondary"/);
});

test('a new id is offered at once', async () => {
  await find('"id": "registered", "kind"');
  await page.keyboard.insertText('"id": "settled", "kind"');
  await find('["registered"');
  await page.keyboard.press('Delete');
  await page.keyboard.type('["');
  await waitForText(options().first(), 'settled');
});

test('a key under the mouse pointer is explained', async () => {
  const { x, y } = await placeOf(page, 'provision"');
  await page.mouse.move(x, y);
  await waitAMoment();
  await box().getByText(describes('measure', 'provision')).waitFor();
  assertNoErrors(page);
});

test('the language of the page is that of the editor', async () => {
  await chooseInterface(page, 'zh-Hant');
  await editor(page).click();
  await page.keyboard.press('Control+f');
  await box().getByRole('textbox', { name: '尋找' }).waitFor();
});
