// Takes the pictures of the README from the built folder: `make pictures`. The firm is the one of the tests.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explain, scenario } from './support/command.mjs';
import { IN_FORCE, button, dateBox, enterText, newPage, startSite, waitForWidget } from './support/page.mjs';
import { readPdf as text } from './support/pdf.mjs';
import { printChecklist, savedCase as answersOf } from './support/checklist.mjs';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });
const { receipt } = explain({ 'as-of': IN_FORCE, answers: scenario('growth', '启榕软件').answers });
const site = await startSite();

/** A page with the answers of the firm, and its next question. */
async function answered(size, media = {}) {
  const page = await begun(size, media);
  await page.getByText('用回执恢复，或打开保存的文件').click();
  await page.getByRole('textbox', { name: '回执码' }).fill(receipt);
  await button(page, '恢复').click();
  await page.getByText('查找措施').waitFor();
  return page;
}

async function begun(size, media = {}) {
  const page = await newPage(site, size);
  await page.emulateMedia(media);
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
  await page.waitForLoadState('networkidle');
  return page;
}

const kept = (page, name) => page.screenshot({ path: `${folder}/${name}.png` });

const phone = { width: 360, height: 760 };
await kept(await begun(phone), 'start-phone');
const asking = await begun(phone);
await enterText(dateBox(asking), IN_FORCE);
await button(asking, '开始自测').click();
await asking.getByText('为什么问').waitFor();
await kept(asking, 'question-phone');
await button(asking, '大字版').click();
await kept(asking, 'large-type-phone');
await kept(await answered({ width: 1280, height: 900 }), 'results-desktop');
const tablet = await answered({ width: 820, height: 1000 });
await button(tablet, 'English').click();
await tablet.getByText('Search the measures').waitFor();
await kept(tablet, 'english-tablet');
await kept(await answered({ width: 1280, height: 900 }, { forcedColors: 'active', colorScheme: 'dark' }), 'forced-colours-desktop');
const intranet = await newPage(site, { width: 1280, height: 900 });
await intranet.goto(`${site.origin}/demo/intranet.html`);
await button(intranet, '开始自测').click();
await intranet.getByText('为什么问').waitFor();
await kept(intranet, 'dark-theme-desktop');

// Two pages of paper: the first, and the last with the receipt.
const paper = await newPage(site);
for (const [name, firm, last] of [['paper-first-page', 'software-firm', false], ['paper-last-page', 'association', true]]) {
  await paper.setContent(printChecklist(answersOf(firm), []));
  const pdf = await paper.pdf({ format: 'A4' });
  const page = `${last ? text(pdf).pages : 1}`;
  execFileSync('pdftoppm', ['-r', '75', '-png', '-singlefile', '-f', page, '-l', page, '-', `${folder}/${name}`], { input: pdf });
}
await site.close();
console.log(`pictures: ${folder}`);
