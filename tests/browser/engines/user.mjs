// A person in front of any of the browsers: sees what is there by role and name, clicks, types, reads.
import assert from 'node:assert/strict';
import { fact } from '../support/page.mjs';
import { HAS_FOCUS, TEXT, IS_CHECKED, find, visibleText } from './in-page.mjs';

const SECONDS = 20;

/** Waits until a question to the browser has an answer. It is asked again and again; nobody sleeps. */
export async function waitUntil(what, ask) {
  const end = performance.now() + SECONDS * 1000;
  let last;
  for (;;) {
    const answer = await ask().catch((error) => void (last = error));
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited in vain: ${what}${last ? `\n${last}` : ''}`);
  }
}

/** Whether it comes to be so within a second, which is longer than a double click takes. @param {() => Promise<boolean>} ask */
async function soon(ask) {
  const end = performance.now() + 1000;
  while (performance.now() < end) if (await ask()) return true;
  return false;
}

const told = (path) => path.map(([role, name]) => `${role} “${name}”`).join(' › ');

/** Who uses a browser. @param {any} browser */
export function startUser(browser) {
  /** Something by role and name; the browser's own accessibility tree must call it the same. */
  async function the(...path) {
    const element = await waitUntil(told(path), () => browser.element(find, path));
    const [role, name] = path.at(-1);
    if (role === 'summary') return element;
    const seen = await browser.seen(element);
    assert.equal(seen.role.toLowerCase(), role, `the role of ${told(path)}`);
    if (name !== '*') assert.equal(seen.name.replace(/\s+/g, ' ').trim(), name, `the name of ${told(path)}`);
    return element;
  }
  const text = (...path) => browser.run(TEXT, path);
  const click = async (...path) => browser.click(await the(...path));

  /** Tabs on until something has the focus. */
  async function tabTo(...path) {
    await the(...path);
    for (let presses = 0; presses < 250; presses += 1) {
      if (await browser.run(HAS_FOCUS, path)) return;
      await browser.press('Tab');
    }
    throw new Error(`Tab never reaches ${told(path)}`);
  }

  /** The inputs of a question that a value stands for. */
  function choices(id, value) {
    const { kind, question } = fact(id);
    const group = ['group', question];
    if (kind.number || kind.date) return { group, typed: String(value) };
    const label = (options, id) => options.find((option) => option.id === id).label;
    if (kind.choices) return { group, boxes: value.length ? value.map((id) => label(kind.choices, id)) : ['以上都不是'] };
    return { group, radio: kind.choice ? label(kind.choice, value) : value ? '是' : '否' };
  }

  return {
    browser,
    the,
    text,
    click,
    tabTo,
    says: (wanted, ...path) => waitUntil(`${told(path)} says ${wanted}`, async () => (await text(...path)) === wanted),
    async reads(wanted) {
      let all = '';
      const includes = async () => (all = await browser.run(visibleText)).includes(wanted);
      await waitUntil(`the page says ${wanted}`, includes).catch((error) => assert.fail(`${error.message}\n${all.slice(0, 2000)}`));
    },
    /** Types into a box that has something in it, and leaves it. */
    async write(words, ...path) {
      await click(...path);
      await browser.run(`(path) => (${find})(path).select()`, path);
      await browser.type(words);
      await browser.press('Tab');
    },
    /** Answers with the mouse. */
    async point(id, value) {
      const { group, typed, boxes, radio } = choices(id, value);
      if (typed) return this.write(typed, group, ['textbox', '*']);
      for (const name of boxes ?? [radio]) {
        const path = [group, [boxes ? 'checkbox' : 'radio', name]];
        const ticked = () => browser.run(IS_CHECKED, path);
        // What was answered before may still move the page; then a click goes beside. Not at once again: two in quick succession
        // are a double click, of which the widget takes the first.
        await waitUntil(`${told(path)} is ticked`, async () => {
          if (!(await ticked())) await click(...path);
          return soon(ticked);
        });
      }
    },
    /** Answers with the keyboard alone. */
    async key(id, value) {
      const { group, typed, boxes, radio } = choices(id, value);
      if (typed) {
        await tabTo(group, ['textbox', '*']);
        await browser.type(typed);
        return browser.press('Tab');
      }
      for (const name of boxes ?? []) {
        await tabTo(group, ['checkbox', name]);
        await browser.press('Space');
      }
      if (!radio) return;
      // The heading of a question may have the focus at first: it is in the group, too.
      await tabTo(group, ['radio', '*']);
      await browser.press('Space');
      for (let presses = 0; !(await browser.run(IS_CHECKED, [group, ['radio', radio]])); presses += 1) {
        if (presses > 20) throw new Error(`arrows never reach ${radio}`);
        await browser.press('ArrowDown');
      }
    },
  };
}
