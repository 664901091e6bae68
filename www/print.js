// @ts-check
import { adopt } from './adopt.js';

/** Writes the day and time on a sheet. @param {ParentNode} sheet @param {string} now */
export const stamp = (sheet, now) => sheet.querySelectorAll('.ec-sheet__at').forEach((time) => (time.textContent = now));

/** What was printed goes. @param {any} owner */
export function clear(owner) {
  const frame = owner.shadowRoot.querySelector('.ec-print');
  if (frame) frame.remove();
}

/**
 * Prints a sheet alone: from a frame of its own, so that nothing of the host page is on the paper.
 * The sheet is copied as nodes, never as markup, and its style is adopted: strict pages allow both.
 *
 * @param {any} owner  the element whose sheet it is; the frame lives in its shadow root
 * @param {HTMLElement} sheet
 * @param {string} now  the day and time to print on it
 */
export function printSheet(owner, sheet, now) {
  clear(owner);
  const frame = document.createElement('iframe');
  frame.className = 'ec-print';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  owner.shadowRoot.append(frame);
  const view = /** @type {Window} */ (frame.contentWindow);
  const page = view.document;
  page.documentElement.lang = sheet.lang;
  const heading = sheet.querySelector('.ec-sheet__title');
  page.title = heading ? heading.textContent || '' : '';
  page.body.className = 'ec-paper';
  const copy = /** @type {HTMLElement} */ (page.importNode(sheet, true));
  stamp(copy, now);
  page.body.append(copy);
  // What stands in the margins of pages is known only to browsers that adopt sheets, too.
  const coming = adopt(page, owner._style, owner._assets().sheet, sheet.dataset.page);
  view.onafterprint = () => clear(owner);
  const print = () => {
    const focused = /** @type {HTMLElement | null} */ (owner.shadowRoot.activeElement);
    view.focus();
    view.print();
    // Whoever printed by keyboard goes on from the button, not from the top of the page.
    if (focused) focused.focus();
  };
  if (coming) coming.addEventListener('load', print);
  else print();
}
