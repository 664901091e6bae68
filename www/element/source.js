// @ts-check
/**
 * The languages at the address in `src`. `eligibility bundle` writes a file for each, with its tag
 * in the name: `rules.de.json`.
 */

/** @param {string} src @param {string[]} languages */
const tagIn = (src, languages) => languages.find((tag) => src.includes(`.${tag}.json`));

/**
 * The languages that can be loaded: all of a pack, if its address has the tag of one.
 * @param {string} src
 * @param {import('eligibility-widget').Pack} pack
 */
export const languagesAt = (src, pack) =>
  tagIn(src, pack.languages) ? pack.languages : [pack.language];

/**
 * The address of the file in a language.
 * @param {string | null} src
 * @param {string[]} languages
 * @param {string} language
 */
export const sourceIn = (src, languages, language) =>
  src && src.replace(`.${tagIn(src, languages)}.json`, `.${language}.json`);
