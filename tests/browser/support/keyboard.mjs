// Using a page with nothing but a keyboard.
import { fact, question, waitUntil } from './page.mjs';

const focused = (locator) =>
  locator.evaluateAll((found) => found.some((one) => one.getRootNode().activeElement === one));

/** Waits until something has the focus. */
export const assertFocused = (locator) => waitUntil(`${locator} has the focus`, () => focused(locator));

/** Tabs to something; fails if it cannot be reached. */
export async function tabTo(page, locator, key = 'Tab') {
  await locator.first().waitFor();
  for (let presses = 0; presses < 600; presses += 1) {
    if (await focused(locator)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${locator}`);
}

/** Answers a question: a radio by arrows, checkboxes by Space, boxes by typing. */
export async function answer(page, id, value) {
  const asked = question(page, id);
  const { kind } = fact(id);
  if (kind === 'date' || kind.number) {
    await tabTo(page, asked.getByRole('textbox'));
    await page.keyboard.type(String(value));
    return page.keyboard.press('Tab');
  }
  if (kind.choices) {
    const labels = value.length ? value.map((id) => label(kind.choices, id)) : ['以上都不是'];
    for (const name of labels) {
      await tabTo(page, asked.getByRole('checkbox', { name, exact: true }));
      await page.keyboard.press('Space');
    }
    return;
  }
  const name = kind.choice ? label(kind.choice, value) : value ? '是' : '否';
  const wanted = asked.getByRole('radio', { name, exact: true });
  await tabTo(page, asked.getByRole('radio'));
  await page.keyboard.press('Space');
  for (let presses = 0; !(await focused(wanted)); presses += 1) {
    if (presses > 20) throw new Error(`arrows never reach ${name}`);
    await page.keyboard.press('ArrowDown');
  }
}

const label = (options, id) => options.find((option) => option.id === id).label;
