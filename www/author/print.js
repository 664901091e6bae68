// @ts-check
/** Prints a page in a frame. */

/**
 * Prints a frame. The rule for its margins has texts of the pack, which no hash in our policy can
 * allow, so it is a constructed stylesheet.
 * @param {HTMLIFrameElement} frame
 * @param {string} margins  an `@page` rule, or nothing
 */
export function print(frame, margins) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(margins);
  view.document.adoptedStyleSheets = [sheet];
  view.focus();
  view.print();
}
