// @ts-check
/**
 * frame.html: the widget in a frame, for pages that cannot load our script.
 *
 * Parameters of the address:
 *
 * | parameter                              | meaning                                                   |
 * |----------------------------------------|-----------------------------------------------------------|
 * | `lang` `policy` `topic` `as-of`        | as the attributes of the element                          |
 * | `heading-level`                        | the same                                                  |
 * | `history`                              | the same, with any value                                  |
 * | `src` `rules`                          | the same; ignored unless they have the frame's own origin |
 * | `parent`                               | the origin of the parent page                             |
 *
 * The check of `src` and `rules` prevents a link to the frame from showing another pack or rules
 * page.
 *
 * Messages: the frame posts its height to the origin of its parent. That is `parent`, or else the
 * origin that the browser names (`ancestorOrigins`, or `document.referrer`, which a page can
 * suppress). The browser delivers a message only if the parent has this origin, and `*` is never
 * used, because the height depends on the answers. `parent` does not grant permission to embed the
 * frame: the header `Content-Security-Policy: frame-ancestors …` of frame.html does. A message from
 * the parent makes the frame post its height again.
 *
 * The height is that of the content and does not depend on the height of the frame. It grows
 * immediately. It shrinks by at least 24 px, and at most four times until the next user input.
 * Otherwise a page whose layout depends on the height of the frame could make it flicker forever.
 */

const parameters = new URLSearchParams(location.search);
const widget = /** @type {HTMLElement} */ (document.querySelector('eligibility-check'));

for (const name of ['policy', 'topic', 'as-of', 'heading-level', 'history']) {
  const value = parameters.get(name);
  if (value) widget.setAttribute(name, value);
}
for (const name of ['src', 'rules']) {
  const value = parameters.get(name);
  if (value && originOf(value, location.href) === location.origin)
    widget.setAttribute(name, new URL(value, location.href).href);
}
const lang = parameters.get('lang');
if (lang) document.documentElement.lang = lang;

/**
 * The http or https origin of an address, or an empty string.
 * @param {string | null | undefined} address
 * @param {string} [base]  for relative addresses
 */
function originOf(address, base) {
  try {
    const { origin, protocol } = new URL(address || '', base);
    return /^https?:$/.test(protocol) ? origin : '';
  } catch {
    return '';
  }
}

/** The origin of the parent page, or an empty string if it is unknown. */
function findParentOrigin() {
  if (parameters.has('parent')) return originOf(parameters.get('parent'));
  const { ancestorOrigins } = location;
  return originOf(ancestorOrigins ? ancestorOrigins[0] : document.referrer);
}

/** The smallest decrease of the height, in px. */
const MIN_DECREASE = 24;
/** The number of times that the height may shrink until the next user input. */
const MAX_SHRINKS = 4;

const parentOrigin = findParentOrigin();
let postedHeight = 0;
let shrinksLeft = MAX_SHRINKS;

function resetShrinks() {
  shrinksLeft = MAX_SHRINKS;
}

/** Posts the height if it has changed. */
function update() {
  const height = Math.ceil(
    /** @type {Element} */ (document.querySelector('main')).getBoundingClientRect().height,
  );
  const decrease = postedHeight - height;
  if (decrease === 0 || (decrease > 0 && (decrease < MIN_DECREASE || shrinksLeft === 0))) return;
  if (decrease > 0) shrinksLeft -= 1;
  postedHeight = height;
  post();
}

function post() {
  parent.postMessage({ type: 'eligibility-height', height: postedHeight }, parentOrigin);
}

if (parent !== window && parentOrigin) {
  // In the capture phase, before the input changes the height.
  for (const type of ['pointerdown', 'keydown', 'input', 'change'])
    addEventListener(type, resetShrinks, true);
  addEventListener('message', ({ source, origin, data }) => {
    if (
      source === parent &&
      origin === parentOrigin &&
      data &&
      data.type === 'eligibility-height' &&
      postedHeight
    )
      post();
  });
  new ResizeObserver(update).observe(/** @type {Element} */ (document.querySelector('main')));
}
