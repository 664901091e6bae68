// @ts-check
/**
 * The language of the widget for the `lang` attribute that applies to an element.
 * @param {Element} element
 */
export function languageOf(element) {
  const closest = element.closest('[lang]');
  const lang = (closest && closest.getAttribute('lang')) || '';
  if (/^en/i.test(lang)) return 'en';
  return /^zh-(Hant|TW|HK|MO)/i.test(lang) ? 'zh-Hant' : 'zh-Hans';
}
