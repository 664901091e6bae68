// Errors of the authoring page itself: a panic, a failed worker, a browser without workers. What
// the person has written is never lost, and the checks continue.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TEMPLATE, checkedProblems, openAuthor, openFile } from '../support/author-page.mjs';
import { replaceText, textOf } from '../support/author.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  assertNoErrors,
  button,
  saveFile,
  uncaughtErrors,
  useSite,
  waitForText,
} from '../support/page.mjs';

const site = useSite();
const TEXT = readFileSync(TEMPLATE, 'utf8');
const CHANGED = TEXT.replace('"format": 2', '"format": 2, "note": "我的改动"');

test('after a panic, the text can be downloaded and copied', async () => {
  const page = await openAuthor(site, { language: 'zh-Hans' });
  await openFile(page, TEMPLATE);
  await checkedProblems(page);
  await replaceText(page, CHANGED);
  // So that the click causes the panic, and not the result of the checks.
  await checkedProblems(page);
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error('insertBefore is broken');
    };
  });
  await button(page, '表单').click();
  await waitForText(page.getByRole('alert'), '本页面出错，已停止运行。');
  await assertFocused(button(page, '下载 start.json'));
  assert.equal(await page.getByRole('textbox', { name: 'start.json' }).inputValue(), CHANGED);
  const { name, text } = await saveFile(page, '下载 start.json');
  assert.deepEqual([name, text], ['start.json', CHANGED]);
  assert.equal(await page.locator('json-editor').count(), 0, 'the broken page is gone');
  assert.deepEqual(
    page.recorded.errors.filter((error) => !/panicked|unreachable|is broken/.test(error)),
    [],
  );
  await page.context().close();
});

test('after an error of the worker, the next check has a new worker', async () => {
  const page = await openAuthor(site, {
    language: 'zh-Hans',
    prepare: () => {
      const { Worker } = window;
      /** @type {any} */ (window).workers = [];
      window.Worker = class extends Worker {
        constructor(/** @type {string} */ address) {
          super(address);
          /** @type {any} */ (window).workers.push(this);
        }
      };
    },
  });
  await openFile(page, TEMPLATE);
  await waitForText(await checkedProblems(page), '没有发现问题。');
  const count = () => page.evaluate(() => /** @type {any} */ (window).workers.length);
  const before = await count();
  await page.evaluate(() => /** @type {any} */ (window).workers[0].postMessage({ ask: 'nothing' }));
  await replaceText(page, '{}');
  await waitForText(await checkedProblems(page), '必须改正');
  assert.ok((await count()) > before);
  assertNoErrors(page);
  await page.context().close();
});

test('without workers, the checks run in the page', async () => {
  const page = await openAuthor(site, {
    language: 'zh-Hans',
    prepare: () => {
      // @ts-expect-error The constructor fails.
      window.Worker = class {
        constructor() {
          throw new DOMException('workers are blocked', 'SecurityError');
        }
      };
    },
  });
  await openFile(page, TEMPLATE);
  await waitForText(await checkedProblems(page), '没有发现问题。');
  await replaceText(page, '{}');
  await waitForText(await checkedProblems(page), '必须改正');
  assert.equal(await textOf(page), '{}');
  assert.deepEqual(uncaughtErrors(page), []);
  await page.context().close();
});
