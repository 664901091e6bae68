// The pack that browsers load, and packs made from it: edited, with a checksum that agrees.
import { readFileSync } from 'node:fs';
import { DIST } from './page.mjs';

/** The published browser pack, as text. */
export const BROWSER_PACK = readFileSync(`${DIST}/rules.zh-Hans.json`, 'utf8');

export const packWithTitle = (title) => edited(({ pack }) => (pack.book.title = title));
export const packOfFormat = (format) => edited((file) => (file['eligibility-pack'] = format));
/** A pack with another id. @param {number} [format] */
export const packOfAnotherPolicy = (format) =>
  edited((file) => {
    file.pack.book.id = 'another-policy';
    if (format) file['eligibility-pack'] = format;
  });
/** Rules that mean something else. */
export const packWithOtherRules = () => edited(({ pack }) => (pack.book.fingerprint = '0123456789abcdef'));
export const packWithSection = (section) => edited(({ pack }) => (pack.book.facts[0].section = section));
export const packWithoutText = () => edited(({ pack }) => delete pack.interface.questions);

/** @param {(file: any) => void} edit */
function edited(edit) {
  const file = JSON.parse(BROWSER_PACK);
  edit(file);
  let hash = 0xcbf29ce484222325n; // 64-bit FNV-1a of the text of `pack`
  for (const byte of Buffer.from(JSON.stringify(file.pack))) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return JSON.stringify({ ...file, checksum: hash.toString(16).padStart(16, '0') });
}
