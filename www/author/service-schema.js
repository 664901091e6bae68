// @ts-check
/**
 * A schema as the language service understands it best:
 *
 * - The description of a key is that of the key. The service shows the description of what a `$ref`
 *   refers to instead, such as that of ids in general.
 * - Lists with a schema for each item are in the form of draft 7. The service completes nothing in
 *   `prefixItems`.
 *
 * @param {any} schema
 */
export function serviceSchema(schema) {
  /** @type {{copy: any, name: string}[]} */
  const copies = [];
  const own = withDescriptions(asDraft7(schema), copies);
  // Definitions contain each other, so they are complete before they are copied.
  for (const { copy, name } of copies) Object.assign(copy, own.$defs[name], { ...copy });
  return { ...own, $schema: DRAFT_7 };
}

const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';

/** A copy of a schema, with a function applied to each object in it. */
const mapped = (/** @type {any} */ part, /** @type {(part: any) => any} */ visit) =>
  Array.isArray(part)
    ? part.map(visit)
    : Object.fromEntries(Object.entries(part).map(([key, value]) => [key, visit(value)]));

/** @param {any} part @returns {any} */
function asDraft7(part) {
  if (!part || typeof part !== 'object') return part;
  const { prefixItems, items, ...rest } = part;
  if (!Array.isArray(prefixItems)) return mapped(part, asDraft7);
  return mapped({ ...rest, items: prefixItems, additionalItems: items }, asDraft7);
}

/**
 * Replaces references that have a description by objects, which become copies of definitions.
 * @param {any} part
 * @param {{copy: any, name: string}[]} copies
 * @returns {any}
 */
function withDescriptions(part, copies) {
  if (!part || typeof part !== 'object') return part;
  const { $ref, description } = part;
  const [, name] = /^#\/\$defs\/(.*)$/.exec($ref || '') || [];
  if (!name || typeof description !== 'string')
    return mapped(part, (inner) => withDescriptions(inner, copies));
  const copy = { description };
  copies.push({ copy, name });
  return copy;
}
