// @ts-check
/**
 * The language of the page at an element, as one of those that the widget has.
 * @param {Element} element
 */
export function languageOf(element) {
  const closest = element.closest('[lang]');
  const lang = (closest && closest.getAttribute('lang')) || '';
  if (/^en/i.test(lang)) return 'en';
  return /^zh-(Hant|TW|HK|MO)/i.test(lang) ? 'zh-Hant' : 'zh-Hans';
}
