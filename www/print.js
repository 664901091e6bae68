// @ts-check
import { adopt } from './adopt.js';

/** Writes the day and time on a sheet. @param {ParentNode} sheet @param {string} now */
export const stamp = (sheet, now) => sheet.querySelectorAll('.ec-sheet__at').forEach((time) => (time.textContent = now));

/** @param {any} owner @returns {HTMLIFrameElement | null} */
const standing = (owner) => owner.shadowRoot.querySelector('.ec-print');

/** The document within. @param {HTMLIFrameElement} frame */
const inside = (frame) => /** @type {Document} */ (frame.contentDocument);

/**
 * The frame that a widget prints from, with its style: that which stands, or a new one.
 * @param {any} owner  the element whose frame it is; it lives in its shadow root
 * @param {string} [margins]  what stands in the margins of pages, which only browsers know that adopt sheets, too
 */
function frameOf(owner, margins) {
  const before = standing(owner);
  if (before) return before;
  const frame = document.createElement('iframe');
  frame.className = 'ec-print';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  owner.shadowRoot.append(frame);
  const page = inside(frame);
  page.body.className = 'ec-paper';
  const link = adopt(page, owner._style, owner._assets().sheet, margins);
  // Paper matters most: it is printed plain then. Another frame asks again.
  if (link)
    link.addEventListener('error', () => {
      link.remove();
      owner._complain(Error(`no style for paper: ${link.href}`));
    });
  return frame;
}

/** In browsers whose frame takes its style from a file, it is asked for ahead: printing asks for nothing. @param {any} owner */
export const prepare = (owner) => owner.shadowRoot.querySelector('link') && frameOf(owner);

/** What was printed goes, and the frame, unless its style would have to be asked for again. @param {any} owner */
export function clear(owner) {
  const frame = standing(owner);
  if (!frame) return;
  if (inside(frame).querySelector('link')) inside(frame).body.textContent = '';
  else frame.remove();
}

/**
 * Prints a sheet alone: from a frame of its own, so that nothing of the host page is on the paper.
 * The sheet is copied as nodes, never as markup, and its style is adopted: strict pages allow both.
 *
 * @param {any} owner  the element whose sheet it is
 * @param {HTMLElement} sheet
 * @param {string} now  the day and time to print on it
 */
export function printSheet(owner, sheet, now) {
  clear(owner);
  const frame = frameOf(owner, sheet.dataset.page);
  const page = inside(frame);
  const print = () => {
    // Where the style was waited for, it may have been wiped meanwhile.
    if (!sheet.isConnected) return;
    page.documentElement.lang = sheet.lang;
    const heading = sheet.querySelector('.ec-sheet__title');
    page.title = heading ? heading.textContent || '' : '';
    const copy = /** @type {HTMLElement} */ (page.importNode(sheet, true));
    stamp(copy, now);
    page.body.append(copy);
    const view = /** @type {Window} */ (frame.contentWindow);
    view.onafterprint = () => clear(owner);
    const focused = /** @type {HTMLElement | null} */ (owner.shadowRoot.activeElement);
    view.focus();
    view.print();
    // Whoever printed by keyboard goes on from the button, not from the top of the page.
    if (focused) focused.focus();
  };
  const link = page.querySelector('link');
  if (link && !link.sheet) link.onload = link.onerror = print;
  else print();
}
