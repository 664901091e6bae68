// The same journey in each browser, served under the strict policy and from the offline file, and
// the same checklist on paper.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { POLICY, serve } from '../../../www/build/serve.mjs';
import {
  PRINTED_AT,
  assertChecklist,
  printChecklist,
  savedCase,
  withoutStyle,
} from '../support/checklist.mjs';
import { countsText, expectedCounts, explain, nextQuestion } from '../support/command.mjs';
import { DIST, IN_FORCE, PACK, fact } from '../support/page.mjs';
import { readPdf, withoutSpaces } from '../support/pdf.mjs';
import { ALL_REQUIRED, ENGINES } from './engines.mjs';
import { groupNames, recordActivity, unfoldTopics } from './in-page.mjs';
import { recordRun } from './report.mjs';
import { startUser, waitUntil } from './user.mjs';

const CASE = savedCase('software-firm');
const { answers } = CASE;
const { measures } = explain(CASE);
const DATE = ['textbox', '按哪天的规定来看？'];
const button = (name) => ['button', name];

/** The only tested font of which every browser keeps all characters in the text of a PDF. */
const READABLE = '"WenQuanYi Zen Hei"';

/** The policy for browsers that do not know 'wasm-unsafe-eval'. */
const UNSAFE_EVAL_POLICY = POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'");

for (const engine of ENGINES) {
  const { id, name, isInstalled, isRequired, needsUnsafeEval, printsMargins } = engine;
  const skip =
    !isInstalled && !ALL_REQUIRED && !isRequired && 'not installed; make test-browsers installs it';
  describe(`the journey in ${id}`, { skip }, () => {
    let browser, folder, server, origin;
    let passed = 0;
    before(async () => {
      assert.ok(isInstalled, `${name} is not installed; make test-browsers installs it`);
      browser = await engine.start();
      server = await serve(DIST, 0, false, needsUnsafeEval ? UNSAFE_EVAL_POLICY : POLICY);
      origin = `http://127.0.0.1:${server.address().port}`;
      folder = mkdtempSync(join(tmpdir(), 'engine-'));
      copyFileSync(join(DIST, 'offline.html'), join(folder, '自测.html'));
    });
    after(async () => {
      if (passed === 3) recordRun(id, `${name.split(' ')[0]} ${browser.version}`);
      // The server first: while it listens, the test process does not exit.
      server?.closeAllConnections();
      server?.close();
      await browser?.close();
      if (folder) rmSync(folder, { recursive: true });
    });

    /** Prints a page and asserts that it is complete, on at most six pages. */
    async function assertPrinted(html) {
      const file = join(folder, 'sheet.html');
      writeFileSync(file, html.replaceAll('"Noto Sans CJK SC"', READABLE));
      const pdf = readPdf(await browser.print(pathToFileURL(file).href));
      assertChecklist(pdf, CASE, 'zh-Hans', { margins: printsMargins });
      assert.equal(
        pdf.text.includes(withoutSpaces(`第 1 页，共 ${pdf.pages} 页`)),
        printsMargins,
        'page numbers',
      );
      assert.ok(pdf.pages <= 6, `${pdf.pages} pages`);
    }

    for (const [source, address] of [
      ['served under the strict policy', () => `${origin}/index.html`],
      ['from the offline file', () => pathToFileURL(join(folder, '自测.html')).href],
    ])
      test(source, async () => {
        await assertPrinted(await journey(startUser(browser), address(), engine));
        passed += 1;
      });

    test('the page that the command prints', async () => {
      await assertPrinted(printChecklist(CASE, []));
      passed += 1;
    });

    const unaffected = !needsUnsafeEval && "it knows 'wasm-unsafe-eval'";
    test(
      "without 'unsafe-eval' in the policy, a panel and the fallback are shown",
      { skip: unaffected },
      async () => {
        const strict = await serve(DIST, 0);
        await browser.open(`http://127.0.0.1:${strict.address().port}/index.html`);
        try {
          await startUser(browser).waitForText(
            '自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。',
          );
        } finally {
          strict.closeAllConnections();
          strict.close();
        }
      },
    );
  });
}

/** The facts that are asked on one screen. */
const screenOf = (id) =>
  PACK['ask-together'].find(({ facts }) => facts.includes(id))?.facts ?? [id];

