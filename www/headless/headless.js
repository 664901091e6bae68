// @ts-check
/**
 * The rules without the widget, for pages of one's own: typed in eligibility-headless.d.ts, explained in the README.
 * Nothing is asked of the network but what `open` is given to read, and nothing is stored.
 */
import init, { Rules as Module } from 'eligibility-headless';
import { today } from '../element/today.js';

/** @typedef {import('./eligibility-headless.js').Case} Case */

/** @type {typeof import('./eligibility-headless.js').open} */
export async function open(pack, { wasm = new URL('./eligibility-headless.wasm', import.meta.url) } = {}) {
  const isText = typeof pack === 'string' && /^\s*[[{]/.test(pack);
  const [text] = await Promise.all([isText ? pack : read(pack), start(wasm)]);
  return new Rules(new Module(text));
}

/** @param {any} wasm */
async function start(wasm) {
  const source = typeof wasm === 'string' ? await address(wasm) : wasm;
  await init({ module_or_path: source instanceof URL && isFile(source) ? await bytes(source) : source });
}

/** Cases and replies as objects; the module speaks JSON. */
class Rules {
  /** @param {Module} module */
  constructor(module) {
    this._module = module;
  }

  /** @param {Case} said */
  assess(said) {
    const reply = JSON.parse(this._module.assess(text(said)));
    // Given back as it came, whatever it is.
    return { ...reply, id: said.id === undefined ? null : said.id };
  }

  /** @param {Case} said */
  next(said) {
    return JSON.parse(this._module.next(text(said)));
  }

  /** @param {Case} said @param {string} [measure] */
  explain(said, measure = '') {
    return JSON.parse(this._module.explain(text(said), measure));
  }

  /** @param {Case} said */
  code(said) {
    return this._module.code(text(said));
  }

  /** @param {string} code */
  readCode(code) {
    return JSON.parse(this._module.read_code(code));
  }
}

/** A case as it stands in files. @param {Case} said */
function text(said) {
  if (!said || typeof said !== 'object' || Array.isArray(said)) throw new TypeError('expected a case: {asOf, answers}');
  const { id, asOf = today(), 'as-of': day = asOf, ...rest } = said;
  return JSON.stringify({ 'as-of': day, ...rest });
}

/** @param {string | URL} place */
async function address(place) {
  if (place instanceof URL) return place;
  if (typeof place !== 'string' || !place) throw new TypeError('expected the text or the address of a rule pack');
  const page = globalThis.document ? document.baseURI : globalThis.location && location.href;
  return new URL(place, page || (await import('node:url')).pathToFileURL('./'));
}

const isFile = (/** @type {URL} */ url) => url.protocol === 'file:';

/** Node.js fetches no files. @param {URL} url @returns {Promise<Uint8Array>} */
const bytes = async (url) => (await import('node:fs/promises')).readFile(url);

/** @param {string | URL} place */
async function read(place) {
  const url = await address(place);
  if (isFile(url)) return new TextDecoder().decode(await bytes(url));
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.text();
}
