// @ts-check
/** The script of the WebAssembly module: instances of it, and what only a running widget needs. */
import { createInstance } from 'eligibility-glue';

export { crashPanel } from './crash.js';

/** @typedef {ReturnType<typeof createInstance>} Instance */

/**
 * A new instance: it shares the code with the others, but no memory.
 * @param {WebAssembly.Module} module
 * @returns {Promise<Instance>}
 */
export async function instantiate(module) {
  const instance = createInstance();
  await instance.default({ module_or_path: module });
  return instance;
}
