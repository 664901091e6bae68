// Runs within the page: finds what a person would name, by role and name, through every shadow root.
// Each function stands alone, as it is sent to the browser as text. They must run in the oldest engine, too.

/**
 * The first visible thing at the end of a path such as [['group', 'Where?'], ['radio', 'Here']].
 * @param {[string, string][]} path
 */
export function find(path) {
  const SELECTORS = {
    button: 'button', group: 'fieldset, details', heading: 'h1, h2, h3, h4, h5, h6', radio: 'input[type="radio"]', checkbox: 'input[type="checkbox"]',
    textbox: 'input:not([type]), input[type="text"]', searchbox: 'input[type="search"]', status: '[role="status"]', article: 'article', summary: 'summary',
  };
  const plain = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const name = (one) => {
    const by = one.getAttribute('aria-labelledby');
    if (by) return plain(by.split(' ').map((id) => (one.getRootNode().getElementById(id) || { textContent: '' }).textContent).join(' '));
    if (one.getAttribute('aria-label')) return plain(one.getAttribute('aria-label'));
    if (one.labels && one.labels.length) return plain(one.labels[0].textContent);
    if (one.localName === 'fieldset') return plain((one.querySelector('legend') || { textContent: '' }).textContent);
    return plain(one.textContent);
  };
  const all = (root, selector) => {
    const found = Array.from(root.querySelectorAll(selector));
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) found.push(...all(one.shadowRoot, selector));
    return found;
  };
  let near = document;
  for (const [role, wanted] of path) {
    const same = (one) => (role === 'summary' ? name(one).includes(wanted) : name(one) === wanted || wanted === '*');
    near = all(near, SELECTORS[role]).find((one) => one.getClientRects().length > 0 && same(one));
    if (!near) return null;
  }
  return near;
}

/** What a thing holds, as text. @param {[string, string][]} path @param {(path: [string, string][]) => any} finder */
export const TEXT = `(path) => { const one = (${find})(path); return one && one.textContent.replace(/\\s+/g, ' ').trim(); }`;

/** Whether it has the focus, or something in it. */
export const HAS_FOCUS = `(path) => { const one = (${find})(path); const has = one && one.getRootNode().activeElement; return !!has && one.contains(has); }`;

/** Whether it is ticked. */
export const IS_CHECKED = `(path) => (${find})(path).checked`;

/** All the text that the page and its shadow roots show. */
export function visibleText() {
  const of = (root) =>
    Array.from(root.querySelectorAll('*'))
      .filter((one) => one.shadowRoot)
      .map((one) => Array.from(one.shadowRoot.children, (child) => child.innerText || '').join('\n') + of(one.shadowRoot))
      .join('\n');
  return of(document);
}

/**
 * From now on everything that goes wrong is kept, what is saved is kept as text, and what is printed as markup.
 * The clock stands at a time, and nothing is sent to a printer or to a folder.
 * @param {string} time
 */
export function recordActivity(time) {
  const heard = (/** @type {any} */ (window).recorded = { errors: [], saved: [], printed: [], requests: 0 });
  window.addEventListener('error', (event) => heard.errors.push(String(event.message)));
  window.addEventListener('unhandledrejection', (event) => heard.errors.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => heard.errors.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  document.addEventListener('eligibility-error', (event) => heard.errors.push(JSON.stringify(/** @type {any} */ (event).detail)));
  const Real = Date;
  // @ts-ignore
  window.Date = class extends Real {
    constructor(...given) {
      // @ts-ignore
      super(...(given.length ? given : [time]));
    }
  };
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const entry = { type: blob.type, text: null, name: null };
    heard.saved.push(entry);
    const reader = new FileReader();
    reader.onload = () => (entry.text = reader.result);
    reader.readAsText(/** @type {Blob} */ (blob), 'utf-8');
    return made.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    heard.saved[heard.saved.length - 1].name = this.download;
  };
  const append = Node.prototype.appendChild;
  Node.prototype.appendChild = /** @type {any} */ (
    function (/** @type {Node} */ node) {
      append.call(this, node);
      if (node instanceof HTMLIFrameElement) {
        const view = /** @type {any} */ (node.contentWindow);
        view.print = () => {
          const page = view.document;
          const sheets = (page.adoptedStyleSheets || []).concat(Array.from(page.styleSheets));
          const css = sheets.map((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText).join('')).join('');
          heard.printed.push({ title: page.title, lang: page.documentElement.lang, css, body: page.body.innerHTML });
          view.dispatchEvent(new view.Event('afterprint'));
        };
      }
      return node;
    }
  );
}
