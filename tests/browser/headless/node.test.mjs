// The rules without the widget: from Node.js the same replies as the native command's, whatever the firm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { before, describe, test } from 'node:test';
import { SCENARIOS, assess, explain } from '../support/command.mjs';
import { AUTHORED, DIST, IN_FORCE } from '../support/page.mjs';
import { BROWSER_PACK, packOfFormat } from '../support/packs.mjs';

const { open } = await import(pathToFileURL(`${DIST}/eligibility-headless.js`).href);
const said = ({ 'as-of': asOf, answers }) => ({ asOf, answers });
const LAPSED = { asOf: '2026-03-02', answers: SCENARIOS[0].answers };

let rules;
before(async () => (rules = await open(pathToFileURL(`${DIST}/rules.zh-Hans.json`))));

describe('the same as the native command', () => {
  test('assess, byte for byte, for every firm of the scenarios', () => {
    const cases = SCENARIOS.map(({ name, 'as-of': asOf, answers }) => ({ id: name, 'as-of': asOf, answers }));
    const native = assess(cases);
    assert.equal(native.length, SCENARIOS.length);
    cases.forEach((firm, place) => assert.equal(JSON.stringify(rules.assess(firm)), native[place]));
  });

  test('explain, with what can be granted together', () => {
    for (const firm of SCENARIOS.filter((_, place) => place % 12 === 0)) {
      const reply = rules.explain(said(firm));
      assert.equal(JSON.stringify(reply), JSON.stringify(explain(firm)), firm.name);
      assert.equal(reply.receipt, rules.code(said(firm)));
    }
  });

  test('explain of one measure, and after the policy has ended', () => {
    const [firm] = SCENARIOS;
    const [measure] = Object.keys(firm.expect);
    assert.deepEqual(rules.explain(said(firm), measure), explain(firm, measure));
    const lapsed = rules.explain(LAPSED);
    assert.deepEqual(lapsed, explain({ 'as-of': LAPSED.asOf, answers: LAPSED.answers }));
    assert.deepEqual(lapsed['as-of'], { asked: LAPSED.asOf, evaluated: '2020-12-31', standing: 'lapsed' });
  });

  test('a fraction is the decimal that was written, as a number or as a text', () => {
    const revenue = (value) => rules.assess({ asOf: IN_FORCE, answers: { 'building-revenue': value } });
    assert.deepEqual(revenue(100.01), revenue('100.01'));
    assert.throws(() => revenue(0.1 + 0.2), /building-revenue.*decimal/);
  });
});

describe('an interview', () => {
  test('asks what assess calls next, and ends with every answer 不清楚', () => {
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

  test('has nothing to ask when the policy has ended', () => assert.equal(rules.next(LAPSED), null));
});

describe('a receipt', () => {
  test('is read back as a case that can be asked about again', () => {
    for (const firm of SCENARIOS.slice(0, 20)) {
      const code = rules.code(said(firm));
      const back = rules.readCode(code.toLowerCase().replaceAll('-', ' '));
      assert.equal(back['as-of'], firm['as-of']);
      assert.deepEqual(rules.assess(back), rules.assess(said(firm)));
      assert.equal(rules.code(back), code);
    }
  });
});

describe('a case', () => {
  test('gets its id back as it came', () => {
    for (const id of ['一', 7, 0.1, null, { firm: [7, 0.1] }]) assert.deepEqual(rules.assess({ id, asOf: IN_FORCE }).id, id);
    assert.equal(rules.assess({ asOf: IN_FORCE }).id, null);
  });

  test('without a day is asked about today; what is undefined has not been answered', () => {
    assert.deepEqual(rules.assess({}), rules.assess({ asOf: undefined, answers: { 'applicant-kind': undefined } }));
    assert.equal(rules.explain({}, 'grow-rd')['as-of'].asked, new Date().toLocaleDateString('sv'));
  });
});

describe('what cannot be used throws an error that says what to do', () => {
  const asked = (answers, more) => () => rules.assess({ asOf: IN_FORCE, answers, ...more });
  for (const [name, call, message] of [
    ['a fact misspelt', asked({ 'aplicant-kind': 'other' }), /`aplicant-kind`: no fact has this id; did you mean `applicant-kind`\?/],
    ['a value of another kind', asked({ 'registered-in-tianhe': 'yes' }), /`registered-in-tianhe`: expected `true` or `false`/],
    ['two of them', asked({ 'rd-spending': '1,5', 'applicant-kind': 'firm' }), /`rd-spending`.*`applicant-kind`: not an option/],
    ['an answer that is null', asked({ 'rd-spending': NaN }), /found `null`/],
    ['answers that are a list', asked([]), /expected an object of answers/],
    ['a day that does not exist', asked({}, { asOf: '2019-02-29' }), /`as-of`: expected a day written YYYY-MM-DD, found the string `2019-02-29`/],
    ['a key that is unknown', asked({}, { answer: {} }), /`answer`: unknown key; known are id, as-of, answers/],
    ['no case', () => rules.next(), /expected a case/],
    ['a text', () => rules.explain('{}'), /expected a case/],
    ['a measure misspelt', () => rules.explain({}, 'grow-rdd'), /no measure has the id `grow-rdd`; did you mean `grow-rd`\?/],
    ['a code cut off', () => rules.readCode(rules.code(LAPSED).slice(0, -1)), /damaged.*; compare the code with the sheet/],
    ['no code', () => rules.readCode(''), /empty; type the code/],
  ])
    test(name, () => assert.throws(call, (error) => error instanceof Error && message.test(error.message)));

  for (const [name, pack, message] of [
    ['an authored pack', AUTHORED, /authored pack.*`eligibility bundle`/],
    ['a pack altered on its way', BROWSER_PACK.replace('天河', '天何'), /damaged/],
    ['a pack of a later format', packOfFormat(2), /another format/],
    ['a pack that is not there', 'none.json', /none\.json/],
    ['nothing', '', /expected the text or the address of a rule pack/],
  ])
    test(`${name} is not opened`, () => assert.rejects(open(pack), message));

  test('and the rules work on', () => assert.equal(rules.assess({ asOf: IN_FORCE }).format, 1));
});

test('the text of a pack and the bytes of the module do as well as their addresses', async () => {
  const again = await open(BROWSER_PACK, { wasm: readFileSync(`${DIST}/eligibility-headless.wasm`) });
  assert.deepEqual(again.assess({ asOf: IN_FORCE }), rules.assess({ asOf: IN_FORCE }));
});
