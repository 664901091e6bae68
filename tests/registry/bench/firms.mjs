// Times of `eligibility sql` and of `eligibility assess`: growth with firms and measures.
//
//   node bench/firms.mjs           DuckDB, and PostgreSQL if it is installed
//   BENCH_FIRMS=100000 node …      fewer firms than a million
import { execFileSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { COMMAND, PACKS, sql, translated, writeFirms } from '../support/command.mjs';
import { DuckDb } from '../support/duckdb.mjs';
import { Postgres } from '../support/postgres.mjs';

const MOST = Number(process.env.BENCH_FIRMS || 1_000_000);
/** PostgreSQL computes rows one by one; more firms take as much longer. */
const MOST_POSTGRES = Math.min(MOST, 100_000);

/** The columns that a query computes. Each is read, so that none is optimised away. */
const READ = {
  outcomes: () => 'count(*) AS number, sum(length(outcome)) AS read',
  all: (size) =>
    `count(*) AS number, sum(length(outcome) + coalesce(${size}(missing), 0)) AS read, ` +
    'sum(amount_min) AS least, sum(amount_max) AS most',
};

/** The seconds that a task takes. @param {() => Promise<unknown> | unknown} task */
async function seconds(task) {
  const start = performance.now();
  await task();
  return (performance.now() - start) / 1000;
}

/** @param {(string | number)[]} cells */
function line(cells) {
  const widths = [12, 14, 10, 10, 12, 14, 16];
  console.log(cells.map((cell, index) => String(cell).padStart(widths[index])).join(''));
}

/** @param {number} number */
const grouped = (number) => Math.round(number).toLocaleString('en-GB').replaceAll(',', ' ');

const head = () =>
  line(['engine', 'pack', 'firms', 'measures', 'columns', 'seconds', 'rows a second']);

/**
 * Prints the times of one engine.
 * @param {string} dialect
 * @param {any} engine
 * @param {import('../support/command.mjs').Pack} pack
 * @param {number[]} sizes  numbers of firms, descending
 */
async function times(dialect, engine, pack, sizes) {
  const measures = translated(pack);
  const size = dialect === 'postgres' ? 'cardinality' : 'len';
  for (const [index, firms] of sizes.entries()) {
    if (index > 0) await engine.keep(firms);
    for (const count of [1, 10, measures.length].filter((count) => count <= measures.length)) {
      const query = sql(pack, dialect, { measures: measures.slice(0, count) });
      for (const [columns, read] of Object.entries(READ)) {
        const statement = `SELECT ${read(size)} FROM (\n${query}\n) AS result`;
        const taken = await seconds(() => engine.table(statement));
        const rows = grouped((firms * count) / taken);
        line([dialect, pack.name, grouped(firms), count, columns, taken.toFixed(2), rows]);
      }
    }
  }
}

/**
 * Prints the time of `eligibility assess`.
 * @param {import('../support/command.mjs').Pack} pack
 * @param {string} cases
 * @param {number} firms
 * @param {string[]} options
 */
async function assessTime(pack, cases, firms, options) {
  const args = ['assess', '--pack', pack.file, '--as-of', pack.asOf, ...options];
  const stdio = /** @type {const} */ ([openSync(cases, 'r'), 'ignore', 'inherit']);
  const taken = await seconds(() => execFileSync(COMMAND, args, { stdio: [...stdio] }));
  const count = options.includes('--only') ? translated(pack).length : pack.rules.measures.length;
  const columns = options.includes('--outcomes')
    ? 'outcomes'
    : options.includes('--only')
      ? 'all'
      : 'all, next';
  line([
    'assess',
    pack.name,
    grouped(firms),
    count,
    columns,
    taken.toFixed(2),
    grouped((firms * count) / taken),
  ]);
}

const sizes = [MOST, MOST / 10, MOST / 100];
for (const pack of PACKS.filter(({ name }) => name === 'tianhe')) {
  head();
  const small = writeFirms(pack, MOST / 100);
  await assessTime(pack, small.cases, MOST / 100, []);
  await assessTime(pack, small.cases, MOST / 100, ['--only', ...translated(pack)]);
  await assessTime(pack, small.cases, MOST / 100, ['--outcomes']);
  const { csv } = writeFirms(pack, MOST);
  const duckdb = await DuckDb.open();
  const loading = await seconds(() => duckdb.load(pack.rules.facts, csv));
  line(['duckdb', pack.name, grouped(MOST), '', 'load', loading.toFixed(2), '']);
  await times('duckdb', duckdb, pack, sizes);
  duckdb.close();
  if (!existsSync('/usr/lib/postgresql')) continue;
  const postgres = await Postgres.open();
  await postgres.load(pack.rules.facts, csv);
  await postgres.keep(MOST_POSTGRES);
  await times('postgres', postgres, pack, [MOST_POSTGRES, MOST_POSTGRES / 10]);
  await postgres.close();
}
