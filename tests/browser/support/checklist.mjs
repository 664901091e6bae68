// The checklist that `eligibility print` writes, and its required content in each language.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { COMMAND, REACHABLE, explain, inRepository } from './command.mjs';
import { AUTHORED } from './page.mjs';
import { withoutSpaces } from './pdf.mjs';

/** The published pack in all languages. */
const PUBLISHED = JSON.parse(AUTHORED);

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

/** The texts of the interface that a checklist contains, by language. */
const WORDS = {
  'zh-Hans': {
    outcomes: {
      met: '✓ 满足条件',
      'met-in-direction': '◇ 待认定',
      'met-once-settled': '落户后可申报',
    },
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    always: [
      '申报前核对清单',
      '自测结果仅供参考，以主管部门认定为准。',
      '单位名称',
      '统一社会信用代码',
      '联系人',
      '电话',
      '复核人',
    ],
    over: '已失效，不能申报',
    day: ([year, month, day]) => `按${year}年${month}月${day}日的规定`,
    materials: '材料（每种一次）',
    sameDocument: '同一文件',
    never: ['与您无关', '不涉及'],
  },
  'zh-Hant': {
    outcomes: {
      met: '✓ 符合條件',
      'met-in-direction': '◇ 待認定',
      'met-once-settled': '落戶後可申請',
    },
    page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    always: ['申請前核對清單', '機構名稱', '統一社會信用代碼', '聯絡人', '電話', '覆核人'],
    over: '已失效，不能申請',
    day: ([year, month, day]) => `按${year}年${month}月${day}日的規定`,
    materials: '文件（每種一次）',
    sameDocument: '同一文件',
    never: ['與你無關', '不涉及'],
  },
  en: {
    outcomes: {
      met: '✓ Conditions met',
      'met-in-direction': '◇ Office decides',
      'met-once-settled': 'Once you move here',
    },
    page: (page, pages) => `Page ${page} of ${pages}`,
    always: [
      'Pre-application checklist',
      'Organisation name',
      'Unified social credit code',
      'Contact name',
      'Phone',
      'Checked by',
    ],
    over: 'No longer in force: you cannot apply',
    materials: 'Documents (each listed once)',
    sameDocument: 'same document,',
    never: ['Not relevant to you', 'Does not apply to you'],
    day: ([year, month, day]) =>
      `Rules of ${day} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1]} ${year}`,
  },
};

/** The time of every page (NOW in page.mjs). */
export const PRINTED_AT = '2026-03-02 09:00';

