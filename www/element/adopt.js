// @ts-check
/**
 * Takes over what the user sees in the first screens: what is unfolded, and the focus. It is loaded
 * together with the module, because the loader needs it only then.
 */
import { find, keyOf } from './early.js';

/**
 * Unfolds in other screens what is unfolded. Returns a function that moves the focus, for when
 * they are shown: to what the last click led to, or to where it was.
 * @param {import('./early.js').EarlyScreens} early
 * @param {Element} root
 */
export function adopt(early, root) {
  const titles = Array.from(early.root.querySelectorAll('details[open] > summary'), keyOf);
  for (const summary of Array.from(root.querySelectorAll('summary')))
    if (titles.includes(keyOf(summary)))
      /** @type {HTMLDetailsElement} */ (summary.parentElement).open = true;
  const { activeElement } = /** @type {ShadowRoot} */ (early.element.shadowRoot);
  const result =
    early.isWaiting &&
    root.querySelector('[aria-invalid=true], #ec-topics-error, #ec-restore-notice');
  if (result) return () => /** @type {HTMLElement} */ (result).focus();
  const focused = activeElement && (find(root, keyOf(activeElement)) || find(root, 'ec-title'));
  return () => focused && focused.focus({ preventScroll: true });
}
