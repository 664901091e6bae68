// @ts-check
/**
 * The first screens, before the module has loaded. `eligibility bundle` renders them into the page,
 * as `<template data-ec="topics" lang="en">`, from the same components as the widget. What a user
 * does is recorded, and repeated in the widget.
 */

/**
 * What a user did: clicked a button, or changed an input.
 * @typedef {object} Step
 * @property {string} key  id of the control, or text of a button without one
 * @property {{value: string, checked: boolean, files: FileList | null}} [input]
 */

/** The buttons that lead to another screen; to the start screen if it has no name. */
const NEXT = new Map([
  ['ec-begin', 'topics'],
  ['ec-day-step', 'day'],
  ['ec-day-next', 'topics'],
  ['ec-back', ''],
]);

/** A click may follow the end of a touch in a later task. Milliseconds. */
const CLICK_DELAY = 100;

/** @param {Element} control */
export const keyOf = (control) => control.id || String(control.textContent);

/** @param {Element} root @param {string} key @returns {any} */
export const find = (root, key) =>
  Array.from(root.querySelectorAll('[id], button')).find((control) => keyOf(control) === key);

/** @param {any} target @param {NonNullable<Step['input']>} input */
function fill(target, input) {
  target.checked = input.checked;
  if (input.files) target.files = input.files;
  else target.value = input.value;
}

export class EarlyScreens {
  /**
   * @param {HTMLElement} element
   * @param {string} lang
   * @param {string} day  the as-of date. It chooses the start screen, and sorts a list of policies
   * @param {string} rulesPage
   */
  constructor(element, lang, day, rulesPage) {
    this.element = element;
    this.day = day;
    this.rulesPage = rulesPage;
    /** @type {HTMLTemplateElement[]} */
    this.templates = Array.from(element.querySelectorAll(`template[data-ec][lang=${lang}]`));
    // Undefined if the page has no screens in this language.
    this.start = /** @type {HTMLTemplateElement} */ (
      this.templates.find(
        ({ dataset: { from, to } }) => from !== undefined && from <= day && (!to || day <= to),
      )
    );
    /** @type {Step[]} */
    this.log = [];
    this.isWaiting = false;
    /** Settled unless the user is pressing. @type {Promise<unknown> | undefined} */
    this.press = undefined;
    this.root = document.createElement('div');
    this.root.className = 'ec-early';
    this.root.addEventListener('click', (event) => this.onClick(event), true);
    this.root.addEventListener('input', ({ target }) => this.onInput(target));
    this.root.addEventListener('change', ({ target }) => this.onInput(target));
    this.root.addEventListener('submit', (event) => event.preventDefault());
    this.root.addEventListener('pointerdown', () => {
      this.press = new Promise((resolve) => {
        for (const type of ['pointerup', 'pointercancel'])
          addEventListener(type, () => setTimeout(resolve, CLICK_DELAY), {
            capture: true,
            once: true,
          });
      });
    });
  }

  /** Shows a screen, and returns whether the page has it. @param {string} [name] */
  show(name) {
    const template = name ? this.templates.find(({ dataset }) => dataset.ec === name) : this.start;
    if (!template) return false;
    this.root.textContent = '';
    this.root.append(template.content.cloneNode(true));
    const link = find(this.root, 'ec-rules');
    if (link) link.href = this.rulesPage;
    for (const id of (this.element.getAttribute('topic') || '').split(/\s+/)) {
      const box = find(this.root, `ec-topic-${id}`);
      if (box) box.checked = true;
    }
    for (const { key, input } of this.log) {
      const target = input && find(this.root, key);
      if (target) fill(target, input);
    }
    // Which policies of a list are in force depends on the day.
    const others = this.root.querySelector('[data-ec=others]');
    for (const row of others ? Array.from(this.root.querySelectorAll('li[data-from]')) : []) {
      const { from = '', to } = /** @type {HTMLElement} */ (row).dataset;
      const status = this.day < from ? 'not-yet' : to && to < this.day ? 'lapsed' : 'in-force';
      for (const mark of Array.from(row.querySelectorAll('[data-ec]')))
        if (/** @type {HTMLElement} */ (mark).dataset.ec === status)
          mark.removeAttribute('data-ec');
      if (status !== 'in-force' && others)
        /** @type {Element} */ (others.lastElementChild).append(row);
    }
    if (others && others.querySelector('li')) others.removeAttribute('data-ec');
    // A note on the topics for each start screen but the first. What is left of a list.
    for (const note of Array.from(this.root.querySelectorAll('[data-ec]')))
      if (/** @type {HTMLElement} */ (note).dataset.ec !== this.start.dataset.ec) note.remove();
    return true;
  }

  /** @param {Event} event */
  onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest('button');
    if (this.isWaiting && !target.closest('a')) return event.preventDefault();
    if (!button) return;
    this.log.push({ key: keyOf(button) });
    const next = NEXT.get(button.id);
    const isDayEdited = this.log.some(({ key }) => key === 'ec-as-of');
    if (next !== undefined && !(next && isDayEdited) && this.show(next)) {
      find(this.root, 'ec-title').focus();
      return;
    }
    // The rest needs the module.
    this.isWaiting = true;
    button.setAttribute('aria-busy', 'true');
    button.textContent = String(this.start.dataset.wait);
  }

  /** @param {any} input */
  onInput(input) {
    const { id, value, checked, files, name } = input;
    if (name === 'ec-language') this.element.lang = input.closest('[lang]').lang;
    const last = this.log[this.log.length - 1];
    if (last && last.key === id) this.log.pop();
    if (id) this.log.push({ key: id, input: { value, checked, files } });
  }

  /**
   * Repeats what the user did in other screens: those of the widget, or of another language.
   * @param {Element} root
   */
  async replay(root) {
    await this.press;
    // Controls that the widget does not have, because its pack is newer, end it.
    for (const { key, input } of this.log.slice()) {
      const target = find(root, key);
      if (!target) return;
      // These screens are not in the page yet, and only there a click submits a form.
      if (target.type === 'submit')
        target.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      else if (!input) target.click();
      else if (!/checkbox|radio/.test(target.type) || target.checked !== input.checked) {
        fill(target, input);
        for (const type of ['input', 'change'])
          target.dispatchEvent(new Event(type, { bubbles: true }));
      }
      await new Promise((resolve) => setTimeout(resolve)); // Yew renders in microtasks.
    }
  }
}
