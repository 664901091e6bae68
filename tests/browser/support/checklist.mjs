// The checklist as `eligibility print` writes it, on paper, and what must stand on it in each language.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { AUTHORED } from './page.mjs';
import { withoutSpaces } from './pdf.mjs';
import { COMMAND, REACHABLE, explain, inRepository } from './command.mjs';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

/** The words of the interface that the tests look for, as the browsers' packs hold none of them by name. */
const WORDS = {
  'zh-Hans': {
    outcomes: { met: '符合', 'met-in-direction': '方向匹配·待核实', open: '还差信息', 'not-met': '不符合', 'not-applicable': '不涉及', 'not-in-force': '不在有效期' },
    colon: '：', count: (number) => `（${number}）`, page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    always: ['申报前核对清单', '自测结果仅供参考，以主管部门认定为准。', '企业名称', '统一社会信用代码', '联系人', '电话', '窗口复核人'],
    history: '仅供历史参考', day: ([year, month, day]) => `测算日：${year}年${month}月${day}日`, materials: '全部材料（每种一次）',
  },
  'zh-Hant': {
    outcomes: { met: '符合', 'met-in-direction': '方向相符·待核實', open: '尚欠資料', 'not-met': '不符合', 'not-applicable': '不涉及', 'not-in-force': '不在有效期' },
    colon: '：', count: (number) => `（${number}）`, page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    always: ['申報前核對清單', '企業名稱', '統一社會信用代碼', '聯絡人', '電話', '窗口覆核人'],
    history: '僅供歷史參考', day: ([year, month, day]) => `測算日：${year}年${month}月${day}日`, materials: '全部材料（每種一次）',
  },
  en: {
    outcomes: { met: 'Met', 'met-in-direction': 'Direction fits – office to confirm', open: 'Open – more answers needed', 'not-met': 'Not met', 'not-applicable': 'Does not concern you', 'not-in-force': 'Not in force' },
    colon: ':', count: (number) => `(${number})`, page: (page, pages) => `Page ${page} of ${pages}`,
    always: ['Checklist before you apply', 'Name of enterprise', 'Unified social credit code', 'Contact person', 'Phone', 'Checked by (office)'],
    history: 'Historical reference only', materials: 'All documents, each once',
    day: ([year, month, day]) => `Checked as of ${day} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1]} ${year}`,
  },
};

/** What the clock of every page says (page.mjs). */
export const PRINTED_AT = '2026-03-02 09:00';

/** The page that the command writes for a case. */
export function printChecklist({ 'as-of': asOf, answers }, args, pack = inRepository('rules.json')) {
  const input = JSON.stringify({ 'as-of': asOf, answers });
  return execFileSync(COMMAND, ['print', '--pack', pack, '--printed-at', PRINTED_AT, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** Firms that twelve measures concern, with everything answered; and scenarios of every kind. */
export const savedCase = (name) => JSON.parse(readFileSync(inRepository(`tests/paper/${name}.json`), 'utf8'));

/**
 * Asserts that a sheet of the published pack says everything: each outcome, reason, clause, paper and day.
 * @param {{drawn: string, pages: number}} text
 * @param {any} said  the case
 * @param {string} lang
 * @param {{margins?: boolean}} how  margins: whether it was printed by its own button, which adds the time and the page numbers
 */
export function assertChecklist({ drawn, pages }, said, lang, { margins = true } = {}) {
  const asOf = said['as-of'];
  const told = explain(said);
  const words = WORDS[lang];
  const pack = JSON.parse(AUTHORED, (_, value) => value?.[lang] ?? value);
  const by = (list) => Object.fromEntries(list.map((one) => [one.id, one]));
  const [all, provisions, documents, materials] = [pack.measures, pack.provisions, pack.documents, pack.materials].map(by);
  const cite = (id) => {
    const { document, clause } = provisions[id];
    return `${documents[document].number ?? documents[document].title} ${clause}`;
  };
  const has = (text, where = drawn) => assert.ok(where.includes(withoutSpaces(text)), `${lang}: not on paper: ${text}\n${where.slice(0, 3000)}`);

  words.always.forEach((text) => has(text));
  const lapsed = asOf > pack['in-force'].to;
  assert.equal(drawn.toLowerCase().includes(withoutSpaces(words.history).toLowerCase()), lapsed, words.history);
  for (const text of [words.day(asOf.split('-').map(Number)), pack.documents[0].number, pack.version, told.receipt])
    has(text);
  if (margins) for (const text of [PRINTED_AT, ...Array.from({ length: pages }, (_, page) => words.page(page + 1, pages))]) has(text);
  pack.notices.forEach((notice) => has(notice.text));

  const listed = told.measures.filter((one) => REACHABLE.includes(one.outcome));
  const heading = (place, one) => withoutSpaces(`${place}. ${all[one.id].title}${words.colon}${words.outcomes[one.outcome]}`);
  const inOrder = REACHABLE.flatMap((outcome) => listed.filter((one) => one.outcome === outcome));
  const starts = inOrder.map((one, index) => {
    has(heading(index + 1, one));
    return drawn.lastIndexOf(heading(index + 1, one));
  });
  inOrder.forEach((one, index) => {
    const own = drawn.slice(starts[index], starts[index + 1]);
    const measure = all[one.id];
    measure.provision.length && measure.grants.provision.forEach((id) => has(cite(id), own));
    for (const criterion of measure.criteria) {
      has(criterion.label, own);
      criterion.provision.forEach((id) => has(cite(id), own));
    }
    for (const use of measure.materials) {
      if (use.when) continue;
      has(materials[use.material ?? use].title, own);
      has(words.materials);
    }
    (measure.steps ?? []).forEach((step) => has(step, own));
    (measure.duties ?? []).forEach((duty) => has(duty, own));
  });
  // What is out of reach: below a heading with its outcome and how many they are.
  const rest = drawn.slice(starts.at(-1) ?? 0);
  for (const outcome of ['not-met', 'not-in-force', 'not-applicable']) {
    const some = told.measures.filter((one) => one.outcome === outcome);
    if (!some.length) continue;
    const title = withoutSpaces(`${words.outcomes[outcome]}${words.count(some.length)}`);
    has(title, rest);
    const section = rest.slice(rest.indexOf(title));
    for (const one of some) {
      has(all[one.id].title, section);
      const reason = one.criteria.find((criterion) => criterion.reason);
      if (outcome !== 'not-met') continue;
      assert.ok(reason, `${one.id}: no reason`);
      const criterion = all[one.id].criteria.find(({ id }) => id === reason.id);
      has(criterion.label, section);
      criterion.provision.forEach((id) => has(cite(id), section));
    }
  }
}
