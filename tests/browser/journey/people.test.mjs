// The journeys of eight people, from the first tap to what they came for. The numbers in the tests
// are goals: fewer is better.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { explain } from '../support/command.mjs';
import { savedCase } from '../support/checklist.mjs';
import { answer } from '../support/keyboard.mjs';
import { readPdf } from '../support/pdf.mjs';
import {
  AUTHORED,
  IN_FORCE,
  PACK,
  assertNoErrors,
  backButton,
  button,
  continueButton,
  fact,
  newPage,
  openPage,
  question,
  saveFile,
  showPlan,
  summary,
  topicBox,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const PHONE = { width: 390, height: 844 };
const NOW = '2019-05-10T09:00:00+08:00';

const site = useSite();
let page;
afterEach(async () => {
  assertNoErrors(page);
  await page.context().close();
});

const title = () => page.locator('#ec-title');
const results = () => page.getByRole('heading', { name: '您的结果' });
const group = (name) => page.getByRole('heading', { name: new RegExp(`^${name}（\\d+）$`) });

/** The start screen on a day on which the policy is in force. */
async function open(size = PHONE) {
  page = await newPage(site, size);
  await page.clock.setFixedTime(NOW);
  await page.goto(`${site.origin}/index.html`);
  await waitForWidget(page);
}

/** Three taps: choose topics, tick one, start. */
async function start(topic) {
  await button(page, '选想了解的事').click();
  const box = topicBox(page, topic);
  if (!(await box.isVisible())) await page.locator('.ec-topics__list summary').click();
  await box.click();
  await page.getByRole('button', { name: /^开始（约 \d+ 题/ }).click();
  await continueButton(page).waitFor();
}

/** The ids of the questions on the screen. */
async function asked() {
  const legends = await page.locator('.ec-step .ec-question > legend').allTextContents();
  return legends.map((text) => PACK.facts.find((one) => one.question === text).id);
}

async function tapContinue() {
  const before = await title().textContent();
  await continueButton(page).click();
  await waitUntil('the screen has changed', async () => (await title().textContent()) !== before);
}

async function checkNotSure(id) {
  const own = question(page, id).getByLabel('不清楚', { exact: true });
  await ((await own.count()) ? own : page.getByLabel('不清楚', { exact: true })).check();
}

/**
 * Answers to the end: what is known, and 不清楚 otherwise.
 * @returns {Promise<{ids: string[], titles: string[], firstMoney?: number}>} firstMoney: the number
 *   of screens after which an amount is announced
 */
async function interview(known) {
  const ids = [];
  const titles = [];
  let firstMoney;
  for (let now = await asked(); now.length; now = await asked()) {
    titles.push(await title().textContent());
    ids.push(...now);
    // Below two numbers, 不清楚 stands for the empty one.
    for (const id of now.toSorted((one, other) => (other in known) - (one in known))) {
      if (!(await question(page, id).count())) continue;
      if (id in known) await answer(page, id, known[id]);
      else await checkNotSure(id);
    }
    await tapContinue();
    const changed = await page.locator('.ec-changed').allTextContents();
    if (changed.some((text) => /[：，]\S* ?\d\S* 万元/.test(text))) firstMoney ??= titles.length;
  }
  await results().waitFor();
  return { ids, titles, firstMoney };
}

/** The facts on which the measures of a topic depend, and the facts that decide about asking. */
function relevantFacts(topicId) {
  const pack = JSON.parse(AUTHORED);
  const topic = pack.topics.find(({ id }) => id === topicId);
  const found = new Set();
  const known = Object.fromEntries(
    ['facts', 'terms', 'assumptions', 'classes', 'quantities', 'measures'].flatMap((kind) =>
      (pack[kind] ?? []).map((one) => [one.id, one]),
    ),
  );
  const visit = (id) => {
    if (found.has(id) || !(id in known)) return;
    found.add(id);
    JSON.stringify(known[id], (_, value) => {
      if (typeof value === 'string') visit(value);
      return value;
    });
  };
  topic.measures.forEach(visit);
  return found;
}

/** Asserts that at most a tenth of the questions are irrelevant for a topic. */
function assertRelevant(ids, topic) {
  const relevant = relevantFacts(topic);
  const others = ids.filter((id) => !relevant.has(id));
  assert.ok(others.length <= ids.length / 10, `irrelevant: ${others}`);
}

/** The saved checklist, printed on A4, has at most this many pages. */
async function assertPages(limit) {
  const { text } = await saveFile(page, '下载清单（网页）');
  const sheet = await site.browser.newPage();
  await sheet.setContent(text);
  const { pages } = readPdf(await sheet.pdf({ format: 'A4', preferCSSPageSize: true }));
  await sheet.close();
  assert.ok(pages <= limit, `${pages} pages`);
}

test('(a) a software firm asks about research: three taps, six screens to 6 万元, two pages', async () => {
  const { answers } = savedCase('research');
  await open();
  await start('rd');
  const { ids, titles, firstMoney } = await interview(answers);
  assertRelevant(ids, 'rd');
  assert.ok(titles.length <= 9, `${titles.length} screens: ${titles}`);
  assert.ok(firstMoney <= 4, `the first money after ${firstMoney} screens`);
  await group('可以申报').waitFor();
  // The name of a measure carries its outcome and its amount.
  const first = page.locator('summary').filter({ hasText: '企业研发投入增长支持' }).first();
  const [box, footer] = await Promise.all([
    first.boundingBox(),
    page.locator('.ec-footer').boundingBox(),
  ]);
  assert.ok(box.y + 40 < footer.y, 'the first result is on the first screen');
  assert.match(await first.innerText(), /6 万元/);
  // Two taps to the dialogue.
  await showPlan(page);
  await page.getByRole('button', { name: /^打印/ }).last().click();
  await waitUntil('the dialogue opens', () =>
    page.evaluate(() => /** @type {any} */ (window).printed?.length === 1),
  );
  const code = (await page.locator('.ec-receipt__code').innerText()).replace(/\s/g, '');
  assert.ok(code.length <= 60, `${code.length} symbols`);
  await assertPages(2);
});

test('(b) a firm that plans to move its head office here reads what it would get', async () => {
  await open();
  await start('settle');
  const { ids } = await interview({
    'applicant-kind': 'enterprise',
    'settled-how': 'planned',
    'headquarters-plans': ['new'],
    'independent-legal-person': true,
    'settle-kinds': ['world-500'],
  });
  assertRelevant(ids, 'settle');
  await group('落户后可申报').waitFor();
  const settled = page.locator('section, li').filter({ hasText: '新设总部' }).first();
  assert.match(await settled.innerText(), /在天河登记、纳税、报统计/);
  assert.equal(await group('可以申报').count(), 0, 'nothing can be applied for today');
});

test('(c) an HR officer asks for one talent on a wide screen: two pages', async () => {
  const { answers } = savedCase('talent');
  await open({ width: 1280, height: 900 });
  await start('talent');
  const { ids, titles } = await interview(answers);
  assertRelevant(ids, 'talent');
  assert.ok(titles.length <= 9, `${titles.length} screens: ${titles}`);
  await page
    .getByText(/创新领军人才/)
    .first()
    .waitFor();
  await showPlan(page);
  await assertPages(2);
});

test('(d) the owner of a building is asked about the building only', async () => {
  await open();
  await start('building');
  const { ids, titles } = await interview({
    'building-in-tianhe': true,
    'building-strengths': ['clustered'],
    'building-revenue': '120',
    'building-tax': '12',
  });
  assertRelevant(ids, 'building');
  assert.ok(titles.length <= 4, `${titles.length} screens`);
  await group('要由部门认定').waitFor();
});

test('(e) somebody who is half unsure comes to an end, with what to find out, on three pages', async () => {
  const { answers } = savedCase('unsure');
  await open();
  await button(page, '选想了解的事').click();
  await page.locator('#ec-start-all').click();
  await continueButton(page).waitFor();
  const known = Object.fromEntries(
    Object.entries(answers).filter(([, value]) => !value?.['not-sure']),
  );
  await interview(known);
  await showPlan(page);
  await page
    .getByRole('heading', { name: /^补 \d+ 个回答/ })
    .first()
    .waitFor();
  await assertPages(3);
});

test('(f) an adviser opens a receipt: its code in lines, then the results', async () => {
  const { answers } = savedCase('research');
  const { receipt } = explain({ 'as-of': IN_FORCE, answers, topics: ['rd'] });
  page = await openPage(site);
  await page.getByText('有回执码？接着上次的').click();
  await page.getByRole('textbox', { name: '回执码' }).click();
  const code = receipt.replaceAll('-', '').toLowerCase();
  for (const line of code.match(/.{1,20}/g)) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await button(page, '打开').click();
  await results().waitFor();
  const count = Object.keys(answers).length;
  await page.getByText(`已恢复：2019年5月10日，${count} 题，研发、高企`).first().waitFor();
});

test('(g) a mistake six questions ago is mended in three taps, back to the results', async () => {
  const { answers } = savedCase('research');
  await open();
  await start('rd');
  await interview({ ...answers, 'rd-spending': '700' });
  assert.equal(await page.locator('.ec-results__list').getByText('6 万元').count(), 0);
  await summary(page, /^我的回答/).click();
  const { question: text } = fact('rd-spending');
  await page.getByRole('button', { name: new RegExp(`^更改\\s*：${text}`) }).click();
  await question(page, 'rd-spending').getByRole('textbox').fill('');
  await page.keyboard.type('900');
  await continueButton(page).click();
  await results().waitFor();
  await page
    .locator('.ec-changed')
    .getByText(/现在可以申报：企业研发投入增长支持，6 万元/)
    .waitFor();
});

test('(h) somebody from a search engine meets the lapsed policy: first what holds now', async () => {
  page = await openPage(site, PHONE);
  await page.getByRole('heading', { name: '这份政策已经不能申报了' }).waitFor();
  await page.getByText('穗天府规〔2020〕3号').first().waitFor();
  assert.equal(await page.getByRole('button', { name: /^开始/ }).count(), 0);
  const [now, then] = await Promise.all([
    page.getByText('穗天府规〔2020〕3号').first().boundingBox(),
    page.locator('#ec-day-step').boundingBox(),
  ]);
  assert.ok(now.y < then.y, 'what holds now comes before the rules of that time');
  await page.locator('#ec-day-step').click();
  await backButton(page).or(page.locator('.ec-back')).first().click();
  await page.getByRole('heading', { name: '这份政策已经不能申报了' }).waitFor();
});
