// DuckDB in this process.
import { DuckDBInstance } from '@duckdb/node-api';
import { rowsQuery, typedValues } from './columns.mjs';

/** A database in memory with the table `firms`. */
export class DuckDb {
  /** @param {import('@duckdb/node-api').DuckDBConnection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  static async open() {
    const instance = await DuckDBInstance.create(':memory:');
    return new DuckDb(await instance.connect());
  }

  close() {
    this.connection.closeSync();
  }

  /** @param {string} statement */
  async run(statement) {
    await this.connection.run(statement);
  }

  /** All rows of a small result, as text. @param {string} query */
  async table(query) {
    const rows = (await this.connection.runAndReadAll(query)).getRowsJson();
    return rows.map((row) => row.map(String));
  }

  async version() {
    return (await this.table('SELECT version()'))[0][0];
  }

  /** @param {string} zone */
  async setTimeZone(zone) {
    await this.run(`SET TimeZone = '${zone}'`);
  }

  /**
   * Creates the table `firms` from a file of invented firms.
   * @param {any[]} facts
   * @param {string} csv
   */
  async load(facts, csv, isText = false) {
    const source = `read_csv('${csv}', header = true, all_varchar = true, nullstr = '')`;
    const values = typedValues(facts, 'duckdb', isText);
    await this.run(`CREATE OR REPLACE TABLE firms AS SELECT ${values} FROM ${source}`);
  }

  /** Keeps the first firms only. @param {number} count */
  async keep(count) {
    await this.run(`DELETE FROM firms WHERE id > 'F${String(count).padStart(7, '0')}'`);
  }

  /**
   * The rows of the output of `eligibility sql`, in batches.
   * @param {string} query
   */
  async *rows(query) {
    const result = await this.connection.stream(rowsQuery(query, 'duckdb'));
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      const [firms, measures, rows] = [0, 1, 2].map(
        (index) => /** @type {string[]} */ (chunk.getColumnValues(index)),
      );
      yield { firms, measures, rows };
    }
  }
}
