// @ts-check
/** Registers <eligibility-check> with everything taken from the page itself: no request at all. */
import * as module from '../build/parts/eligibility-widget.js';
import { EligibilityCheck } from './embed.js';

const stored = (/** @type {string} */ id) => (document.getElementById(id) || { textContent: '' }).textContent || '';

/** @type {Promise<any> | undefined} */
let widget;

Object.assign(EligibilityCheck, {
  assets: {
    widget: () =>
      (widget =
        widget ||
        (async () => {
          const bytes = Uint8Array.from(atob(stored('ec-wasm')), (char) => char.charCodeAt(0));
          await module.default({ module_or_path: bytes });
          return module;
        })()),
    style: async () => stored('ec-style'),
    pack: async (/** @type {string | null} */ _src, /** @type {string} */ lang) =>
      stored(`ec-pack-${lang}`) || (document.querySelector('[id^="ec-pack-"]') || { textContent: '' }).textContent || '',
  },
});

customElements.define('eligibility-check', EligibilityCheck);
