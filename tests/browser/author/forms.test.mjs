// Forms of the authoring page: refused values, and the keyboard outside text boxes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { openAuthor, openPack } from '../support/author-page.mjs';
import { control, showTab, textOf } from '../support/author.mjs';
import { inRepository } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { assertNoErrors, button, useSite, waitForText, waitUntil } from '../support/page.mjs';

const PACK = readFileSync(inRepository('tests/transcripts/guide/reward.json'), 'utf8');

const site = useSite();
let page;
beforeEach(async () => {
  page = await openAuthor(site, { width: 1440 });
  await openPack(page, PACK);
  await showTab(page, 'Forms');
  await control(page, 'Contents › 成长企业奖励', ['button']).click();
});
afterEach(() => page.context().close());

test('a figure that is refused names the figure that stays', async () => {
  const figure = control(page, 'Criterion 2 › Figure', ['textbox']);
  for (const text of ['6000万', '6000,5']) {
    await figure.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
    const note = 'Enter a number, such as 200 or 37.5. Not changed: 5000';
    await waitForText(page.getByRole('alert'), note);
    assert.equal(await textOf(page), PACK);
  }
  assertNoErrors(page);
});

test('Ctrl+Z outside a text box takes back the last change', async () => {
  const second = page.getByRole('group', { name: 'Criterion 2', exact: true });
  await second.getByRole('button', { name: 'Remove: Criterion 2' }).click();
  await second.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await waitUntil('the criterion is back', async () => (await textOf(page)) === PACK);
  await page.keyboard.press('Control+y');
  await second.waitFor({ state: 'detached' });
  assertNoErrors(page);
});

test('a new criterion has the focus in its wording', async () => {
  await button(page, 'Add a criterion').click();
  await assertFocused(control(page, 'Criterion 3 › Wording', ['textbox']));
});

test('at a zoom of 200 %, a form has room', async () => {
  await page.setViewportSize({ width: 720, height: 450 });
  const box = await page.locator('.au-forms__card').evaluate((card) => {
    const view = card.closest('.au-desk__view')?.getBoundingClientRect();
    return (view?.bottom ?? 0) - card.getBoundingClientRect().top;
  });
  assert.ok(box > 250, `${box} px`);
});
