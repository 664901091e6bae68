/**
 * The engine without the widget, for browsers and for Node.js 20 or later. Everything is computed
 * locally: only `open` reads files, nothing is sent and nothing is stored.
 */

/**
 * Opens a browser pack, as written by `eligibility bundle`.
 *
 * @param pack  the text of the pack, or its address. In Node.js, a relative path is resolved
 *   against the working directory.
 * @param options.wasm  the bytes or the address of `eligibility-headless.wasm`; by default the file
 *   next to this script
 * @throws Error if a file cannot be read or the pack cannot be used; the message states how to
 *   correct it
 */
export function open(
  pack: string | URL,
  options?: { wasm?: string | URL | ArrayBuffer | ArrayBufferView | WebAssembly.Module },
): Promise<Rules>;

/**
 * An open rule pack.
 *
 * Each method throws an Error if its case or code is invalid; the message states the remedy.
 */
export interface Rules {
  /**
   * The outcome of each measure, and the facts that are still missing. All are `not-in-force`
   * outside the policy's period.
   */
  assess(applicant: Case): Assessment;
  /** The question to ask next, or null if the interview is over (see command-line.md). */
  next(applicant: Case): Question | null;
  /**
   * The reasons of one measure; or of all measures, with their best combination. Outside the
   * policy's period, they are evaluated as of its nearest day.
   */
  explain(applicant: Case, measure?: string): Explanation;
  /** The case as a receipt code (回执码), which can be typed from paper. */
  code(applicant: Case): string;
  /**
   * The case of a receipt code. If the code was made with other rules, `rules` is their checksum,
   * as on a checklist.
   */
  readCode(code: string): {
    'as-of': string;
    topics?: string[];
    answers: Record<string, Answer>;
    rules?: string;
  };
}

/** A case: the answers of an applicant, and the as-of date. */
export interface Case {
  /** Any value; `assess` returns it. */
  id?: unknown;
  /** The as-of date, YYYY-MM-DD; by default the local date. */
  asOf?: string;
  /** The same as `asOf`, under the key that files use. */
  'as-of'?: string;
  /** The ids of the chosen topics. Replies are about their measures; by default about all. */
  topics?: string[];
  /** The answers by fact id. A missing or undefined answer is not given. */
  answers?: Record<string, Answer | undefined>;
}

/**
 * An answer by the kind of its fact:
 *
 * - yes/no: true or false
 * - choice: the id of an option
 * - choices: a list of ids
 * - number: a number of at most 15 digits, or a string, as people type it
 * - date: YYYY-MM-DD, or as people type it
 * - any kind: not sure (不清楚)
 */
export type Answer = boolean | string | string[] | number | bigint | { 'not-sure': true };

export type Outcome =
  | 'met'
  | 'met-in-direction'
  | 'met-once-settled'
  | 'open'
  | 'not-met'
  | 'not-applicable'
  | 'not-in-force';
export type Truth = 'true' | 'false' | 'unknown';
export type Evidence = 'official-text' | 'official-interpretation' | 'secondary';

/** The exact range of the amount for one payment. `max` is null if no published text limits it. */
export interface Amount {
  min: string;
  max: string | null;
  unit: string;
  evidence: Evidence;
}

/**
 * Whether a measure can be applied for on the as-of date. Dates are those of its windows: the end
 * of an open one, the start of the next one, or the last day of those that are over.
 */
export type Applications =
  | { status: 'open'; until?: string; 'days-left'?: number }
  | { status: 'opens'; from: string }
  /** All windows of this year are over. `until` is absent if the answers do not decide it. */
  | { status: 'closed'; until?: string }
  /** The last window was in an earlier year; those of this year are not published. */
  | { status: 'past'; until: string }
  /** The facts that decide which windows are meant for the applicant. */
  | { status: 'undecided'; missing: string[] };

/** Keys are ids of measures, in the order of the pack. */
export interface Assessment {
  format: 1;
  id: unknown;
  outcomes: Record<string, Outcome>;
  /** For each open measure, the facts that can still change its outcome. */
  missing: Record<string, string[]>;
  /**
   * Measures whose evaluation is not exact: they may be `open` although the answers decide them.
   * Absent if there are none.
   */
  bounded?: string[];
  amounts: Record<string, Amount>;
  /** For measures that can still be met and have windows. Absent if there are none. */
  applications?: Record<string, Applications>;
  /** The fact to ask next. */
  next: string | null;
}

