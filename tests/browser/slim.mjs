// The pack that browsers load, and others made from it: changed here and there, under a checksum that agrees.
import { readFileSync } from 'node:fs';
import { DIST } from './page.mjs';

/** The published pack's slim form, as a text. */
export const SLIM = readFileSync(`${DIST}/rules.zh-Hans.json`, 'utf8');

/** Places in the slim form (src/rulebook/slim). */
const FORMAT = 1;
const FINGERPRINT = 2;
const CHINESE = 8; // texts in the order in which they are read, the pack's title first
const FACTS = 19;
const SECTION = 2;

export const titled = (title) => changed((pack) => (pack[CHINESE][0] = title));
export const ofFormat = (format) => changed((pack) => (pack[FORMAT] = format));
/** Rules that mean something else. */
export const ofOtherMeaning = () => changed((pack) => (pack[FINGERPRINT] = '0123456789abcdef'));
export const withSection = (section) => changed((pack) => (pack[FACTS][0][SECTION] = section));
export const withoutAText = () => changed((pack) => pack.at(-1).pop());

/** @param {(pack: any[]) => void} change */
function changed(change) {
  const pack = JSON.parse(SLIM).slice(0, -1);
  change(pack);
  const text = JSON.stringify(pack).slice(0, -1);
  let hash = 0xcbf29ce484222325n; // 64-bit FNV-1a
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${text},"${hash.toString(16).padStart(16, '0')}"]`;
}
