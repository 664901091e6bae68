// @ts-check
/**
 * A session: one widget in an element, from its mount to its removal. After a crash, the next
 * session may resume it. It is loaded together with the module.
 */
import { adopt } from './adopt.js';
import { builtInPack } from './built-in.js';
import { languageOf, matchingLanguage } from './language.js';
import { optionsOf } from './options.js';
import { languagesAt, sourceIn } from './source.js';
import { isRuntimeError, isTrap, messageOf } from './trap.js';

/**
 * @typedef {import('./assets.js').Module} Module
 * @typedef {import('eligibility-widget').Listener} Listener
 * @typedef {import('eligibility-widget').Options} Options
 * @typedef {import('eligibility-widget').Pack} Pack
 * @typedef {import('eligibility-widget').Widget} Widget
 *
 * The state that a session resumes without loading a pack.
 * @typedef {{code: string, text: string, language: string, isBuiltIn: boolean, policy: string,
 *   hasList: boolean}} Resumed
 */

/** The events of user input. They are observed before the widget handles them. */
const INPUT_EVENTS = ['pointerdown', 'keydown', 'input', 'click'];

/**
 * The session of the last input. Traps that the panic hook does not report are attributed to it.
 * @type {Session | undefined}
 */
let lastUsed;

export class Session {
  /**
   * @param {import('./loading.js').Loading} loading
   * @param {Module} module
   * @param {Promise<string>} pack  text of the first pack
   * @param {Resumed | undefined} resumed
   */
  constructor(loading, module, pack, resumed) {
    this.loading = loading;
    this.module = module;
    this.element = loading.element;
    this.assets = loading.assets;
    this.src = loading.src;
    this.today = loading.today;
    this.code = resumed ? resumed.code : '';
    this.text = resumed ? resumed.text : '';
    this.language = loading.language;
    /** The languages that the user can choose. */
    this.languages = this.assets.languages;
    this.isBuiltIn = !!resumed && resumed.isBuiltIn;
    /** The id of the policy that is shown, and of the one that was asked for last. */
    this.policy = this.wantedPolicy = loading.policy;
    this.hasList = resumed ? resumed.hasList : !!this.policy;
    /** The list in each language that was loaded. @type {Record<string, string>} */
    this.lists = {};
    this.hasLanguageFailed = false;
    this.isSettingLanguage = false;
    /** The counts that the widget reported before it was ready. @type {object | undefined} */
    this.counts = undefined;
    this.hasInput = false;
    this.isReady = false;
    this.isStopped = false;
    this.isEnded = false;
    /** @type {Widget | undefined} */
    this.widget = undefined;
    this.onWindowError = (/** @type {ErrorEvent} */ { error }) => {
      if (lastUsed === this && isTrap(error)) this.crash(messageOf(error));
    };
    window.addEventListener('error', this.onWindowError);
    this.start(pack);
  }

  /** @param {Promise<string>} loaded */
  async start(loaded) {
    const { element, loading, module } = this;
    try {
      // A removed element stops in the next task. Browsers can have about a hundred instances.
      if (!element.isConnected) await new Promise((resolve) => setTimeout(resolve));
      if (this.isEnded) return;
      this.instance = await module.instantiate();
      const pack = await this.firstPack(loaded);
      if (this.isEnded) return;
      const mount = document.createElement('div');
      for (const type of INPUT_EVENTS) mount.addEventListener(type, () => this.noteInput(), true);
      lastUsed = this;
      this.code = this.code || module.linkedCode(element);
      if (this.src) {
        this.languages = languagesAt(this.src, pack);
        this.language = pack.language;
      } else if (this.policy) this.languages = pack.languages;
      if (pack.isList) this.noteList();
      const wanted = this.src ? this.wantedLanguage() : loading.wanted;
      this.widget = new this.instance.Widget(mount, pack, this.options(), this.listener());
      this.reportLanguage();
      if (this.src && wanted !== this.language) {
        await this.setLanguage();
        if (this.isEnded) return;
      }
      const { early } = loading;
      if (!early) loading.show(mount);
      await new Promise((resolve) => setTimeout(resolve)); // Yew renders in microtasks.
      if (early) {
        // In the same language as the screens that the user has seen.
        await early.replay(mount);
        if (this.isEnded) return;
        const focus = adopt(early, mount);
        loading.show(mount);
        focus();
      }
      if (this.isEnded) return;
      this.isReady = true;
      this.unwatch = module.watchLinks(element, (code) =>
        this.call((widget) => widget.openCode(code, this.options())),
      );
      if (element.hasAttribute('history')) this.unwatchScreens = module.watchScreens(mount);
      // The QR reader loads in the background, so that nothing is requested later. After a failure,
      // choosing an image loads it again.
      this.scanner().catch(() => {});
      loading.emit('ready', {});
      // A listener of `ready` may have removed the element.
      if (this.counts && element.isConnected) loading.emit('change', this.counts);
      if (this.wantedLanguage() !== wanted) this.setLanguage();
    } catch (error) {
      if (this.isEnded) return;
      if (isRuntimeError(error)) return this.crash(messageOf(error));
      this.fail(error);
    }
  }

