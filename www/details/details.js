// @ts-check
/** What is needed only once the questions stand: the module that writes details, and what prints, saves and opens. */
import initialise, { Details as Module } from 'eligibility-module';
import { handed, save } from '../files.js';
import { clear, prepare, printSheet, stamp } from '../print.js';
import { now } from '../today.js';

export default initialise;

/** By keyboard as by mouse, and by what reads the page aloud: all of them click. */
const GOING_ON = ['click', 'input'];

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
    const languages = host.getAttribute('src') ? '' : host._assets().languages.join(' ');
    /** @type {Module | undefined} */
    this._module = new Module(pack, lang, languages, host._style);
    this._fetched = '';
    this._keepTyped();
    /** @type {Set<string>} */
    this._told = new Set();
    this._notice = document.createElement('p');
    this._notice.className = 'ec-told';
    this._notice.setAttribute('role', 'alert');
    this._notice.lang = lang;
    if (host._from) this.tell('built-in');
    // Where the page itself is printed, the sheet on it is, too.
    this._stamp = () => stamp(host.shadowRoot, now());
    window.addEventListener('beforeprint', this._stamp);
    prepare(host);
    // Not every browser says when printing is over, nor may every frame print. No dialogue is open once a person goes on here.
    this._clear = () => clear(host);
    for (const type of GOING_ON) host.shadowRoot.addEventListener(type, this._clear, true);
    // A box left by the click itself may grow by a message, and the button be gone from under the pointer.
    this._still = (/** @type {MouseEvent} */ event) => {
      if (/** @type {Element} */ (event.target).closest('form .ec__actions')) event.preventDefault();
    };
    host.shadowRoot.addEventListener('mousedown', this._still);
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
      const pack = await host._rules(lang);
      if (!this._module) return;
      if (!this._module.beside(pack, lang)) throw Error(`other rules in ${lang}`);
      host._update();
    } catch (error) {
      this._fetched = ''; // To be tried again at the next choice.
      host._complain(error);
      this.tell('language');
    }
  }

  /** Tells above the widget what is the matter with the rules; it stands until the language is changed. @param {string} what */
  tell(what) {
    const module = this._module;
    if (!module) return;
    this._told.add(what);
    this._notice.textContent = Array.from(this._told, (what) => module.told(what)).join(' ');
    this._host.shadowRoot.prepend(this._notice);
  }

  free() {
    this._notice.remove();
    window.removeEventListener('beforeprint', this._stamp);
    for (const type of GOING_ON) this._host.shadowRoot.removeEventListener(type, this._clear, true);
    this._clear();
    this._host.shadowRoot.removeEventListener('mousedown', this._still);
    if (this._module) this._module.free();
    this._module = undefined;
  }

  /** What the widget asks for. @param {Element} mount @param {string} kind @param {string} value */
  hear(mount, kind, value) {
    const host = this._host;
    if (kind === 'print') printSheet(host, /** @type {HTMLElement} */ (mount.querySelector('.ec-sheet')), now());
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
