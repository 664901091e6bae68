// @ts-check
/**
 * Instances of the WebAssembly module, and what is needed only with one. It is loaded together with
 * the module.
 */
import { createInstance } from 'eligibility-glue';

export { crashPanel } from './crash.js';
export { linkedCode, userAgent, watchLinks } from './link.js';
export { watchScreens } from './screens.js';
export { Session } from './session.js';
export { copy, picture } from './share.js';

/** @typedef {ReturnType<typeof createInstance>} Instance */

/**
 * A new instance. Instances share the compiled code, but no memory.
 * @param {WebAssembly.Module} module
 * @returns {Promise<Instance>}
 */
export async function instantiate(module) {
  const instance = createInstance();
  await instance.default({ module_or_path: module });
  return instance;
}
