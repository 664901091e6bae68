// The engine without the widget, in Node.js: the replies are those of the native command.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { before, describe, test } from 'node:test';
import { SCENARIOS, assess, explain } from '../support/command.mjs';
import { AUTHORED, DIST, IN_FORCE } from '../support/page.mjs';
import { BROWSER_PACK, DAMAGED_PACK, packOfFormat } from '../support/packs.mjs';

const { open } = await import(pathToFileURL(`${DIST}/eligibility-headless.js`).href);
const toCase = ({ 'as-of': asOf, answers }) => ({ asOf, answers });
const LAPSED = { asOf: '2026-03-02', answers: SCENARIOS[0].answers };

let rules;
before(async () => (rules = await open(pathToFileURL(`${DIST}/rules.zh-Hans.json`))));

describe('the replies of the native command', () => {
  test('assess, byte for byte, for every scenario', () => {
    const cases = SCENARIOS.map(({ name, 'as-of': asOf, answers }) => ({
      id: name,
      'as-of': asOf,
      answers,
    }));
    const native = assess(cases);
    assert.equal(native.length, SCENARIOS.length);
    cases.forEach((one, index) => assert.equal(JSON.stringify(rules.assess(one)), native[index]));
  });

  test('explain, with the best combination', () => {
    for (const scenario of SCENARIOS.filter((_, index) => index % 12 === 0)) {
      const reply = rules.explain(toCase(scenario));
      assert.equal(JSON.stringify(reply), JSON.stringify(explain(scenario)), scenario.name);
      assert.equal(reply.receipt, rules.code(toCase(scenario)));
    }
  });

  test('explain of one measure, and after the policy has lapsed', () => {
    const [scenario] = SCENARIOS;
    const [measure] = Object.keys(scenario.expect);
    assert.deepEqual(rules.explain(toCase(scenario), measure), explain(scenario, measure));
    const lapsed = rules.explain(LAPSED);
    assert.deepEqual(lapsed, explain({ 'as-of': LAPSED.asOf, answers: LAPSED.answers }));
    assert.deepEqual(lapsed['as-of'], {
      asked: LAPSED.asOf,
      evaluated: '2020-12-31',
      standing: 'lapsed',
    });
  });

  test('a decimal number is exact, written as a number or as a string', () => {
    const revenue = (value) =>
      rules.assess({ asOf: IN_FORCE, answers: { 'building-revenue': value } });
    assert.deepEqual(revenue(100.01), revenue('100.01'));
    assert.deepEqual(revenue(100n), revenue('100'));
    assert.throws(() => revenue(0.1 + 0.2), /building-revenue.*decimal/);
    assert.throws(() => revenue(9007199254740993), /building-revenue.*decimal/);
    assert.throws(() => revenue(NaN), /building-revenue.*decimal/);
  });

  test('a string is read as people type it, and contradictions are errors', () => {
    const assessed = (answers) => rules.assess({ asOf: IN_FORCE, answers });
    assert.deepEqual(
      assessed({ 'building-revenue': ' 1亿\u200b2000万 ' }),
      assessed({ 'building-revenue': '1.2' }),
    );
    const contradiction = { 'founded-on': '2019年1月2日', 'moved-in-on': '2019-01-01' };
    assert.throws(() => assessed(contradiction), /moved-in-on.*founded-on/);
    assert.throws(() => assessed({ 'founded-on': '0001-01-01' }), /founded-on.*1800/);
  });
});

describe('an interview', () => {
  test('asks the question that assess names, and ends if every answer is 不清楚', () => {
    const answers = {};
    let left = Infinity;
    for (;;) {
      const question = rules.next({ asOf: IN_FORCE, answers });
      assert.equal(rules.assess({ asOf: IN_FORCE, answers }).next, question && question.fact);
      if (!question) break;
      assert.ok(question['left-at-most'] < left && question.measures.length > 0);
      left = question['left-at-most'];
      answers[question.fact] = { 'not-sure': true };
    }
    assert.ok(left > 0 && left < Infinity);
  });

  test('has no question after the policy has lapsed', () => assert.equal(rules.next(LAPSED), null));
});

