// Takes the screenshots of the README and of the guides from dist/: `make pictures`.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { printChecklist, savedCase } from './support/checklist.mjs';
import { inRepository } from './support/command.mjs';
import {
  IN_FORCE,
  PACK,
  chooseLanguage,
  continueButton,
  enterText,
  fact,
  newPage,
  openTopics,
  option,
  showPlan,
  startInterview,
  startSite,
  textBox,
  toggleLargeText,
  topicBox,
  waitForWidget,
  waitUntil,
} from './support/page.mjs';
import { readPdf } from './support/pdf.mjs';

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1000 };
const DESKTOP = { width: 1280, height: 900 };

/** The case of every picture: a software firm that asks about research. */
const { answers } = savedCase('research');
const TOPIC = 'rd';
/** The question of some pictures: two numbers, and their difference. */
const NUMBERS = 'rd-spending';

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

const questionsOn = async (page) => {
  const legends = await page.locator('.ec-step .ec-question > legend').allTextContents();
  return legends.map((text) => PACK.facts.find((one) => one.question === text).id);
};

async function answer(page, id) {
  const { kind } = fact(id);
  const value = answers[id];
  if (kind === 'date' || kind.number) return enterText(textBox(page, id), value);
  const options = kind.choice ?? kind.choices;
  const names = options
    ? [value].flat().map((id) => options.find((one) => one.id === id).label)
    : [value ? '是' : '否'];
  for (const name of names) await option(page, id, name).check();
}

/** Answers each question, up to a question with its answers, or else to the results. */
async function interview(page, last) {
  const title = page.locator('#ec-title');
  for (let ids = await questionsOn(page); ids.length; ids = await questionsOn(page)) {
    for (const id of ids) await answer(page, id);
    if (ids.includes(last)) return;
    const before = await title.textContent();
    await continueButton(page).click();
    await waitUntil('the screen has changed', async () => (await title.textContent()) !== before);
  }
}

async function openQuestion(size, options) {
  const page = await openStart(size, options);
  await startInterview(page, [TOPIC]);
  await interview(page, NUMBERS);
  return page;
}

async function openResults(size, options) {
  const page = await openStart(size, options);
  await startInterview(page, [TOPIC]);
  await interview(page);
  return page;
}

/** Saves a picture of the top of the page, without the ring of the focus. */
async function save(page, name) {
  await page.locator('eligibility-check').evaluate(({ shadowRoot }) => {
    const { activeElement } = /** @type {ShadowRoot} */ (shadowRoot);
    /** @type {HTMLElement | null} */ (activeElement)?.blur();
    scrollTo(0, 0);
  });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

const phone = await openStart(PHONE);
await save(phone, 'start-phone');
await openTopics(phone, IN_FORCE);
await topicBox(phone, TOPIC).check();
await save(phone, 'topics-phone');
await phone.locator('#ec-start-topics').click();
await continueButton(phone).waitFor();
await interview(phone, NUMBERS);
await save(phone, 'question-phone');
await toggleLargeText(phone);
await save(phone, 'large-text-phone');
await toggleLargeText(phone);
await continueButton(phone).click();
await interview(phone);
await save(phone, 'results-phone');
await showPlan(phone);
await save(phone, 'plan-phone');

await save(await openResults(DESKTOP), 'results-desktop');

const english = await openResults(TABLET);
await chooseLanguage(english, 'English');
await english.getByRole('heading', { name: 'Your results' }).waitFor();
await save(english, 'english-tablet');

const forced = { forcedColors: 'active', colorScheme: 'dark' };
await save(await openResults(DESKTOP, { media: forced }), 'forced-colours-desktop');
await save(await openQuestion(DESKTOP, { path: '/demo/intranet.html' }), 'dark-theme-desktop');

// The first page of a checklist, and the last page with the clauses.
const sheet = await newPage(site);
await sheet.setContent(printChecklist(savedCase('research'), []));
const pdf = await sheet.pdf({ format: 'A4' });
for (const [name, number] of [
  ['paper-first-page', '1'],
  ['paper-last-page', `${readPdf(pdf).pages}`],
])
  execFileSync(
    'pdftoppm',
    [
      '-r',
      '75',
      '-gray',
      '-png',
      '-singlefile',
      '-f',
      number,
      '-l',
      number,
      '-',
      `${folder}/${name}`,
    ],
    { input: pdf },
  );

await site.close();
console.log(`pictures: written to ${folder}`);
