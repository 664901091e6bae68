// @ts-check
/** Registers <eligibility-check> with everything taken from the page itself: no request at all. */
import * as details from '../build/parts/eligibility-details.js';
import * as widget from '../build/parts/eligibility-widget.js';
import { EligibilityCheck } from './embed.js';

const stored = (/** @type {string} */ id) => (document.getElementById(id) || { textContent: '' }).textContent || '';

/**
 * Browsers older than 'wasm-unsafe-eval' compile WebAssembly only where 'unsafe-eval' is granted, so the page begins with
 * both. Once every module is made, this takes them away again, for all browsers: from then on no further script runs at all.
 */
const tighten = () => {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "script-src 'none'";
  document.head.append(meta);
};
let left = 2;

/** A module made from the bytes in the page, once. @param {any} module @param {string} id */
const inlined = (module, id) => {
  /** @type {Promise<any> | undefined} */
  let made;
  return () =>
    (made =
      made ||
      (async () => {
        const bytes = Uint8Array.from(atob(stored(id)), (char) => char.charCodeAt(0));
        await module.default({ module_or_path: bytes });
        left -= 1;
        if (!left) tighten();
        return module;
      })());
};

Object.assign(EligibilityCheck, {
  assets: {
    languages: Array.from(document.querySelectorAll('[id^="ec-pack-"]'), ({ id }) => id.slice(8)),
    rules: () => '', // One file: there is nothing beside it.
    widget: inlined(widget, 'ec-wasm'),
    details: inlined(details, 'ec-wasm-details'),
    style: async () => stored('ec-style'),
    pack: async (/** @type {string | null} */ _src, /** @type {string} */ lang) =>
      stored(`ec-pack-${lang}`) || (document.querySelector('[id^="ec-pack-"]') || { textContent: '' }).textContent || '',
  },
});

customElements.define('eligibility-check', EligibilityCheck);
