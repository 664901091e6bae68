// @ts-check
/**
 * Applies a stylesheet without inline style, which strict pages forbid.
 * @param {ShadowRoot} root
 * @param {string} text
 * @param {string} [url]  its address, if it is a file
 */
export function applyStyles(root, text, url) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4: a link to the file, or an element whose hash the offline page's policy names.
    const style = document.createElement(url ? 'link' : 'style');
    Object.assign(style, url ? { rel: 'stylesheet', href: url } : { textContent: text });
    root.append(style);
  }
}
