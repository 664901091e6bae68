// @ts-check
/**
 * Loading: from the start of a widget until its session, which comes with the module. It shows the
 * first screens that the page contains, or the fallback, and the error panel if something fails.
 */
import { EarlyScreens } from './early.js';
import { languageOf } from './language.js';
import { unavailablePanel } from './panel.js';
import { applyStyles } from './styles.js';
import { today } from './today.js';

/**
 * @typedef {import('./assets.js').Assets} Assets
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('./session.js').Resumed} Resumed
 */

/** @param {unknown} error */
const messageOf = (error) => String((error && /** @type {Error} */ (error).message) || error);

export class Loading {
  /**
   * @param {HTMLElement} element
   * @param {Assets} assets
   * @param {Resumed | undefined} resumed
   * @param {Loading | undefined} before  the one that this replaces
   * @param {(resumed: Resumed) => void} restart  starts again
   */
  constructor(element, assets, resumed, before, restart) {
    this.element = element;
    this.assets = assets;
    this.restart = restart;
    this.src = element.getAttribute('src');
    /** The id of the policy to show; empty for the only one, or the list. */
    this.policy = (resumed ? resumed.policy : element.getAttribute('policy')) || '';
    /** The language of the page. A later change waits for the widget. */
    this.wanted = languageOf(element, assets.languages);
    this.language = resumed ? resumed.language : this.wanted;
    // Constant, so that midnight does not replace the date that a user chose.
    this.today = today();
    this.isEnded = false;
    this.style = '';
    /** @type {Session | undefined} */
    this.session = undefined;
    /** @type {EarlyScreens | undefined} */
    this.early = resumed ? undefined : this.earlyScreens();
    if (before && before.early && this.early && !before.session)
      before.early.replay(this.early.root);
    this.show(document.createElement('slot'));
    this.start(resumed);
  }

  /** @param {Resumed | undefined} resumed */
  async start(resumed) {
    const { assets, src, language, policy } = this;
    try {
      // The pack loads in parallel with the module. The session handles its failure, unless the
      // module or the stylesheet fails too.
      const pack = resumed ? Promise.resolve(resumed.text) : assets.pack(src, language, policy);
      const loaded = pack.catch(() => {});
      const style = assets.style().then((style) => {
        this.style = style;
        if (this.early && !this.isEnded && !this.session) this.show(this.early.root);
      });
      const [module] = await Promise.all([assets.module(), style, loaded]);
      if (!this.isEnded) this.session = new module.Session(this, module, pack, resumed);
    } catch (error) {
      if (!this.isEnded) this.fail(error);
    }
  }

  /** The first screens, unless the page has none, or others than the widget will show. */
  earlyScreens() {
    const { element, assets, src, language, policy } = this;
    if (
      src ||
      location.hash.startsWith('#r=') ||
      (element.getAttribute('heading-level') || '2') !== '2'
    )
      return undefined;
    const day = element.getAttribute('as-of') || this.today;
    const rules = element.getAttribute('rules') || assets.rulesPage(language, policy);
    const early = new EarlyScreens(element, language, day, rules);
    // The page may have been written for the list.
    if (!early.show() || (policy && early.start.dataset.ec === 'policies')) return undefined;
    // A link to a topic skips the start screen of a policy that is in force.
    if (element.getAttribute('topic') && early.start.dataset.ec === 'in-force')
      early.show('topics');
    return early;
  }

  /** Shows the panel and the fallback, because the widget cannot start. @param {unknown} error */
  fail(error) {
    this.isEnded = true;
    const language = languageOf(this.element, this.assets.languages);
    this.show(unavailablePanel(language), document.createElement('slot'));
    this.emitError(error);
  }

  /** Stops, because the element is removed or starts again. */
  stop() {
    this.isEnded = true;
    if (this.session) this.session.stop();
    this.show(document.createElement('slot'));
  }

  /** Replaces the content of the shadow root. @param {Element[]} content */
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

  /**
   * Fires `eligibility-ready`, `eligibility-change` or `eligibility-error`.
   * @param {string} name
   * @param {object} detail
   */
  emit(name, detail) {
    this.element.dispatchEvent(
      new CustomEvent(`eligibility-${name}`, { bubbles: true, composed: true, detail }),
    );
  }
}
