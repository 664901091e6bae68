// From a clause to a published site: the guide docs/guides/write-a-pack-in-the-browser.md, table by
// table, with the mouse and with the keyboard alone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { serve } from '../../../www/build/serve.mjs';
import { checkedProblems, openAuthor } from '../support/author-page.mjs';
import {
  KEYBOARD,
  MOUSE,
  control,
  download,
  editor,
  follow,
  showTab,
  textOf,
} from '../support/author.mjs';
import { COMMAND, inRepository } from '../support/command.mjs';
import { codeBlocks, section, tableRows } from '../support/guides.mjs';
import { assertFocused, tabTo } from '../support/keyboard.mjs';
import {
  assertNoErrors,
  button,
  newPage,
  useSite,
  waitForText,
  waitForWidget,
} from '../support/page.mjs';

const { unzipSync } = createRequire(inRepository('www/package.json'))('fflate');

const GUIDE = readFileSync(inRepository('docs/guides/write-a-pack-in-the-browser.md'), 'utf8');
const TABLES = ['## 1. Start', '## 2. The policy and its clause', '## 3. The questions'];
const [MISSPELT] = codeBlocks(section(GUIDE, '## 5. Problems'), 'text');
const [SCENARIOS] = codeBlocks(section(GUIDE, '## 6. Scenarios'), 'json');
const TITLE = '港区企业扶持自查';

const folder = mkdtempSync(join(tmpdir(), 'eligibility-author-'));
after(() => rmSync(folder, { recursive: true }));
const site = useSite();
const cleanups = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const rowsOf = (heading) => tableRows(section(GUIDE, heading), 'control');
const panel = (page) => page.getByRole('region', { name: 'Checks and preview' });

/** Writes the pack with the tables of the guide. */
async function write(page, hand) {
  for (const heading of [...TABLES, '## 4. The measure']) await follow(page, hand, rowsOf(heading));
  await waitForText(panel(page).getByRole('status'), 'No problems found.');
}

/** The result of a command with the written pack. */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(COMMAND, args, { encoding: 'utf8', cwd: folder });
  return { status, text: stdout + stderr };
}

