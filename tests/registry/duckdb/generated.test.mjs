// DuckDB and `eligibility assess` agree on invented packs with every kind of fact and operator.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  COMMAND,
  PACKS_TOOL,
  inRepository,
  sql,
  translated,
  writeFirms,
} from '../support/command.mjs';
import { DuckDb } from '../support/duckdb.mjs';
import { Expected } from '../support/outcomes.mjs';

const PACKS = Number(process.env.PACKS || 60);
const FIRMS = 300;

/** Writes invented packs, and returns their files and their as-of date. */
function writePacks() {
  const folder = inRepository('build/registry/packs');
  mkdirSync(folder, { recursive: true });
  const args = ['--folder', folder, '--count', String(PACKS), '--seed', process.env.SEED || '1'];
  const { stdout, status } = spawnSync(PACKS_TOOL, args, { encoding: 'utf8' });
  assert.equal(status, 0);
  const files = Array.from({ length: PACKS }, (_, index) => `${folder}/${index + 1}.json`);
  return { files, asOf: stdout.trim() };
}

/**
 * The measures of a pack that have no translation.
 * @param {string} file
 * @param {string} asOf
 */
function untranslatable(file, asOf) {
  const options = ['--dialect', 'duckdb', '--as-of', asOf, '--skip-untranslatable'];
  const { stderr } = spawnSync(COMMAND, ['sql', '--pack', file, ...options], { encoding: 'utf8' });
  return [...stderr.matchAll(/measure `([^`]*)` cannot be translated/g)].map(([, id]) => id);
}

test('DuckDB agrees with assess on invented packs', async (context) => {
  const { files, asOf } = writePacks();
  const engine = await DuckDb.open();
  let [rows, measures, refused] = [0, 0, 0];
  try {
    for (const file of files) {
      const without = untranslatable(file, asOf);
      const rules = JSON.parse(readFileSync(file, 'utf8'));
      refused += without.length;
      if (without.length === rules.measures.length) continue;
      measures += rules.measures.length - without.length;
      const pack = {
        name: 'generated',
        file,
        scenarios: '',
        asOf,
        count: FIRMS,
        floors: {},
        without,
        oneByOne: false,
        rules,
      };
      const { csv, cases } = writeFirms(pack);
      const expected = await Expected.of(pack, cases, FIRMS);
      await engine.load(rules.facts, csv);
      const found = engine.rows(sql(pack, 'duckdb', { measures: translated(pack) }));
      const { compared, different, differences } = await expected.compare(found, FIRMS);
      const described = expected.describe(differences, cases);
      assert.equal(different, 0, `${file}: ${different} rows differ, such as:\n${described}`);
      rows += compared;
    }
  } finally {
    engine.close();
  }
  context.diagnostic(`${rows} rows of ${measures} measures; ${refused} measures are refused`);
  assert.ok(measures > PACKS, `only ${measures} measures are translated`);
});
