// The times to the first paint, the start, the topics and the first question over a slow network
// with an empty cache, alternately for the widget and for an empty Yew page.
import { percentile } from './percentile.mjs';
import { openThrottledPage } from './throttled-page.mjs';

const RUNS = 9;

/**
 * Runs in the page: goes through the first screens as soon as they are shown, and records when the
 * start is shown, when a topic is ticked, and when the first question can be answered.
 */
function recordFirstQuestion() {
  const record = /** @type {any} */ (window);
  const steps = '#ec-start-topics, #ec-day-next, #ec-day-step, #ec-begin';
  const check = () => {
    const element = document.querySelector('eligibility-check');
    /** @returns {any} the first element that is laid out */
    const find = (selector) => {
      const all = element?.shadowRoot?.querySelectorAll(selector) ?? [];
      return Array.from(all).find((one) => one.getClientRects().length);
    };
    if (find('.ec-start')) record.startAt ??= performance.now();
    const topic = find('[id^=ec-topic-]');
    if (topic && !topic.checked) topic.click();
    if (topic?.checked) record.topicsAt ??= performance.now();
    if (find('.ec-step input')) {
      record.usableAt = performance.now();
      return;
    }
    const step = find(steps);
    if (step && !step.hasAttribute('aria-busy')) step.click();
    requestAnimationFrame(check);
  };
  requestAnimationFrame(check);
}

/** Runs in the empty page: records when its button has counted a click. */
function recordFirstClick() {
  let isClicked = false;
  const check = () => {
    const button = document.querySelector('button');
    if (button && button.textContent === '1')
      /** @type {any} */ (window).usableAt = performance.now();
    else {
      // Only once: after a second click, the text is never 1.
      if (button && !isClicked) button.click();
      isClicked = !!button;
      requestAnimationFrame(check);
    }
  };
  requestAnimationFrame(check);
}

async function loadOnce(browser, address, initScript) {
  const page = await openThrottledPage(browser, 360, { network: true });
  await page.addInitScript(initScript);
  await page.goto(address);
  // A function, because the policy forbids evaluating a string.
  await page.waitForFunction(
    () =>
      /** @type {any} */ (window).usableAt &&
      performance.getEntriesByName('first-contentful-paint').length,
  );
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    start: /** @type {any} */ (window).startAt,
    topics: /** @type {any} */ (window).topicsAt,
    usable: /** @type {any} */ (window).usableAt,
  }));
  await page.context().close();
  return times;
}

/** @returns rows of name and result */
export async function measureFirstLoad(browser, widgetAddress, emptyAddress) {
  const widget = [];
  const empty = [];
  for (let run = 0; run < RUNS; run += 1) {
    widget.push(await loadOnce(browser, widgetAddress, recordFirstQuestion));
    empty.push(await loadOnce(browser, emptyAddress, recordFirstClick));
  }
  const row = (name, key, budget) => {
    const [ours, theirs] = [widget, empty].map((runs) =>
      percentile(
        runs.map((run) => run[key]),
        0.5,
      ),
    );
    return [
      name,
      `${ours.toFixed(0)} ms (${budget}); empty Yew page ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`,
    ];
  };
  const own = (name, key, budget) => {
    const times = widget.map((run) => run[key]);
    return [name, `${percentile(times, 0.5).toFixed(0)} ms (${budget})`];
  };
  return [
    row('first paint, empty cache, 1.6 Mbit/s, 150 ms', 'paint', 700),
    own('start readable', 'start', 1200),
    own('a topic ticked, after clicks on the start', 'topics', 1200),
    row('first question after topics; button can be clicked', 'usable', 2600),
  ];
}