/** Chooses a file in the dialog that a control opens. */
async function chooseInDialog(page, open, name, text) {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await dialog.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const press = (page, hand, name, scope = page) => hand.press(page, button(scope, name));

/** Misspells an id in the text, and corrects it with the button of the problem. */
async function misspellAndCorrect(page, hand) {
  const before = await textOf(page);
  await press(page, hand, 'Text');
  await (hand === KEYBOARD ? tabTo(page, editor(page)) : editor(page).click());
  await page.keyboard.press('Control+f');
  await page.keyboard.type('["revenue"');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText('["revenu"');
  const problem = panel(page).getByRole('listitem').filter({ hasText: MISSPELT });
  await problem.waitFor();
  // The line of the problem is that of the id, and the editor underlines it.
  const line = (await textOf(page)).split('\n').findIndex((one) => one.includes('["revenu"')) + 1;
  await problem.getByRole('button', { name: `Show in the text: Line ${line}` }).waitFor();
  await page.locator('json-editor .cm-lintRange-error').getByText('revenu').waitFor();
  await hand.press(page, problem.getByRole('button', { name: 'Correct it' }));
  await waitForText(panel(page).getByRole('status'), 'No problems found.');
  assert.equal(await textOf(page), before);
}

/** Opens the scenarios, and adds the example of the comparison with an older version. */
async function addScenarios(page, hand) {
  await press(page, hand, 'Scenarios');
  const open = () => hand.press(page, button(panel(page), 'Open scenario files'));
  await chooseInDialog(page, open, 'scenarios.json', SCENARIOS);
  await panel(page).getByText('3 scenarios, 3 as expected').waitFor();
  const published = (await textOf(page)).replaceAll('5000', '6000');
  await press(page, hand, 'Compare');
  const openOld = () => hand.press(page, button(panel(page), 'Open the published version'));
  await chooseInDialog(page, openOld, 'published.json', published);
  const gain = panel(page).getByRole('listitem').filter({ hasText: 'Newly met' });
  await gain.getByText('企业上一年的营业收入是多少：5000 万元').waitFor();
  await press(page, hand, 'Add as a scenario', gain);
  await panel(page).getByText('Scenarios with other results: 2 of 4').waitFor();
  await press(page, hand, 'Scenarios');
  await panel(page).getByText('4 scenarios, 4 as expected').waitFor();
}

/** Answers as a firm that meets the measure, on the page or in the preview. */
async function answer(page, widget) {
  await button(widget, '开始').click();
  const { answers } = JSON.parse(SCENARIOS)[0];
  assert.deepEqual(answers, { registered: true, founded: '2025-06-30', revenue: 5000 });
  await widget.getByRole('radio', { name: '是', exact: true }).check();
  for (const text of ['2025-01-31', '5000']) {
    await button(widget, '继续').click();
    await widget.getByRole('textbox').fill(text);
  }
  await button(widget, '继续').click();
  await widget.getByRole('heading', { name: '您的结果' }).waitFor();
  await widget.getByText('成长企业奖励').first().waitFor();
  await widget.getByText('20 万元').first().waitFor();
}

/** Publishes, and returns the files of the archive. */
async function publish(page, hand) {
  await hand.press(page, page.locator('.au-tabs').getByRole('button', { name: 'Publish' }));
  await press(page, hand, 'Prepare the file');
  const save = panel(page).getByRole('button', { name: /^Download harbour-firms-/ });
  await save.waitFor();
  await assertFocused(button(page, 'Prepare the file'));
  const confirmation = panel(page).getByRole('checkbox');
  if (await confirmation.count()) await hand.check(page, confirmation);
  const { name, bytes } = await download(page, () => hand.press(page, save));
  assert.equal(name, 'harbour-firms-2026-03-02.zip');
  return unzipSync(new Uint8Array(bytes));
}

/** Serves the folder `site` of an archive. */
async function serveArchive(files) {
  const root = mkdtempSync(join(folder, 'site-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(root, name), content);
  }
  writeFileSync(join(root, 'site/favicon.ico'), ''); // Browsers request it on every site.
  const server = await serve(join(root, 'site'), 0);
  cleanups.push(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${server.address().port}`;
}

for (const [name, hand] of Object.entries({ 'the mouse': MOUSE, 'the keyboard': KEYBOARD }))
  test(`the guide leads from a clause to a published site, with ${name}`, async () => {
    const page = await openAuthor(site, { width: 1440 });
    cleanups.push(() => page.context().close());
    await write(page, hand);
    await misspellAndCorrect(page, hand);
    await addScenarios(page, hand);

    // The command agrees with the page.
    const pack = await download(page, () => press(page, hand, 'Download rules.json'));
    const cases = await download(page, () => press(page, hand, 'Download scenarios.json'));
    assert.equal(pack.bytes.toString(), await textOf(page));
    writeFileSync(join(folder, 'rules.json'), pack.bytes);
    writeFileSync(join(folder, 'scenarios.json'), cases.bytes);
    const lint = run('lint', '--pack', 'rules.json');
    assert.match(lint.text, /no faults, no findings; .* measures: 1, facts: 3, provisions: 1/);
    const tested = run('test', '--pack', 'rules.json', 'scenarios.json');
    assert.match(tested.text, /4 passed; 0 failed/);

    await press(page, hand, 'Try it');
    await answer(page, page.locator('pack-preview'));
    const files = await publish(page, hand);
    assertNoErrors(page);
    assert.equal(Buffer.from(files['record/rules.json']).toString(), pack.bytes.toString());

    const origin = await serveArchive(files);
    const visitor = await newPage(site);
    cleanups.push(() => visitor.context().close());
    await visitor.goto(`${origin}/index.html`);
    await waitForWidget(visitor);
    await visitor.getByRole('heading', { name: TITLE }).waitFor();
    await answer(visitor, visitor);
    assertNoErrors(visitor);
  });

test('the page has the views and panels that the guide names', async () => {
  const page = await openAuthor(site, { width: 1440 });
  cleanups.push(() => page.context().close());
  await follow(page, MOUSE, rowsOf('## 1. Start'));
  for (const name of [
    'Text',
    'Forms',
    'Undo',
    'Problems',
    'Scenarios',
    'Policy texts',
    'Try it',
    'Compare',
    'Spreadsheets',
    'Publish',
  ])
    await control(page, name, ['button']).waitFor();
  await showTab(page, 'Forms');
  await checkedProblems(page);
  assertNoErrors(page);
});
