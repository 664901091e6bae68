// @ts-check
/**
 * Completion and documentation from the schema of the pack format. The language service parses the
 * whole text, so it runs in a worker of its own (language-worker.js).
 */
import { Requests } from './requests.js';

/**
 * @typedef {import('@codemirror/autocomplete').CompletionContext} CompletionContext
 * @typedef {import('@codemirror/autocomplete').CompletionResult} CompletionResult
 * @typedef {import('./language-worker.js').Completion} Completion
 */

/** @type {Requests | undefined} */
let service;

/** Starts the service. @param {Requests} requests */
export function startLanguage(requests) {
  service = requests;
}

/**
 * The answer of the service; null if a newer request replaces this one, or the service fails.
 * @param {import('./requests.js').Request} request
 */
async function answer(request) {
  try {
    return service ? await service.ask(request) : null;
  } catch {
    return null;
  }
}

/**
 * The completions at a position.
 * @param {CompletionContext} context
 * @returns {Promise<CompletionResult | null>}
 */
export async function complete(context) {
  if (!service) return null;
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  // Not after every letter of a Chinese text: only where a name or a value begins, or in one.
  const word = context.matchBefore(/"?[\w-]*$/);
  if (!context.explicit && !(word && word.to > word.from) && !/[":,{[]/.test(before)) return null;
  const text = context.state.doc.toString();
  /** @type {Completion[] | null} */
  const found = await answer({ ask: 'complete', text, offset: context.pos });
  if (!found || context.aborted || found.length === 0) return null;
  const from = Math.min(...found.map((one) => one.from));
  return {
    from,
    filter: true,
    // The same options while a word is typed.
    validFor: /^"?[\w-]*$/,
    options: found
      .filter((one) => one.from === from)
      .map((one) => ({
        // What is typed so far begins with a quotation mark, and is compared with the label.
        label: one.insert.startsWith('"') ? `"${plain(one.label)}"` : one.label,
        displayLabel: plain(one.label),
        detail: one.detail,
        info: one.info || undefined,
        type: one.kind,
        apply: (view) => {
          view.dispatch({
            changes: {
              from: one.from,
              // With what was after the cursor, such as the closing quotation mark.
              to: view.state.selection.main.head + Math.max(0, one.to - context.pos),
              insert: one.insert,
            },
            selection: { anchor: one.from + one.cursor },
            userEvent: 'input.complete',
          });
        },
      })),
  };
}

/** A label without quotation marks: those of values have them. @param {string} label */
const plain = (label) => label.replace(/^"(.*)"$/, '$1');

/**
 * The documentation of the key or value under the pointer.
 * @param {import('@codemirror/view').EditorView} view
 * @param {number} position
 * @returns {Promise<import('@codemirror/view').Tooltip | null>}
 */
export async function documentation(view, position) {
  if (!service) return null;
  const text = view.state.doc.toString();
  /** @type {{from: number, to: number, text: string} | null} */
  const found = await answer({ ask: 'hover', text, offset: position });
  if (!found || !found.text) return null;
  return {
    pos: found.from,
    end: found.to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'au-hover';
      dom.textContent = found.text;
      return { dom };
    },
  };
}
