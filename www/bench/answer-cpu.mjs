// Main-thread CPU time from an answer to the next frame. Unlike elapsed time, CPU time does
// not include other processes on the machine.
import { openScreen } from './screens.mjs';

/** Runs in the page: work of the browser's own, to compare with. */
function buildAndLayOut() {
  const list = document.createElement('ol');
  for (let index = 0; index < 200; index += 1) {
    const item = document.createElement('li');
    item.append(document.createElement('label'), `${index}`);
    list.append(item);
  }
  document.body.append(list);
  const height = list.offsetHeight;
  list.remove();
  return height;
}

/** A page, and a function that returns the CPU milliseconds of its main thread so far. */
async function newPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpuTime = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  return { page, cpuTime, close: () => context.close() };
}

/**
 * CPU milliseconds of each action, in the order of the actions.
 * @param {string} address  of a page with one widget
 * @param {import('./screens.mjs').Mode} mode
 */
export async function answerCpu(browser, address, mode) {
  const { page, cpuTime, close } = await newPage(browser);
  const count = await openScreen(page, address, mode);
  const times = [];
  for (let index = 0; index < count; index += 1) {
    // The handle keeps the search for the target out of the measured time.
    const target = await page.evaluateHandle(() => /** @type {any} */ (window).findTarget());
    if (!target.asElement()) break;
    const before = await cpuTime();
    await page.evaluate((target) => /** @type {any} */ (window).act(target), target);
    times.push((await cpuTime()) - before);
  }
  await close();
  return times;
}

/** CPU milliseconds of a fixed amount of the browser's own work: the lowest of several runs. */
export async function referenceCpu(browser) {
  const { page, cpuTime, close } = await newPage(browser);
  let lowest = Infinity;
  for (let run = 0; run < 20; run += 1) {
    const before = await cpuTime();
    await page.evaluate(buildAndLayOut);
    lowest = Math.min(lowest, (await cpuTime()) - before);
  }
  await close();
  return lowest;
}
