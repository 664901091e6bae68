// Measures response times in headless Chromium with the CPU slowed down by 4, and
// compares them with an empty Yew page: part of `make bench`.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serve } from '../build/serve.mjs';
import { measureAnswers } from './answer-to-repaint.mjs';
import { measureFirstLoad } from './first-load.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))(
  'playwright-core',
);

/** Serves a copy of a folder with gzip compression. @param {string} folder */
async function serveCompressed(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'eligibility-bench-'));
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy).filter((name) => /\.(html|js|json|css|wasm)$/.test(name)))
    writeFileSync(join(copy, `${name}.gz`), gzipSync(readFileSync(join(copy, name)), { level: 9 }));
  const server = await serve(copy, 0, true);
  const close = () => {
    server.closeAllConnections();
    server.close();
    rmSync(copy, { recursive: true });
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

const widget = await serveCompressed(process.argv[2] ?? 'dist');
const empty = await serveCompressed(process.argv[3] ?? 'build/empty');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const rows = [
  ...(await measureAnswers(browser, widget.address, empty.address)),
  ...(await measureFirstLoad(browser, widget.address, empty.address)),
];
await browser.close();
for (const { close } of [widget, empty]) close();

console.log('\nresponse times (headless Chromium, CPU slowed down by 4; budgets in parentheses)');
for (const [name, result] of rows) console.log(`  ${name.padEnd(58)} ${result}`);
