#!/usr/bin/env node
// The part of DuckDB's command line that the guide uses: `duckdb [-csv] FILE < SCRIPT`. Prints the
// rows of each query as CSV. The tests need no other DuckDB than the npm package.
import { text } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';

const path = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
const cell = (value) => {
  const isList = value !== null && typeof value === 'object' && 'items' in value;
  const plain = isList ? `[${value.items.join(', ')}]` : value === null ? '' : String(value);
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const instance = await DuckDBInstance.create(path);
const connection = await instance.connect();
try {
  const statements = await connection.extractStatements(await text(process.stdin));
  for (let index = 0; index < statements.count; index += 1) {
    const statement = await statements.prepare(index);
    const reader = await statement.runAndReadAll();
    // INSERT and COPY return the number of rows, which the command line does not print.
    if (reader.columnNames().join() === 'Count' || reader.columnCount === 0) continue;
    if (reader.columnNames().join() === 'Success') continue;
    const rows = [reader.columnNames(), ...reader.getRows()];
    process.stdout.write(rows.map((row) => `${row.map(cell).join(',')}\n`).join(''));
  }
} catch (error) {
  process.stderr.write(`Error: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  connection.closeSync();
  instance.closeSync();
}
