// @ts-check
/** Notices that the page's module is broken, and shows what the person has written. */
import { isTrap } from '../element/trap.js';
import { crashPanel } from './crash.js';

/** @typedef {import('./crash.js').SavedFile} SavedFile */

export class Crashes {
  constructor() {
    /** The last input of the checks, which has the scenarios. */
    this.lastInput = '';
    this.hasCrashed = false;
    /** Whether the last input was in the preview: its module is another one. */
    let isPreview = false;
    for (const type of ['pointerdown', 'keydown', 'input', 'click'])
      window.addEventListener(
        type,
        ({ target }) => (isPreview = target instanceof Element && !!target.closest('pack-preview')),
        true,
      );
    const notice = (/** @type {unknown} */ error) => {
      if (!isPreview && isTrap(error)) this.report(String(error));
    };
    window.addEventListener('error', ({ error }) => notice(error));
    window.addEventListener('unhandledrejection', ({ reason }) => notice(reason));
  }

  /** The module is broken: it has panicked, or a call has trapped. @param {string} message */
  report(message) {
    if (this.hasCrashed) return;
    this.hasCrashed = true;
    // After the current call into the module, which may still change the page.
    queueMicrotask(() => this.show(message));
  }

  /** Shows the panel in place of the page. @param {string} message */
  show(message) {
    const page = /** @type {HTMLElement | null} */ (document.querySelector('.au'));
    const panel = crashPanel(page ? page.lang : '', this.files(), message);
    // The listeners of the broken module are on the former element.
    /** @type {Element} */ (document.querySelector('main')).replaceWith(panel);
    /** @type {HTMLElement} */ (panel.querySelector('button')).focus();
  }

  /** The texts of the document. @returns {SavedFile[]} */
  files() {
    const editor = /** @type {import('./editor.js').JsonEditor | null} */ (
      document.querySelector('json-editor')
    );
    if (!editor) return [];
    const name = document.querySelector('.au-bar__name');
    /** @type {{scenarios?: unknown}} */
    const { scenarios } = this.lastInput ? JSON.parse(this.lastInput) : {};
    const files = [{ name: (name && name.textContent) || 'rules.json', text: editor.text }];
    if (typeof scenarios === 'string' && scenarios)
      files.push({ name: 'scenarios.json', text: scenarios });
    return files;
  }
}
