// The screens on which answers are measured, and what a person does there.
import { showAllQuestions, startInterview } from '../../tests/browser/support/page.mjs';

/**
 * How to open each screen from the start, and the number of measured actions. The published pack
 * has enough questions.
 */
const SCREENS = {
  'one question at a time': { open: startInterview, actions: 40 },
  'all questions by topic': { open: showAllQuestions, actions: 60 },
};

/** @typedef {keyof typeof SCREENS} Mode */
export const MODES = /** @type {Mode[]} */ (Object.keys(SCREENS));

/**
 * Opens a screen of the widget at this address.
 * @param {any} page  `context.newPage()`, not navigated yet
 * @param {string} address  of a page with one widget
 * @param {Mode} mode
 * @returns the number of actions to measure
 */
export async function openScreen(page, address, mode) {
  await page.addInitScript(defineActions);
  await page.goto(address);
  await SCREENS[mode].open(page);
  await page.waitForLoadState('networkidle');
  return SCREENS[mode].actions;
}

/**
 * Runs in the page before its scripts. Defines `findTarget()`, which returns the input or button of
 * the next action, or null, and `act(target)`, which resolves after the next frame.
 */
export function defineActions() {
  const page = /** @type {any} */ (window);

  const isAnswered = (question) =>
    [...question.querySelectorAll('input')].some(({ type, value, checked }) =>
      type === 'text' ? value : checked,
    );

  /** The first option or field of the first open question, or else the button below it. */
  page.findTarget = () => {
    const root = /** @type {ShadowRoot} */ (
      document.querySelector('eligibility-check')?.shadowRoot
    );
    const open = [...root.querySelectorAll('.ec-question')].find((one) => !isAnswered(one));
    return open
      ? open.querySelector('input:not([type=search], [id$=".not-sure"], [id*=".none"])')
      : root.querySelector('.ec-step .ec-footer .ec-button--main');
  };

  page.act = (target) => {
    if (target.type === 'text') {
      target.value = target.inputMode === 'decimal' ? '9' : '2018-05-10';
      target.dispatchEvent(new Event('input', { bubbles: true }));
    } else target.click();
    return new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }),
    );
  };
}
