// The checksums of a folder, for SHA256SUMS.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files in a folder, sorted. @param {string} folder @returns {string[]} */
export function filesIn(folder) {
  const below = (/** @type {string} */ path) =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = path ? `${path}/${entry.name}` : entry.name;
      return entry.isDirectory() ? below(name) : [name];
    });
  return below('').sort();
}

/** The lines of SHA256SUMS for all other files of a folder. @param {string} folder */
export function checksums(folder) {
  const sum = (/** @type {string} */ name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return filesIn(folder)
    .filter((name) => name !== 'SHA256SUMS')
    .map((name) => `${sum(name)}  ${name}\n`);
}
