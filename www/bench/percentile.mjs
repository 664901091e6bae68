/**
 * A percentile of some values: `share` of them are not larger.
 * @param {number[]} values
 * @param {number} share
 */
export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
