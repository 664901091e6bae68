// Measures the engine in headless Chromium and prints the figures: part of `make bench`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { serve } from '../build/serve.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))('playwright-core');
const folder = fileURLToPath(new URL('../../build/bench', import.meta.url));
const path = process.env.TEE_PROGRAMMES || fileURLToPath(new URL('../../../shared/benchmarks/tee-programmes/conditions.json', import.meta.url));
const programmes = existsSync(path) ? readFileSync(path, 'utf8') : '';
if (!programmes) console.log(`bench: ${path} cannot be read (set TEE_PROGRAMMES); the programmes are not measured`);

writeFileSync(`${folder}/index.html`, '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>\n');
const server = await serve(folder, 0);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error.message));
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction('window.bench');
const { rows, rates } = await page.evaluate((text) => /** @type {any} */ (window).bench(text), programmes);
await browser.close();
server.closeAllConnections();
server.close();

console.log('\nthe engine in WebAssembly (headless Chromium, one thread; budgets of the design beside the figures)');
for (const [what, micro, budget] of rows)
  console.log(`  ${what.padEnd(46)} ${micro.toFixed(micro < 10 ? 2 : 0).padStart(9)} µs  ${budget && `of ${budget}`}`);
for (const [what, wasm, script] of rates) {
  const [fast, slow] = [wasm, script].map((rate) => rate.toFixed(1));
  console.log(`  ${what.padEnd(46)} ${fast.padStart(9)} M a second (budget 10); plain JavaScript ${slow} M: ${(wasm / script).toFixed(1)} times`);
}
