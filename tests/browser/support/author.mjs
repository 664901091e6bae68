// The ways to operate the authoring page: by mouse, by keyboard, and with files.
import { readFileSync } from 'node:fs';
import { tabTo } from './keyboard.mjs';
import { waitUntil } from './page.mjs';

/** Shows a view or a panel. @param {string | RegExp} name */
export const showTab = (page, name) =>
  page.locator('.au-tabs').getByRole('button', { name }).first().click();

/** The text box of the JSON editor. */
export const editor = (page) => page.locator('json-editor').getByRole('textbox').first();

/** The text in the JSON editor. */
export const textOf = (page) => page.locator('json-editor').evaluate((element) => element.text);

/** Replaces the text in the JSON editor. */
export async function replaceText(page, text) {
  await page.locator('json-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** The position of a text on the screen that the JSON editor shows, for the mouse. */
export async function placeOf(page, text) {
  const find = (element, wanted) => {
    const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const index = node.data.indexOf(wanted);
      if (index < 0) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  };
  let place = null;
  await waitUntil(`the editor shows ${text}`, async () => {
    place = await page.locator('json-editor').evaluate(find, text);
    return place;
  });
  return /** @type {{x: number, y: number}} */ (/** @type {unknown} */ (place));
}

/** Selects a word that the JSON editor shows, with a double click. */
export async function selectWord(page, text) {
  const { x, y } = await placeOf(page, text);
  await page.mouse.dblclick(x, y);
}

/** Drops files on an element, as from a folder of the person's computer. @param {string[]} paths */
export async function dropFiles(page, element, ...paths) {
  await element.scrollIntoViewIfNeeded();
  const { x, y } = await element.boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await devtools.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 10, data });
  await devtools.detach();
}

/** Saves a file with a button, and reads it. */
export async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** A control in a table of the guide: groups, and a name, separated by `›`. */
export function control(page, path, roles) {
  const names = path.split(' › ');
  const name = names.pop() ?? '';
  let scope = page;
  for (const group of names)
    scope = ['group', 'navigation']
      .map((role) => scope.getByRole(role, { name: group, exact: true }))
      .reduce((one, other) => one.or(other))
      .first();
  const isPressed = roles.includes('button');
  // A button in the contents also has the id of its definition.
  const wanted = isPressed ? { name: new RegExp(`^${escaped(name)}`) } : { name, exact: true };
  return roles
    .map((role) => scope.getByRole(role, wanted))
    .reduce((one, other) => one.or(other))
    .first();
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How somebody operates the page. Each function gets the page, a locator, and a value. */
export const MOUSE = {
  press: (_page, button) => button.click(),
  async enter(page, box, text) {
    await box.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    // A click elsewhere finishes the text.
    await page.locator('.au-bar').click({ position: { x: 4, y: 4 } });
  },
  choose: (_page, menu, label) => menu.selectOption({ label }),
  check: (_page, box) => box.check(),
  uncheck: (_page, box) => box.uncheck(),
};

export const KEYBOARD = {
  async press(page, button) {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
  },
  async enter(page, box, text) {
    await tabTo(page, box);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  },
  async choose(page, menu, label) {
    await tabTo(page, menu);
    const chosen = () =>
      menu.evaluate((one) => [one.selectedOptions[0].label, one.selectedIndex, one.length]);
    for (let presses = 0; presses < 100; presses += 1) {
      const [current, index, length] = await chosen();
      if (current === label) return;
      await page.keyboard.press(presses === 0 && index === length - 1 ? 'Home' : 'ArrowDown');
      await waitUntil('another option is chosen', async () => (await chosen())[1] !== index);
    }
    throw new Error(`the arrow keys never reach ${label}`);
  },
  check: (page, box) => toggle(page, box, true),
  uncheck: (page, box) => toggle(page, box, false),
};

async function toggle(page, box, isOn) {
  await tabTo(page, box);
  if ((await box.isChecked()) !== isOn) await page.keyboard.press('Space');
}

const ROLES = {
  press: ['button'],
  enter: ['textbox'],
  choose: ['combobox'],
  check: ['checkbox'],
  uncheck: ['checkbox'],
};

/**
 * Follows a table of the guide.
 * @param {typeof MOUSE} hand
 * @param {string[][]} rows  a control, and what to do: `enter` and `choose` have a value in code
 */
export async function follow(page, hand, rows) {
  for (const [path, todo] of rows) {
    const [, verb, value = ''] = /^(\w+)(?: `(.*)`)?$/.exec(todo) ?? [];
    if (!ROLES[verb]) throw new Error(`a row of the guide has no such verb: ${todo}`);
    try {
      await hand[verb](page, control(page, path, ROLES[verb]), value);
    } catch (error) {
      throw new Error(`${path}: ${todo}: ${error.message}`);
    }
  }
}
