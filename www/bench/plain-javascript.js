// @ts-check
/**
 * The same programmes in plain three-valued JavaScript, with a function for each condition. The
 * ratio of the two speeds varies less between machines than the speeds.
 */

const NO = 0,
  UNKNOWN = 1,
  YES = 2;

/** @typedef {Record<string, any>} Firm  the answers by fact */

/**
 * Compiles a condition to a function that returns its truth for a firm.
 * @param {any} when
 * @returns {(firm: Firm) => number}
 */
function condition(when) {
  const [[operator, operands]] = Object.entries(when);
  const [fact, wanted] = operands;
  const test = (/** @type {(value: any) => boolean} */ holds) => (/** @type {Firm} */ firm) => {
    const value = firm[fact];
    return value === undefined ? UNKNOWN : holds(value) ? YES : NO;
  };
  switch (operator) {
    case 'is':
      return test((value) => value === wanted);
    case 'one-of': {
      const set = new Set(wanted);
      return test((value) => set.has(value));
    }
    case 'includes':
      return test((value) => value.some((/** @type {string} */ option) => wanted.includes(option)));
    case 'at-least':
      return test((value) => value >= wanted);
    case 'at-most':
      return test((value) => value <= wanted);
    default:
      throw new Error(`the programmes have no operator ${operator}`);
  }
}

/** The conditions of each measure. @param {any} pack */
export function compile(pack) {
  return pack.measures.map((/** @type {any} */ measure) =>
    measure.criteria.map((/** @type {any} */ criterion) => condition(criterion.when)),
  );
}

/**
 * The number of met measures of all firms.
 * @param {((firm: Firm) => number)[][]} measures
 * @param {Firm[]} firms
 */
export function outcomes(measures, firms) {
  let met = 0;
  for (const firm of firms)
    for (const criteria of measures) {
      let all = YES;
      for (const holds of criteria) {
        const truth = holds(firm);
        if (truth < all) all = truth;
        if (all === NO) break;
      }
      if (all === YES) met += 1;
    }
  return met;
}

/**
 * Random firms that have answered this percentage of the facts.
 * @param {any} pack
 * @param {number} count
 * @param {number} percent
 */
export function firms(pack, count, percent) {
  let seed = 2017;
  const below = (/** @type {number} */ bound) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 4294967296) * bound);
  };
  const value = (/** @type {any} */ kind) => {
    if (kind === 'yes-no') return below(2) === 1;
    if (kind === 'date') return `${2017 + below(4)}-0${1 + below(9)}-1${below(9)}`;
    if (kind.number) return below(500);
    const ids = (kind.choice || kind.choices).map((/** @type {any} */ option) => option.id);
    return kind.choice ? ids[below(ids.length)] : ids.filter(() => below(4) === 0);
  };
  return Array.from({ length: count }, () => {
    /** @type {Firm} */
    const firm = {};
    for (const fact of pack.facts) if (below(100) < percent) firm[fact.id] = value(fact.kind);
    return firm;
  });
}
