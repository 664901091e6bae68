// The time from an answer to the frame that shows its results, with the CPU slowed down by 4.
import { percentile } from './percentile.mjs';
import { openThrottledPage } from './throttled-page.mjs';

/** Runs in the page before its scripts: defines how to wait until after the next frame. */
function defineNextFrame() {
  /** @type {any} */ (window).nextFrame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }),
    );
}

/**
 * Runs in the page: answers questions and returns the times from each click to after the next
 * frame.
 */
async function timeAnswers(isBySection) {
  const root = /** @type {ShadowRoot} */ (document.querySelector('eligibility-check').shadowRoot);
  const times = [];
  const click = async (element) => {
    const start = performance.now();
    element.click();
    await /** @type {any} */ (window).nextFrame();
    times.push(performance.now() - start);
  };
  const inputs = () => [
    ...root.querySelectorAll('fieldset input[type=radio], fieldset input[type=checkbox]'),
  ];
  if (isBySection)
    for (const { id } of inputs()
      .filter(({ id }) => !/\.(none|not-sure)$/.test(id))
      .slice(0, 60)) {
      const element = root.getElementById(id);
      if (element) await click(element);
    }
  else
    for (let count = 0; count < 40; count += 1) {
      const [first] = inputs();
      if (!first) break;
      if (!(/** @type {HTMLInputElement} */ (first).checked)) await click(first);
      const next = root.querySelector('.ec-step .ec__actions .ec-button--main');
      if (!next) break;
      await click(next);
    }
  return times;
}

/**
 * Runs in the empty page: clicks its button and returns the times from each click to after the next
 * frame.
 */
async function timeClicks() {
  const button = /** @type {HTMLElement} */ (document.querySelector('button'));
  const times = [];
  for (let click = 0; click < 80; click += 1) {
    const start = performance.now();
    button.click();
    await /** @type {any} */ (window).nextFrame();
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
    for (const [mode, name, isBySection] of [
      ['one question at a time', '开始自测', false],
      ['all questions by section', '按部分查看全部题目', true],
    ]) {
      const page = await openThrottledPage(browser, width);
      await page.addInitScript(defineNextFrame);
      await page.goto(widgetAddress);
      await page.getByRole('button', { name }).click();
      await page.getByText('查找措施').waitFor();
      await page.waitForLoadState('networkidle');
      const times = await page.evaluate(timeAnswers, isBySection);
      rows.push([
        `answer to repaint, ${mode}, ${width} px`,
        `${describe(times)} of ${times.length} (50, 100)`,
      ]);
      await page.context().close();
    }
    const page = await openThrottledPage(browser, width);
    await page.addInitScript(defineNextFrame);
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
