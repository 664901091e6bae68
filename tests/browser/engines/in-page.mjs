// Functions that run in the page. They find elements by role and name through all shadow roots.
// Each is sent to the browser as text, so it must be self-contained and run in Chromium 80.

/**
 * The first visible element at the end of a path such as [['group', 'Where?'], ['radio', 'Here']].
 * @param {[string, string][]} path
 */
export function find(path) {
  const SELECTORS = {
    button: 'button',
    group: 'fieldset, details',
    heading: 'h1, h2, h3, h4, h5, h6',
    radio: 'input[type="radio"]',
    checkbox: 'input[type="checkbox"]',
    textbox: 'input:not([type]), input[type="text"], [role="textbox"]',
    searchbox: 'input[type="search"]',
    status: '[role="status"]',
    article: 'article',
    summary: 'summary',
  };
  const normalise = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const name = (one) => {
    const ids = one.getAttribute('aria-labelledby');
    if (ids)
      return normalise(
        ids
          .split(' ')
          .map((id) => (one.getRootNode().getElementById(id) || { textContent: '' }).textContent)
          .join(' '),
      );
    if (one.getAttribute('aria-label')) return normalise(one.getAttribute('aria-label'));
    if (one.labels && one.labels.length) return normalise(one.labels[0].textContent);
    if (one.localName === 'fieldset')
      return normalise((one.querySelector('legend') || { textContent: '' }).textContent);
    return normalise(one.textContent);
  };
  const all = (root, selector) => {
    const found = Array.from(root.querySelectorAll(selector));
    for (const one of root.querySelectorAll('*'))
      if (one.shadowRoot) found.push(...all(one.shadowRoot, selector));
    return found;
  };
  let scope = document;
  for (const [role, wanted] of path) {
    const matches = (one) =>
      role === 'summary' ? name(one).includes(wanted) : name(one) === wanted || wanted === '*';
    scope = all(scope, SELECTORS[role]).find(
      (one) => one.getClientRects().length > 0 && matches(one),
    );
    if (!scope) return null;
  }
  return scope;
}

/** The text of an element. */
export const TEXT_OF = `(path) => { const one = (${find})(path); return one && one.textContent.replace(/\\s+/g, ' ').trim(); }`;

/** Whether the element, or an element in it, has the focus. */
export const HAS_FOCUS = `(path) => { const one = (${find})(path); const focused = one && one.getRootNode().activeElement; return !!focused && one.contains(focused); }`;

/** Whether the input is checked. */
export const IS_CHECKED = `(path) => (${find})(path).checked`;

/** The texts of all elements with the role `status`. */
export function statusTexts() {
  const all = (root) =>
    Array.from(root.querySelectorAll('*')).reduce(
      (found, one) => found.concat(one, one.shadowRoot ? all(one.shadowRoot) : []),
      [],
    );
  return all(document)
    .filter((one) => one.getAttribute('role') === 'status')
    .map((one) => one.textContent.replace(/\s+/g, ' ').trim());
}

/** The questions on the screen, from top to bottom. */
export function groupNames() {
  const { shadowRoot } = document.querySelector('eligibility-check') || { shadowRoot: null };
  return Array.from((shadowRoot || document).querySelectorAll('fieldset'), (group) => {
    const legend = group.querySelector('legend');
    return legend ? legend.textContent.replace(/\s+/g, ' ').trim() : '';
  });
}

/** Unfolds the topics of the screen with all questions. */
export function unfoldTopics() {
  const { shadowRoot } = document.querySelector('eligibility-check') || { shadowRoot: null };
  for (const topic of (shadowRoot || document).querySelectorAll('details.ec-topic'))
    topic.setAttribute('open', '');
}

/** The text of all shadow roots. */
export function visibleText() {
  const textOf = (root) =>
    Array.from(root.querySelectorAll('*'))
      .filter((one) => one.shadowRoot)
      .map(
        (one) =>
          Array.from(one.shadowRoot.children, (child) => child.innerText || '').join('\n') +
          textOf(one.shadowRoot),
      )
      .join('\n');
  return textOf(document);
}

/**
 * Records errors, saved files and printed documents in `window.recorded` instead of saving and
 * printing them, and stops the clock.
 * @param {string} time
 */
export function recordActivity(time) {
  const recorded = { errors: [], saved: [], printed: [] };
  Object.assign(window, { recorded });
  window.addEventListener('error', (event) => recorded.errors.push(String(event.message)));
  window.addEventListener('unhandledrejection', (event) =>
    recorded.errors.push(String(event.reason)),
  );
  document.addEventListener('securitypolicyviolation', (event) =>
    recorded.errors.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
  document.addEventListener('eligibility-error', (event) =>
    recorded.errors.push(JSON.stringify(/** @type {any} */ (event).detail)),
  );
  const RealDate = Date;
  // @ts-ignore
  window.Date = class extends RealDate {
    constructor(...args) {
      // @ts-ignore
      super(...(args.length ? args : [time]));
    }
  };
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const entry = { type: blob.type, text: null, name: null };
    recorded.saved.push(entry);
    const reader = new FileReader();
    reader.onload = () => (entry.text = reader.result);
    reader.readAsText(/** @type {Blob} */ (blob), 'utf-8');
    return createObjectURL.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    recorded.saved[recorded.saved.length - 1].name = this.download;
  };
  const appendChild = Node.prototype.appendChild;
  Node.prototype.appendChild = /** @type {any} */ (
    function (/** @type {Node} */ node) {
      appendChild.call(this, node);
      if (node instanceof HTMLIFrameElement) {
        const frame = /** @type {any} */ (node.contentWindow);
        frame.print = () => {
          const page = frame.document;
          const sheets = (page.adoptedStyleSheets || []).concat(Array.from(page.styleSheets));
          const css = sheets
            .map((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText).join(''))
            .join('');
          recorded.printed.push({
            title: page.title,
            lang: page.documentElement.lang,
            css,
            body: page.body.innerHTML,
          });
          frame.dispatchEvent(new frame.Event('afterprint'));
        };
      }
      return node;
    }
  );
}
