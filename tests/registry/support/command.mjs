// The native command, the invented firms, and the packs under test.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The absolute path of a file in the repository. @param {string} path */
export const inRepository = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const COMMAND = process.env.ELIGIBILITY || inRepository('target/debug/eligibility');
export const PACKS_TOOL = process.env.PACKS_TOOL || inRepository('target/debug/packs');
const FIRMS = process.env.FIRMS || inRepository('target/debug/firms');

/** The number of firms of each pack; if it is not set, each pack has its own. */
export const COUNT = Number(process.env.COUNT || 0);
export const SEED = process.env.SEED || '1';

/**
 * A pack under test.
 * @typedef {object} Pack
 * @property {string} name
 * @property {string} file
 * @property {string} scenarios  a folder of firms to start from
 * @property {string} asOf
 * @property {number} count  the number of firms
 * @property {Record<string, number>} floors  the least share of rows with each outcome, in percent
 * @property {string[]} without  measures that `eligibility sql` cannot translate
 * @property {boolean} oneByOne  one query per measure: a database plans a single one for too long
 * @property {any} rules  the authored pack
 */

/** @type {Pack[]} */
export const PACKS = [
  {
    name: 'tianhe',
    file: 'rules.json',
    scenarios: 'tests/scenarios',
    asOf: '2019-05-15',
    floors: {
      open: 5,
      'not-met': 5,
      'not-applicable': 5,
      met: 1,
      'met-in-direction': 0.2,
      'met-once-settled': 0.01,
    },
  },
  {
    name: 'national-sme',
    file: 'packs/national-sme-2026.json',
    scenarios: 'tests/scenarios-national-sme-2026',
    asOf: '2026-11-01',
    floors: { open: 10, 'not-met': 10, met: 1 },
    oneByOne: true,
  },
  {
    name: 'fennmark',
    file: 'packs/example-fennmark.json',
    scenarios: 'tests/scenarios-fennmark',
    asOf: '2031-06-15',
    floors: { open: 5, 'not-met': 5, met: 5 },
  },
].map((pack) => ({
  without: [],
  oneByOne: false,
  count: COUNT || 100_000,
  ...pack,
  file: inRepository(pack.file),
  scenarios: inRepository(pack.scenarios),
  rules: JSON.parse(readFileSync(inRepository(pack.file), 'utf8')),
}));

/**
 * Runs the command and returns its standard output.
 * @param {string[]} args
 * @param {string} [input]
 */
export const run = (args, input) =>
  execFileSync(COMMAND, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });

/** The measures that `eligibility sql` translates. @param {Pack} pack @returns {string[]} */
export const translated = (pack) =>
  pack.rules.measures.map(({ id }) => id).filter((id) => !pack.without.includes(id));

/**
 * The output of `eligibility sql` for a pack, without the semicolon at its end.
 * @param {Pack} pack
 * @param {string} dialect
 * @param {{measures?: string[], options?: string[]}} [choice]  measures: all if empty
 */
export function sql(pack, dialect, { measures = [], options = [] } = {}) {
  const only = measures.flatMap((id) => ['--measure', id]);
  const args = ['sql', '--pack', pack.file, '--dialect', dialect, '--as-of', pack.asOf];
  return run([...args, ...only, ...options])
    .trimEnd()
    .replace(/;$/, '');
}

/**
 * The queries for all measures of a pack: one, or one per measure.
 * @param {Pack} pack
 * @param {string} dialect
 */
export const queries = (pack, dialect) =>
  pack.oneByOne
    ? translated(pack).map((id) => sql(pack, dialect, { measures: [id] }))
    : [sql(pack, dialect)];

/**
 * Writes invented firms as a table and as cases. Returns the paths of the two files.
 * @param {Pack} pack
 * @param {number} [count]
 * @param {{seed?: string, isContradictory?: boolean}} [choice]
 */
export function writeFirms(pack, count = pack.count, { seed = SEED, isContradictory } = {}) {
  const folder = inRepository('build/registry');
  mkdirSync(folder, { recursive: true });
  const name = `${pack.name}-${isContradictory ? 'contradictory-' : ''}${count}`;
  const [csv, cases] = ['csv', 'jsonl'].map((type) => `${folder}/${name}.${type}`);
  const scenarios = pack.scenarios ? ['--scenarios', pack.scenarios] : [];
  const from = ['--pack', pack.file, ...scenarios, '--as-of', pack.asOf];
  const which = ['--count', String(count), '--seed', seed];
  if (isContradictory) which.push('--contradictory');
  execFileSync(FIRMS, [...from, ...which, '--csv', csv, '--cases', cases]);
  return { csv, cases };
}

/**
 * The replies of `eligibility assess`, one at a time.
 * @param {Pack} pack
 * @param {string} cases  a file of cases
 * @returns {AsyncGenerator<any>}
 */
export async function* assess(pack, cases) {
  const { openSync } = await import('node:fs');
  const only = process.env.ASSESS_ALL ? [] : ['--only', ...translated(pack)];
  const args = ['assess', '--pack', pack.file, '--as-of', pack.asOf, ...only];
  const command = spawn(COMMAND, args, { stdio: [openSync(cases, 'r'), 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => command.on('close', resolve));
  for await (const line of createInterface({ input: command.stdout, crlfDelay: Infinity })) {
    yield JSON.parse(line);
  }
  const status = await ended;
  if (status !== 0) throw new Error(`eligibility assess ended with status ${status}`);
}

/**
 * All replies of `eligibility assess` to cases of which some have errors.
 * @param {Pack} pack
 * @param {string} cases
 * @param {string[]} [options]
 * @returns {any[]}
 */
export function repliesWithErrors(pack, cases, options = []) {
  let output = '';
  try {
    output = run(['assess', '--pack', pack.file, '--as-of', pack.asOf, ...options], cases);
  } catch (error) {
    // Status 1, because of the errors.
    output = /** @type {any} */ (error).stdout;
  }
  const lines = output.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}
