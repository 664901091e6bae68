// @ts-check
/**
 * Applies a stylesheet without a request and without inline style, which strict pages forbid.
 * @param {Document | ShadowRoot} root @param {string} text
 * @param {string} [address]  where it stands as a file, if it does
 * @param {string} [more]  added to it where that is possible
 * @returns {any}  an element that says when it is loaded, if that is still to come
 */
export function adopt(root, text, address, more = '') {
  const page = root.ownerDocument || root;
  try {
    const sheet = new /** @type {any} */ (page.defaultView).CSSStyleSheet();
    sheet.replaceSync(text + more);
    /** @type {any} */ (root).adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4: from the file, or an element whose hash the offline page's policy names.
    const style = page.createElement(address ? 'link' : 'style');
    Object.assign(style, address ? { rel: 'stylesheet', href: address } : { textContent: text });
    (/** @type {Document} */ (root).head || root).append(style);
    return address && style;
  }
}
