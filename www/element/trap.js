// @ts-check
/** Recognises errors of the WebAssembly module. */

/**
 * Whether an error was thrown in our module. If it has a file name, the stack frames contain it.
 * @param {unknown} error
 */
export function isTrap(error) {
  const stack = String(error && /** @type {Error} */ (error).stack);
  return (
    stack.includes('wasm-function[') &&
    (!/\.wasm\b/.test(stack) || stack.includes('eligibility-widget.wasm'))
  );
}

/**
 * Whether an error is a WebAssembly trap. A browser may lack WebAssembly.
 * @param {unknown} error
 */
export const isRuntimeError = (error) =>
  typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/** @param {unknown} error */
export const messageOf = (error) =>
  String((error && /** @type {Error} */ (error).message) || error);
