// @ts-check
/**
 * Receipt codes in the fragment of the page's address, `#r=CODE`. A browser never sends a fragment
 * to a server. Only the first element of a page reads it. Every other fragment belongs to the page.
 */

/** A code, damaged or cut short, too. Apps append parameters of their own to addresses. */
const CODE = /^#r=([0-9A-Za-z-]+)/;

/** The element that reads the fragment. @type {Element | undefined} */
let reader;

/** The code in the address, or an empty string. @param {Element} element */
export function linkedCode(element) {
  if (!reader || !reader.isConnected) reader = element;
  const found = reader === element && CODE.exec(location.hash);
  return found ? found[1] : '';
}

/**
 * Removes the code from the address, so that a reload does not restore old answers. The state of
 * the page's own router is kept.
 */
function removeCode() {
  try {
    history.replaceState(history.state, '', location.href.split('#')[0]);
  } catch {
    // A sandboxed page may not change its address.
  }
}

/**
 * Removes the code that has been read, and calls `open` with each code that the address gets later.
 * Returns a function that stops this.
 * @param {Element} element
 * @param {(code: string) => void} open
 */
export function watchLinks(element, open) {
  const onHashChange = () => {
    const code = linkedCode(element);
    if (!code) return;
    removeCode();
    open(code);
  };
  if (linkedCode(element)) removeCode();
  window.addEventListener('hashchange', onHashChange);
  return () => window.removeEventListener('hashchange', onHashChange);
}

/** The user agent of the browser. */
export const userAgent = () => navigator.userAgent;
