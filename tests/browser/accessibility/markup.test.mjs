// Every page and every screen is sound HTML, as html-validate has it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { STEPS, openDemo, widget } from '../support/demo-pages.mjs';
import { DIST, startSite } from '../support/page.mjs';

const SCRIPT = fileURLToPath(new URL('../../../www/build/validate-html.mjs', import.meta.url));

let site, folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'markup-'));
  site = await startSite();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

const written = (name, html) => {
  const path = join(folder, name);
  writeFileSync(path, html);
  return path;
};

/** Runs the check as `make lint` does. */
const check = (...paths) => {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, ...paths], { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
};

test('every page of the built folder is sound', () => {
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  for (const page of ['index.html', 'offline.html', 'rulebook.html', 'demo/hostile.html']) assert.ok(pages.includes(page), page);
  assert.deepEqual(check(...pages.map((page) => join(DIST, page))), { status: 0, lines: [`markup: ${pages.length} files, 0 faults`] });
});

test('what the widget makes is sound on every screen that can be reached', async () => {
  const page = await openDemo(site, 'intranet');
  const screens = [];
  const keep = async () => {
    const html = await widget(page).evaluate((element) => element.shadowRoot?.innerHTML);
    screens.push(written(`${screens.length}.html`, html));
  };
  await keep();
  for (const step of Object.values(STEPS)) if (await step(page)) await keep();
  assert.ok(screens.length > 1, 'no step could be taken');
  assert.deepEqual(check(...screens), { status: 0, lines: [`markup: ${screens.length} files, 0 faults`] });
});

test('a fault is told by file, line, rule and message, and below the front matter of a snapshot, too', () => {
  const page = written('page.html', '<p>fine</p>\n<p id="a"></p><p id="a"></p>\n');
  const snapshot = written('page.snap', '---\nsource: here\n---\n<img src="a.png">\n');
  assert.deepEqual(check(page, snapshot), {
    status: 1,
    lines: [
      `${page}:2:22: no-dup-id: Duplicate ID "a"`,
      `${snapshot}:4:2: wcag/h37: <img> is missing required "alt" attribute`,
      'markup: 2 files, 2 faults',
    ],
  });
});

test('a file that is not there, or none at all, is no success', () => {
  assert.equal(check(join(folder, 'missing.html')).status, 2);
  assert.equal(check().status, 2);
});
