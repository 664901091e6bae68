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

/** @type {Map<string, Promise<any>>} */
const once = new Map();

/** Several widgets on a page share what they load; what failed is tried again. */
const load = (/** @type {string} */ key, /** @type {() => Promise<any>} */ make) => {
  const made = once.get(key) || make();
  once.set(key, made);
  made.catch(() => once.delete(key));
  return made;
};

Object.assign(EligibilityCheck, {
  assets: {
    languages,
    rules,
    widget: () =>
      load('widget', async () => {
        const module = await import(/* @vite-ignore */ beside('eligibility-widget.js'));
        await module.default({ module_or_path: beside('eligibility-widget.wasm') });
        return module;
      }),
    details: () =>
      load('details', async () => {
        const module = await import(/* @vite-ignore */ beside('eligibility-details.js'));
        await module.default({ module_or_path: beside('eligibility-details.wasm') });
        return module;
      }),
    style: () => load('style', () => text(beside('eligibility-check.css'))),
    pack: (/** @type {string | null} */ src, /** @type {string} */ lang) =>
      text(
        src
          ? new URL(src, document.baseURI).href
          : beside(`rules.${languages.includes(lang) ? lang : languages[0]}.json`),
      ),
  },
});

if (!customElements.get('eligibility-check')) customElements.define('eligibility-check', EligibilityCheck);
