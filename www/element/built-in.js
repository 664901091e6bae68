// @ts-check
/**
 * The packs that the widget was built and tested with. It is loaded together with the module,
 * because they are needed only if a pack cannot be used.
 */

/**
 * The id in a pack of any format, or in packs.json. The ids of a list, with spaces. Undefined if
 * there is none.
 * @param {string} [text]
 */
function idOf(text) {
  try {
    const { id, pack } = JSON.parse(text || '');
    const { rules, policies } = pack || {};
    return (
      id || (rules ? rules.id : policies.map((/** @type {{id: string}} */ { id }) => id).join(' '))
    );
  } catch {
    return undefined;
  }
}

/**
 * The text of a pack of this build, if its id is that of the unusable pack next to the script. A
 * page with the packs inside has no others.
 * @param {import('./assets.js').Assets} assets
 * @param {string} lang
 * @param {string} policy
 * @param {string} [unusable]
 */
export async function builtInPack({ file }, lang, policy, unusable) {
  if (!file) return undefined;
  const folder = policy && `policies/${encodeURIComponent(policy)}/`;
  const [pack, expected] = await Promise.all([
    file(`built-in/${folder}rules.${lang}.json`),
    // packs.json holds the id of the pack next to the script, or those of a list.
    policy || idOf(unusable) || file('packs.json').then(idOf),
  ]);
  return expected && expected === idOf(pack) ? pack : undefined;
}
