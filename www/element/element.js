// @ts-check
/**
 * The class of <eligibility-check>, apart from its registration (define.js): attributes in, events out, the widget in an
 * open shadow root. The element's content is the fallback: it is shown until the widget is ready, and if it fails.
 */
import { Session } from './session.js';

/** @typedef {import('./assets.js').Assets} Assets */

export class EligibilityCheck extends HTMLElement {
  /** Set by whoever registers the class. @type {Assets} */
  static assets;

  /** @type {Session | undefined} */
  _session;

  static get observedAttributes() {
    return ['src', 'lang', 'as-of', 'heading-level', 'rules'];
  }

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    if (!this._session) this._start();
  }

  disconnectedCallback() {
    // Moving the element disconnects and connects it in the same task.
    setTimeout(() => {
      if (this.isConnected || !this._session) return;
      this._session.stop();
      this._session = undefined;
    });
  }

  /** `moveBefore` calls this instead of the two above: everything stays. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    // The parser sets attributes before it connects the element.
    if (before === after || !this._session) return;
    if (name === 'src' || !this._session.widget) this._start();
    else if (name === 'lang') this._session.setLanguage();
    else this._session.update();
  }

  /** Starts a session, or starts over. @param {import('./session.js').Resumed} [resumed] */
  _start(resumed) {
    if (this._session) this._session.stop();
    this._session = new Session(this, EligibilityCheck.assets, resumed, (resumed) => this._start(resumed));
  }
}
