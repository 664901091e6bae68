// Which browsers ran: each test that got to its end leaves a note, and this tells them, and what did not run and how to get it.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../support/command.mjs';
import { ENGINES } from './engines.mjs';

const NOTES = inRepository('build/engines');

/** A journey has come to its end. @param {string} id @param {string} name  with its version */
export function recordRun(id, name) {
  mkdirSync(NOTES, { recursive: true });
  writeFileSync(join(NOTES, id), name);
}

if (process.argv[2] === 'clear') rmSync(NOTES, { recursive: true, force: true });
if (process.argv[2] === 'print') {
  mkdirSync(NOTES, { recursive: true });
  const notes = readdirSync(NOTES);
  const done = ENGINES.filter(({ id }) => notes.includes(id)).map(({ id }) => readFileSync(join(NOTES, id), 'utf8'));
  const absent = ENGINES.filter(({ id, here }) => !here && !notes.includes(id)).map(({ name }) => name);
  const silent = ENGINES.filter(({ id, here }) => here && !notes.includes(id)).map(({ name }) => name);
  const parts = [`${done.join(', ') || 'none'} ran`];
  if (absent.length) parts.push(`NOT RUN, as not installed: ${absent.join(', ')} (make test-browsers installs and runs them)`);
  if (silent.length) parts.push(`NOT RUN: ${silent.join(', ')}`);
  console.log(`browsers: ${parts.join('; ')}`);
}