/** Goes through the widget and returns the page that its button prints. */
async function journey(user, address, engine) {
  const { browser } = user;
  await browser.open(address);
  await user.locate(button('按当年规定核对'));
  await browser.run(recordActivity, PRINTED_AT.replace(' ', 'T'));

  // The day, then all topics.
  await user.click(button('按当年规定核对'));
  await user.enterText(IN_FORCE, DATE);
  await user.click(button('继续'));
  await user.click(button('都看看'));

  // One screen at a time, alternately by keyboard and by mouse.
  const given = {};
  for (const isByKeyboard of [true, false, true, false]) {
    for (const id of screenOf(nextQuestion(IN_FORCE, given))) {
      assert.ok(id in answers, `the case has no answer to ${id}`);
      await user.locate(['group', fact(id).question]);
      await (isByKeyboard
        ? user.answerByKeyboard(id, answers[id])
        : user.answerByMouse(id, answers[id]));
      given[id] = answers[id];
    }
    if (isByKeyboard) {
      await user.tabTo(button('继续'));
      await browser.press('Enter');
    } else await user.click(button('继续'));
  }

  // The rest on one screen. Some questions appear only after the answer to another one.
  await user.click(['summary', '我的回答、全部题目、回执码']);
  await user.click(button('全部题目'));
  await user.locate(['heading', '全部题目']);
  await browser.run(unfoldTopics);
  const questions = await browser.run(groupNames);
  const onScreen = PACK.facts
    .filter(({ question }) => questions.includes(question))
    .sort((one, other) => questions.indexOf(one.question) - questions.indexOf(other.question));
  const left = [...new Set([...onScreen, ...PACK.facts])]
    .map(({ id }) => id)
    .filter((id) => id in answers && !(id in given));
  for (const [index, id] of left.entries()) {
    await (index % 2
      ? user.answerByMouse(id, answers[id])
      : user.answerByKeyboard(id, answers[id]));
    given[id] = answers[id];
    await user.waitForStatus(expectedCounts(IN_FORCE, given));
  }
  await user.waitForStatus(countsText(measures));

  // The details of a measure.
  const measure = measures.find(
    ({ outcome, criteria }) => outcome === 'met-in-direction' && criteria.length > 1,
  );
  await user.click(['summary', measure.title]);
  for (const { label, provisions } of measure.criteria) {
    await user.waitForText(label);
    for (const { citation } of provisions) await user.waitForText(citation);
  }

  // Another language and back.
  await user.click(['summary', '语言和字号']);
  await user.click(['radio', 'English']);
  await user.waitForText('Office decides');
  await user.click(['radio', '简体中文']);
  await user.waitForStatus(countsText(measures));

  // The saved and the printed checklist are those of the command.
  await user.click(button('做办事清单'));
  await user.locate(['heading', '办事清单']);
  await user.click(button('下载清单（网页）'));
  const file = await savedFile(browser);
  assert.equal(file.name, `${PACK.id}-checklist-${IN_FORCE}.html`);
  const shown = await browser.run(() => location.href.split('#')[0]);
  // A page from a file has no address that others can open.
  const flags = shown.startsWith('http') ? ['--address', shown] : [];
  const expected = printChecklist(CASE, flags);
  assert.equal(withoutStyle(file.text), withoutStyle(expected));
  await user.click(button('打印（第 1 页给窗口，后面是依据）'));
  const [{ title, lang, css, body }] = await waitUntil('the checklist is printed', async () => {
    const { printed } = await browser.run(() => /** @type {any} */ (window).recorded);
    return printed.length && printed;
  });
  assert.deepEqual([title, lang], ['申报前核对清单', 'zh-Hans']);
  const { errors } = await browser.run(() => /** @type {any} */ (window).recorded);
  // Chromium 80 reports a violation for each module, although it compiles it.
  assert.deepEqual(
    errors.filter((error) => !engine.needsUnsafeEval || error !== 'policy: script-src eval'),
    [],
  );
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><style>${css}</style><body class="ec-checklist-page">${body}`;
}

/** The only saved file, once its content is read. */
const savedFile = (browser) =>
  waitUntil('one file is saved', async () => {
    const { saved } = await browser.run(() => /** @type {any} */ (window).recorded);
    return saved.length === 1 && saved[0].text !== null && saved[0];
  });
