// What the benchmarks share: a share of some figures lies below this.
/** @param {number[]} figures @param {number} share */
export const at = (figures, share) => figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) * share)];
