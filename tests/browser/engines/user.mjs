// A user of any of the browsers: finds elements by role and name, clicks, types and reads.
import assert from 'node:assert/strict';
import { enterText, fact, waitForText } from '../support/page.mjs';
import { HAS_FOCUS, IS_CHECKED, TEXT_OF, find, statusTexts, visibleText } from './in-page.mjs';

const TIMEOUT = 20_000;

/** Polls the browser until `check` returns something, and returns that. */
export async function waitUntil(what, check) {
  const end = performance.now() + TIMEOUT;
  let last;
  for (;;) {
    const value = await check().catch((error) => void (last = error));
    if (value) return value;
    if (performance.now() > end)
      throw new Error(`timeout waiting until ${what}${last ? `\n${last}` : ''}`);
  }
}

/**
 * Whether `check` becomes true within a second, which is longer than a double click.
 * @param {() => Promise<boolean>} check
 */
async function becomesTrue(check) {
  const end = performance.now() + 1000;
  while (performance.now() < end) if (await check()) return true;
  return false;
}

const describePath = (path) => path.map(([role, name]) => `${role} “${name}”`).join(' › ');

/** @param {any} browser */
export function startUser(browser) {
  /** Finds an element. Its role and name in the browser's accessibility tree must be the same. */
  async function locate(...path) {
    const [role, name] = path.at(-1);
    // The next screen may replace the element before its accessibility is read.
    const { element, accessible } = await waitUntil(`${describePath(path)} exists`, async () => {
      const element = await browser.element(find, path);
      if (!element || role === 'summary') return element && { element };
      return { element, accessible: await browser.accessibility(element) };
    });
    if (role === 'summary') return element;
    assert.equal(accessible.role.toLowerCase(), role, `the role of ${describePath(path)}`);
    if (name !== '*')
      assert.equal(
        accessible.name.replace(/\s+/g, ' ').trim(),
        name,
        `the name of ${describePath(path)}`,
      );
    return element;
  }
  const text = (...path) => browser.run(TEXT_OF, path);
  const click = async (...path) => browser.click(await locate(...path));

  /** Presses Tab until an element has the focus. */
  async function tabTo(...path) {
    await locate(...path);
    for (let presses = 0; presses < 250; presses += 1) {
      if (await browser.run(HAS_FOCUS, path)) return;
      await browser.press('Tab');
    }
    throw new Error(`Tab never reaches ${describePath(path)}`);
  }

  /** The group of a question, and the text, checkboxes or radio button for a value. */
  function choices(id, value) {
    const { kind, question } = fact(id);
    const group = ['group', question];
    if (kind === 'date' || kind.number) return { group, text: String(value) };
    const label = (options, id) => options.find((option) => option.id === id).label;
    if (kind.choices)
      return {
        group,
        checkboxes: value.length ? value.map((id) => label(kind.choices, id)) : ['以上都不是'],
      };
    return { group, radio: kind.choice ? label(kind.choice, value) : value ? '是' : '否' };
  }

  return {
    browser,
    locate,
    text,
    click,
    tabTo,
    waitForStatus: (expected) =>
      waitUntil(`a status is ${expected}`, async () =>
        (await browser.run(statusTexts)).includes(expected),
      ),
    async waitForText(expected) {
      let all = '';
      const includes = async () => (all = await browser.run(visibleText)).includes(expected);
      await waitUntil(`the page contains ${expected}`, includes).catch((error) =>
        assert.fail(`${error.message}\n${all.slice(0, 2000)}`),
      );
    },
    /** Replaces the text of a text box and leaves it. */
    async enterText(text, ...path) {
      await click(...path);
      await browser.run(`(path) => (${find})(path).select()`, path);
      await browser.type(text);
      await browser.press('Tab');
    },
    /** Answers a question by mouse. */
    async answerByMouse(id, value) {
      const { group, text, checkboxes, radio } = choices(id, value);
      if (text) return this.enterText(text, group, ['textbox', '*']);
      for (const name of checkboxes ?? [radio]) {
        const path = [group, [checkboxes ? 'checkbox' : 'radio', name]];
        const isChecked = () => browser.run(IS_CHECKED, path);
        // The page may still move after the last answer, so that a click misses. It is repeated
        // only after a second: the widget ignores the second click of a double click.
        await waitUntil(`${describePath(path)} is checked`, async () => {
          if (!(await isChecked())) await click(...path);
          return becomesTrue(isChecked);
        });
      }
    },
    /** Answers a question by keyboard. */
    async answerByKeyboard(id, value) {
      const { group, text, checkboxes, radio } = choices(id, value);
      if (text) {
        await tabTo(group, ['textbox', '*']);
        await browser.type(text);
        return browser.press('Tab');
      }
      for (const name of checkboxes ?? []) {
        await tabTo(group, ['checkbox', name]);
        await browser.press('Space');
      }
      if (!radio) return;
      await tabTo(group, ['radio', '*']);
      await browser.press('Space');
      for (
        let presses = 0;
        !(await browser.run(IS_CHECKED, [group, ['radio', radio]]));
        presses += 1
      ) {
        if (presses > 20) throw new Error(`the arrow keys never reach ${radio}`);
        await browser.press('ArrowDown');
      }
    },
  };
}
