// Measures what a person waits for, in headless Chromium with the processor slowed four times, and prints the figures: part
// of `make bench`. From an answer to the frame that shows what follows from it; and, over a slow network, from the address
// to the first paint and to the first question that can be answered.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serve } from '../build/serve.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))('playwright-core');
const folder = mkdtempSync(join(tmpdir(), 'eligibility-repaint-'));
cpSync(process.argv[2] ?? 'dist', folder, { recursive: true });
for (const name of readdirSync(folder).filter((name) => /\.(html|js|json|css|wasm)$/.test(name)))
  writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name)), { level: 9 }));
const server = await serve(folder, 0, true);
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function slowed(width) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { page, cdp };
}

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

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)].toFixed(0);
const rows = [];
for (const [what, name, bySection] of [
  ['one question at a time', '开始自测', false],
  ['all questions by section', '按部分查看全部题目', true],
])
  for (const width of [360, 1280]) {
    const { page } = await slowed(width);
    await page.goto(address);
    await page.getByRole('button', { name }).click();
    await page.getByText('查找措施').waitFor();
    await page.waitForLoadState('networkidle');
    const times = await page.evaluate(answering, bySection);
    rows.push([`answer to repaint, ${what}, ${width} px`, `${at(times, 0.5)} ms in the middle, ${at(times, 0.95)} ms at 95 % of ${times.length} (budget 50)`]);
    await page.context().close();
  }

const paints = [];
const questions = [];
for (let run = 0; run < 5; run += 1) {
  const { page, cdp } = await slowed(360);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await page.addInitScript(() => {
    // The start screen is there: going on to the first question is one click.
    document.addEventListener('eligibility-ready', () => {
      const check = () => {
        const root = document.querySelector('eligibility-check').shadowRoot;
        const begin = /** @type {HTMLElement} */ (root.querySelector('.ec-button--main'));
        if (root.querySelector('fieldset input')) /** @type {any} */ (window).answerable = performance.now();
        else {
          if (begin) begin.click();
          requestAnimationFrame(check);
        }
      };
      check();
    });
  });
  await page.goto(address);
  await page.getByRole('heading', { name: '您的单位是哪一类' }).waitFor();
  const [paint, question] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0].startTime,
    /** @type {any} */ (window).answerable,
  ]);
  paints.push(paint);
  questions.push(question);
  await page.context().close();
}
rows.push(['first paint, cold, 1.6 Mbit/s, 150 ms', `${at(paints, 0.5)} ms (budget 700)`]);
rows.push(['first question that can be answered', `${at(questions, 0.5)} ms (budget 1400)`]);
await browser.close();
server.closeAllConnections();
server.close();
rmSync(folder, { recursive: true });

console.log('\nwhat a person waits for (headless Chromium, processor slowed 4 times; budgets of the design beside the figures)');
for (const [what, figure] of rows) console.log(`  ${what.padEnd(58)} ${figure}`);
