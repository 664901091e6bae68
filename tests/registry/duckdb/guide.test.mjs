// The guide docs/guides/whole-registry.md: its commands, run on the invented registry, with the
// output that it shows. `UPDATE=1` rewrites that output.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { COMMAND, inRepository } from '../support/command.mjs';

const PAGE = inRepository('docs/guides/whole-registry.md');
const guide = readFileSync(PAGE, 'utf8');

// The folder in which the commands run.
const folder = mkdtempSync(join(tmpdir(), 'eligibility-registry-'));
after(() => rmSync(folder, { recursive: true }));
const bin = join(folder, 'bin');
mkdirSync(bin);
symlinkSync(COMMAND, join(bin, 'eligibility'));
const cli = inRepository('tests/registry/support/duckdb-cli.mjs');
writeFileSync(join(bin, 'duckdb'), `#!/bin/sh\nexec node '${cli}' "$@"\n`);
chmodSync(join(bin, 'duckdb'), 0o755);
for (const name of ['packs', 'docs']) symlinkSync(inRepository(name), join(folder, name));

/** Runs commands of the guide. @param {string} commands */
function run(commands) {
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, LC_ALL: 'C', NO_COLOR: '1' };
  const options = { cwd: folder, env, maxBuffer: 1 << 28 };
  const result = spawnSync('bash', ['-ec', commands], { ...options, encoding: 'utf8' });
  assert.equal(result.status, 0, `${commands}\n${result.stderr}`);
  return result.stdout;
}

/** The blocks of commands, each with the output that follows it. */
const steps = [...guide.matchAll(/^```sh\n(.*?)\n```\n(?:\n```text\n(.*?)\n```\n)?/gms)].map(
  ([block, commands, output]) => ({ block, commands, output }),
);

test('the guide has commands for every step', () => {
  const used = ['--template', '--check', '--view', 'invite', '--site'];
  const all = steps.map(({ commands }) => commands).join('\n');
  assert.deepEqual(
    used.filter((option) => !all.includes(option)),
    [],
  );
});

test('every query of the folder is in the guide', () => {
  for (const name of readdirSync(inRepository('docs/guides/whole-registry'))) {
    assert.ok(guide.includes(`whole-registry/${name}`), name);
  }
});

let updated = guide;
for (const { block, commands, output } of steps) {
  test(commands.split('\n')[0], () => {
    const printed = run(commands).trimEnd();
    if (process.env.UPDATE && output !== undefined) {
      updated = updated.replace(block, () => block.replace(output, () => printed));
      writeFileSync(PAGE, updated);
    } else {
      assert.equal(printed, output ?? '');
    }
  });
}

test('the mapping file fits the pack, in every dialect', () => {
  const [, map] = /^```json\n(.*?)\n```/ms.exec(guide) ?? [];
  writeFileSync(join(folder, 'map.json'), map);
  for (const [dialect, table] of [
    ['duckdb', '"registry"."enterprises"'],
    ['postgres', '"registry"."enterprises"'],
    ['spark', '`registry`.`enterprises`'],
  ]) {
    const options = `--dialect ${dialect} --columns map.json --topic small-tax`;
    const sql = run(`eligibility sql --pack packs/national-sme-2026.json ${options}`);
    assert.ok(sql.includes(table) && sql.includes('vat_kind'), sql);
  }
});

test('the lists name the firms that the database counts', () => {
  const names = readdirSync(join(folder, 'lists'));
  const lists = names.filter((name) => name.startsWith('invite-'));
  assert.ok(lists.length > 0, names.join());
  for (const name of lists) {
    const measure = name.slice('invite-'.length, -'.csv'.length);
    const rows = readFileSync(join(folder, 'lists', name), 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1);
    const met = rows.filter((row) => row.includes(',"met",')).length;
    const query = `SELECT count(*) FROM outcomes WHERE measure = '${measure}' AND outcome = 'met';`;
    const counted = run(`echo "${query}" | duckdb -csv registry.db`).split('\n')[1];
    assert.equal(String(met), counted, name);
    assert.ok(rows.every((row) => row.includes('"https://www.example.org/check/#r=')));
  }
});
