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
 * The one of some languages that a BCP 47 tag means, also with underscores. A script decides before
 * a region. Cantonese is written in traditional Chinese.
 * @param {string} lang
 * @param {string[]} languages
 */
export function matchingLanguage(lang, languages) {
  const tag = lang.replace(/_/g, '-').toLowerCase();
  const isHant = /-hant\b/.test(tag) || /^(?!.*-hans\b)(yue\b|.*-(tw|hk|mo|yue)\b)/.test(tag);
  const [primary] = tag.split('-');
  const known = isHant
    ? 'zh-Hant'
    : /^(zh|cmn)\b|-hans\b/.test(tag)
      ? 'zh-Hans'
      : primary === 'eng'
        ? 'en'
        : primary;
  return (
    languages.find((own) => own.toLowerCase() === tag) ||
    languages.find((own) => own === known) ||
    languages.find((own) => own.split('-')[0] === known)
  );
}

/**
 * The language of the widget for the `lang` attribute that applies to an element; the first one if
 * none matches.
 * @param {Element} element
 * @param {string[]} languages
 */
export const languageOf = (element, languages) =>
  matchingLanguage(langAround(element), languages) || languages[0];