export interface Question {
  fact: string;
  /** The facts to ask on the same screen, in order; `fact` is one of them. */
  screen: string[];
  /** The measures that depend on the fact. */
  measures: string[];
  /** The maximum number of remaining questions, including this one. */
  'left-at-most': number;
  /** The maximum number of remaining screens, including this one. */
  'screens-left-at-most': number;
}

export interface Explanation {
  format: 1;
  pack: { id: string; version: string };
  /** Outside the policy's period, `evaluated` is its nearest day. */
  'as-of': { asked: string; evaluated: string; standing: 'in-force' | 'lapsed' | 'not-yet' };
  /** The note of a pack whose figures are all secondary. */
  'evidence-note'?: string;
  /** What applies now, if the policy has lapsed and the pack says it. */
  instead?: { text: string; phone?: string; url?: string };
  measures: MeasureExplanation[];
  bounded?: string[];
  /** Absent in the explanation of one measure. */
  combination?: Combination;
  /**
   * The facts answered with not sure that can still change an outcome, and the facts that are asked
   * only after them. Absent in the explanation of one measure.
   */
  'to-find-out'?: { fact: string; waiting: string[]; measures: string[] }[];
  receipt: string;
}

export interface MeasureExplanation {
  id: string;
  title: string;
  outcome: Outcome;
  /**
   * Whether the measure can still be met. False for an open measure that is lost, but may yet turn
   * out not to apply.
   */
  'can-be-met': boolean;
  /** The premise under which the measure is judged, for somebody who still plans to come. */
  assuming: { id: string; label: string } | null;
  /** Whether the measure concerns the applicant. */
  applies: Truth;
  criteria: Criterion[];
  /**
   * A minimal set of answers that suffices for the outcome. `shortest` is false if the search was
   * stopped.
   */
  reason: { facts: string[]; shortest: boolean };
  missing: string[];
  /** The facts on which only the amount, materials and windows of a met measure depend. */
  details: string[];
  /**
   * The fewest changes after which a measure that is not met can be met; null for other outcomes,
   * or if there are none.
   */
  nearest: Nearest | null;
  amount: Amount | null;
  /** Null if no window for the applicant is published. */
  applications: Applications | null;
  /** The page of the measure, such as its guide or online application. */
  url: string | null;
  office: {
    title: string;
    address?: string;
    hours?: string;
    phone?: string;
    url?: string;
  } | null;
}

export interface Nearest {
  /** Waiting comes first. A number is the threshold, and a date is the first day after a period. */
  changes: ({ 'wait-until': string } | { fact: string; answer: Answer })[];
  then: Outcome;
  /** False if two numbers are compared, because other values of both might need fewer changes. */
  smallest: boolean;
}

export interface Criterion {
  id: string;
  label: string;
  grade: 'explicit' | 'directional';
  truth: Truth;
  /** Whether the criterion is part of the reason of the outcome. */
  reason: boolean;
  /** The answers that decide the criterion, and those that it still needs, which are null. */
  answers: Record<string, Answer | null>;
  provisions: Provision[];
}

export interface Provision {
  id: string;
  citation: string;
  quote: string | null;
  evidence: Evidence;
  /** The page that publishes the document. */
  url: string | null;
}

/**
 * The best sets of measures that the limits allow: the guaranteed one and the best possible one.
 */
export interface Combination {
  guaranteed: Side;
  possible: Side;
  /** The met measures for which applications are over this year. They are in no other total. */
  closed: Pick<Side, 'totals' | 'granted'>;
  /** Limits for which it is unknown which measure grants most. */
  undecided: { limit: Limit; measures: string[] }[];
}

export interface Side {
  /**
   * The total for each unit; empty before a measure with a figure is met. `at-least` is true if no
   * published text limits it. Figures from secondary sources are excluded, unless the pack has a
   * note about its evidence: then each total has `evidence`.
   */
  totals: { amount: string; unit: string; 'at-least': boolean; evidence?: 'secondary' }[];
  granted: string[];
  /**
   * The measures that are excluded, with the limits that exclude them and the measure that each
   * limit keeps.
   */
  losers: { measure: string; because: { limit: Limit; kept: string }[] }[];
  /** The caps that reduce the total. `taken-off` is null if the total is unlimited. */
  cuts: { limit: Limit; 'taken-off': string | null }[];
  /** The granted measures without a figure. */
  'without-figure': string[];
  /** The granted measures whose figure is from a secondary source. */
  unconfirmed: string[];
  /** False if not all sets were compared, so that a better one may exist. */
  exact: boolean;
}

export interface Limit {
  kind: 'at-most-one' | 'highest-only' | 'same-matter' | 'cap';
  label: string;
  provisions: Provision[];
}
