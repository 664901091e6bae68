// The pack that browsers load, and altered copies of it with a valid checksum.
import { readFileSync } from 'node:fs';
import { DIST } from './page.mjs';

/** The browser pack in simplified Chinese, as text. */
export const BROWSER_PACK = readFileSync(`${DIST}/rules.zh-Hans.json`, 'utf8');
/** The browser pack with one character changed, so that its checksum is wrong. */
export const DAMAGED_PACK = BROWSER_PACK.replace('天河', '天何');
/** The browser pack without its end. */
export const TRUNCATED_PACK = BROWSER_PACK.slice(0, -30);

export const packWithTitle = (title) => edit(({ pack }) => (pack.rules.title = title));
export const packOfFormat = (format) => edit((file) => (file['eligibility-pack'] = format));
/** A pack with another id. @param {number} [format] */
export const packOfAnotherPolicy = (format) =>
  edit((file) => {
    file.pack.rules.id = 'another-policy';
    if (format) file['eligibility-pack'] = format;
  });
/** A pack whose fingerprint differs, as if its rules did. */
export const packWithOtherRules = () =>
  edit(({ pack }) => (pack.rules.fingerprint = '0123456789abcdef'));
/** A pack whose first fact refers to the section with this index. */
export const packWithSection = (section) =>
  edit(({ pack }) => (pack.rules.facts[0].section = section));
/**
 * A pack without one text of the interface, as if it were made for another version of the widget.
 */
export const packWithoutText = () => edit(({ pack }) => delete pack.interface.results_title);

/** @param {(file: any) => void} change */
function edit(change) {
  const file = JSON.parse(BROWSER_PACK);
  change(file);
  let hash = 0xcbf29ce484222325n; // 64-bit FNV-1a of the text of `pack`
  for (const byte of Buffer.from(JSON.stringify(file.pack)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return JSON.stringify({ ...file, checksum: hash.toString(16).padStart(16, '0') });
}
