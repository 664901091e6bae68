// A firm, and what the command line says of it: what a page shows is never checked against the page itself.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const inRepository = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
export const COMMAND = process.env.ELIGIBILITY || inRepository('target/debug/eligibility');

/** The outcomes in the words of the page. */
export const OUTCOME_LABELS = {
  met: '符合',
  'met-in-direction': '方向匹配·待核实',
  open: '还差信息',
  'not-met': '不符合',
  'not-applicable': '不涉及',
  'not-in-force': '不在有效期',
};
export const REACHABLE = ['met', 'met-in-direction', 'open'];

/** The firm of a scenario, by the beginning of its name. */
export function scenario(file, name) {
  const scenarios = JSON.parse(readFileSync(inRepository(`tests/scenarios/${file}.json`), 'utf8'));
  const found = scenarios.find((scenario) => scenario.name.startsWith(name));
  if (!found) throw new Error(`tests/scenarios/${file}.json: no scenario begins with ${name}`);
  return found;
}

/** Every firm of the scenarios. */
export const SCENARIOS = readdirSync(inRepository('tests/scenarios')).flatMap((name) => JSON.parse(readFileSync(inRepository(`tests/scenarios/${name}`), 'utf8')));

const run = (args, input) =>
  execFileSync(COMMAND, [...args, '--pack', inRepository('rules.json')], { input, encoding: 'utf8', maxBuffer: 1 << 26 });

/** What `eligibility explain --json` says of a case, or of one measure. */
export function explain({ 'as-of': asOf, answers }, measure) {
  const args = ['explain', '--json', ...(measure ? ['--measure', measure] : [])];
  return JSON.parse(run(args, JSON.stringify({ 'as-of': asOf, answers })));
}

/** What `eligibility assess` says of cases: its lines, as they stand. */
export const assess = (cases) =>
  run(['assess'], cases.map((said) => JSON.stringify(said)).join('\n')).trimEnd().split('\n');

/** The line of counts as the page words it. */
export function countsText(measures) {
  const counts = Object.keys(OUTCOME_LABELS).map((outcome) => [OUTCOME_LABELS[outcome], measures.filter((m) => m.outcome === outcome).length]);
  return counts.filter(([, count]) => count).map(([word, count]) => `${word} ${count}`).join('、');
}
