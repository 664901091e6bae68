// The time from an answer to the frame that shows its results, with the CPU slowed down by 4.
import { percentile } from './percentile.mjs';
import { MODES, defineActions, openScreen } from './screens.mjs';
import { openThrottledPage } from './throttled-page.mjs';

/** Runs in the page: returns the times from each action to after the next frame. */
async function timeAnswers(count) {
  const { findTarget, act } = /** @type {any} */ (window);
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const target = findTarget();
    if (!target) break;
    const start = performance.now();
    await act(target);
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * Runs in the empty page: clicks its button and returns the times from each click to after the next
 * frame.
 */
async function timeClicks() {
  const button = document.querySelector('button');
  const times = [];
  for (let click = 0; click < 80; click += 1) {
    const start = performance.now();
    await /** @type {any} */ (window).act(button);
    times.push(performance.now() - start);
  }
  return times;
}

const describe = (times) =>
  `median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;

/** @returns rows of name and result for the widget, and for the empty Yew page */
export async function measureAnswers(browser, widgetAddress, emptyAddress) {
  const rows = [];
  for (const width of [360, 1280]) {
    for (const mode of MODES) {
      const page = await openThrottledPage(browser, width);
      const count = await openScreen(page, widgetAddress, mode);
      const times = await page.evaluate(timeAnswers, count);
      rows.push([
        `answer to repaint, ${mode}, ${width} px`,
        `${describe(times)} of ${times.length} (50, 100)`,
      ]);
      await page.context().close();
    }
    const page = await openThrottledPage(browser, width);
    await page.addInitScript(defineActions);
    await page.goto(emptyAddress);
    await page.getByRole('button').waitFor();
    rows.push([
      `  empty Yew page, click to repaint, ${width} px`,
      describe(await page.evaluate(timeClicks)),
    ]);
    await page.context().close();
  }
  return rows;
}
