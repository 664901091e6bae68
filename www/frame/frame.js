// @ts-check
/**
 * The widget alone in a frame, for pages that can take no script of ours: frame.html.
 *
 * Parameters of its address: `lang`, `as-of`, `heading-level`; `src` and `rules` as the element has them, from the frame's own
 * origin only, so that nobody can make it show other rules or lead elsewhere by a link to it; and `parent`.
 *
 * Who may hear its height: `?parent=https://www.example.gov.cn` names the origin of the page around it; without it, it is the
 * origin that the browser names itself (`ancestorOrigins`, or `document.referrer`, which a page may hold back). The
 * browser delivers a message only if the page around the frame is of just that origin, so a wrong name is told nothing,
 * and `*` is never used: the height changes with answers. `parent` is an address, no permission, for whoever makes the
 * frame writes it; who may make one is for the header `Content-Security-Policy: frame-ancestors …` of frame.html to say.
 * Heard in return is one thing from that origin's window around it: to tell the height once more.
 *
 * The height is that of the content, which does not depend on the frame's. It grows at once and shrinks only by 24 px or
 * more, and no more than four times until somebody does something in the frame: so two pages that give way to each other,
 * by scroll bars that come and go or by layouts, end with the larger height instead of flickering for ever.
 */

const asked = new URLSearchParams(location.search);
const widget = /** @type {HTMLElement} */ (document.querySelector('eligibility-check'));

for (const name of ['as-of', 'heading-level']) {
  const value = asked.get(name);
  if (value) widget.setAttribute(name, value);
}
for (const name of ['src', 'rules']) {
  const value = asked.get(name);
  if (value && originOf(value, location.href) === location.origin) widget.setAttribute(name, new URL(value, location.href).href);
}
const lang = asked.get('lang');
if (lang) document.documentElement.lang = lang;

/** @param {string | null | undefined} address @param {string} [base]  what it stands on, if it may be relative */
function originOf(address, base) {
  try {
    const { origin, protocol } = new URL(address || '', base);
    return /^https?:$/.test(protocol) ? origin : '';
  } catch {
    return '';
  }
}

/** The origin of the page around: named, or told by the browser; nothing if neither. */
function around() {
  if (asked.has('parent')) return originOf(asked.get('parent'));
  const { ancestorOrigins } = location;
  return originOf(ancestorOrigins ? ancestorOrigins[0] : document.referrer);
}

const LEAST = 24;
const SHRINKS = 4;

const parentOrigin = around();
let told = 0;
let shrinks = SHRINKS;

function refill() {
  shrinks = SHRINKS;
}

/** Tells the height, if it is another. */
function tell() {
  const height = Math.ceil(/** @type {Element} */ (document.querySelector('main')).getBoundingClientRect().height);
  const smaller = told - height;
  if (smaller === 0 || (smaller > 0 && (smaller < LEAST || shrinks === 0))) return;
  if (smaller > 0) shrinks -= 1;
  told = height;
  post();
}

function post() {
  parent.postMessage({ type: 'eligibility-height', height: told }, parentOrigin);
}

if (parent !== window && parentOrigin) {
  // Before what they bring about.
  for (const doing of ['pointerdown', 'keydown', 'input', 'change']) addEventListener(doing, refill, true);
  addEventListener('message', ({ source, origin, data }) => {
    if (source === parent && origin === parentOrigin && data && data.type === 'eligibility-height' && told) post();
  });
  new ResizeObserver(tell).observe(/** @type {Element} */ (document.querySelector('main')));
}
