// Walks through the widget step by step and compares each state with `walkthrough/recorded.json`.
// `UPDATE=1 node --test journey/walkthrough.test.mjs` rewrites the record. Review the diff before
// committing it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, startSite } from '../support/page.mjs';
import { observe, watchRequests } from './walkthrough/observe.mjs';
import { readRecord, writeRecord } from './walkthrough/record.mjs';
import { STEPS } from './walkthrough/steps.mjs';

const FILE = new URL('./walkthrough/recorded.json', import.meta.url);
const WIDTH = 1280;
/** The number of unchanged lines around a difference. */
const CONTEXT = 3;

/** The states after each step, up to the first step that fails. */
async function walkThrough(site) {
  const page = await openPage(site, { width: WIDTH });
  const pending = watchRequests(page);
  const states = [];
  for (const { name, act, whole } of STEPS) {
    try {
      await act?.(page);
      states.push({ step: name, ...(await observe(page, { pending, whole })) });
    } catch (error) {
      return {
        states,
        failure: `step “${name}” failed: ${error.message}`,
        errors: page.recorded.errors,
      };
    }
  }
  return { states, failure: '', errors: page.recorded.errors };
}

/** The lines that differ, with context: `-` is only in the record, `+` only on the screen. */
function difference(recorded, seen) {
  const [a, b] = [recorded, seen].map((state) => JSON.stringify(state, null, 2).split('\n'));
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i][j] =
        a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
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
  const isNear = (at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => !line.startsWith(' '));
  return lines.filter((_, at) => isNear(at)).join('\n');
}

describe('the recorded walkthrough', () => {
  let site, states, failure, errors, recorded;
  before(async () => {
    site = await startSite();
    ({ states, failure, errors } = await walkThrough(site));
    if (process.env.UPDATE && !failure) writeRecord(FILE, states);
    recorded = readRecord(FILE);
  });
  after(() => site.close());

  test('the last step is reached without errors on the page', () => {
    assert.equal(failure, '');
    assert.deepEqual(errors, []);
  });

  test('the record has a state for each step, at least 50, with distinct names', () => {
    const names = STEPS.map(({ name }) => name);
    assert.deepEqual(
      recorded.map(({ step }) => step),
      names,
    );
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length >= 50, `${names.length} states`);
  });

  test('the recorded states differ and cover every kind of screen', () => {
    const distinct = new Set(recorded.map(({ step, ...state }) => JSON.stringify(state)));
    assert.ok(
      distinct.size >= 50 && distinct.size >= recorded.length * 0.8,
      `${distinct.size} distinct of ${recorded.length}`,
    );
    for (const [part, least] of /** @type {const} */ ([
      ['focus', 50],
      ['question', 5],
      ['questions', 5],
      ['results', 10],
      ['checklist', 1],
    ]))
      assert.ok(
        recorded.filter((state) => part in state).length >= least,
        `few states have ${part}`,
      );
    for (const part of ['heading', 'focus', 'said'])
      assert.ok(new Set(recorded.map((state) => state[part])).size >= 8, `${part} rarely changes`);
  });

  STEPS.forEach(({ name }, index) =>
    test(name, () => {
      const seen = states[index];
      assert.ok(seen, `not reached: ${failure}`);
      const expected = recorded.find(({ step }) => step === name);
      assert.ok(expected, 'not in the record; UPDATE=1 adds it');
      if (JSON.stringify(seen) !== JSON.stringify(expected))
        assert.fail(`step “${name}”:\n${difference(expected, seen)}`);
    }),
  );
});