describe('a receipt', () => {
  test('decodes to a case with the same results', () => {
    for (const scenario of SCENARIOS.slice(0, 20)) {
      const code = rules.code(toCase(scenario));
      const back = rules.readCode(code.toLowerCase().replaceAll('-', ' '));
      assert.equal(back['as-of'], scenario['as-of']);
      assert.deepEqual(rules.assess(back), rules.assess(toCase(scenario)));
      assert.equal(rules.code(back), code);
    }
  });
});

describe('a case', () => {
  test('keeps its id', () => {
    for (const id of ['一', 7, 0.1, null, { nested: [7, 0.1] }])
      assert.deepEqual(rules.assess({ id, asOf: IN_FORCE }).id, id);
    assert.equal(rules.assess({ asOf: IN_FORCE }).id, null);
  });

  test('without a date is evaluated today; an undefined answer is not given', () => {
    assert.deepEqual(
      rules.assess({}),
      rules.assess({ asOf: undefined, answers: { 'applicant-kind': undefined } }),
    );
    assert.equal(rules.explain({}, 'grow-rd')['as-of'].asked, new Date().toLocaleDateString('sv'));
  });
});

describe('an error names what to correct:', () => {
  const assessing = (answers, more) => () => rules.assess({ asOf: IN_FORCE, answers, ...more });
  for (const [name, call, message] of [
    [
      'a misspelt fact',
      assessing({ 'aplicant-kind': 'other' }),
      /`aplicant-kind`: no fact has this id; did you mean `applicant-kind`\?/,
    ],
    [
      'a value of another kind',
      assessing({ 'registered-in-tianhe': 'yes' }),
      /`registered-in-tianhe`: expected `true` or `false`/,
    ],
    [
      'two faults',
      assessing({ 'rd-spending': '1,5', 'applicant-kind': 'scenario' }),
      /`rd-spending`.*`applicant-kind`: not an option/,
    ],
    ['a null answer', assessing({ 'rd-spending': NaN }), /found `null`/],
    ['a list of answers', assessing([]), /expected an object of answers/],
    [
      'a date that does not exist',
      assessing({}, { asOf: '2019-02-29' }),
      /`as-of`: expected a valid date, as YYYY-MM-DD, found the string `2019-02-29`/,
    ],
    [
      'an unknown key',
      assessing({}, { answer: {} }),
      /`answer`: unknown key, expected one of id, as-of, topics, answers/,
    ],
    ['no case', () => rules.next(), /expected a case/],
    ['a string', () => rules.explain('{}'), /expected a case/],
    [
      'a misspelt measure',
      () => rules.explain({}, 'grow-rdd'),
      /no measure has the id `grow-rdd`; did you mean `grow-rd`\?/,
    ],
    [
      'a truncated code',
      () => rules.readCode(rules.code(LAPSED).slice(0, -1)),
      /line 3 of the code is damaged.*; compare this line .* with the checklist/,
    ],
    ['no code', () => rules.readCode(''), /empty; type the code/],
  ])
    test(name, () =>
      assert.throws(call, (error) => error instanceof Error && message.test(error.message)),
    );

  for (const [name, pack, message] of [
    ['an authored pack', AUTHORED, /authored pack.*`eligibility bundle`/],
    ['a damaged pack', DAMAGED_PACK, /damaged/],
    ['a pack of a later format', packOfFormat(2), /another format/],
    ['a missing pack', 'none.json', /none\.json/],
    ['nothing', '', /expected the text or the address of a rule pack/],
  ])
    test(`${name} is not opened`, () => assert.rejects(open(pack), message));

  test('after an error, the next call works', () =>
    assert.equal(rules.assess({ asOf: IN_FORCE }).format, 1));
});

test('open accepts the text of a pack and the bytes of the module', async () => {
  const fromBytes = await open(BROWSER_PACK, {
    wasm: readFileSync(`${DIST}/eligibility-headless.wasm`),
  });
  assert.deepEqual(fromBytes.assess({ asOf: IN_FORCE }), rules.assess({ asOf: IN_FORCE }));
});
