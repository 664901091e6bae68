// @ts-check
/**
 * A schema in which the description of a key is that of the key. The language service shows the
 * description of what a `$ref` refers to instead, such as that of ids in general.
 * @param {any} schema
 */
export function described(schema) {
  const definitions = schema.$defs || {};
  /** @param {any} part @returns {any} */
  const visit = (part) => {
    if (Array.isArray(part)) return part.map(visit);
    if (!part || typeof part !== 'object') return part;
    const { $ref, description } = part;
    const [, name] = /^#\/\$defs\/(.*)$/.exec($ref || '') || [];
    // A copy of the definition. Its parts are not visited: they have references of their own.
    if (name && description && definitions[name]) return { ...definitions[name], description };
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, visit(value)]));
  };
  return visit(schema);
}
