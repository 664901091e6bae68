// The way back from paper and from files: pictures of a receipt, pictures that are none, and answers of other rules.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import encodeQR from '../../../www/node_modules/qr/index.js';
import { countsText, explain, scenario } from '../support/command.mjs';
import { assertFocused } from '../support/keyboard.mjs';
import { IN_FORCE, PACK, button, counts, descriptionOf, openPage, startSite, waitForText, waitUntil } from '../support/page.mjs';
import { printChecklist } from '../support/checklist.mjs';

const { answers } = scenario('growth', '启榕软件');
const told = explain({ 'as-of': IN_FORCE, answers });
/** As it stands on the sheet: what reads it in the page was made by others than what writes it. */
const [OWN_SYMBOL] = /<svg.*?<\/svg>/s.exec(printChecklist({ 'as-of': IN_FORCE, answers }, []));
const json = (file) => ({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
const folder = mkdtempSync(join(tmpdir(), 'restoring-'));
const large = join(folder, 'large.jpg');
let site, page, requests;
before(async () => {
  writeFileSync(large, '');
  truncateSync(large, 50 << 20);
  site = await startSite();
  page = await openPage(site);
  await unfold(page);
  requests = page.recorded.requests.length;
});
after(() => {
  rmSync(folder, { recursive: true });
  return site.close();
});

const unfold = async (page) => page.getByText('用回执恢复，或打开保存的文件').click();
const file = (page) => page.getByLabel('打开保存的文件');
const code = (page) => page.getByRole('textbox', { name: '回执码' });
const choose = (page, chosen) => file(page).setInputFiles(chosen);

/** Whether it is told beside an input; not yet while the box is being written anew. */
const isTold = async (input, message) => (await descriptionOf(input).catch(() => '')).includes(message);

/** Back to the first screen with the box unfolded. */
async function again(page) {
  await button(page, '回到首页').click();
  await unfold(page);
}

/** What a camera makes of a text as a QR symbol on paper; straight and sharp for a screenshot. */
async function picture(text, { type = 'png', turned = 0, size = 260 } = {}) {
  const context = await site.browser.newContext({ viewport: { width: 1600, height: 1200 }, deviceScaleFactor: type === 'png' ? 1 : 2 });
  const paper = await context.newPage();
  const symbol = text === told.receipt ? OWN_SYMBOL : text ? encodeQR(text, 'svg', { ecc: 'medium' }) : '';
  await paper.setContent(`<body style="margin:0;background:#8a8378"><div style="margin:80px 500px;width:560px;height:900px;background:#f4f1ea;
    transform:perspective(2000px) rotateY(${turned / 2}deg) rotate(${turned}deg)"><h1>申报前核对清单</h1><div style="width:${size}px;margin:200px 60px">${symbol}</div></div>`);
  const buffer = await paper.screenshot(type === 'png' ? { type } : { type, quality: 55 });
  await context.close();
  return { name: `receipt.${type}`, mimeType: `image/${type}`, buffer };
}

for (const [what, how] of [
  ['a screenshot', {}],
  ['a photo at an angle', { type: 'jpeg', turned: 12 }],
])
  test(`${what} of a receipt brings back the day and every answer`, async () => {
    await choose(page, await picture(told.receipt, how));
    await waitForText(counts(page), countsText(told.measures));
    await page.getByText(`已回答 ${Object.keys(answers).length} 题。`).waitFor();
    assert.equal(await page.getByRole('region', { name: '恢复的回答与当时的不同之处' }).count(), 0);
    await again(page);
  });

for (const [what, chosen, message] of [
  ['a picture without a symbol', () => picture(''), '这张图片里没有找到二维码。'],
  ['a picture with an address', () => picture('https://example.org/?q=回执'), '这张图片里的二维码不是本工具的回执。'],
  ['a picture that is broken', () => ({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n') }), '这张图片打不开。'],
  ['a picture of 50 MB', () => large, '这个文件太大'],
  ['a PDF', () => ({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }), '不能直接读取 PDF 文件。'],
  ['a PDF by another name', () => ({ name: 'x', mimeType: '', buffer: Buffer.from('%PDF-1.7') }), '不能直接读取 PDF 文件。'],
  ['a file that is none of ours', () => json({ a: 1 }), '这不是本工具保存的回答。'],
])
  test(`${what} is refused beside the file, with what to do, and a code half typed stays`, async () => {
    await code(page).fill('24QRD');
    await choose(page, await chosen());
    await waitUntil('it is refused', () => isTold(file(page), message));
    assert.equal(await file(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await code(page).getAttribute('aria-invalid'), null);
    assert.equal(await code(page).inputValue(), '24QRD');
    await assertFocused(file(page));
  });

test('a code that is refused has its message, the focus, and stays when the language changes', async () => {
  await code(page).fill('24QRD 7QBNZ');
  await code(page).press('Enter');
  await waitUntil('it is refused', () => isTold(code(page), '回执码有错'));
  assert.equal(await file(page).getAttribute('aria-invalid'), null);
  await assertFocused(code(page));
  await code(page).fill('24QRD 7QBNZ S8');
  await button(page, 'English').click();
  const english = page.getByRole('textbox', { name: 'Receipt code' });
  await waitUntil('it is in English', () => isTold(english, 'A character of the code is wrong'));
  await waitUntil('it stays', async () => (await english.inputValue()) === '24QRD 7QBNZ S8');
  await button(page, '简体中文').click();
  await code(page).waitFor();
});

test('a file of other rules names what differs, and the focus is there', async () => {
  const [first, second] = told.measures;
  const outcomes = Object.fromEntries(told.measures.map(({ id, outcome }) => [id, outcome]));
  outcomes[first.id] = first.outcome === 'met' ? 'not-met' : 'met';
  await choose(page, json({ pack: PACK.id, version: '1999.1', rules: '0badc0de', 'as-of': IN_FORCE, answers: { ...answers, colour: 'red' }, outcomes }));
  const notice = page.getByRole('region', { name: '恢复的回答与当时的不同之处' });
  await assertFocused(notice);
  const text = await notice.innerText();
  for (const part of ['1999.1（0badc0de）', PACK.version, '有 1 项措施的结果与当时不同', first.title, 'colour']) assert.ok(text.includes(part), `${part}: ${text}`);
  assert.ok(!text.includes(second.title), text);
  await waitForText(counts(page), countsText(told.measures));
  await again(page);
  await choose(page, json({ pack: PACK.id, 'as-of': IN_FORCE, answers }));
  await waitForText(counts(page), countsText(told.measures));
  assert.equal(await notice.count(), 0);
});

test('nothing was asked of anybody, and nothing went wrong', async () => {
  const asked = page.recorded.requests.slice(requests).filter((url) => !/\/rules\.[\w-]+\.json$/.test(url));
  assert.deepEqual([asked, page.recorded.errors], [[], []]);
});