/** The HTML page that `eligibility print` writes for a case. */
export function printChecklist(
  { 'as-of': asOf, answers, topics = [] },
  args,
  pack = inRepository('rules.json'),
) {
  const input = JSON.stringify({ 'as-of': asOf, answers, topics });
  const printedAt = args.includes('--printed-at') ? [] : ['--printed-at', PRINTED_AT];
  return execFileSync(COMMAND, ['print', '--pack', pack, ...printedAt, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

/** A page without its style. The browser minifies styles differently from the command. */
export const withoutStyle = (html) => html.replace(/<style>.*?<\/style>/s, '');

/** A case in `tests/paper`. */
export const savedCase = (name) =>
  JSON.parse(readFileSync(inRepository(`tests/paper/${name}.json`), 'utf8'));

/** The measures that a checklist numbers, in the order of the pack: services have no number. */
export function numberedMeasures(applicant) {
  const services = PUBLISHED.topics
    .filter((topic) => topic.ask === false)
    .flatMap(({ measures }) => measures);
  return explain(applicant).measures.filter(
    ({ id, outcome }) =>
      REACHABLE.includes(outcome) && outcome !== 'open' && !services.includes(id),
  );
}

/**
 * Asserts that a printed checklist of the published pack contains each outcome, answer, clause,
 * material and date, and no measure that is lost.
 * @param {{text: string, pages: number}} pdf
 * @param {{'as-of': string, answers: object, topics?: string[]}} applicant
 * @param {string} lang
 * @param {{margins?: boolean}} how  margins: whether the time and page numbers are printed, as its
 *   own button does
 */
export function assertChecklist({ text, pages }, applicant, lang, { margins = true } = {}) {
  const explanation = explain(applicant);
  const words = WORDS[lang];
  const pack = JSON.parse(AUTHORED, (_, value) => value?.[lang] ?? value);
  const byId = (list) => Object.fromEntries(list.map((item) => [item.id, item]));
  const [measures, provisions, documents, materials, facts] = [
    pack.measures,
    pack.provisions,
    pack.documents,
    pack.materials,
    pack.facts,
  ].map(byId);
  const has = (expected) => text.includes(withoutSpaces(expected));
  const assertContains = (...expected) =>
    assert.ok(
      expected.some(has),
      `${lang}: not printed: ${expected.join(' or ')}\n${text.slice(0, 3000)}`,
    );
  // A document without a number is named once in a group of rows.
  const citations = (id) => {
    const { document, clause } = provisions[id];
    const { number, title } = documents[document];
    return number
      ? [`${number} ${clause}`]
      : [`${title} ${clause}`, `${words.sameDocument} ${clause}`];
  };
  const question = (fact) => facts[fact].question.replace(/[?？]$/, '');

  words.always.forEach((expected) => assertContains(expected));
  const isOver = PRINTED_AT > pack['in-force'].to || applicant['as-of'] > pack['in-force'].to;
  assert.equal(has(words.over), isOver, words.over);
  const date = words.day(explanation['as-of'].evaluated.split('-').map(Number));
  for (const expected of [date, pack.documents[0].number, pack.version, explanation.receipt])
    assertContains(expected);
  if (margins) {
    assertContains(PRINTED_AT);
    for (let page = 1; page <= pages; page += 1) assertContains(words.page(page, pages));
  }
  // A page break may split a notice.
  const isSplit = (expected) =>
    Array.from(expected, (_, index) => index).some(
      (index) => has(expected.slice(0, index)) && has(expected.slice(index)),
    );
  for (const { text: notice } of pack.notices)
    assert.ok(has(notice) || isSplit(notice), `${lang}: not printed: ${notice}`);
  for (const unwanted of words.never) assert.ok(!has(unwanted), `${lang}: printed: ${unwanted}`);

  for (const { id, outcome, criteria } of numberedMeasures(applicant)) {
    const measure = measures[id];
    assertContains(measure.title);
    assertContains(words.outcomes[outcome]);
    for (const provision of measure.grants.provision) assertContains(...citations(provision));
    for (const criterion of measure.criteria) {
      assertContains(criterion.label);
      for (const provision of criterion.provision) assertContains(...citations(provision));
    }
    for (const fact of criteria.flatMap((criterion) => Object.keys(criterion.answers)))
      if (applicant.answers[fact] !== undefined) assertContains(question(fact));
    assertContains(words.materials);
    for (const use of measure.materials)
      if (!use.when) assertContains(materials[use.material ?? use].title);
    (measure.steps ?? []).forEach((step) => assertContains(step));
    (measure.duties ?? []).forEach((duty) => assertContains(duty));
  }

  // Open measures are listed through their questions, the lost ones not at all.
  const waiting = explanation['to-find-out'].flatMap((unknown) => unknown.waiting);
  const services = pack.topics
    .filter((topic) => topic.ask === false)
    .flatMap(({ measures }) => measures);
  for (const measure of explanation.measures) {
    if (measure.outcome !== 'open' || services.includes(measure.id)) continue;
    if (!measure['can-be-met']) continue;
    for (const fact of measure.missing) {
      if (waiting.includes(fact)) continue;
      const group = pack['ask-together'].find(({ facts }) => facts.includes(fact));
      assertContains(question(fact), ...(group?.title ? [group.title] : []));
    }
  }
}
