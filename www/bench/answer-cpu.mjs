// Main-thread CPU time from an answer to the next frame. Unlike elapsed time, CPU time does
// not include other processes on the machine.

/** The start of each mode, and the number of measured clicks. The pack has enough questions. */
const STARTS = {
  'one question at a time': { button: '开始自测', clicks: 40 },
  'all questions by section': { button: '按部分查看全部题目', clicks: 60 },
};

/** @typedef {keyof typeof STARTS} Mode */
export const MODES = /** @type {Mode[]} */ (Object.keys(STARTS));

/**
 * Runs in the page: finds the next element to click. False if there is none.
 * @param {{ isBySection: boolean, index: number }} next
 */
function findTarget({ isBySection, index }) {
  const root = /** @type {ShadowRoot} */ (document.querySelector('eligibility-check').shadowRoot);
  const inputs = /** @type {HTMLInputElement[]} */ ([
    ...root.querySelectorAll('fieldset input[type=radio], fieldset input[type=checkbox]'),
  ]);
  const page = /** @type {any} */ (window);
  if (isBySection) {
    page.ids ??= inputs.map(({ id }) => id).filter((id) => !/\.(none|not-sure)$/.test(id));
    // An earlier answer may have removed the question.
    page.target = root.getElementById(page.ids[index]);
    return index < page.ids.length;
  }
  const buttons = [...root.querySelectorAll('button')];
  page.target =
    inputs[0] && !inputs[0].checked
      ? inputs[0]
      : buttons.find(({ textContent }) => textContent === '下一题');
  return Boolean(page.target);
}

/** Runs in the page: clicks the element, and resolves after the next frame. */
function clickAndPaint() {
  const { target } = /** @type {any} */ (window);
  target?.click();
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(Boolean(target));
      port2.postMessage(0);
    }),
  );
}

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
 * CPU milliseconds of each click, in the order of the clicks.
 * @param {string} address  of a page with one widget
 * @param {Mode} mode
 */
export async function answerCpu(browser, address, mode) {
  const { page, cpuTime, close } = await newPage(browser);
  await page.goto(address);
  await page.getByRole('button', { name: STARTS[mode].button }).click();
  await page.getByText('查找措施').waitFor();
  await page.waitForLoadState('networkidle');
  const times = [];
  for (let index = 0; index < STARTS[mode].clicks; index += 1) {
    const isBySection = mode === 'all questions by section';
    if (!(await page.evaluate(findTarget, { isBySection, index }))) break;
    const before = await cpuTime();
    if (await page.evaluate(clickAndPaint)) times.push((await cpuTime()) - before);
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
