// @ts-check
/**
 * The nearest `lang` attribute around a node, also outside the shadow root that contains it.
 * @param {Node | null} node
 * @returns {string}
 */
function langAround(node) {
  if (!node) return '';
  const lang = node instanceof Element && node.getAttribute('lang');
  if (typeof lang === 'string') return lang;
  return langAround(node.parentNode || (node instanceof ShadowRoot ? node.host : null));
}

/**
 * The language of the widget for the `lang` attribute that applies to an element: a BCP 47 tag,
 * also with underscores. A script decides before a region. Cantonese is written in traditional
 * Chinese.
 * @param {Element} element
 */
export function languageOf(element) {
  const tag = langAround(element).replace(/_/g, '-').toLowerCase();
  if (/^eng?\b/.test(tag)) return 'en';
  const isHant = /-hant\b/.test(tag) || /^(?!.*-hans\b)(yue\b|.*-(tw|hk|mo|yue)\b)/.test(tag);
  return isHant ? 'zh-Hant' : 'zh-Hans';
}
