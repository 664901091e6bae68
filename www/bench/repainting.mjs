// From an answer to the frame that shows what follows from it, with the processor slowed four times.
import { at } from './figures.mjs';
import { slowed } from './slowed.mjs';

/** Runs in the page: answers, and times each from the click to after the next frame. */
async function answering(bySection) {
  const root = /** @type {ShadowRoot} */ (document.querySelector('eligibility-check').shadowRoot);
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }),
    );
  const times = [];
  const timed = async (element) => {
    const before = performance.now();
    element.click();
    await frame();
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

/** @returns rows of what and its figure */
export async function repainting(browser, address) {
  const rows = [];
  for (const [what, name, bySection] of [
    ['one question at a time', '开始自测', false],
    ['all questions by section', '按部分查看全部题目', true],
  ])
    for (const width of [360, 1280]) {
      const { page } = await slowed(browser, width);
      await page.goto(address);
      await page.getByRole('button', { name }).click();
      await page.getByText('查找措施').waitFor();
      await page.waitForLoadState('networkidle');
      const times = await page.evaluate(answering, bySection);
      const [middle, most] = [0.5, 0.95].map((share) => at(times, share).toFixed(0));
      rows.push([`answer to repaint, ${what}, ${width} px`, `${middle} ms in the middle, ${most} ms at 95 % of ${times.length} (budget 50)`]);
      await page.context().close();
    }
  return rows;
}
