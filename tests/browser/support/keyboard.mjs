// Operates a page by keyboard alone.
import { fact, question, waitUntil } from './page.mjs';

const hasFocus = (locator) =>
  locator.evaluateAll((found) =>
    found.some((element) => element.getRootNode().activeElement === element),
  );

/** Waits until an element has the focus. */
export const assertFocused = (locator) =>
  waitUntil(`${locator} has the focus`, () => hasFocus(locator));

/** Presses Tab until an element has the focus. Throws if it is never reached. */
export async function tabTo(page, locator, key = 'Tab') {
  await locator.first().waitFor();
  for (let presses = 0; presses < 600; presses += 1) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${locator}`);
}

/** Answers a question: radio buttons with arrows, checkboxes with Space, text boxes by typing. */
export async function answer(page, id, value) {
  const group = question(page, id);
  const { kind } = fact(id);
  if (kind === 'date' || kind.number) {
    await tabTo(page, group.getByRole('textbox'));
    await page.keyboard.type(String(value));
    return page.keyboard.press('Tab');
  }
  if (kind.choices) {
    const labels = value.length ? value.map((id) => label(kind.choices, id)) : ['以上都不是'];
    for (const name of labels) {
      await tabTo(page, group.getByRole('checkbox', { name, exact: true }));
      await page.keyboard.press('Space');
    }
    return;
  }
  const name = kind.choice ? label(kind.choice, value) : value ? '是' : '否';
  const radio = group.getByRole('radio', { name, exact: true });
  await tabTo(page, group.getByRole('radio'));
  await page.keyboard.press('Space');
  for (let presses = 0; !(await hasFocus(radio)); presses += 1) {
    if (presses > 20) throw new Error(`the arrow keys never reach ${name}`);
    await page.keyboard.press('ArrowDown');
  }
}

const label = (options, id) => options.find((option) => option.id === id).label;
