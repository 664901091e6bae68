// @ts-check
/** The ids that a pack defines, as values in the schema, so that references are completed. */
import { serviceSchema } from './service-schema.js';

/** The definition in the schema of an id, and the list of the pack that defines such ids. */
const LISTS = {
  'fact-id': 'facts',
  'measure-id': 'measures',
  'term-id': 'terms',
  'quantity-id': 'quantities',
  'class-id': 'classes',
  'assumption-id': 'assumptions',
  'provision-id': 'provisions',
  'document-id': 'documents',
  'section-id': 'sections',
  'material-id': 'materials',
  'office-id': 'offices',
};

/**
 * The facts of a kind, by the definition of their ids.
 * @type {Record<string, (kind: any) => boolean>}
 */
const FACTS = {
  'date-fact-id': (kind) => kind === 'date',
  'number-fact-id': (kind) => !!kind && !!kind.number,
  'choice-fact-id': (kind) => !!kind && !!kind.choice,
  'choices-fact-id': (kind) => !!kind && !!kind.choices,
};

/** @type {{key: string, schema: any} | undefined} */
let known;

/**
 * The schema with the ids of a pack. While the text is not JSON, those of the last text that was.
 * @param {any} schema
 * @param {string} text
 */
export function withKnownIds(schema, text) {
  let pack;
  try {
    pack = JSON.parse(text);
  } catch {
    return known ? known.schema : schema;
  }
  /** @type {Record<string, string[]>} */
  const ids = {};
  const list = (/** @type {string} */ name) =>
    pack && Array.isArray(pack[name]) ? pack[name] : [];
  const idsOf = (/** @type {any[]} */ entries) =>
    entries
      .map((one) => one && one.id)
      .filter((/** @type {unknown} */ id) => typeof id === 'string');
  for (const [definition, name] of Object.entries(LISTS)) ids[definition] = idsOf(list(name));
  for (const [definition, isKind] of Object.entries(FACTS))
    ids[definition] = idsOf(
      list('facts').filter((/** @type {any} */ fact) => fact && isKind(fact.kind)),
    );
  const key = JSON.stringify(ids);
  if (!known || known.key !== key) {
    const $defs = { ...schema.$defs };
    for (const [definition, values] of Object.entries(ids)) {
      if ($defs[definition] && values.length > 0)
        $defs[definition] = { ...$defs[definition], enum: [...new Set(values)] };
    }
    known = { key, schema: serviceSchema({ ...schema, $defs }) };
  }
  return known.schema;
}
