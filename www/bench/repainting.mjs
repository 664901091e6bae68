// From an answer to the frame that shows what follows from it, with the processor slowed four times.
import { at } from './figures.mjs';
import { slowed } from './slowed.mjs';

/** Runs in the page before all else: how to wait until after the next frame. */
function toNextFrame() {
  /** @type {any} */ (window).frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }),
    );
}

/** Runs in the page: answers, and times each from the click to after the next frame. */
async function answering(bySection) {
  const root = /** @type {ShadowRoot} */ (document.querySelector('eligibility-check').shadowRoot);
  const times = [];
  const timed = async (element) => {
    const before = performance.now();
    element.click();
    await /** @type {any} */ (window).frame();
    times.push(performance.now() - before);
  };
  const choices = () => [...root.querySelectorAll('fieldset input[type=radio], fieldset input[type=checkbox]')];
  if (bySection)
    for (const { id } of choices().filter(({ id }) => !/\.(none|not-sure)$/.test(id)).slice(0, 60)) {
      const element = root.getElementById(id);
      if (element) await timed(element);
    }
  else
    for (let asked = 0; asked < 40; asked += 1) {
      const [first] = choices();
      if (!first) break;
      if (!(/** @type {HTMLInputElement} */ (first).checked)) await timed(first);
      const next = root.querySelector('.ec-step .ec__actions .ec-button--main');
      if (!next) break;
      await timed(next);
    }
  return times;
}

/** Runs in the page: clicks the one button there is, and times each from the click to after the next frame. */
async function counting() {
  const button = /** @type {HTMLElement} */ (document.querySelector('button'));
  const times = [];
  for (let click = 0; click < 80; click += 1) {
    const before = performance.now();
    button.click();
    await /** @type {any} */ (window).frame();
    times.push(performance.now() - before);
  }
  return times;
}

const middleAndMost = (times) => [0.5, 0.95].map((share) => at(times, share).toFixed(0));

/** @returns rows of what and its figure: the widget, and an empty Yew page in the same run */
export async function repainting(browser, address, empty) {
  const rows = [];
  for (const width of [360, 1280]) {
    for (const [what, name, bySection] of [
      ['one question at a time', '开始自测', false],
      ['all questions by section', '按部分查看全部题目', true],
    ]) {
      const { page } = await slowed(browser, width);
      await page.addInitScript(toNextFrame);
      await page.goto(address);
      await page.getByRole('button', { name }).click();
      await page.getByText('查找措施').waitFor();
      await page.waitForLoadState('networkidle');
      const times = await page.evaluate(answering, bySection);
      const [middle, most] = middleAndMost(times);
      rows.push([`answer to repaint, ${what}, ${width} px`, `${middle} ms in the middle, ${most} ms at 95 % of ${times.length} (budget 50)`]);
      await page.context().close();
    }
    const { page } = await slowed(browser, width);
    await page.addInitScript(toNextFrame);
    await page.goto(empty);
    await page.getByRole('button').waitFor();
    const [middle, most] = middleAndMost(await page.evaluate(counting));
    rows.push([`  empty Yew page, a click to repaint, ${width} px`, `${middle} ms in the middle, ${most} ms at 95 %`]);
    await page.context().close();
  }
  return rows;
}
