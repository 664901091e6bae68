// @ts-check
/** Completion and documentation from a JSON schema, with the language service of VS Code. */
import { TextDocument, getLanguageService } from 'vscode-json-languageservice';
import { withKnownIds } from './known-ids.js';
import { answerRequests } from './worker-requests.js';

/**
 * @typedef {{label: string, detail?: string, info: string, kind: string, from: number, to: number,
 *   insert: string, cursor: number}} Completion
 */

const ADDRESS = 'pack://rules.json';
/** @type {Record<number, string>} */
const KINDS = { 10: 'property', 12: 'enum', 20: 'enum', 13: 'enum' };

const service = getLanguageService({ clientCapabilities: {} });
let schema = {};

/** @param {string} text */
function open(text) {
  // The service would load the schema that the text names.
  const [, named] = /"\$schema"\s*:\s*"([^"]*)"/.exec(text) || [];
  const uris = named ? ['pack://schema', named] : ['pack://schema'];
  const known = withKnownIds(schema, text);
  service.configure({
    validate: false,
    schemas: uris.map((uri) => ({ uri, fileMatch: ['*'], schema: known })),
  });
  const document = TextDocument.create(ADDRESS, 'json', 0, text);
  return { document, parsed: service.parseJSONDocument(document) };
}

/** A documentation as plain text: the service escapes Markdown. @param {any} documentation */
function plain(documentation) {
  const text = typeof documentation === 'string' ? documentation : (documentation || {}).value;
  return String(text || '')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .trim();
}

/** A snippet without its placeholders, and the offset of the first one. @param {string} snippet */
function withoutPlaceholders(snippet) {
  let cursor = -1;
  let text = '';
  let last = 0;
  for (const match of snippet.matchAll(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?|\\(.)/g)) {
    text += snippet.slice(last, match.index);
    if (match[2] === undefined && cursor < 0) cursor = text.length;
    text += match[2] === undefined ? match[1] || '' : match[2];
    last = match.index + match[0].length;
  }
  text += snippet.slice(last);
  return { text, cursor: cursor < 0 ? text.length : cursor };
}

/** @param {string} text @param {number} offset @returns {Promise<Completion[]>} */
async function complete(text, offset) {
  const { document, parsed } = open(text);
  const list = await service.doComplete(document, document.positionAt(offset), parsed);
  return ((list && list.items) || []).map((item) => {
    const edit = /** @type {import('vscode-json-languageservice').TextEdit} */ (item.textEdit);
    const { text: insert, cursor } = withoutPlaceholders(edit ? edit.newText : item.label);
    return {
      label: item.label,
      detail: item.detail,
      info: plain(item.documentation),
      kind: KINDS[item.kind || 0] || 'text',
      from: edit ? document.offsetAt(edit.range.start) : offset,
      to: edit ? document.offsetAt(edit.range.end) : offset,
      insert,
      cursor,
    };
  });
}

/** @param {string} text @param {number} offset */
async function hover(text, offset) {
  const { document, parsed } = open(text);
  const found = await service.doHover(document, document.positionAt(offset), parsed);
  if (!found || !found.range) return null;
  const contents = Array.isArray(found.contents) ? found.contents : [found.contents];
  return {
    from: document.offsetAt(found.range.start),
    to: document.offsetAt(found.range.end),
    text: contents.map(plain).filter(Boolean).join('\n\n'),
  };
}

answerRequests(
  (/** @type {{schema: object}} */ setUp) => (schema = setUp.schema),
  async ({ ask, text, offset }) => (ask === 'hover' ? hover(text, offset) : complete(text, offset)),
);
