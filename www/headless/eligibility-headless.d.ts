/**
 * The rules without the widget, for pages of one's own: in a browser and in Node.js 20 or later.
 * Everything is worked out on the spot. Only `open` reads anything; nothing is sent and nothing is stored.
 */

/**
 * Opens a browser pack, as `eligibility bundle` writes it: its text, or its address.
 * In Node.js a path counts from the folder in which the program runs.
 *
 * @param options.wasm  the bytes or address of `eligibility-headless.wasm`, if it is not beside this script
 * @throws Error if something cannot be read or used; the message says what to do
 */
export function open(
  pack: string | URL,
  options?: { wasm?: string | URL | ArrayBuffer | ArrayBufferView | WebAssembly.Module },
): Promise<Rules>;

/** A rule pack to ask. Each call throws an Error that says what to do if a case or a code cannot be used. */
export interface Rules {
  /** Every outcome, and what is still needed. Outside the policy's time each is `not-in-force`. */
  assess(said: Case): Assessment;
  /** The question to put next; null if no answer can change anything any more. */
  next(said: Case): Question | null;
  /** Why: of one measure, or of all and what can be granted together. Outside the policy's time, as of its nearest day. */
  explain(said: Case, measure?: string): Explanation;
  /** The case as a receipt code (回执码) that can be typed from paper. */
  code(said: Case): string;
  /** The case behind a receipt code. `rules` is there if it was made with others, and names them as paper and files do. */
  readCode(code: string): { 'as-of': string; answers: Record<string, Answer>; rules?: string };
}

/** What is asked about. */
export interface Case {
  /** Anything; `assess` gives it back. */
  id?: unknown;
  /** The day asked about, YYYY-MM-DD; without it, today on this device's clock. */
  asOf?: string;
  /** The same, as it is called in files. */
  'as-of'?: string;
  /** By the id of the fact. What is left out, or undefined, has not been answered. */
  answers?: Record<string, Answer | undefined>;
}

/** true or false; the id of an option; a list of them; a number, or as a decimal string; a day, YYYY-MM-DD; or 不清楚. */
export type Answer = boolean | string | string[] | number | { 'not-sure': true };

export type Outcome = 'met' | 'met-in-direction' | 'open' | 'not-met' | 'not-applicable' | 'not-in-force';
export type Truth = 'true' | 'false' | 'unknown';
export type Evidence = 'official-text' | 'official-interpretation' | 'secondary';

/** The range of what is granted for one payment, in exact decimals; `max` is null if no published text bounds it. */
export interface Amount {
  min: string;
  max: string | null;
  unit: string;
  evidence: Evidence;
}

/** Keys are the ids of measures, in the pack's order. */
export interface Assessment {
  format: 1;
  id: unknown;
  outcomes: Record<string, Outcome>;
  /** Of each open measure, the facts that can still change its outcome. */
  missing: Record<string, string[]>;
  /** Measures that may be open although the rules decide them; absent if there are none. */
  bounded?: string[];
  amounts: Record<string, Amount>;
  /** The fact to ask next. */
  next: string | null;
}

export interface Question {
  fact: string;
  /** The measures that hang on it. */
  measures: string[];
  /** At most so many questions are left, this one included. */
  'left-at-most': number;
}

export interface Explanation {
  format: 1;
  pack: { id: string; version: string };
  /** Outside the policy's time, the day evaluated is its nearest day. */
  'as-of': { asked: string; evaluated: string; standing: 'in-force' | 'lapsed' | 'not-yet' };
  measures: MeasureExplanation[];
  bounded?: string[];
  /** Absent if one measure was asked for. */
  combination?: Combination;
  receipt: string;
}

export interface MeasureExplanation {
  id: string;
  title: string;
  outcome: Outcome;
  /** Whether the measure concerns the applicant. */
  applies: Truth;
  criteria: Criterion[];
  /** The fewest answers that suffice for the outcome; not `shortest` if the search for fewer was given up. */
  reason: { facts: string[]; shortest: boolean };
  missing: string[];
  /** The fewest changes that would make a measure that is not met one that can be; null of other outcomes, or if there are none. */
  nearest: Nearest | null;
  amount: Amount | null;
}

export interface Nearest {
  /** Waiting comes first. An amount is the threshold itself, a day the first on which a period has passed. */
  changes: ({ 'wait-until': string } | { fact: string; answer: Answer })[];
  then: Outcome;
  /** False if two numbers are compared with each other, and other values of both might do with fewer. */
  smallest: boolean;
}

export interface Criterion {
  id: string;
  label: string;
  grade: 'explicit' | 'directional';
  truth: Truth;
  /** Whether it makes the outcome what it is. */
  reason: boolean;
  /** What was said about the facts that decided it, or that it still needs; null if nothing was. */
  answers: Record<string, Answer | null>;
  provisions: Provision[];
}

export interface Provision {
  id: string;
  citation: string;
  quote: string | null;
  evidence: Evidence;
}

/** The best compatible sets under the limits: what is granted for certain, and the most that may be. */
export interface Combination {
  guaranteed: Side;
  possible: Side;
  /** Limits of which it is not known which measure is the highest. */
  undecided: { limit: Limit; measures: string[] }[];
}

export interface Side {
  /** One for each unit; `at-least` if no published text bounds it. Figures from secondary sources are not in it. */
  totals: { amount: string; unit: string; 'at-least': boolean }[];
  granted: string[];
  /** What cannot be granted beside them, by which limits, and what each keeps instead. */
  losers: { measure: string; because: { limit: Limit; kept: string }[] }[];
  /** The caps that take something off; null if the sum has no bound. */
  cuts: { limit: Limit; 'taken-off': string | null }[];
  /** Of those granted, the ones without a figure, and those whose figure is from a secondary source. */
  'without-figure': string[];
  unconfirmed: string[];
  /** False if not every set could be compared: a better one may exist. */
  exact: boolean;
}

export interface Limit {
  kind: 'at-most-one' | 'highest-only' | 'same-matter' | 'cap';
  label: string;
  provisions: Provision[];
}
