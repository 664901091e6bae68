// Restoring from files: images of a receipt's QR code, unusable files, and answers to another
// version.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import encodeQR from '../../../www/node_modules/qr/index.js';
import { printChecklist } from '../support/checklist.mjs';
import { explain, scenario } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import {
  IN_FORCE,
  PACK,
  assertNoErrors,
  button,
  chineseDate,
  chooseLanguage,
  clearAnswers,
  descriptionOf,
  openPage,
  useSite,
  waitUntil,
} from '../support/page.mjs';

const { answers } = scenario('growth', '启榕软件');
const CASE = { 'as-of': IN_FORCE, answers };
const { receipt, measures } = explain(CASE);
/** The QR code as our own writer draws it. The reader in the page is another library. */
const [OWN_SYMBOL] = /<svg.*?<\/svg>/s.exec(printChecklist(CASE, []));

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'restore-'));
const LARGE = join(folder, 'large.jpg');
before(() => {
  writeFileSync(LARGE, '');
  truncateSync(LARGE, 50 << 20);
});
after(() => rmSync(folder, { recursive: true }));

let page, requestsBefore;
beforeEach(async () => {
  page = await openPage(site);
  // The QR reader is loaded in the background.
  await page.waitForLoadState('networkidle');
  requestsBefore = page.recorded.requests.length;
  await page.getByText('有回执码？接着上次的').click();
});
afterEach(async () => {
  const requests = page.recorded.requests
    .slice(requestsBefore)
    .filter((url) => !/\/rules\.[\w-]+\.json$/.test(url));
  assert.deepEqual(requests, [], 'nothing is uploaded');
  assertNoErrors(page);
  await page.context().close();
});

const pictureInput = () => page.getByLabel('拍照或选图片');
const fileInput = () => page.getByLabel('打开保存的文件');
const codeBox = () => page.getByRole('textbox', { name: '回执码' });
const choose = (file) => fileInput().setInputFiles(file);
const json = (content) => ({
  name: 'answers.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
});
const notice = () =>
  page.getByRole('region', {
    name: `已恢复：${chineseDate(IN_FORCE)}，${Object.keys(answers).length} 题，全部主题`,
  });
const differences = () => page.getByText('恢复的回答与当时的不同之处');

/** Whether an input is described by a message. While the element is replaced, it is not. */
const hasMessage = async (input, message) =>
  (await descriptionOf(input).catch(() => '')).includes(message);

/** An image of a page with the QR code of a text: a sharp PNG, or a rotated JPEG like a photo. */
async function image(text, { type = 'png', angle = 0 } = {}) {
  const context = await site.browser.newContext({
    viewport: { width: 1600, height: 1200 },
    deviceScaleFactor: type === 'png' ? 1 : 2,
  });
  const sheet = await context.newPage();
  const symbol =
    text === receipt ? OWN_SYMBOL : text ? encodeQR(text, 'svg', { ecc: 'medium' }) : '';
  await sheet.setContent(`<body style="margin:0;background:#8a8378"><div style="margin:80px 500px;width:560px;height:900px;background:#f4f1ea;
    transform:perspective(2000px) rotateY(${angle / 2}deg) rotate(${angle}deg)"><h1>申报前核对清单</h1><div style="width:260px;margin:200px 60px">${symbol}</div></div>`);
  const buffer = await sheet.screenshot(type === 'png' ? { type } : { type, quality: 55 });
  await context.close();
  return { name: `receipt.${type}`, mimeType: `image/${type}`, buffer };
}

for (const [name, options] of [
  ['a screenshot', {}],
  ['a photo taken at an angle', { type: 'jpeg', angle: 12 }],
])
  test(`${name} of a receipt restores the date and every answer`, async () => {
    await pictureInput().setInputFiles(await image(receipt, options));
    await assertFocused(notice());
    assert.equal(await differences().count(), 0);
  });

test('a picture of the QR code of a link restores, too', async () => {
  const link = `https://www.example.org/check.html#r=${receipt.replaceAll('-', '')}`;
  await pictureInput().setInputFiles(await image(link));
  await assertFocused(notice());
});

describe('rejected with a message next to the input, and a half-typed code stays:', () => {
  for (const [name, file, message] of [
    ['an image without a QR code', () => image(''), '这张图片里没有找到二维码。'],
    [
      'an image of another QR code',
      () => image('https://example.org/?q=回执'),
      '这张图片里的二维码不是本工具的回执。',
    ],
    [
      'a damaged image',
      () => ({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n') }),
      '这张图片打不开。',
    ],
    ['an image of 50 MB', () => LARGE, '这个文件太大'],
    [
      'a PDF',
      () => ({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }),
      '不能直接读取 PDF 文件。',
    ],
    [
      'a PDF without extension and type',
      () => ({ name: 'x', mimeType: '', buffer: Buffer.from('%PDF-1.7') }),
      '不能直接读取 PDF 文件。',
    ],
    ['another JSON file', () => json({ a: 1 }), '这不是本工具保存的回答。'],
  ])
    test(name, async () => {
      const input = name === 'another JSON file' ? fileInput() : pictureInput();
      await codeBox().fill('24QRD');
      await input.setInputFiles(await file());
      await waitUntil('the file is rejected', () => hasMessage(input, message));
      assert.equal(await input.getAttribute('aria-invalid'), 'true');
      assert.equal(await codeBox().getAttribute('aria-invalid'), null);
      assert.equal(await codeBox().inputValue(), '24QRD');
      await assertFocused(input);
    });
});

test('a rejected code has its message and the focus, and stays when the language changes', async () => {
  await codeBox().fill('24QRD 7QBNZ');
  await button(page, '打开').click();
  await waitUntil('the code is rejected', () => hasMessage(codeBox(), '回执码有错'));
  assert.equal(await fileInput().getAttribute('aria-invalid'), null);
  await assertFocused(codeBox());
  await codeBox().fill('24QRD 7QBNZ S8');
  await chooseLanguage(page, 'English');
  const english = page.getByRole('textbox', { name: 'Receipt code' });
  await waitUntil('the message is in English', () =>
    hasMessage(english, 'This code has a wrong, missing or extra character.'),
  );
  await waitUntil('the code stays', async () => (await english.inputValue()) === '24QRD 7QBNZ S8');
});

test('answers to another version are restored with a list of differences, which has the focus', async () => {
  const [first, second] = measures;
  const outcomes = Object.fromEntries(measures.map(({ id, outcome }) => [id, outcome]));
  outcomes[first.id] = first.outcome === 'met' ? 'not-met' : 'met';
  await choose(
    json({
      pack: PACK.id,
      version: '1999.1',
      rules: '0badc0de',
      'as-of': IN_FORCE,
      answers: { ...answers, colour: 'red' },
      outcomes,
    }),
  );
  await assertFocused(notice());
  const text = await notice().innerText();
  for (const part of [
    '1999.1（0badc0de）',
    PACK.version,
    '有 1 项措施的结果与当时不同',
    first.title,
    'colour',
  ])
    assert.ok(text.includes(part), `${part}: ${text}`);
  assert.ok(!text.includes(second.title), text);
  // Answers to the same version replace them, without differences.
  await clearAnswers(page);
  await page.getByText('有回执码？接着上次的').click();
  await choose(json({ pack: PACK.id, 'as-of': IN_FORCE, answers }));
  await assertFocused(notice());
  assert.equal(await differences().count(), 0);
});
