// A PostgreSQL cluster of its own, in a temporary folder and on a socket.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { columnOf, rowsQuery, typedValues } from './columns.mjs';
import { batches } from './lines.mjs';

/** The folder with the programs of the newest version, as Debian installs them. */
export function programs() {
  const root = '/usr/lib/postgresql';
  const versions = readdirSync(root).sort((one, other) => Number(one) - Number(other));
  return join(root, versions.at(-1) ?? '', 'bin');
}

/** The user to run the server as: PostgreSQL refuses to run as root. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const number = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** A server with the table `firms`. */
export class Postgres {
  /**
   * @param {string} folder
   * @param {import('node:child_process').ChildProcess} server
   */
  constructor(folder, server) {
    this.folder = folder;
    this.server = server;
    this.zone = 'UTC';
  }

  static async open() {
    const folder = mkdtempSync(join(tmpdir(), 'firms-'));
    const user = serverUser();
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
    const data = join(folder, 'data');
    const options = ['-D', data, '-U', 'firms', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
    execFileSync(join(programs(), 'initdb'), options, { ...user, cwd: folder, stdio: 'pipe' });
    const settings = [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'listen_addresses=',
      'jit=off',
    ]
      .concat(['max_wal_size=4GB', 'shared_buffers=512MB', 'work_mem=64MB'])
      .flatMap((setting) => ['-c', setting]);
    const server = spawn(join(programs(), 'postgres'), ['-D', data, '-k', folder, ...settings], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server);
    return new Postgres(folder, server);
  }

  async close() {
    const ended = new Promise((resolve) => this.server.once('close', resolve));
    this.server.kill('SIGINT');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The arguments and the environment of the client. @param {string[]} args */
  client(args) {
    const options = [
      '-X',
      '-q',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      this.folder,
      '-U',
      'firms',
      '-d',
      'postgres',
    ];
    const env = { ...process.env, PGTZ: this.zone, PGOPTIONS: '-c client_min_messages=warning' };
    return { command: join(programs(), 'psql'), args: [...options, ...args], env };
  }

  /** Runs statements and returns the output, cells separated by `|`. @param {string} statements */
  async run(statements) {
    const { command, args, env } = this.client(['-A', '-t', '-f', '-']);
    return execFileSync(command, args, {
      env,
      input: statements,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  }

  /** All rows of a small result, as text. @param {string} query */
  async table(query) {
    const lines = (await this.run(`${query};`)).split('\n').slice(0, -1);
    return lines.map((line) => line.split('|'));
  }

  async version() {
    return (await this.table('SHOW server_version'))[0][0];
  }

  /** @param {string} zone */
  async setTimeZone(zone) {
    this.zone = zone;
  }

  /**
   * Creates the table `firms` from a file of invented firms.
   * @param {any[]} facts
   * @param {string} csv
   */
  async load(facts, csv, isText = false) {
    const columns = ['id', ...facts.map((fact) => `"${columnOf(fact)}"`)];
    await this.run(`
      DROP TABLE IF EXISTS firms;
      CREATE TEMPORARY TABLE cells (${columns.map((column) => `${column} text`).join(', ')});
      \\copy cells FROM '${csv}' WITH (FORMAT csv, HEADER)
      CREATE TABLE firms AS SELECT ${typedValues(facts, 'postgres', isText)} FROM cells;
      ANALYZE firms;
    `);
  }

  /** Keeps the first firms only. @param {number} count */
  async keep(count) {
    await this.run(
      `DELETE FROM firms WHERE id > 'F${String(count).padStart(7, '0')}'; VACUUM FULL firms`,
    );
  }

  /**
   * The rows of the output of `eligibility sql`, in batches.
   * @param {string} query
   */
  async *rows(query) {
    const file = join(this.folder, 'query.sql');
    writeFileSync(file, `COPY (${rowsQuery(query, 'postgres')}) TO STDOUT;\n`);
    const { command, args, env } = this.client(['-f', file]);
    const client = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => client.on('close', resolve));
    client.stdout.setEncoding('utf8');
    yield* batches(client.stdout);
    if ((await ended) !== 0) throw new Error('psql failed');
  }
}

/** Waits until the server accepts connections. @param {any} server */
async function ready(server) {
  const lines = [];
  const log = createInterface({ input: server.stderr });
  await new Promise((resolve, reject) => {
    log.on('line', (line) => {
      lines.push(line);
      if (line.includes('ready to accept connections')) resolve(undefined);
    });
    log.on('close', () => reject(new Error(`PostgreSQL did not start:\n${lines.join('\n')}`)));
  });
}
