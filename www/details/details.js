// @ts-check
/** What is needed only once the questions stand: the module that writes details, and what prints, saves and opens. */
import initialise, { Details as Module } from 'eligibility-module';
import { handed, save } from '../files.js';
import { printSheet, stamp } from '../print.js';
import { now } from '../today.js';

export default initialise;

/** Writes what is shown apart from the questions, and does what it has buttons for. */
export class Details {
  /**
   * @param {any} host  the <eligibility-check> element
   * @param {string} pack  its pack
   * @param {string} lang  and the language of that
   */
  constructor(host, pack, lang) {
    this._host = host;
    // Of a pack of one's own no other language is known.
    this._src = host.getAttribute('src');
    const languages = this._src ? '' : host._assets().languages.join(' ');
    /** @type {Module | undefined} */
    this._module = new Module(pack, lang, languages, host._style);
    this._fetched = '';
    this._keepTyped();
    // Where the page itself is printed, the sheet on it is, too.
    this._stamp = () => stamp(host.shadowRoot, now());
    window.addEventListener('beforeprint', this._stamp);
  }

  /** In another language the box for a code is written anew: what stands in it must stay. */
  _keepTyped() {
    const root = this._host.shadowRoot;
    const box = () => root && root.querySelector('[id="ec-code"]');
    const before = box();
    if (!before) return;
    setTimeout(() => {
      const after = box();
      if (after && after !== before) after.value = before.value;
    });
  }

  /** @param {string} ask */
  write(ask) {
    const module = /** @type {Module} */ (this._module);
    const missing = module.missing(ask);
    if (missing && missing !== this._fetched) this._fetch(missing);
    return module.write(ask, now());
  }

  /** The rules in a second language, asked for by the person. Until they are there, the first stands alone. @param {string} lang */
  async _fetch(lang) {
    this._fetched = lang;
    const host = this._host;
    try {
      const pack = await host._assets().pack(this._src, lang);
      if (!this._module) return;
      this._module.beside(pack, lang);
      host._update();
    } catch (error) {
      this._fetched = ''; // To be tried again at the next choice.
      host._complain(error);
    }
  }

  free() {
    window.removeEventListener('beforeprint', this._stamp);
    if (this._module) this._module.free();
    this._module = undefined;
  }

  /** What the widget asks for. @param {Element} mount @param {string} kind @param {string} value */
  hear(mount, kind, value) {
    const host = this._host;
    if (kind === 'print') printSheet(host, /** @type {HTMLElement} */ (mount.querySelector('.ec-sheet')), host._style, now());
    else if (kind === 'save') save(this.write(value));
    else if (kind === 'open') this._open(mount, value);
  }

  /** Goes on from what was typed or chosen. @param {Element} mount @param {string} id  of the input */
  async _open(mount, id) {
    const find = (/** @type {string} */ selector) => /** @type {any} */ (mount.querySelector(selector));
    const text = await handed(find(`[id="${id}"]`), find('[id="ec-code"]').value);
    if (text === undefined || !this._host._widget) return;
    this._host._widget.open(text);
    // Shown by then: what is wrong, or what must be told of what came back. The same mistake twice changes nothing else.
    setTimeout(() => {
      const told = find('[id="ec-restored"], [id="ec-code"][aria-invalid], [id="ec-file"][aria-invalid]');
      if (told) told.focus();
    });
  }
}
