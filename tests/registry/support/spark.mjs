// Spark SQL in a process of its own, with two threads.
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { rowsQuery, typedValues } from './columns.mjs';
import { inRepository } from './command.mjs';
import { batches } from './lines.mjs';

const PYTHON = process.env.SPARK_PYTHON || inRepository('build/spark/bin/python');
const SCRIPT = fileURLToPath(new URL('spark_session.py', import.meta.url));

/** A session with the view `firms`. */
export class Spark {
  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.folder = mkdtempSync(join(tmpdir(), 'firms-'));
    this.child = child;
    /** @type {AsyncIterator<string>} */
    this.replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.first = undefined;
  }

  static async open() {
    const env = { ...process.env, PYSPARK_PYTHON: PYTHON };
    // Spark logs every start to standard error; failures are in the replies.
    const log = process.env.SPARK_LOG ? 'inherit' : 'ignore';
    const spark = new Spark(spawn(PYTHON, [SCRIPT], { env, stdio: ['pipe', 'pipe', log] }));
    spark.first = await spark.reply();
    return spark;
  }

  async close() {
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.stdin?.end();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  async reply() {
    const { value, done } = await this.replies.next();
    if (done) throw new Error('Spark ended; SPARK_LOG=1 shows its log');
    const answer = JSON.parse(value);
    if (answer.error) throw new Error(answer.error);
    return answer;
  }

  /** Sends a command and returns its result. @param {any} command */
  async send(command) {
    this.child.stdin?.write(`${JSON.stringify(command)}\n`);
    return (await this.reply()).result;
  }

  async version() {
    return this.first.version;
  }

  /** @param {string} zone */
  async setTimeZone(zone) {
    await this.send({ set: { 'spark.sql.session.timeZone': zone } });
  }

  /**
   * Creates the view `firms` from a file of invented firms.
   * @param {any[]} facts
   * @param {string} csv
   */
  async load(facts, csv, isText = false) {
    this.parquet = join(this.folder, 'firms.parquet');
    await this.send({ load: this.parquet, csv, select: typedValues(facts, 'spark', isText) });
  }

  /** All rows of a small result, as text. @param {string} query @returns {Promise<string[][]>} */
  async table(query) {
    return this.send({ query });
  }

  /** Keeps the first firms only. @param {number} count */
  async keep(count) {
    const last = `F${String(count).padStart(7, '0')}`;
    await this.send({ keep: `SELECT * FROM parquet.\`${this.parquet}\` WHERE id <= '${last}'` });
  }

  /**
   * The rows of the output of `eligibility sql`, in batches.
   * @param {string} query
   */
  async *rows(query) {
    const [file, out] = [join(this.folder, 'query.sql'), join(this.folder, 'rows')];
    const columns = "concat(firm_key, '\\t', measure, '\\t', row_text)";
    writeFileSync(file, `SELECT ${columns} FROM (${rowsQuery(query, 'spark')}) AS rows`);
    await this.send({ rows: file, out });
    for (const part of readdirSync(out).filter((name) => name.startsWith('part-'))) {
      yield* batches(createReadStream(join(out, part), { encoding: 'utf8' }));
    }
  }
}
