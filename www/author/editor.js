// @ts-check
/**
 * <json-editor>: CodeMirror as a custom element. The app (src/author/editor) sets its text, its
 * problems and its language, and listens to its events:
 *
 * | event | meaning |
 * |---|---|
 * | `edited` | the text has changed, by the user or by `edit` |
 * | `moved` | the selection has moved |
 * | `fixed` | the user asks for the correction of the problem with the index in `detail` |
 *
 * The editor is in a shadow root, where CodeMirror uses constructable stylesheets: the policy of
 * the page forbids `<style>` elements.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  foldKeymap,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorSelection, EditorState, Transaction } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { complete, documentation } from './language.js';
import { phrases } from './phrases.js';
import { theme } from './theme.js';

/**
 * A problem to underline. Offsets count UTF-16 units.
 * @typedef {{
 *   from: number, to: number, severity: 'error' | 'warning', message: string, fix?: string,
 * }} Problem
 * @typedef {{from: number, to: number, insert: string}} Change
 */

/** Marks changes by the app, which are not announced as the user's. */
const FROM_APP = 'from-app';

export class JsonEditor extends HTMLElement {
  constructor() {
    super();
    this.language = new Compartment();
    this.labels = new Compartment();
    this.readOnly = new Compartment();
    this.label = '';
    /** The text before the element is in the page. */
    this.initial = '';
    /** @type {EditorView | undefined} */
    this.view = undefined;
  }

  connectedCallback() {
    if (this.view) return;
    const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
    this.view = new EditorView({ parent: root, root, state: this.newState(this.initial) });
  }

  disconnectedCallback() {
    // A move disconnects and connects the element in the same task.
    queueMicrotask(() => {
      if (this.isConnected || !this.view) return;
      this.initial = this.view.state.doc.toString();
      this.view.destroy();
      this.view = undefined;
    });
  }

  /** @param {string} text */
  newState(text) {
    return EditorState.create({
      doc: text,
      extensions: [
        this.language.of(EditorState.phrases.of(phrases(this.lang))),
        this.labels.of(this.contentLabel()),
        this.readOnly.of([]),
        lineNumbers(),
        foldGutter(),
        history(),
        highlightSpecialChars(),
        drawSelection(),
        indentUnit.of('  '),
        json(),
        syntaxHighlighting(defaultHighlightStyle),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete] }),
        hoverTooltip(documentation),
        lintGutter(),
        search({ top: true }),
        highlightSelectionMatches(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        // A dropped file is opened by the page. CodeMirror would insert its text.
        EditorView.domEventHandlers({
          drop: ({ dataTransfer }) => Boolean(dataTransfer && dataTransfer.files.length),
        }),
        theme,
        // Tab moves the focus, so that the keyboard is not trapped.
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            const isByApp = update.transactions.some(
              (one) => one.annotation(Transaction.userEvent) === FROM_APP,
            );
            this.emit('edited', isByApp);
          }
          if (update.selectionSet) this.emit('moved', undefined);
        }),
      ],
    });
  }

  contentLabel() {
    return EditorView.contentAttributes.of({
      'aria-label': this.label,
      spellcheck: 'false',
      // It takes the focus anyway. From this, tools know that keys scroll the box around it.
      tabindex: '0',
    });
  }

  /** @param {string} name @param {unknown} detail */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** The text. Line breaks are `\n`. */
  get text() {
    return this.view ? this.view.state.doc.toString() : this.initial;
  }

  /** The offset of the cursor, in UTF-16 units. */
  get cursor() {
    return this.view ? this.view.state.selection.main.head : 0;
  }

  /** Opens another text. Undo does not lead back to the former one. @param {string} text */
  open(text) {
    this.initial = text;
    if (this.view) this.view.setState(this.newState(text));
    this.emit('edited', true);
  }

  /**
   * Changes the text in one step that can be undone.
   * @param {string} changes  JSON list of {@link Change}s, which do not overlap; offsets are those
   *   of the text before
   */
  edit(changes) {
    if (!this.view) return;
    this.view.dispatch({ changes: JSON.parse(changes), userEvent: FROM_APP });
  }

  undo() {
    if (this.view) undo(this.view);
  }

  redo() {
    if (this.view) redo(this.view);
  }

  /** Underlines problems. @param {string} problems  JSON list of {@link Problem}s */
  setProblems(problems) {
    if (!this.view) return;
    const { length } = this.view.state.doc;
    /** @type {Problem[]} */
    const all = JSON.parse(problems);
    const within = all
      .map((problem, index) => ({ ...problem, index }))
      .filter(({ from, to }) => from <= to && to <= length);
    this.view.dispatch(
      setDiagnostics(
        this.view.state,
        within.map(({ from, to, severity, message, fix, index }) => ({
          from,
          to,
          severity,
          message,
          actions: fix ? [{ name: fix, apply: () => this.emit('fixed', index) }] : [],
        })),
      ),
    );
  }

  /**
   * Selects a range, scrolls to it and moves the focus there.
   * @param {number} from
   * @param {number} to
   */
  select(from, to) {
    if (!this.view) return;
    const { length } = this.view.state.doc;
    const selection = EditorSelection.single(Math.min(from, length), Math.min(to, length));
    this.view.dispatch({
      selection,
      effects: EditorView.scrollIntoView(selection.main, { y: 'center' }),
    });
    this.view.focus();
  }

  /**
   * Sets the language of the editor's own texts, and its accessible name.
   * @param {string} tag
   * @param {string} label
   */
  setLanguage(tag, label) {
    this.lang = tag;
    this.label = label;
    if (!this.view) return;
    this.view.dispatch({
      effects: [
        this.language.reconfigure(EditorState.phrases.of(phrases(tag))),
        this.labels.reconfigure(this.contentLabel()),
      ],
    });
  }
}
