// @ts-check
/**
 * Applies a stylesheet without an inline style, which a strict policy forbids.
 * @param {ShadowRoot} root
 * @param {string} text
 * @param {string} [url]  address of the stylesheet, if it is a file
 */
export function applyStyles(root, text, url) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 has no constructable stylesheets. The policy of the offline page allows
    // this style element by its hash.
    const style = document.createElement(url ? 'link' : 'style');
    Object.assign(style, url ? { rel: 'stylesheet', href: url } : { textContent: text });
    root.append(style);
  }
}
