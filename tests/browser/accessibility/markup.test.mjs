// html-validate on every page and every screen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { STEPS, openDemo, widget } from '../support/demo-pages.mjs';
import { DIST, useSite } from '../support/page.mjs';

const SCRIPT = fileURLToPath(new URL('../../../www/build/validate-html.mjs', import.meta.url));

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'markup-'));
after(() => rmSync(folder, { recursive: true }));

const write = (name, html) => {
  const path = join(folder, name);
  writeFileSync(path, html);
  return path;
};

/** Runs the check of `make lint`. */
const validate = (...paths) => {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, ...paths], { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
};

test('every page in dist/ is valid', () => {
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  for (const page of ['index.html', 'offline.html', 'rulebook.html', 'demo/hostile.html'])
    assert.ok(pages.includes(page), page);
  assert.deepEqual(validate(...pages.map((page) => join(DIST, page))), {
    status: 0,
    lines: [`markup: ${pages.length} files, 0 faults`],
  });
});

test('the widget is valid on every screen', async () => {
  const page = await openDemo(site, 'intranet');
  const screens = [];
  const record = async () => {
    const html = await widget(page).evaluate((element) => element.shadowRoot?.innerHTML);
    screens.push(write(`${screens.length}.html`, html));
  };
  await record();
  for (const step of Object.values(STEPS)) if (await step(page)) await record();
  assert.ok(screens.length > 1, 'no step was possible');
  assert.deepEqual(validate(...screens), {
    status: 0,
    lines: [`markup: ${screens.length} files, 0 faults`],
  });
});

test('a fault is reported with file, line, rule and message, also in a snapshot with front matter', () => {
  const page = write('page.html', '<p>fine</p>\n<p id="a"></p><p id="a"></p>\n');
  const snapshot = write('page.snap', '---\nsource: here\n---\n<img src="a.png">\n');
  assert.deepEqual(validate(page, snapshot), {
    status: 1,
    lines: [
      `${page}:2:22: no-dup-id: Duplicate ID "a"`,
      `${snapshot}:4:2: wcag/h37: <img> is missing required "alt" attribute`,
      'markup: 2 files, 2 faults',
    ],
  });
});

test('a missing file, or none, is an error', () => {
  assert.equal(validate(join(folder, 'missing.html')).status, 2);
  assert.equal(validate().status, 2);
});
