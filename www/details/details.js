// @ts-check
/** What is needed only once the questions stand: the module that writes details, and what prints, saves and opens. */
import initialise, { Details as Module } from 'eligibility-module';
import { read, save } from '../files.js';
import { printSheet } from '../print.js';

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
    this._module = new Module(pack, lang);
  }

  /** @param {string} ask */
  write(ask) {
    return this._module.write(ask);
  }

  free() {
    this._module.free();
  }

  /** What the widget asks for. @param {Element} mount @param {string} kind @param {string} value */
  hear(mount, kind, value) {
    const host = this._host;
    if (kind === 'print') printSheet(host, /** @type {Element} */ (mount.querySelector('.ec-sheet')), host._style);
    else if (kind === 'save') save(this.write(value));
    else if (kind === 'open') {
      const input = /** @type {HTMLInputElement} */ (mount.querySelector(`[id="${value}"]`));
      read(input).then((text) => host._widget && host._widget.open(text));
    }
  }
}
