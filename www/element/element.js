// @ts-check
/**
 * The class of <eligibility-check>: attributes in, events out, the widget in an open shadow root.
 * The content of the element is the fallback. It is shown until the widget is ready, and if it
 * fails. define.js registers the class.
 */
import { Loading } from './loading.js';

/** @typedef {import('./assets.js').Assets} Assets */

export class EligibilityCheck extends HTMLElement {
  /** The files of the widget. The script that registers the class sets them. @type {Assets} */
  static assets;

  /**
   * The current session. There is none while the element is not connected.
   * @type {Loading | undefined}
   */
  _session;

  static get observedAttributes() {
    return ['src', 'policy', 'lang', 'topic', 'as-of', 'heading-level', 'rules'];
  }

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    if (!this._session) this._start();
  }

  disconnectedCallback() {
    // A move disconnects and connects the element in the same task.
    setTimeout(() => {
      if (this.isConnected || !this._session) return;
      this._session.stop();
      this._session = undefined;
    });
  }

  /** With this callback, `moveBefore` does not disconnect the element. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this._session) return;
    const { session } = this._session;
    if (/src|policy/.test(name) || !session || !session.widget) this._restart();
    else if (name === 'lang') session.setLanguage();
    else session.update();
  }

  /** Starts a session once, after all changes of the current task. */
  _restart() {
    const current = this._session;
    queueMicrotask(() => {
      if (this._session && this._session === current) this._start();
    });
  }

  /**
   * Starts a session in place of the current one.
   * @param {import('./session.js').Resumed} [resumed]
   */
  _start(resumed) {
    const before = this._session;
    if (before) before.stop();
    this._session = new Loading(this, EligibilityCheck.assets, resumed, before, (resumed) =>
      this._start(resumed),
    );
  }
}
