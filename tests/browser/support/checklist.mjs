// The checklist that `eligibility print` writes, and its required content in each language.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { COMMAND, REACHABLE, explain, inRepository } from './command.mjs';
import { AUTHORED } from './page.mjs';
import { withoutSpaces } from './pdf.mjs';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

/** The texts of the interface that a checklist contains, by language. */
const WORDS = {
  'zh-Hans': {
    outcomes: {
      met: '符合',
      'met-in-direction': '方向匹配·待核实',
      'met-once-settled': '落户后可申报',
      open: '还差信息',
      'not-met': '不符合',
      'not-applicable': '不涉及',
      'not-in-force': '不在有效期',
    },
    colon: '：',
    count: (number) => `（${number}）`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    always: [
      '申报前核对清单',
      '自测结果仅供参考，以主管部门认定为准。',
      '企业名称',
      '统一社会信用代码',
      '联系人',
      '电话',
      '窗口复核人',
    ],
    lapsed: '仅供历史参考',
    day: ([year, month, day]) => `测算日：${year}年${month}月${day}日`,
    materials: '全部材料（每种一次）',
  },
  'zh-Hant': {
    outcomes: {
      met: '符合',
      'met-in-direction': '方向相符·待核實',
      'met-once-settled': '落戶後可申請',
      open: '尚欠資料',
      'not-met': '不符合',
      'not-applicable': '不涉及',
      'not-in-force': '不在有效期',
    },
    colon: '：',
    count: (number) => `（${number}）`,
    page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    always: ['申報前核對清單', '企業名稱', '統一社會信用代碼', '聯絡人', '電話', '窗口覆核人'],
    lapsed: '僅供歷史參考',
    day: ([year, month, day]) => `測算日：${year}年${month}月${day}日`,
    materials: '全部材料（每種一次）',
  },
  en: {
    outcomes: {
      met: 'Met',
      'met-in-direction': 'Office to confirm',
      'met-once-settled': 'Once you have moved here',
      open: 'More answers needed',
      'not-met': 'Not met',
      'not-applicable': 'Does not apply to you',
      'not-in-force': 'Not in force',
    },
    colon: ':',
    count: (number) => `(${number})`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    always: [
      'Pre-application checklist',
      'Business name',
      'Unified social credit code',
      'Contact name',
      'Phone',
      'Checked by (office)',
    ],
    lapsed: 'For historical reference only',
    materials: 'All documents (each listed once)',
    day: ([year, month, day]) =>
      `Checked for ${day} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1]} ${year}`,
  },
};

/** The time of every page (NOW in page.mjs). */
export const PRINTED_AT = '2026-03-02 09:00';