  /**
   * The first pack: the loaded one, or the built-in one if that is unusable.
   * @param {Promise<string>} loading
   */
  async firstPack(loading) {
    const { Pack } = /** @type {import('./assets.js').Instance} */ (this.instance);
    let text;
    try {
      text = await loading;
      const pack = new Pack(text);
      this.text = text;
      return pack;
    } catch (error) {
      // The pack at another address may be of another policy.
      if (this.isEnded || this.src) throw error;
      try {
        const builtIn = await builtInPack(this.assets, this.language, this.policy, text);
        const pack = builtIn && new Pack(builtIn);
        if (!pack || this.isEnded) throw error;
        this.text = builtIn;
        this.isBuiltIn = true;
        this.emitError(error);
        return pack;
      } catch {
        throw error;
      }
    }
  }

  /** The language of the page, or the first one if the pack lacks it. */
  wantedLanguage() {
    return languageOf(this.element, this.languages);
  }

  /** Reports a `lang` of the element that the pack lacks. */
  reportLanguage() {
    const { lang } = this.element;
    if (lang && !matchingLanguage(lang, this.languages))
      this.emitError(`lang: the pack has no texts in ${lang}`);
  }

  /** Keeps the list of policies that is shown. */
  noteList() {
    this.hasList = true;
    this.lists[this.language] = this.text;
  }

  /**
   * The text of a policy, or of the list.
   * @param {string} language @param {string} policy
   */
  async textOf(language, policy) {
    const { assets, isBuiltIn, lists, text } = this;
    return (
      (!policy && lists[language]) ||
      (isBuiltIn
        ? builtInPack(assets, language, policy, policy === this.policy ? text : undefined)
        : assets.pack(sourceIn(this.src, this.languages, language), language, policy))
    );
  }

  /**
   * Shows the policy with an id, or the list with an empty one. If it cannot be loaded, the widget
   * says so and stays where it is.
   * @param {string} policy
   */
  async open(policy) {
    this.wantedPolicy = policy;
    const { language } = this;
    try {
      const text = (await this.textOf(language, policy)) || '';
      if (this.isEnded || !this.instance || this.wantedPolicy !== policy) return;
      const pack = new this.instance.Pack(text);
      if (pack.isList !== !policy) throw Error(`${policy || 'the list'}: another kind of file`);
      this.languages = pack.languages;
      this.text = text;
      this.policy = policy;
      this.code = '';
      if (!policy) this.noteList();
      this.call((widget) => widget.open(pack, this.options()));
      if (language !== this.wantedLanguage()) this.setLanguage();
    } catch (error) {
      if (this.isEnded || this.wantedPolicy !== policy) return;
      this.wantedPolicy = this.policy;
      this.call((widget) => widget.failToOpen(policy, this.options()));
      this.emitError(error);
    }
  }

  /** Applies the attributes of the element. */
  update() {
    this.call((widget) => widget.update(this.options()));
  }

  /** Changes the language to that of the page: one pack at a time, until it is the last one. */
  async setLanguage() {
    if (this.isSettingLanguage) return;
    this.isSettingLanguage = true;
    if (this.isReady) this.reportLanguage();
    let language;
    do {
      const wanted = (language = this.wantedLanguage());
      const { policy } = this;
      const text = await this.load(wanted, (widget, pack) => {
        // A later change has superseded this one.
        if (wanted !== this.wantedLanguage() || policy !== this.policy) return true;
        const isSame = widget.setLanguage(pack, this.options(wanted));
        if (isSame) this.language = wanted;
        return isSame;
      });
      if (text && this.language === wanted && policy === this.policy) {
        this.text = text;
        if (this.hasList && !policy) this.noteList();
      }
    } while (!this.isEnded && language !== this.wantedLanguage());
    this.isSettingLanguage = false;
  }

