// Outcomes of firms, compared in bounded memory: a number per firm and measure.
import { readFileSync } from 'node:fs';
import { assess, translated } from './command.mjs';

/** A firm and measure whose row has not come yet, or has come already. */
const [UNKNOWN, SEEN] = [0xffffffff, 0xfffffffe];

/** The most differences that are described. */
const DESCRIBED = 20;

/** A decimal without zeros at its end. @param {string} text */
export const decimal = (text) =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

/**
 * The row of a firm and measure as text: outcome, missing facts, least and greatest amount, unit.
 * @param {any} reply  of `eligibility assess`
 * @param {string} measure
 */
function expectedRow(reply, measure) {
  const amount = reply.amounts[measure] ?? { min: '', max: '', unit: '' };
  const missing = (reply.missing[measure] ?? []).join(' ');
  const cells = [reply.outcomes[measure], missing, amount.min, amount.max ?? '', amount.unit];
  return cells.join('|');
}

/** The same row from an engine, which may write more decimal places. @param {string} row */
function withoutZeros(row) {
  const [outcome, missing, min, max, unit] = row.split('|');
  return [outcome, missing, decimal(min), decimal(max), unit].join('|');
}

/** The index of the firm with a key such as F0000001. @param {string} key */
const indexOf = (key) => Number(key.slice(1)) - 1;

/**
 * A row of an engine that differs, and the number of the expected one.
 * @typedef {{firm: string, measure: string, found: string, number: number | undefined}} Difference
 */

/** The outcomes that `eligibility assess` gives to the firms of a file. */
export class Expected {
  /**
   * @param {import('./command.mjs').Pack} pack
   * @param {number} count
   */
  constructor(pack, count) {
    this.pack = pack;
    this.measures = translated(pack);
    this.indices = new Map(this.measures.map((id, index) => [id, index]));
    this.rows = new Uint32Array(count * this.measures.length).fill(UNKNOWN);
    /** The numbers of the texts of rows, and the texts. Firms share most of them. */
    this.numbers = new Map();
    this.texts = [];
    /** The number of rows with each outcome, and the outcomes of each measure. */
    this.outcomes = {};
    /** @type {Set<string>[]} */
    this.varieties = this.measures.map(() => new Set());
  }

  /**
   * Assesses the cases of a file.
   * @param {import('./command.mjs').Pack} pack
   * @param {string} cases
   * @param {number} count
   */
  static async of(pack, cases, count) {
    const expected = new Expected(pack, count);
    for await (const reply of assess(pack, cases)) {
      if (reply.error) throw new Error(`${reply.id}: ${reply.error.message}`);
      const start = indexOf(reply.id) * expected.measures.length;
      expected.measures.forEach((measure, index) => {
        expected.rows[start + index] = expected.number(expectedRow(reply, measure));
        const outcome = reply.outcomes[measure];
        expected.outcomes[outcome] = (expected.outcomes[outcome] ?? 0) + 1;
        expected.varieties[index].add(outcome);
      });
    }
    return expected;
  }

  /** @param {string} text */
  number(text) {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }

  /**
   * Compares the rows of an engine, in any order. Returns descriptions of the first differences,
   * and the number of rows.
   * @param {AsyncIterable<{firms: string[], measures: string[], rows: string[]}>} batches
   * @param {number} count  the number of firms in the engine, the first ones of the file
   */
  async compare(batches, count) {
    const width = this.measures.length;
    const left = this.rows.slice(0, count * width);
    const known = new Map();
    const differences = [];
    let [compared, different] = [0, 0];
    const differs = (firm, measure, found, number) => {
      different += 1;
      if (differences.length < DESCRIBED) differences.push({ firm, measure, found, number });
    };
    for await (const { firms, measures, rows } of batches) {
      for (let at = 0; at < firms.length; at += 1) {
        compared += 1;
        let found = known.get(rows[at]);
        if (found === undefined) {
          found = this.numbers.get(withoutZeros(rows[at])) ?? UNKNOWN;
          known.set(rows[at], found);
        }
        const place = indexOf(firms[at]) * width + (this.indices.get(measures[at]) ?? NaN);
        const number = left[place];
        left[place] = SEEN;
        if (number !== found || number === undefined || number === UNKNOWN) {
          differs(firms[at], measures[at], rows[at], number);
        }
      }
    }
    left.forEach((number, place) => {
      if (number === SEEN) return;
      const firm = `F${String(Math.floor(place / width) + 1).padStart(7, '0')}`;
      differs(firm, this.measures[place % width], 'no row', number);
    });
    return { compared, different, differences };
  }

  /**
   * Describes differences: the firm, its answers, the expected row and the one found.
   * @param {Difference[]} differences
   * @param {string} cases
   */
  describe(differences, cases) {
    if (differences.length === 0) return '';
    const lines = readFileSync(cases, 'utf8').split('\n');
    const described = differences.map(({ firm, measure, found, number }) => {
      const expected = number === SEEN ? 'one row only' : (this.texts[number ?? NaN] ?? 'no row');
      const answers = lines[indexOf(firm)] ?? 'no such firm';
      return `${firm} ${measure}\n  answers  ${answers}\n  expected ${expected}\n  found    ${found}`;
    });
    return described.join('\n');
  }
}
