// @ts-check
import { adopt } from './adopt.js';

/**
 * Prints a sheet alone: from a frame of its own, so that nothing of the host page is on the paper.
 * The sheet is copied as nodes, never as markup, and its style is adopted: strict pages allow both.
 *
 * @param {HTMLElement} owner  the element whose sheet it is; the frame lives in its shadow root
 * @param {Element} sheet
 * @param {string} style
 */
export function printSheet(owner, sheet, style) {
  const frame = document.createElement('iframe');
  frame.className = 'ec-print';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  /** @type {ShadowRoot} */ (owner.shadowRoot).append(frame);
  const view = /** @type {Window} */ (frame.contentWindow);
  const page = view.document;
  page.documentElement.lang = sheet.getAttribute('lang') || '';
  const heading = sheet.querySelector('.ec-sheet__title');
  page.title = heading ? heading.textContent || '' : '';
  page.body.append(page.importNode(sheet, true));
  adopt(page, style);
  const done = () => frame.remove();
  view.addEventListener('afterprint', done);
  view.focus();
  view.print();
}
