// @ts-check
/** Registers <eligibility-check> with the files embedded in the page. Nothing is requested. */
import { EligibilityCheck } from '../element/element.js';
import * as script from '../element/module.js';
import * as scanner from '../element/scan.js';

const PACK = 'ec-pack-';

/** The text of a pack in the page. @param {string} name */
function embeddedPack(name) {
  const element = document.getElementById(PACK + name);
  return element && element.textContent;
}

/** The text of an element of the page. @param {string} selector */
function embedded(selector) {
  const element = document.querySelector(selector);
  return (element && element.textContent) || '';
}

/** The module, compiled once. @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

const compile = () =>
  WebAssembly.compile(Uint8Array.from(atob(embedded('#ec-wasm')), (char) => char.charCodeAt(0)));

let isLocked = false;

/**
 * Forbids every further script. The policy of the page has 'unsafe-eval' for browsers that do not
 * know 'wasm-unsafe-eval'; it is not needed once there is an instance. WebKit applies the policy to
 * new instances, too, so WebAssembly stays allowed: a restart after a crash creates one.
 */
function lockScripts() {
  if (isLocked) return;
  isLocked = true;
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "script-src 'wasm-unsafe-eval'";
  document.head.append(meta);
}

EligibilityCheck.assets = {
  languages: Array.from(document.querySelectorAll(`[id^="${PACK}"]`), ({ id }) =>
    id.slice(PACK.length),
  ).filter((name) => !name.includes('/')),
  rulesPage: () => '',
  async module() {
    const module = await (compiled = compiled || compile());
    const instantiate = async () => {
      const instance = await script.instantiate(module);
      lockScripts();
      return instance;
    };
    return { ...script, instantiate };
  },
  scanner: async () => scanner,
  style: async () => embedded('#ec-style'),
  async pack(_src, lang, policy) {
    const tag = this.languages.includes(lang) ? lang : this.languages[0];
    const text = embeddedPack(policy ? `policies/${policy}/rules.${tag}.json` : tag);
    if (!text) throw Error(`the page does not contain ${policy || tag}`);
    return text;
  },
};

customElements.define('eligibility-check', EligibilityCheck);
