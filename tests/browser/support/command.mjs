// The native command and the scenarios. Expected results come from here, never from the page.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The absolute path of a file in the repository. @param {string} path */
export const inRepository = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
export const COMMAND = process.env.ELIGIBILITY || inRepository('target/debug/eligibility');

/** The labels of the outcomes on the page, in the order of the counts. */
const OUTCOME_LABELS = {
  met: '满足条件',
  'met-in-direction': '待认定',
  'met-once-settled': '落户后可申报',
  open: '还要回答',
  'not-met': '不符合',
  'not-applicable': '与您无关',
  'not-in-force': '不在有效期',
};
/** The outcomes of measures that a checklist lists in full. */
export const REACHABLE = ['met', 'met-in-direction', 'met-once-settled', 'open'];

const readScenarios = (file) =>
  JSON.parse(readFileSync(inRepository(`tests/scenarios/${file}`), 'utf8'));

/** The scenario of a file whose name begins with `name`. */
export function scenario(file, name) {
  const found = readScenarios(`${file}.json`).find((scenario) => scenario.name.startsWith(name));
  if (!found) throw new Error(`tests/scenarios/${file}.json: no scenario begins with ${name}`);
  return found;
}

/** All scenarios. */
export const SCENARIOS = readdirSync(inRepository('tests/scenarios')).flatMap(readScenarios);

const run = (args, input) =>
  execFileSync(COMMAND, [...args, '--pack', inRepository('rules.json')], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });

/** The output of `eligibility explain --json` for a case, optionally for one measure. */
export function explain({ 'as-of': asOf, answers, topics = [] }, measure) {
  const args = ['explain', '--json', ...(measure ? ['--measure', measure] : [])];
  return JSON.parse(run(args, JSON.stringify({ 'as-of': asOf, answers, topics })));
}

/** The output lines of `eligibility assess` for a list of cases. */
export const assess = (cases) =>
  run(['assess'], cases.map((one) => JSON.stringify(one)).join('\n'))
    .trimEnd()
    .split('\n');

/** The fact to ask next about these topics, or about everything; or null. */
export const nextQuestion = (asOf, answers, topics = []) =>
  JSON.parse(assess([{ 'as-of': asOf, answers, topics }])[0]).next;

/** The line of counts that the page shows for these measures. */
export function countsText(measures) {
  const counts = Object.entries(OUTCOME_LABELS).map(([outcome, label]) => [
    label,
    measures.filter((m) => m.outcome === outcome).length,
  ]);
  return counts
    .filter(([, count]) => count)
    .map(([label, count]) => `${label} ${count}`)
    .join('、');
}

/** The line of counts that the page must show for these answers. */
export const expectedCounts = (asOf, answers) =>
  countsText(explain({ 'as-of': asOf, answers }).measures);
