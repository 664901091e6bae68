// @ts-check
/**
 * <eligibility-check>: the element's class, apart from its registration (define.js).
 * Attributes in (src, lang, as-of, heading-level), events out, the widget in an open shadow root.
 * What stands inside the element is the fallback: it is shown until the widget is ready, and again if it cannot be.
 */
import { adopt } from './adopt.js';
import { today } from './today.js';

/**
 * Where the parts come from: files beside the script, or the page itself (offline.js).
 * @typedef {object} Assets
 * @property {() => Promise<any>} widget  the wasm module, initialised
 * @property {() => Promise<any>} details  the one that writes what is unfolded, and the sheet
 * @property {() => Promise<string>} style  the stylesheet's text
 * @property {(src: string | null, lang: string) => Promise<string>} pack  the rule pack's text
 * @property {string[]} languages  what there is a pack for beside the script, and the rules in full
 * @property {(lang: string) => string} rules  where the rules in full stand; nothing if they do not
 */

/**
 * All that is said without a pack; everything else comes with it, in its language.
 * @type {Record<string, string>}
 */
const PANEL = {
  'zh-Hans': '自测工具暂时无法使用。请稍后再试，或直接向主管部门咨询。本页其他内容不受影响。',
  'zh-Hant': '自測工具暫時無法使用。請稍後再試，或直接向主管部門查詢。本頁其他內容不受影響。',
  en: 'The self-check cannot be used at the moment. Try again later, or ask the responsible office. The rest of this page works as usual.',
};

/** The browser asks whether to leave, in its own words. @param {Event} event */
const warn = (event) => {
  event.preventDefault();
  event.returnValue = true; // What Chromium before 119 listens to.
};

export class EligibilityCheck extends HTMLElement {
  static get observedAttributes() {
    return ['src', 'lang', 'as-of', 'heading-level', 'rules'];
  }

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    this._start();
  }

  disconnectedCallback() {
    this._stop();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    // While the element is being made, its attributes come before its place on the page.
    if (before === after || !this.isConnected || !this.shadowRoot) return;
    if (name === 'src' || !this._widget) this._start();
    else if (name === 'lang') this._speak();
    else {
      try {
        this._widget.update(this._options());
      } catch (error) {
        this._complain(error); // The widget stands as it stood.
      }
    }
  }

  _stop() {
    this._run = undefined;
    if (this._widget) this._widget.unmount();
    this._widget = undefined;
    if (this._details) this._details.free();
    this._details = undefined;
    this._guard(false);
    this._show(document.createElement('slot'));
  }

  /** @param {Element[]} content  all that the shadow root then holds */
  _show(...content) {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    root.textContent = '';
    root.append(...content);
  }

  async _start() {
    this._stop();
    // A later start, or removal from the page, makes this one void.
    const run = (this._run = {});
    const assets = this._assets();
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    try {
      const lang = this._lang();
      const [module, style, pack] = await Promise.all([
        assets.widget(),
        assets.style(),
        assets.pack(this.getAttribute('src'), lang),
      ]);
      if (this._run !== run) return;
      this._module = module;
      this._style = style;
      const mount = document.createElement('div');
      // A box left by the click itself may grow by a message, and the button be gone from under the pointer.
      mount.addEventListener('mousedown', (event) => {
        if (/** @type {Element} */ (event.target).closest('form .ec__actions')) event.preventDefault();
      });
      const hear = (/** @type {string} */ kind, /** @type {string} */ value) => this._hear(mount, kind, value);
      this._widget = new module.Widget(mount, pack, this._options(), hear);
      this._show(mount);
      adopt(root, style);
      this._emit('eligibility-ready', {});
      this._loadDetails(run, pack, lang);
    } catch (error) {
      if (this._run === run) this._fail(error);
    }
  }

  /**
   * Nobody needs the details before the first answer, so they come last. Who unfolds a measure before is told to wait.
   * @param {object} run @param {string} pack @param {string} lang
   */
  async _loadDetails(run, pack, lang) {
    const assets = this._assets();
    /** @type {any} */
    let details = null;
    try {
      const tools = await assets.details();
      details = new tools.Details(this, pack, lang);
    } catch (error) {
      if (this._run === run) this._complain(error);
    }
    if (this._run !== run) return;
    this._details = details;
    this._widget.update(this._options());
  }

  /** The same rules in another language: everything stands as it stood. */
  async _speak() {
    const [run, lang] = [this._run, this._lang()];
    try {
      const pack = await this._assets().pack(this.getAttribute('src'), lang);
      if (this._run !== run || lang !== this._lang()) return;
      if (this._details) {
        const { constructor } = /** @type {any} */ (this._details);
        this._details.free();
        this._details = new constructor(this, pack, lang);
      }
      if (!this._widget.speak(pack, this._options())) this._start();
    } catch (error) {
      this._complain(error); // The widget stands as it stood.
    }
  }

  /** Whoever would lose answers with the page is asked first. @param {boolean} unsaved */
  _guard(unsaved) {
    // One for each element: another on the page may still have something to lose.
    this._warn = this._warn || ((/** @type {Event} */ event) => warn(event));
    if (unsaved) window.addEventListener('beforeunload', this._warn);
    else window.removeEventListener('beforeunload', this._warn);
  }

  _assets() {
    return /** @type {{assets: Assets}} */ (/** @type {unknown} */ (this.constructor)).assets;
  }

  _lang() {
    const near = this.closest('[lang]');
    const lang = near ? near.getAttribute('lang') || '' : '';
    if (/^en/i.test(lang)) return 'en';
    return /^zh-(Hant|TW|HK|MO)/i.test(lang) ? 'zh-Hant' : 'zh-Hans';
  }

  _options() {
    const level = Number(this.getAttribute('heading-level')) || 2;
    const [lang, src] = [this._lang(), this.getAttribute('src')];
    const { languages, rules } = this._assets();
    // Of a pack of one's own nothing else is known.
    const all = src ? '' : languages.join(' ');
    const page = this.getAttribute('rules') || (src ? '' : rules(lang));
    return new this._module.Options(lang, this.getAttribute('as-of') || today(), level, all, page);
  }

  /** What the widget asks for. @param {Element} mount @param {string} kind @param {string} value */
  _hear(mount, kind, value) {
    if (kind === 'change') return this._emit('eligibility-change', JSON.parse(value));
    if (kind === 'details') return this._details && this._details.write(value);
    if (kind === 'unsaved') return this._guard(!!value);
    if (kind === 'language') return this.setAttribute('lang', value);
    if (kind === 'focus') return /** @type {any} */ (mount.querySelector(`[id="${value}"]`) || mount).focus();
    if (this._details) this._details.hear(mount, kind, value);
  }

  /** @param {unknown} error */
  _fail(error) {
    const panel = document.createElement('p');
    panel.setAttribute('role', 'alert');
    panel.lang = this._lang();
    panel.textContent = PANEL[panel.lang];
    this._show(panel, document.createElement('slot'));
    this._complain(error);
  }

  /** @param {unknown} error */
  _complain(error) {
    this._emit('eligibility-error', { message: error instanceof Error ? error.message : String(error) });
  }

  /** @param {string} name @param {object} detail */
  _emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
