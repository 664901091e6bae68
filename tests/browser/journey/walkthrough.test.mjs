// Walks through the widget step by step and compares each state with `walkthrough/recorded.json`.
// `UPDATE=1 node --test journey/walkthrough.test.mjs` rewrites the record. Review the diff before committing it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startSite } from '../support/page.mjs';
import { observe, watch } from './walkthrough/observe.mjs';
import { readRecord, writeRecord } from './walkthrough/record.mjs';
import { STEPS } from './walkthrough/steps.mjs';

const FILE = new URL('./walkthrough/recorded.json', import.meta.url);
const WIDTH = 1280;
/** Unchanged lines around a difference. */
const CONTEXT = 3;

/** The states of the walk up to its end, or up to the step that failed. */
async function walk(site) {
  const page = await openPage(site, { width: WIDTH });
  const pending = watch(page);
  const states = [];
  for (const { name, act, whole } of STEPS) {
    try {
      await act?.(page);
      states.push({ step: name, ...(await observe(page, { pending, whole })) });
    } catch (error) {
      return { states, failure: `step “${name}” failed: ${error.message}`, errors: page.recorded.errors };
    }
  }
  return { states, failure: '', errors: page.recorded.errors };
}

/** The lines that differ, with some context: `-` is in the record only, `+` on the screen only. */
function difference(recorded, seen) {
  const [a, b] = [recorded, seen].map((state) => JSON.stringify(state, null, 2).split('\n'));
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      i += 1;
      j += 1;
    } else if (j === b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
      lines.push(`- ${a[i]}`);
      i += 1;
    } else {
      lines.push(`+ ${b[j]}`);
      j += 1;
    }
  }
  const isNear = (at) => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => !line.startsWith(' '));
  return lines.filter((_, at) => isNear(at)).join('\n');
}

describe('the recorded walk', () => {
  let site, states, failure, errors, recorded;
  before(async () => {
    site = await startSite();
    ({ states, failure, errors } = await walk(site));
    if (process.env.UPDATE && !failure) writeRecord(FILE, states);
    recorded = readRecord(FILE);
  });
  after(() => site.close());

  test('the walk reaches its last step without an error on the page', () => {
    assert.equal(failure, '');
    assert.deepEqual(errors, []);
  });

  test('the record has a state for each step, at least 50, with distinct names', () => {
    const names = STEPS.map(({ name }) => name);
    assert.deepEqual(recorded.map(({ step }) => step), names);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length >= 50, `${names.length} states`);
  });

  test('the states of the record differ, and cover every kind of screen', () => {
    const all = recorded;
    const distinct = new Set(all.map(({ step, ...state }) => JSON.stringify(state)));
    assert.ok(distinct.size >= 50 && distinct.size >= all.length * 0.8, `${distinct.size} distinct of ${all.length}`);
    for (const part of ['focus', 'question', 'questions', 'results', 'checklist'])
      assert.ok(all.filter((state) => part in state).length >= 5, `${part} is in few states`);
    for (const part of ['heading', 'focus', 'count'])
      assert.ok(new Set(all.map((state) => state[part])).size >= 10, `${part} hardly changes`);
  });

  STEPS.forEach(({ name }, index) =>
    test(name, () => {
      const seen = states[index];
      assert.ok(seen, `not reached: ${failure}`);
      const before = recorded.find(({ step }) => step === name);
      assert.ok(before, 'not in the record; UPDATE=1 writes it');
      if (JSON.stringify(seen) !== JSON.stringify(before)) assert.fail(`step “${name}”:\n${difference(before, seen)}`);
    }),
  );
});
