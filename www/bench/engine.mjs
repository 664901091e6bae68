// Measures the engine in headless Chromium: part of `make bench`. TEE_PROGRAMMES names an optional
// file of real programmes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serve } from '../build/serve.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))(
  'playwright-core',
);
const folder = fileURLToPath(new URL('../../build/bench', import.meta.url));
const { TEE_PROGRAMMES: path, CHROMIUM = '/usr/bin/chromium' } = process.env;
const programmes = path ? readFileSync(path, 'utf8') : '';
if (!programmes) console.log('bench: TEE_PROGRAMMES is not set; the programmes are not measured');

writeFileSync(
  `${folder}/index.html`,
  '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="engine-page.js"></script>\n',
);
const server = await serve(folder, 0);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error.message));
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction('window.bench');
const { times, rates } = await page.evaluate(
  (text) => /** @type {any} */ (window).bench(text),
  programmes,
);
await browser.close();
server.closeAllConnections();
server.close();

console.log('\nthe engine in WebAssembly (headless Chromium, one thread; budgets in parentheses)');
for (const [name, microseconds, budget] of times)
  console.log(
    `  ${name.padEnd(46)} ${microseconds.toFixed(microseconds < 10 ? 2 : 0).padStart(9)} µs  ${budget && `(${budget})`}`,
  );
for (const [name, wasm, script] of rates) {
  const [ours, theirs] = [wasm, script].map((rate) => rate.toFixed(1));
  console.log(
    `  ${name.padEnd(46)} ${ours.padStart(9)} M per second (10); plain JavaScript ${theirs} M, ratio ${(wasm / script).toFixed(1)}`,
  );
}
