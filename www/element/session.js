// @ts-check
/** A session: one widget in an element, from loading to removal. A crash ends it; the next one may resume its answers. */
import { languageOf } from './language.js';
import { unavailablePanel } from './panel.js';
import { applyStyles } from './styles.js';
import { today } from './today.js';

/**
 * @typedef {import('./assets.js').Assets} Assets
 * @typedef {import('eligibility-widget').Listener} Listener
 * @typedef {import('eligibility-widget').Options} Options
 *
 * What a session resumes: nothing of it is loaded again.
 * @typedef {{code: string, text: string, language: string, isBuiltIn: boolean}} Resumed
 */

/** What a person does first of all; each reaches the widget later. */
const USES = ['pointerdown', 'keydown', 'input', 'click'];

/** The session that was used last: an error that the panic hook does not report is attributed to it. @type {Session | undefined} */
let lastUsed;

/** Whether an error comes out of our module. The frames of WebAssembly name its file, if there is one. @param {unknown} error */
function isTrap(error) {
  const stack = String(error && /** @type {Error} */ (error).stack);
  return stack.includes('wasm-function[') && (!/\.wasm\b/.test(stack) || stack.includes('eligibility-widget.wasm'));
}

/** Whether a call into an instance has trapped. Without WebAssembly there is no such class. @param {unknown} error */
const isRuntimeError = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/** @param {unknown} error */
const messageOf = (error) => String((error && /** @type {Error} */ (error).message) || error);

export class Session {
  /**
   * @param {HTMLElement} element
   * @param {Assets} assets
   * @param {Resumed | undefined} resumed
   * @param {(resumed: Resumed) => void} restart  starts the next session
   */
  constructor(element, assets, resumed, restart) {
    this.element = element;
    this.assets = assets;
    this.restart = restart;
    this.src = element.getAttribute('src');
    // It stays for the session: midnight must not replace the day that a person chose.
    this.today = today();
    this.code = resumed ? resumed.code : '';
    this.text = resumed ? resumed.text : '';
    this.language = resumed ? resumed.language : languageOf(element);
    this.isBuiltIn = !!resumed && resumed.isBuiltIn;
    this.hasLanguageFailed = false;
    /** Counts that the widget reported before it was ready. @type {object | undefined} */
    this.counts = undefined;
    this.isUsed = false;
    this.isReady = false;
    this.isReplaced = false;
    this.isOver = false;
    this.style = '';
    /** @type {import('eligibility-widget').Widget | undefined} */
    this.widget = undefined;
    this.onWindowError = (/** @type {ErrorEvent} */ { error }) => {
      if (lastUsed === this && isTrap(error)) this.crash(messageOf(error));
    };
    window.addEventListener('error', this.onWindowError);
    this.show(document.createElement('slot'));
    this.start();
  }

  async start() {
    const { assets, element } = this;
    const wanted = languageOf(element);
    try {
      // In parallel with the module.
      const loading = this.text ? Promise.resolve(this.text) : assets.pack(this.src, this.language);
      // A failure is reported below, unless something else fails.
      const loaded = loading.catch(() => {});
      const [module, style] = await Promise.all([assets.module(), assets.style(), loaded]);
      if (this.isOver) return;
      this.style = style;
      this.module = module;
      this.instance = await module.instantiate();
      const pack = await this.firstPack(loading);
      if (this.isOver) return;
      const mount = document.createElement('div');
      for (const type of USES) mount.addEventListener(type, () => this.use(), true);
      lastUsed = this;
      this.widget = new this.instance.Widget(mount, pack, this.options(), this.listener());
      this.show(mount);
      await new Promise((resolve) => setTimeout(resolve)); // Yew renders in a microtask.
      if (this.isOver) return;
      this.isReady = true;
      // In the background, so that nothing is requested later. A failure is retried when a picture is chosen.
      this.scanner().catch(() => {});
      this.emit('ready', {});
      // After a listener of `ready` has removed the element, nothing follows.
      if (this.counts && element.isConnected) this.emit('change', this.counts);
      if (languageOf(element) !== wanted) this.setLanguage();
    } catch (error) {
      if (this.isOver) return;
      if (isRuntimeError(error)) return this.crash(messageOf(error));
      this.fail(error);
    }
  }

  /** The pack to begin with. @param {Promise<string>} loading */
  async firstPack(loading) {
    const { Pack } = /** @type {import('./assets.js').Instance} */ (this.instance);
    let text;
    try {
      text = await loading;
      const pack = new Pack(text);
      this.text = text;
      return pack;
    } catch (error) {
      // A pack at another address may be of any policy.
      if (this.isOver || this.src) throw error;
      try {
        const builtIn = await this.assets.builtInPack(this.language, text);
        const pack = builtIn && new Pack(builtIn);
        if (!pack || this.isOver) throw error;
        this.text = builtIn;
        this.isBuiltIn = true;
        this.emitError(error);
        return pack;
      } catch {
        throw error;
      }
    }
  }

  /** Renders the widget with the attributes of the element. */
  update() {
    this.call((widget) => widget.update(this.options()));
  }

  /** Changes to the language of the page. */
  async setLanguage() {
    const language = languageOf(this.element);
    const text = await this.load(language, (widget, pack) => {
      // Superseded by a later choice.
      if (language !== languageOf(this.element)) return true;
      const isSame = widget.setLanguage(pack, this.options(language));
      if (isSame) this.language = language;
      return isSame;
    });
    if (text && this.language === language) this.text = text;
  }

