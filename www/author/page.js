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
import { Crashes } from './crashes.js';
import { refuseDrops } from './drops.js';
import { JsonEditor } from './editor.js';
import { embeddedBytes, embeddedModule, embeddedText, fileOfZip } from './embedded.js';
import { startLanguage } from './language.js';
import { PackPreview } from './preview.js';
import { print } from './print.js';
import { NotStarted, Requests } from './requests.js';
import { doTask } from './task.js';
import { allowKnownSinks } from './trusted.js';

allowKnownSinks();
refuseDrops();

/** The page's module, compiled once for the page and its worker. */
const module = embeddedModule('au-module');
const crashes = new Crashes();

/** @type {Promise<WebAssembly.Module> | undefined} */
let widget;

EligibilityCheck.assets = {
  languages: [],
  rulesPage: () => '',
  async module() {
    // That of the site in the page.
    const file = () => fileOfZip(embeddedBytes('au-site'), 'eligibility-widget.wasm');
    const compiled = await (widget = widget || WebAssembly.compile(file()));
    return { ...script, instantiate: () => script.instantiate(compiled) };
  },
  scanner: async () => scanner,
  style: async () => embeddedText('au-widget-style'),
  async pack(_src, language) {
    const preview = /** @type {PackPreview | null} */ (document.querySelector('pack-preview'));
    const packs = (preview && preview.packs) || {};
    const text = packs[language] || Object.values(packs)[0];
    if (!text) throw Error('the pack has faults');
    return text;
  },
};

startLanguage(
  new Requests(embeddedText('au-language-worker'), async () => ({
    schema: JSON.parse(embeddedText('au-schema')),
  })),
);
customElements.define('json-editor', JsonEditor);
customElements.define('pack-preview', PackPreview);

const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];
const language = matchingLanguage(navigator.language, LANGUAGES) || 'en';

const setUp = async () => ({ module: await module });
const worker = new Requests(embeddedText('au-worker'), setUp);
/** Runs the scenarios: hundreds of them take longer than a person waits for other results. */
const scenarios = new Requests(embeddedText('au-worker'), setUp, { stopsOlder: true });

/**
 * Does a task in a worker; without one, in the page, which then waits for it.
 * @param {string} ask
 * @param {string} input
 * @param {Uint8Array} attachment
 */
async function doInWorker(ask, input, attachment) {
  // The module passes a view of its memory, which it may change before the worker has a copy.
  const request = { ask, input, attachment: attachment.slice() };
  if (ask === 'check') crashes.lastInput = input;
  try {
    return await (ask === 'scenarios' ? scenarios : worker).ask(request);
  } catch (error) {
    if (!(error instanceof NotStarted)) throw error;
    return doTask(request);
  }
}

module
  .then((module_or_path) => {
    if (!document.adoptedStyleSheets) throw Error('constructable stylesheets are missing');
    return init({ module_or_path });
  })
  .then(() =>
    start(/** @type {Element} */ (document.querySelector('main')), language, {
      work: doInWorker,
      onPanic: (/** @type {string} */ message) => crashes.report(message),
      site: () => embeddedBytes('au-site'),
      print,
    }),
  )
  .catch((error) => {
    const notice = /** @type {HTMLElement} */ (document.getElementById('au-failed'));
    notice.hidden = false;
    /** @type {HTMLElement} */ (notice.querySelector('code')).textContent = String(error);
  });
