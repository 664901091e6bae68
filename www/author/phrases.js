// @ts-check
/** The texts of CodeMirror. */

/** Each text in simplified and in traditional Chinese. @type {Record<string, [string, string]>} */
const CHINESE = {
  'Control character': ['控制字符', '控制字元'],
  'Selection deleted': ['已删除所选内容', '已刪除所選內容'],
  'Fold line': ['折叠', '摺疊'],
  'Unfold line': ['展开', '展開'],
  'Fold code': ['折叠', '摺疊'],
  'Unfold code': ['展开', '展開'],
  'folded code': ['已折叠的内容', '已摺疊的內容'],
  unfold: ['展开', '展開'],
  'Go to line': ['转到行', '跳至行'],
  go: ['转到', '前往'],
  Find: ['查找', '尋找'],
  Replace: ['替换为', '取代為'],
  next: ['下一个', '下一個'],
  previous: ['上一个', '上一個'],
  all: ['全部选中', '全部選取'],
  'match case': ['区分大小写', '區分大小寫'],
  regexp: ['正则表达式', '正規表示式'],
  'by word': ['全字匹配', '全字相符'],
  replace: ['替换', '取代'],
  'replace all': ['全部替换', '全部取代'],
  close: ['关闭', '關閉'],
  'current match': ['当前匹配', '目前相符項目'],
  'replaced $ matches': ['已替换 $ 处', '已取代 $ 處'],
  'replaced match on line $': ['已替换第 $ 行的一处', '已取代第 $ 行的一處'],
  'on line': ['在第几行：', '在第幾行：'],
  Completions: ['可选的写法', '可選的寫法'],
  Diagnostics: ['问题', '問題'],
  'No diagnostics': ['没有问题', '沒有問題'],
};

/** The texts in a language; in English, CodeMirror's own. @param {string} tag */
export function phrases(tag) {
  if (!/^zh/.test(tag)) return {};
  const index = /hant|tw|hk|mo/i.test(tag) ? 1 : 0;
  return Object.fromEntries(Object.entries(CHINESE).map(([text, own]) => [text, own[index]]));
}
