// Over a slow network, from the address to the first paint, and to where a person can do something: for the widget, and for an empty
// Yew page in the same run, one after the other.
import { at } from './figures.mjs';
import { slowed } from './slowed.mjs';

const RUNS = 9;

/** Runs in the page: the start screen is there, and going on to the first question is one click. */
function answerable() {
  document.addEventListener('eligibility-ready', () => {
    const check = () => {
      const root = document.querySelector('eligibility-check').shadowRoot;
      const begin = /** @type {HTMLElement} */ (root.querySelector('.ec-button--main'));
      if (root.querySelector('fieldset input')) /** @type {any} */ (window).reached = performance.now();
      else {
        if (begin) begin.click();
        requestAnimationFrame(check);
      }
    };
    check();
  });
}

/** Runs in the page: the button has counted a click. */
function counted() {
  let clicked = false;
  const check = () => {
    const button = document.querySelector('button');
    if (button && button.textContent === '1') /** @type {any} */ (window).reached = performance.now();
    else {
      // Once: what a second one made of it would never be 1.
      if (button && !clicked) button.click();
      clicked = !!button;
      requestAnimationFrame(check);
    }
  };
  requestAnimationFrame(check);
}

async function once(browser, address, reach) {
  const { page } = await slowed(browser, 360, { network: true });
  await page.addInitScript(reach);
  await page.goto(address);
  // As a function: the policy forbids to evaluate text.
  await page.waitForFunction(() => /** @type {any} */ (window).reached && performance.getEntriesByName('first-contentful-paint').length);
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    reached: /** @type {any} */ (window).reached,
  }));
  await page.context().close();
  return times;
}

/** @returns rows of what and its figure */
export async function waiting(browser, widget, empty) {
  const ours = [];
  const floor = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await once(browser, widget, answerable));
    floor.push(await once(browser, empty, counted));
  }
  const row = (what, which, budget) => {
    const [mine, least] = [ours, floor].map((runs) => at(runs.map((run) => run[which]), 0.5));
    return [what, `${mine.toFixed(0)} ms (budget ${budget}); empty Yew page ${least.toFixed(0)} ms: ${(mine / least).toFixed(2)} times`];
  };
  return [
    row('first paint, cold, 1.6 Mbit/s, 150 ms', 'paint', 700),
    row('first question that can be answered; a button that counts', 'reached', 1400),
  ];
}
