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
 * @property {string} [sheet]  and where it stands as a file, if it does
 * @property {(src: string | null, lang: string, from?: string) => Promise<string>} pack  the rule pack's text
 * @property {string} [builtIn]  the folder of the packs that this version was built and tested with, if it has one
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

/**
 * Yew never takes back what it listens to, and so nothing of a widget would ever be freed. This keeps account of it.
 * @param {HTMLElement} mount
 * @returns {() => void} ends it all
 */
const account = (mount) => {
  /** @type {(() => void)[]} */
  const ends = [];
  const listen = mount.addEventListener;
  // Not by assignment, which a page can forbid by freezing the prototype.
  const value = (/** @type {string} */ type, /** @type {any} */ listener, /** @type {object} */ options) => {
    listen.call(mount, type, listener, options);
    ends.push(() => {
      mount.removeEventListener(type, listener, true);
      listener._wbg_cb_unref(); // What wasm-bindgen keeps for it.
    });
  };
  Object.defineProperty(mount, 'addEventListener', { value });
  return () => ends.forEach((end) => end());
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
    if (before === after || !this._run) return;
    if (name === 'src' || !this._widget) this._start();
    else if (name === 'lang') this._speak();
    else this._update();
  }

  _stop() {
    this._run = undefined;
    if (this._widget) {
      this._widget.unmount();
      /** @type {any} */ (this)._end();
    }
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

  /** @param {string} [from]  the folder that the rules come from, if it is not the script's own */
  async _start(from) {
    this._stop();
    this._from = from;
    // A later start, or removal from the page, makes this one void.
    const run = (this._run = {});
    this._day = today(); // It stays while the widget stands: midnight must not take away a day that a person chose.
    const assets = this._assets();
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    let usable = false;
    try {
      const lang = this._lang();
      const rules = this._rules(lang);
      rules.catch(() => {}); // Told below, once it is known that nothing else is wrong.
      const [module, style] = await Promise.all([assets.widget(), assets.style()]);
      usable = true; // From here on, all but the rules.
      const pack = await rules;
      usable = false; // What is asked for in attributes may be wrong as well.
      if (this._run !== run) return;
      this._module = module;
      this._style = style;
      this._pack = pack;
      this._spoken = lang;
      const mount = document.createElement('div');
      this._end = account(mount);
      const hear = (/** @type {string} */ kind, /** @type {string} */ value) => this._hear(mount, kind, value);
      this._widget = this._shown((options) => {
        usable = true;
        return new module.Widget(mount, pack, options, hear);
      });
      this._show(mount);
      adopt(root, style, assets.sheet);
      this._loading = this._loadDetails();
      this._emit('ready', {}); // Last, as whoever hears it may take the element away.
    } catch (error) {
      if (this._run !== run) return;
      // Rules that were put here later and cannot be used give way to those built in. Those of another address do not: they may
      // be another policy's.
      if (usable && from !== assets.builtIn && !this.getAttribute('src')) this._start(assets.builtIn);
      else this._show(this._panel(), document.createElement('slot'));
      this._complain(error);
    }
  }

  /** The text of the rules in a language. @param {string} lang */
  _rules(lang) {
    return this._assets().pack(this.getAttribute('src'), lang, this._from);
  }

  /** Nobody needs the details before the first answer, so they come last. Who unfolds a measure before is told to wait. */
  async _loadDetails() {
    const run = this._run;
    this._details = undefined;
    /** @type {any} */
    let details = null;
    try {
      const tools = await this._assets().details();
      if (this._run !== run) return;
      details = new tools.Details(this, this._pack, this._spoken);
    } catch (error) {
      if (this._run !== run) return;
      this._complain(error);
    }
    this._details = details;
    this._update();
  }

  /** The same rules in another language: everything stands as it stood. */
  async _speak() {
    const [run, lang] = [this._run, this._lang()];
    /** @type {any} */
    let [before, after] = [];
    try {
      const pack = await this._rules(lang);
      if (this._run !== run || lang !== this._lang()) return;
      before = this._details;
      after = this._details = before && new before.constructor(this, pack, lang);
      if (!this._shown((options) => this._widget.speak(pack, options))) throw Error(`other rules in ${lang}`);
      if (before) before.free();
      this._pack = pack;
      this._spoken = lang;
    } catch (error) {
      // The widget stands as it stood.
      if (after) {
        after.free();
        this._details = before;
      }
      this._complain(error);
      await this._loading;
      if (this._run === run && this._details) /** @type {any} */ (this._details).tell('language');
    }
  }

  /** Whoever would lose answers with the page is asked first. @param {boolean} unsaved */
  _guard(unsaved) {
    // One for each element: another on the page may still have something to lose.
    this._warn =
      this._warn ||
      ((/** @type {Event} */ event) => {
        event.preventDefault(); // The browser asks, in its own words.
        event.returnValue = true; // What Chromium before 119 listens to.
      });
    /** @type {any} */ (window)[`${unsaved ? 'add' : 'remove'}EventListener`]('beforeunload', this._warn);
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

  /** Hands over how the widget is to be shown, and frees it: that cannot wait for whoever collects it. @param {(options: any) => any} use */
  _shown(use) {
    const level = Number(this.getAttribute('heading-level')) || 2;
    const [lang, src] = [this._lang(), this.getAttribute('src')];
    const { languages, rules } = this._assets();
    // Of a pack of one's own nothing else is known.
    const all = src ? '' : languages.join(' ');
    // Beside rules that cannot be used, those in full are others than are shown.
    const page = this.getAttribute('rules') || (src || this._from ? '' : rules(lang));
    const options = new this._module.Options(lang, this.getAttribute('as-of') || this._day, level, all, page);
    try {
      return use(options);
    } finally {
      options.free();
    }
  }

  _update() {
    try {
      this._shown((options) => this._widget.update(options));
    } catch (error) {
      this._complain(error); // The widget stands as it stood.
    }
  }

  /** What the widget asks for. @param {Element} mount @param {string} kind @param {string} value */
  _hear(mount, kind, value) {
    if (kind === 'change') return this._emit(kind, JSON.parse(value));
    if (kind === 'details') return this._details && this._details.write(value);
    if (kind === 'unsaved') return this._guard(!!value);
    // Asked for once more, it is tried once more.
    if (kind === 'language') {
      const self = /** @type {HTMLElement} */ (this);
      return self.lang === value ? this._speak() : (self.lang = value);
    }
    if (kind === 'focus') return /** @type {any} */ (mount.querySelector(`[id="${value}"]`) || mount).focus();
    this._ask(mount, kind, value);
  }

  /** What only the details can do; if they did not come, they are asked for once more. @param {Element} mount @param {string} kind @param {string} value */
  async _ask(mount, kind, value) {
    if (this._details === null) this._loading = this._loadDetails();
    await this._loading;
    if (this._trouble) this._trouble.remove();
    if (this._details === null) {
      // Above the widget, where every answer stays.
      mount.before((this._trouble = this._panel()));
      this.scrollIntoView();
    }
    try {
      if (this._details) this._details.hear(mount, kind, value);
    } catch (error) {
      this._complain(error);
    }
  }

  _panel() {
    const panel = document.createElement('p');
    panel.setAttribute('role', 'alert');
    panel.lang = this._lang();
    panel.textContent = PANEL[panel.lang];
    return panel;
  }

  /** @param {any} error */
  _complain(error) {
    this._emit('error', { message: String((error && error.message) || error) });
  }

  /** `eligibility-ready`, `eligibility-change` or `eligibility-error`. @param {string} name @param {object} detail */
  _emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`eligibility-${name}`, { bubbles: true, composed: true, detail }));
  }
}
