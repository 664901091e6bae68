// Browsers in which a script cannot make a stylesheet (Safari before 16.4), played by a Chromium that has forgotten how.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, blank, button, ready, start, until } from './page.mjs';
import { wholeJourney } from './whole.mjs';

let world, folder;
before(async () => {
  world = await start();
  folder = mkdtempSync(join(tmpdir(), 'eligibility-sheets-'));
  copyFileSync(join(DIST, 'offline.html'), join(folder, 'offline.html'));
});
after(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const WAYS = {
  'served under the strict policy': () => `${world.origin}/index.html`,
  'from one file': () => pathToFileURL(join(folder, 'offline.html')).href,
};
for (const [way, address] of Object.entries(WAYS))
  test(`${way}, it has its style on screen and on paper, and breaks no policy`, async () => {
    const page = await blank(world);
    await page.addInitScript(() => delete (/** @type {any} */ (CSSStyleSheet.prototype).replaceSync));
    await page.goto(address());
    await ready(page);
    const colour = (name) => button(page, name).evaluate((one) => getComputedStyle(one).backgroundColor);
    await until('it is styled', async () => (await colour('开始自测')) === 'rgb(11, 79, 158)');
    await wholeJourney(page);
    const [{ css }] = await page.evaluate(() => /** @type {any} */ (window).printed);
    assert.match(css, /\.ec-sheet__title \{ font-size: 16pt; \}/);
    assert.deepEqual(page.heard.errors, []);
    await page.context().close();
  });
