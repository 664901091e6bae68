// The real journey in every browser that is here, from the same files: served under the strict policy, and from one file.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { POLICY, serve } from '../../../www/build/serve.mjs';
import { assess, countsText, explain } from '../support/command.mjs';
import { DIST, IN_FORCE, PACK, chineseDate, fact } from '../support/page.mjs';
import { readPdf, withoutSpaces } from '../support/pdf.mjs';
import { PRINTED_AT, assertChecklist, printChecklist, savedCase } from '../support/checklist.mjs';
import { ENGINES, IS_REQUIRED } from './engines.mjs';
import { recordActivity } from './in-page.mjs';
import { startUser, waitUntil } from './user.mjs';
import { recordRun } from './report.mjs';

const said = savedCase('software-firm');
const { answers } = said;
const told = explain(said);
const DAY = ['textbox', '按哪一天的情况测算'];
const COUNTS = ['status', '*'];
const button = (name) => ['button', name];
const next = (known) => JSON.parse(assess([{ 'as-of': IN_FORCE, answers: known }])[0]).next;
const counted = (known) => countsText(explain({ 'as-of': IN_FORCE, answers: known }).measures);
const withoutStyle = (html) => html.replace(/<style>.*?<\/style>/s, '');

/** Only of this font do all of them write PDF whose text can be read again: of Noto's, some characters are lost or others. */
const READABLE = '"WenQuanYi Zen Hei"';

/** How a browser older than 'wasm-unsafe-eval' must be served. */
const EVALUATES = POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'");

for (const engine of ENGINES) {
  const { id, name, here, evaluates } = engine;
  // Told here and at the end of `make test`: what did not run is no pass.
  const missing = !here && !IS_REQUIRED && !engine.always && 'NOT RUN, as not installed: make test-browsers';
  describe(`the journey in ${id}`, { skip: missing }, () => {
    let browser, folder, server, origin;
    let finished = 0;
    before(async () => {
      assert.ok(here, `${name} is not here: make test-browsers installs it`);
      browser = await engine.start();
      server = await serve(DIST, 0, false, evaluates ? EVALUATES : POLICY);
      origin = `http://127.0.0.1:${server.address().port}`;
      folder = mkdtempSync(join(tmpdir(), 'engine-'));
      copyFileSync(join(DIST, 'offline.html'), join(folder, '自测.html'));
    });
    after(async () => {
      if (finished === 3) recordRun(id, `${name.split(' ')[0]} ${browser.version}`);
      // First what cannot fail: a server that is left listening would keep the run from ending.
      server?.closeAllConnections();
      server?.close();
      await browser?.close();
      if (folder) rmSync(folder, { recursive: true });
    });

    /** Everything about every measure is on its paper, on six pages at most. */
    async function onPaper(html) {
      const file = join(folder, 'sheet.html');
      writeFileSync(file, html.replaceAll('"Noto Sans CJK SC"', READABLE));
      const text = readPdf(await browser.print(pathToFileURL(file).href));
      assertChecklist(text, said, 'zh-Hans', { margins: engine.numbers });
      assert.equal(text.drawn.includes(withoutSpaces('第 1 页，共 6 页')), engine.numbers, 'page numbers');
      assert.ok(text.pages <= 6, `${text.pages} pages`);
    }

    for (const [way, address] of [
      ['served under the strict policy', () => `${origin}/index.html`],
      ['from one file', () => pathToFileURL(join(folder, '自测.html')).href],
    ])
      test(way, async () => {
        const html = await journey(startUser(browser), address(), engine);
        await onPaper(html);
        finished += 1;
      });

    test('the page that the command prints', async () => {
      await onPaper(printChecklist(said, []));
      finished += 1;
    });

    test('a policy that it cannot run under: a plain message, and the page as it was', { skip: !evaluates && 'it knows the word' }, async () => {
      const strict = await serve(DIST, 0);
      await browser.open(`http://127.0.0.1:${strict.address().port}/index.html`);
      await startUser(browser).reads('自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。');
      strict.closeAllConnections();
      strict.close();
    });
  });
}

async function journey(user, address, engine) {
  const { browser } = user;
  await browser.open(address);
  await user.the(DAY);
  await browser.run(recordActivity, PRINTED_AT.replace(' ', 'T'));

  // One question at a time: what is asked, and what follows, is what the command line says.
  await user.write(IN_FORCE, DAY);
  await user.reads(`在${chineseDate(IN_FORCE)}这一天，本政策有效。`);
  await user.click(button('开始自测'));
  await user.says(counted({}), COUNTS);
  const known = {};
  for (const way of ['key', 'point', 'key', 'point']) {
    const id = next(known);
    assert.ok(id in answers, `the firm says nothing of ${id}`);
    await user.the(['heading', fact(id).question]);
    await user[way](id, answers[id]);
    known[id] = answers[id];
    await user.says(counted(known), COUNTS);
    if (way === 'key') {
      await user.tabTo(button('下一题'));
      await browser.press('Enter');
    } else await user.click(button('下一题'));
  }

  // All by section, every other one by keyboard. Some are asked only when another is answered.
  await user.click(button('按部分查看全部题目'));
  await user.reads(`已回答 ${Object.keys(known).length} 题。`);
  const left = PACK.facts.map(({ id }) => id).filter((id) => id in answers && !(id in known));
  for (const [place, id] of left.entries()) {
    await user[place % 2 ? 'point' : 'key'](id, answers[id]);
    known[id] = answers[id];
    await user.says(counted(known), COUNTS);
  }
  await user.reads(`已回答 ${Object.keys(answers).length} 题。`);
  assert.equal(await user.text(COUNTS), countsText(told.measures));

  // A measure with its reasons.
  const measure = told.measures.find(({ outcome, criteria }) => outcome === 'met-in-direction' && criteria.length > 1);
  await user.click(['summary', measure.title]);
  for (const { label, provisions } of measure.criteria) {
    await user.reads(label);
    for (const { citation } of provisions) await user.reads(citation);
  }

  // Another language, and back: nothing is lost.
  await user.click(button('English'));
  await user.reads('Direction fits – office to confirm');
  await user.the(button('简体中文'));
  await user.click(button('简体中文'));
  await user.says(countsText(told.measures), COUNTS);

  // The sheet: saved and printed, it is what the command line writes.
  await user.click(button('查看核对清单'));
  await user.the(['heading', '申报前核对清单']);
  await user.click(button('保存清单（网页文件）'));
  const [page] = await saved(browser, 1);
  assert.equal(page.name, `${PACK.id}-checklist-${IN_FORCE}.html`);
  assert.equal(withoutStyle(page.text), withoutStyle(printChecklist(said, [])));
  await user.click(button('打印清单'));
  const [{ title, lang, css, body }] = await waitUntil('it prints', async () => {
    const { printed } = await browser.run(() => /** @type {any} */ (window).recorded);
    return printed.length && printed;
  });
  assert.deepEqual([title, lang], ['申报前核对清单', 'zh-Hans']);
  // Chromium 80 tells of each module as if it were refused, and makes it all the same.
  const { errors } = await browser.run(() => /** @type {any} */ (window).recorded);
  assert.deepEqual(errors.filter((error) => !engine.evaluates || error !== 'policy: script-src eval'), []);
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><style>${css}</style><body class="ec-checklist-page">${body}`;
}

/** What was saved, once so much of it is there. */
const saved = (browser, count) =>
  waitUntil(`${count} files saved`, async () => {
    const { saved } = await browser.run(() => /** @type {any} */ (window).recorded);
    return saved.length === count && saved.every(({ text }) => text !== null) && saved;
  });
