// @ts-check
/**
 * The engine without the widget, for browsers and Node.js. eligibility-headless.d.ts has the types
 * and their documentation. Only `open` reads files, and nothing is stored.
 */
import init, { Rules as Module } from 'eligibility-headless';
import { today } from '../element/today.js';

/** @typedef {import('./eligibility-headless.js').Case} Case */

/** @type {typeof import('./eligibility-headless.js').open} */
export async function open(
  pack,
  { wasm = new URL('./eligibility-headless.wasm', import.meta.url) } = {},
) {
  const isText = typeof pack === 'string' && /^\s*[[{]/.test(pack);
  const [text] = await Promise.all([isText ? pack : readText(pack), start(wasm)]);
  return new Rules(new Module(text));
}

/** Instantiates the module. @param {any} wasm */
async function start(wasm) {
  const source = typeof wasm === 'string' ? await resolve(wasm) : wasm;
  await init({
    module_or_path: source instanceof URL && isFile(source) ? await readBytes(source) : source,
  });
}

/** Converts cases and replies between objects and the JSON of the module. */
class Rules {
  /** @param {Module} module */
  constructor(module) {
    this._module = module;
  }

  /** @param {Case} applicant */
  assess(applicant) {
    const reply = JSON.parse(this._module.assess(toJson(applicant)));
    // The id may be any value, so it does not pass through the module.
    return { ...reply, id: applicant.id === undefined ? null : applicant.id };
  }

  /** @param {Case} applicant */
  next(applicant) {
    return JSON.parse(this._module.next(toJson(applicant)));
  }

  /** @param {Case} applicant @param {string} [measure] */
  explain(applicant, measure = '') {
    return JSON.parse(this._module.explain(toJson(applicant), measure));
  }

  /** @param {Case} applicant */
  code(applicant) {
    return this._module.code(toJson(applicant));
  }

  /** @param {string} code */
  readCode(code) {
    return JSON.parse(this._module.read_code(code));
  }
}

/** A case in the format of files, without its id. @param {Case} applicant */
function toJson(applicant) {
  if (!applicant || typeof applicant !== 'object' || Array.isArray(applicant))
    throw new TypeError('expected a case: {asOf, answers}');
  const { id, asOf = today(), 'as-of': date = asOf, ...rest } = applicant;
  return JSON.stringify({ 'as-of': date, ...rest }, exact);
}

/**
 * A value for JSON. A number with more than 15 digits is refused, because JavaScript may have
 * rounded what its author wrote.
 * @param {string} key
 * @param {unknown} value
 */
function exact(key, value) {
  if (typeof value === 'bigint') return String(value);
  // JSON has `null` for a number that is not finite, and the engine refuses it.
  if (typeof value !== 'number' || !Number.isFinite(value)) return value;
  const digits = String(value)
    .replace(/e.*|[-.]/g, '')
    .replace(/^0+|0+$/g, '');
  if (digits.length > 15)
    throw new TypeError(`\`${key}\`: ${value} may have been rounded; pass a decimal string`);
  return value;
}

/**
 * Resolves an address against the page, or against the working directory of Node.js.
 * @param {string | URL} address
 */
async function resolve(address) {
  if (address instanceof URL) return address;
  if (typeof address !== 'string' || !address)
    throw new TypeError('expected the text or the address of a rule pack');
  const page = globalThis.document ? document.baseURI : globalThis.location && location.href;
  return new URL(address, page || (await import('node:url')).pathToFileURL('./'));
}

const isFile = (/** @type {URL} */ url) => url.protocol === 'file:';

/**
 * Reads a file in Node.js, whose `fetch` does not support file addresses.
 * @param {URL} url
 * @returns {Promise<Uint8Array>}
 */
const readBytes = async (url) => (await import('node:fs/promises')).readFile(url);

/** @param {string | URL} address */
async function readText(address) {
  const url = await resolve(address);
  if (isFile(url)) return new TextDecoder().decode(await readBytes(url));
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.text();
}
