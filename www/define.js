// @ts-check
/** Registers <eligibility-check> with the files beside this script. An older copy on the page stays. */
import { EligibilityCheck } from './embed.js';

const beside = (/** @type {string} */ name) => new URL(name, import.meta.url).href;

/** Languages that the rules are written in; put here by the build. @type {string[]} */
const languages = LANGUAGES;

/** The rules in full in a language: the first has the plain name. @param {string} lang */
const rules = (lang) => beside(`rulebook${lang === languages[0] || !languages.includes(lang) ? '' : `.${lang}`}.html`);

/** @param {string} url */
async function text(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.text();
}

/** @type {Record<string, Promise<any>>} */
const once = {};

/** Several widgets on a page share what they load; what failed is tried again. */
const load = (/** @type {string} */ key, /** @type {() => Promise<any>} */ make) =>
  (once[key] =
    once[key] ||
    make().catch((error) => {
      delete once[key];
      throw error;
    }));

const sheet = beside('eligibility-check.css');

/** A WebAssembly module and the script around it. @param {string} name */
const module = (name) => () =>
  load(name, async () => {
    const script = await import(/* @vite-ignore */ beside(`eligibility-${name}.js`));
    await script.default({ module_or_path: beside(`eligibility-${name}.wasm`) });
    return script;
  });

Object.assign(EligibilityCheck, {
  assets: {
    languages,
    rules,
    widget: module('widget'),
    details: module('details'),
    style: () => load('style', () => text(sheet)),
    sheet,
    pack: (/** @type {string | null} */ src, /** @type {string} */ lang, from = '') =>
      text(
        src
          ? new URL(src, document.baseURI).href
          : beside(`${from}rules.${languages.includes(lang) ? lang : languages[0]}.json`),
      ),
    builtIn: 'built-in/',
  },
});

if (!customElements.get('eligibility-check')) customElements.define('eligibility-check', EligibilityCheck);
