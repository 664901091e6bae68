// @ts-check
/**
 * <pack-preview>: the published widget with the packs of the document. It keeps its answers when
 * the packs change, because the widget resumes from its receipt code.
 */
import { EligibilityCheck } from '../element/element.js';

export class PackPreview extends EligibilityCheck {
  connectedCallback() {
    if (this.packs) super.connectedCallback();
    else if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
  }

  /**
   * Shows packs.
   * @param {string} list  JSON list of the browser packs: `{language, text}`
   */
  show(list) {
    /** @type {Record<string, string>} */
    const packs = {};
    for (const { language, text } of JSON.parse(list)) packs[language] = text;
    EligibilityCheck.assets.languages = Object.keys(packs);
    const isFirst = !this.packs;
    /** @type {Record<string, string> | undefined} */
    this.packs = packs;
    const tags = Object.keys(packs);
    const language = tags.includes(this.lang) ? this.lang : tags[0];
    const session = this._session && this._session.session;
    if (!this.isConnected) return;
    if (isFirst || !session || !session.code) return this._start();
    this._start({
      code: session.code,
      text: packs[language],
      language,
      isBuiltIn: false,
      policy: '',
      hasList: false,
    });
  }

  /** The receipt code of the answers. */
  get code() {
    const session = this._session && this._session.session;
    return session ? session.code : '';
  }
}