  /**
   * Loads the pack in another language and hands it to the widget.
   * @param {string} language
   * @param {(widget: import('eligibility-widget').Widget, pack: import('eligibility-widget').Pack) => boolean} use
   *   returns false if the pack holds other rules
   * @returns {Promise<string | undefined>}  the text of the pack, if it is used
   */
  async load(language, use) {
    try {
      const text = await (this.isBuiltIn ? this.assets.builtInPack(language, this.text) : this.assets.pack(this.src, language));
      if (this.isOver || !this.instance || !this.widget) return undefined;
      this.hasLanguageFailed = false;
      if (!use(this.widget, new this.instance.Pack(text || ''))) throw Error(`other rules in ${language}`);
      return text;
    } catch (error) {
      if (this.isOver) return undefined;
      this.hasLanguageFailed = true;
      this.update();
      this.emitError(error);
      return undefined;
    }
  }

  /** The QR reader. A failure to load is reported to the page. */
  async scanner() {
    try {
      return await this.assets.scanner();
    } catch (error) {
      if (!this.isOver) this.emitError(error);
      throw error;
    }
  }

  /** Calls the widget. @param {(widget: import('eligibility-widget').Widget) => void} use */
  call(use) {
    if (!this.widget || this.isOver) return;
    lastUsed = this;
    try {
      use(this.widget);
    } catch (error) {
      if (isRuntimeError(error)) this.crash(messageOf(error));
      else this.emitError(error);
    }
  }

  /** Notes that a person uses the widget. */
  use() {
    lastUsed = this;
    this.isUsed = true;
  }

  /** @param {string} [language] @returns {Options} */
  options(language = this.language) {
    const { element, assets, src, isBuiltIn } = this;
    return {
      asOf: element.getAttribute('as-of') || this.today,
      headingLevel: Number(element.getAttribute('heading-level')) || 2,
      // Of another pack no other language is known.
      languages: src ? [] : assets.languages,
      // The rules page is of the pack beside the script.
      rulesPage: element.getAttribute('rules') || (src || isBuiltIn ? undefined : assets.rulesPage(language)) || undefined,
      isBuiltIn,
      hasLanguageFailed: this.hasLanguageFailed,
      resume: this.code || undefined,
      style: this.style,
      styleUrl: assets.styleUrl,
    };
  }

  /** @returns {Listener} */
  listener() {
    const { element } = this;
    // The widget calls these; what may call it back waits until it has returned.
    return {
      onChange: (counts) =>
        queueMicrotask(() => {
          if (this.isOver) return;
          if (this.isReady) this.emit('change', counts);
          else this.counts = counts;
        }),
      onLanguage: (tag) =>
        queueMicrotask(() => {
          // A language that failed is tried again.
          if (element.lang === tag) this.setLanguage();
          else element.lang = tag;
        }),
      onSecondLanguage: (tag) =>
        void this.load(tag, (widget, pack) => widget.setSecondLanguage(pack, this.options())),
      onProgress: (code) => (this.code = code),
      onError: (message) => queueMicrotask(() => this.emitError(message)),
      onPanic: (message) => this.crash(message),
      scan: async (picture) => (await this.scanner()).scan(picture),
    };
  }

  /** The instance is broken: it is dropped, and the person may continue in a new one. @param {string} message */
  crash(message) {
    if (this.isOver) return;
    this.end();
    // The call into the instance ends first.
    queueMicrotask(() => {
      const { element, module, code, isUsed, language, text, isBuiltIn } = this;
      if (this.isReplaced || !module) return;
      if (!this.isReady && !code) return this.fail(message);
      const hadFocus = element.shadowRoot && element.shadowRoot.activeElement;
      // Answers that crash the widget before anybody uses it are not resumed again.
      const resumed = { code: isUsed ? code : '', text, language, isBuiltIn };
      const panel = module.crashPanel(language, code, isUsed, () => this.restart(resumed));
      this.show(panel);
      if (hadFocus) /** @type {HTMLElement} */ (panel.querySelector('button')).focus();
      this.emitError(message);
    });
  }

  /** The widget cannot be used: the fallback is shown again. @param {unknown} error */
  fail(error) {
    this.end();
    this.show(unavailablePanel(languageOf(this.element)), document.createElement('slot'));
    this.emitError(error);
  }

  /** Ends the session for good: the element is removed, or starts over. */
  stop() {
    this.isReplaced = true;
    const { widget, isOver } = this;
    this.end();
    try {
      if (widget && !isOver) widget.unmount();
    } catch {
      // It breaks while it is dropped.
    }
    this.show(document.createElement('slot'));
  }

  end() {
    this.isOver = true;
    if (lastUsed === this) lastUsed = undefined;
    window.removeEventListener('error', this.onWindowError);
  }

  /** @param {Element[]} content  what the shadow root then holds */
  show(...content) {
    const root = /** @type {ShadowRoot} */ (this.element.shadowRoot);
    root.textContent = '';
    root.append(...content);
    if (this.style) applyStyles(root, this.style, this.assets.styleUrl);
  }

  /** @param {unknown} error */
  emitError(error) {
    this.emit('error', { message: messageOf(error) });
  }

  /** `eligibility-ready`, `eligibility-change` or `eligibility-error`. @param {string} name @param {object} detail */
  emit(name, detail) {
    this.element.dispatchEvent(new CustomEvent(`eligibility-${name}`, { bubbles: true, composed: true, detail }));
  }
}
