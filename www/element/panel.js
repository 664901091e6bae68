// @ts-check
/**
 * The text of the panel. It is here, because the pack may be missing.
 * @type {Record<string, string>}
 */
const TEXTS = {
  'zh-Hans': '自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。',
  'zh-Hant': '自測工具暫時無法使用。請稍後再試，或直接向主管部門查詢。本頁其他內容不受影響。',
  en: 'The self-check cannot be used at the moment. Try again later, or ask the responsible office. The rest of this page works as usual.',
};

/** The panel of a widget that cannot start. @param {string} lang */
export function unavailablePanel(lang) {
  const panel = document.createElement('p');
  panel.setAttribute('role', 'alert');
  panel.lang = TEXTS[lang] ? lang : 'en';
  panel.textContent = TEXTS[panel.lang];
  return panel;
}
