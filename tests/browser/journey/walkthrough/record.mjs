// The file format of the record: a list of states. A part that is equal to the last recorded part
// of the same name is written as `=`, so that a diff shows what each step changes.
import { readFileSync, writeFileSync } from 'node:fs';

const SAME = '=';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The last value of each part after this state. */
const merge = (before, state) => {
  const parts = Object.entries(state).map(([name, value]) => [
    name,
    isObject(value) ? merge(before[name] ?? {}, value) : value,
  ]);
  return { ...before, ...Object.fromEntries(parts) };
};

/**
 * A state with `=` for each part that is equal to its last value. Results are compared by group.
 */
function shorten(state, before) {
  const parts = Object.entries(state).map(([name, value]) => {
    const old = before[name];
    if (typeof value === 'string' || old === undefined) return [name, value];
    if (JSON.stringify(value) === JSON.stringify(old)) return [name, SAME];
    return [name, isObject(value) && isObject(old) ? shorten(value, old) : value];
  });
  return Object.fromEntries(parts);
}

/** Reverses {@link shorten}. */
function complete(state, before) {
  const parts = Object.entries(state).map(([name, value]) => {
    if (value === SAME) return [name, before[name]];
    return [name, isObject(value) ? complete(value, before[name] ?? {}) : value];
  });
  return Object.fromEntries(parts);
}

/** Reads a record and restores the full states. */
export function readRecord(file) {
  let last = {};
  return JSON.parse(readFileSync(file, 'utf8')).map((short) => {
    const state = complete(short, last);
    last = merge(last, state);
    return state;
  });
}

export function writeRecord(file, states) {
  let last = {};
  const shortened = states.map((state) => {
    const short = shorten(state, last);
    last = merge(last, state);
    return short;
  });
  writeFileSync(file, `${JSON.stringify(shortened, null, 1)}\n`);
}
