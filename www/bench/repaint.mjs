// Measures what a person waits for, in headless Chromium with the processor slowed four times, and prints the figures: part
// of `make bench`.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serve } from '../build/serve.mjs';
import { repainting } from './repainting.mjs';
import { waiting } from './waiting.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))('playwright-core');

/** Serves a copy of a folder compressed, as most hosts do. @param {string} folder */
async function packed(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'eligibility-repaint-'));
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

const [widget, empty] = [await packed(process.argv[2] ?? 'dist'), await packed(process.argv[3] ?? 'build/empty')];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const rows = [...(await repainting(browser, widget.address, empty.address)), ...(await waiting(browser, widget.address, empty.address))];
await browser.close();
for (const { close } of [widget, empty]) close();

console.log('\nwhat a person waits for (headless Chromium, processor slowed 4 times; budgets of the design beside the figures)');
for (const [what, figure] of rows) console.log(`  ${what.padEnd(58)} ${figure}`);
