// The report of `make test` on browsers: which of them ran, and which were not installed.
//
//   report.mjs clear    removes the records of an earlier run
//   report.mjs print    prints the report
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../support/command.mjs';
import { ENGINES } from './engines.mjs';

const RECORDS = inRepository('build/engines');

/**
 * Records that all tests of a browser have passed.
 * @param {string} id
 * @param {string} name  with its version
 */
export function recordRun(id, name) {
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(join(RECORDS, id), name);
}

if (process.argv[2] === 'clear') rmSync(RECORDS, { recursive: true, force: true });
if (process.argv[2] === 'print') {
  mkdirSync(RECORDS, { recursive: true });
  const recorded = readdirSync(RECORDS);
  const ran = ENGINES.filter(({ id }) => recorded.includes(id)).map(({ id }) =>
    readFileSync(join(RECORDS, id), 'utf8'),
  );
  const missing = ENGINES.filter(
    ({ id, isInstalled }) => !isInstalled && !recorded.includes(id),
  ).map(({ name }) => name);
  const failed = ENGINES.filter(({ id, isInstalled }) => isInstalled && !recorded.includes(id)).map(
    ({ name }) => name,
  );
  const parts = [`${ran.join(', ') || 'none'} ran`];
  if (missing.length)
    parts.push(`not installed: ${missing.join(', ')} (make test-browsers installs and runs them)`);
  if (failed.length) parts.push(`failed: ${failed.join(', ')}`);
  console.log(`browsers: ${parts.join('; ')}`);
}
