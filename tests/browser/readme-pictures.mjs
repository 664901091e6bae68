// Takes the screenshots of the README and of the guides from dist/: `make pictures`.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { printChecklist, savedCase } from './support/checklist.mjs';
import { inRepository, scenario } from './support/command.mjs';
import {
  IN_FORCE,
  button,
  chooseLanguage,
  dateBox,
  enterText,
  newPage,
  restoreCase,
  startSite,
  toggleLargeText,
  waitForWidget,
} from './support/page.mjs';
import { readPdf } from './support/pdf.mjs';

const PHONE = { width: 360, height: 760 };
const TABLET = { width: 820, height: 1000 };
const DESKTOP = { width: 1280, height: 900 };

const folder = inRepository('docs/pictures');
mkdirSync(folder, { recursive: true });
const site = await startSite();

async function openStart(size, { media = {}, path = '/index.html' } = {}) {
  const page = await newPage(site, size);
  await page.emulateMedia(media);
  await page.goto(site.origin + path);
  await waitForWidget(page);
  await page.waitForLoadState('networkidle');
  return page;
}

/** A page with the answers of a scenario, at the next question. */
async function openAnswered(size, media = {}) {
  const page = await openStart(size, { media });
  await restoreCase(page, { 'as-of': IN_FORCE, answers: scenario('growth', '启榕软件').answers });
  await page.getByText('查找措施').waitFor();
  return page;
}

async function openFirstQuestion(page) {
  await button(page, '开始自测').click();
  await page.getByText('为什么问').waitFor();
}

const save = (page, name) => page.screenshot({ path: `${folder}/${name}.png` });

await save(await openStart(PHONE), 'start-phone');

const question = await openStart(PHONE);
await enterText(dateBox(question), IN_FORCE);
await openFirstQuestion(question);
await save(question, 'question-phone');
await toggleLargeText(question);
await save(question, 'large-type-phone');

await save(await openAnswered(DESKTOP), 'results-desktop');

const english = await openAnswered(TABLET);
await chooseLanguage(english, 'English');
await english.getByText('Search the measures').waitFor();
await save(english, 'english-tablet');

await save(
  await openAnswered(DESKTOP, { forcedColors: 'active', colorScheme: 'dark' }),
  'forced-colours-desktop',
);

const intranet = await openStart(DESKTOP, { path: '/demo/intranet.html' });
await openFirstQuestion(intranet);
await save(intranet, 'dark-theme-desktop');

// The first page of a checklist, and the last page with the clauses.
const sheet = await newPage(site);
for (const [name, applicant, isLast] of [
  ['paper-first-page', 'research', false],
  ['paper-last-page', 'research', true],
]) {
  await sheet.setContent(printChecklist(savedCase(applicant), []));
  const pdf = await sheet.pdf({ format: 'A4' });
  const number = `${isLast ? readPdf(pdf).pages : 1}`;
  execFileSync(
    'pdftoppm',
    ['-r', '75', '-png', '-singlefile', '-f', number, '-l', number, '-', `${folder}/${name}`],
    { input: pdf },
  );
}

await site.close();
console.log(`pictures: written to ${folder}`);
