// @ts-check
/**
 * Applies a stylesheet without a request and without inline style, which strict pages forbid.
 * @param {Document | ShadowRoot} root @param {string} text
 */
export function adopt(root, text) {
  const view = /** @type {any} */ ((root.ownerDocument || root).defaultView);
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    /** @type {any} */ (root).adoptedStyleSheets = [sheet];
  } catch {
    // Safari 15 and older: a style element, which a page's policy must allow.
    const style = (root.ownerDocument || root).createElement('style');
    style.textContent = text;
    (/** @type {Document} */ (root).head || root).append(style);
  }
}