/** The HTML page that `eligibility print` writes for a case. */
export function printChecklist(
  { 'as-of': asOf, answers },
  args,
  pack = inRepository('rules.json'),
) {
  const input = JSON.stringify({ 'as-of': asOf, answers });
  return execFileSync(COMMAND, ['print', '--pack', pack, '--printed-at', PRINTED_AT, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

/** The open measures that can no longer be met. */
export const measuresOutOfReach = (applicant) =>
  new Set(
    explain(applicant)
      .measures.filter((measure) => measure.outcome === 'open' && !measure['can-be-met'])
      .map(({ id }) => id),
  );

/** A page without its style. The browser minifies styles differently from the command. */
export const withoutStyle = (html) => html.replace(/<style>.*?<\/style>/s, '');

/** A case with every question answered, of an applicant that twelve measures concern. */
export const savedCase = (name) =>
  JSON.parse(readFileSync(inRepository(`tests/paper/${name}.json`), 'utf8'));

/**
 * Asserts that a printed checklist of the published pack contains each outcome, reason, clause,
 * material and date.
 * @param {{text: string, pages: number}} pdf
 * @param {{'as-of': string, answers: object}} applicant
 * @param {string} lang
 * @param {{margins?: boolean}} how  margins: whether the time and page numbers are printed, as its
 *   own button does
 */
export function assertChecklist({ text, pages }, applicant, lang, { margins = true } = {}) {
  const asOf = applicant['as-of'];
  const explanation = explain(applicant);
  const words = WORDS[lang];
  const pack = JSON.parse(AUTHORED, (_, value) => value?.[lang] ?? value);
  const byId = (list) => Object.fromEntries(list.map((item) => [item.id, item]));
  const [measures, provisions, documents, materials] = [
    pack.measures,
    pack.provisions,
    pack.documents,
    pack.materials,
  ].map(byId);
  const citation = (id) => {
    const { document, clause } = provisions[id];
    return `${documents[document].number ?? documents[document].title} ${clause}`;
  };
  const assertContains = (expected, part = text) =>
    assert.ok(
      part.includes(withoutSpaces(expected)),
      `${lang}: not printed: ${expected}\n${part.slice(0, 3000)}`,
    );

  words.always.forEach((expected) => assertContains(expected));
  const isLapsed = asOf > pack['in-force'].to;
  assert.equal(
    text.toLowerCase().includes(withoutSpaces(words.lapsed).toLowerCase()),
    isLapsed,
    words.lapsed,
  );
  const date = words.day(asOf.split('-').map(Number));
  for (const expected of [date, pack.documents[0].number, pack.version, explanation.receipt])
    assertContains(expected);
  if (margins) {
    assertContains(PRINTED_AT);
    for (let page = 1; page <= pages; page += 1) assertContains(words.page(page, pages));
  }
  pack.notices.forEach((notice) => assertContains(notice.text));

  // Open measures that can no longer be met are listed without a block.
  const outOfReach = measuresOutOfReach(applicant);
  const listed = REACHABLE.flatMap((outcome) =>
    explanation.measures.filter(
      (measure) => measure.outcome === outcome && !outOfReach.has(measure.id),
    ),
  );
  for (const id of outOfReach) {
    assertContains(measures[id].title);
    const heading = withoutSpaces(`. ${measures[id].title}${words.colon}${words.outcomes.open}`);
    assert.ok(!text.includes(heading), `${lang}: ${id} is out of reach, but has a block`);
  }
  const starts = listed.map(({ id, outcome }, index) => {
    const heading = withoutSpaces(
      `${index + 1}. ${measures[id].title}${words.colon}${words.outcomes[outcome]}`,
    );
    assertContains(heading);
    return text.lastIndexOf(heading);
  });
  listed.forEach(({ id }, index) => {
    const block = text.slice(starts[index], starts[index + 1]);
    const measure = measures[id];
    if (measure.provision.length)
      measure.grants.provision.forEach((id) => assertContains(citation(id), block));
    for (const criterion of measure.criteria) {
      assertContains(criterion.label, block);
      criterion.provision.forEach((id) => assertContains(citation(id), block));
    }
    for (const use of measure.materials) {
      if (use.when) continue;
      assertContains(materials[use.material ?? use].title, block);
      assertContains(words.materials);
    }
    (measure.steps ?? []).forEach((step) => assertContains(step, block));
    (measure.duties ?? []).forEach((duty) => assertContains(duty, block));
  });
  // The other measures follow below a heading with their outcome and count.
  const rest = text.slice(starts.at(-1) ?? 0);
  for (const outcome of ['not-met', 'not-in-force', 'not-applicable']) {
    const others = explanation.measures.filter((measure) => measure.outcome === outcome);
    if (!others.length) continue;
    const heading = withoutSpaces(`${words.outcomes[outcome]}${words.count(others.length)}`);
    assertContains(heading, rest);
    const section = rest.slice(rest.indexOf(heading));
    for (const { id, criteria } of others) {
      assertContains(measures[id].title, section);
      if (outcome !== 'not-met') continue;
      const reason = criteria.find((criterion) => criterion.reason);
      assert.ok(reason, `${id}: no reason`);
      const criterion = measures[id].criteria.find((criterion) => criterion.id === reason.id);
      assertContains(criterion.label, section);
      criterion.provision.forEach((id) => assertContains(citation(id), section));
    }
  }
}
