// @ts-check
/**
 * The authoring page: starts the app with what the page contains. Nothing is requested.
 *
 * The module, the scripts of the workers, the schema and the widget's files are texts of the page,
 * so that the page is one file and also works when it is opened from a disk.
 */
import init, { start } from 'eligibility-author';
import { EligibilityCheck } from '../element/element.js';
import * as script from '../element/module.js';
import { matchingLanguage } from '../element/language.js';
import * as scanner from '../element/scan.js';
import { JsonEditor } from './editor.js';
import { startLanguage } from './language.js';
import { PackPreview } from './preview.js';
import { print } from './print.js';
import { Requests } from './requests.js';

/** The text of an element of the page. @param {string} id */
function embedded(id) {
  const element = document.getElementById(id);
  return (element && element.textContent) || '';
}

/** @param {string} id @returns {Uint8Array<ArrayBuffer>} */
const bytes = (id) => Uint8Array.from(atob(embedded(id)), (char) => char.charCodeAt(0));

/** The page's module, compiled once for the page and its worker. */
const module = WebAssembly.compile(bytes('au-module'));

/** @type {Promise<WebAssembly.Module> | undefined} */
let widget;

EligibilityCheck.assets = {
  languages: [],
  rulesPage: () => '',
  async module() {
    const compiled = await (widget = widget || WebAssembly.compile(bytes('au-widget')));
    return { ...script, instantiate: () => script.instantiate(compiled) };
  },
  scanner: async () => scanner,
  style: async () => embedded('au-widget-style'),
  async pack(_src, language) {
    const preview = /** @type {PackPreview | null} */ (document.querySelector('pack-preview'));
    const packs = (preview && preview.packs) || {};
    const text = packs[language] || Object.values(packs)[0];
    if (!text) throw Error('the pack has faults');
    return text;
  },
};

startLanguage(
  new Requests(embedded('au-language-worker'), async () => ({
    schema: JSON.parse(embedded('au-schema')),
  })),
);
customElements.define('json-editor', JsonEditor);
customElements.define('pack-preview', PackPreview);

const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];
const language = matchingLanguage(navigator.language, LANGUAGES) || 'en';

const worker = new Requests(embedded('au-worker'), async () => ({ module: await module }));

module
  .then((module_or_path) => init({ module_or_path }))
  .then(() =>
    start(/** @type {Element} */ (document.querySelector('main')), language, {
      // The module passes a view of its memory, which it may change before the worker has a copy.
      work: (
        /** @type {string} */ ask,
        /** @type {string} */ input,
        /** @type {Uint8Array} */ attachment,
      ) => worker.ask({ ask, input, attachment: attachment.slice() }),
      site: () => bytes('au-site'),
      print,
    }),
  )
  .catch((error) => {
    const notice = /** @type {HTMLElement} */ (document.getElementById('au-failed'));
    notice.hidden = false;
    /** @type {HTMLElement} */ (notice.querySelector('code')).textContent = String(error);
  });
