// Measures the authoring page with a pack of 300 measures, in headless Chromium: the time of the
// main thread until a key has taken effect, and the time until the checks have a result. Part of
// `make bench`.
//
//   node author.mjs dist/author.html rules.json
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile } from './percentile.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))(
  'playwright-core',
);
const [file = 'dist/author.html', rules = 'rules.json'] = process.argv.slice(2);
const MEASURES = 300;

/** A pack with its measures repeated, under other ids. */
function repeated() {
  const pack = JSON.parse(readFileSync(rules, 'utf8'));
  const copy = (/** @type {any} */ measure, /** @type {number} */ index) =>
    index < pack.measures.length ? measure : { ...measure, id: `${measure.id}-copy-${index}` };
  const { length } = pack.measures;
  const measures = Array.from({ length: MEASURES }, (_, index) =>
    copy(pack.measures[index % length], index),
  );
  return `${JSON.stringify({ ...pack, measures }, null, 2)}\n`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
page.setDefaultTimeout(120_000);
const devtools = await page.context().newCDPSession(page);
// The time that the thread works: other programs do not affect it.
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });

/** The time that the main thread has worked, in milliseconds. */
async function worked() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}
/** Waits until the page has painted. */
const painted = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
const checked = () => page.locator('.au-problems[aria-busy=false]').waitFor();

/**
 * The work of the main thread for an action, many times.
 * @param {(index: number) => Promise<any>} act
 */
async function measure(act, times = 20) {
  const results = [];
  for (let index = 0; index < times; index++) {
    const before = await worked();
    await act(index);
    await painted();
    results.push((await worked()) - before);
  }
  return results;
}

/** @param {string} name @param {number[]} times */
function print(name, times) {
  const [half, most] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(0));
  console.log(`  ${name.padEnd(48)} ${half.padStart(5)} ms, 95 % ${most.padStart(5)} ms`);
}

console.log(`\nauthoring page, ${MEASURES} measures (headless Chromium, work of the main thread)`);
await page.goto(pathToFileURL(resolve(file)).href);
await page.getByRole('button').first().waitFor();
const buffer = Buffer.from(repeated());
const before = await worked();
await page
  .locator('input[type=file]')
  .first()
  .setInputFiles({ name: 'rules.json', mimeType: 'application/json', buffer });
await checked();
print('opening the pack, with its checks', [(await worked()) - before]);

await page.locator('.cm-line', { hasText: '"version"' }).click();
await page.keyboard.press('End');
await page.keyboard.press('ArrowLeft');
await page.keyboard.press('ArrowLeft');
print('a key in the text', await measure((index) => page.keyboard.press(`${index % 10}`)));
const waits = [];
const work = await measure(async (index) => {
  await page.keyboard.press(`${index}`);
  const start = performance.now();
  await page.locator('.au-problems[aria-busy=true]').waitFor();
  await checked();
  waits.push(performance.now() - start);
}, 5);
print('a key in the text, with its checks', work);
print('  time until their result, by the clock', waits);

await page.getByRole('button', { name: 'Forms', exact: true }).click();
// Without Playwright's search among hundreds of buttons, which the main thread does.
const entries = await page.locator('.au-outline__entry').elementHandles();
const open = (/** @type {number} */ index) =>
  entries[index].evaluate((entry) => /** @type {HTMLElement} */ (entry).click());
print('opening the form of a measure', await measure((index) => open(10 + index)));
const field = page.locator('.au-card textarea').first();
await field.click();
print('a key in a form field', await measure(() => page.keyboard.press('x')));
print('leaving a changed form field', await measure(() => page.keyboard.press('Tab'), 1));
await browser.close();