  /**
   * Loads the pack in another language and passes it to the widget.
   * @param {string} language
   * @param {(widget: Widget, pack: Pack) => boolean} use  returns false if the pack has other rules
   * @returns {Promise<string | undefined>}  the text of the pack, if it is used
   */
  async load(language, use) {
    try {
      const text = await this.textOf(language, this.policy);
      if (this.isEnded || !this.instance || !this.widget) return undefined;
      this.hasLanguageFailed = false;
      if (!use(this.widget, new this.instance.Pack(text || '')))
        throw Error(`other rules in ${language}`);
      return text;
    } catch (error) {
      if (this.isEnded) return undefined;
      this.hasLanguageFailed = true;
      this.update();
      this.emitError(error);
      return undefined;
    }
  }

  /** Loads the QR reader. A failure fires an error event. */
  async scanner() {
    try {
      return await this.assets.scanner();
    } catch (error) {
      if (!this.isEnded) this.emitError(error);
      throw error;
    }
  }

  /** Calls the widget and handles its errors. @param {(widget: Widget) => void} action */
  call(action) {
    if (!this.widget || this.isEnded) return;
    lastUsed = this;
    try {
      action(this.widget);
    } catch (error) {
      if (isRuntimeError(error)) this.crash(messageOf(error));
      else this.emitError(error);
    }
  }

  /** Records user input. */
  noteInput() {
    lastUsed = this;
    this.hasInput = true;
  }

  /** @param {string} [language] @returns {Options} */
  options(language = this.language) {
    return optionsOf(this, language);
  }

  /** @returns {Listener} */
  listener() {
    const { element } = this;
    const { copy, picture } = this.module;
    // Actions that may call the widget wait until its call has returned.
    return {
      onChange: (counts) =>
        queueMicrotask(() => {
          if (this.isEnded) return;
          if (this.isReady) this.loading.emit('change', counts);
          else this.counts = counts;
        }),
      onLanguage: (tag) =>
        queueMicrotask(() => {
          // Choosing a language again retries after a failure.
          if (element.lang === tag) this.setLanguage();
          else element.lang = tag;
        }),
      onPolicy: (id) => queueMicrotask(() => this.open(id)),
      onSecondLanguage: (tag) =>
        void this.load(tag, (widget, pack) => widget.setSecondLanguage(pack, this.options())),
      onProgress: (code) => (this.code = code),
      onError: (message) => queueMicrotask(() => this.emitError(message)),
      onPanic: (message) => this.crash(message),
      scanner: () => this.scanner(),
      copy,
      picture,
    };
  }

  /**
   * Drops the broken instance and shows the crash panel, which can start a new session.
   * @param {string} message
   */
  crash(message) {
    if (this.isEnded) return;
    this.end();
    // After the current call into the instance.
    queueMicrotask(() => {
      const { element, module, code, hasInput, language, text, isBuiltIn, policy, hasList } = this;
      if (this.isStopped) return;
      if (!this.isReady && !code) return this.fail(message);
      const hadFocus = element.shadowRoot && element.shadowRoot.activeElement;
      // Restored answers that crash the widget before any input would crash it again.
      const resumed = {
        code: hasInput ? code : '',
        text,
        language,
        isBuiltIn,
        policy,
        hasList,
      };
      const panel = module.crashPanel(language, code, hasInput, () =>
        this.loading.restart(resumed),
      );
      this.loading.show(panel);
      if (hadFocus) /** @type {HTMLElement} */ (panel.querySelector('button')).focus();
      this.emitError(message);
    });
  }

  /** The widget cannot start. @param {unknown} error */
  fail(error) {
    this.end();
    this.loading.fail(error);
  }

  /** Ends the session and unmounts the widget, because the element is removed or restarts. */
  stop() {
    this.isStopped = true;
    const { widget, isEnded } = this;
    this.end();
    try {
      if (widget && !isEnded) widget.unmount();
    } catch {
      // The widget is unmounted although it panics.
    }
  }

  /** Ends the session. Nothing is reported any more. */
  end() {
    this.isEnded = true;
    if (lastUsed === this) lastUsed = undefined;
    window.removeEventListener('error', this.onWindowError);
    if (this.unwatch) this.unwatch();
    if (this.unwatchScreens) this.unwatchScreens();
  }

  /** @param {unknown} error */
  emitError(error) {
    this.loading.emitError(error);
  }
}
