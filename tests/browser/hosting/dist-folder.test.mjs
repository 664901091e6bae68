// The folder that a web team deploys: its sums, its version's own folder, and the tag to paste.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST } from '../support/page.mjs';

const load = (name) => readFileSync(join(DIST, name));
const hash = (kind, name, encoding) => createHash(kind).update(load(name)).digest(encoding);
const files = (path = '') =>
  readdirSync(join(DIST, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(`${path}${entry.name}/`) : [`${path}${entry.name}`],
  );
const [version] = readdirSync(DIST).filter((name) => /^v\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(name));

test('SHA256SUMS lists every file with its sum, as sha256sum checks it', () => {
  const lines = load('SHA256SUMS').toString().trimEnd().split('\n').map((line) => line.split('  '));
  assert.deepEqual(lines.map(([, name]) => name), files().filter((name) => name !== 'SHA256SUMS').sort());
  for (const [sum, name] of lines) assert.equal(sum, hash('sha256', name, 'hex'), name);
});

test('the folder of the version holds what a page needs, and is named after it', () => {
  const names = files(`${version}/`).map((name) => name.slice(version.length + 1));
  for (const name of ['eligibility-check.js', 'eligibility-widget.wasm', 'eligibility-scan.js', 'eligibility-check.css', 'rules.en.json', 'packs.json', 'built-in/rules.en.json', 'frame.html', 'rulebook.html'])
    assert.ok(names.includes(name), name);
  for (const name of names) assert.ok(load(`${version}/${name}`).equals(load(name)), name);
  const contents = names.sort().map((name) => `${hash('sha256', name, 'hex')}  ${name}\n`).join('');
  assert.ok(version.endsWith(`-${createHash('sha256').update(contents).digest('hex').slice(0, 8)}`));
});

test('the packs that can be replaced are those built in, as long as nobody replaced them', () => {
  const packs = readdirSync(join(DIST, 'built-in')).sort();
  assert.deepEqual(packs, readdirSync(DIST).filter((name) => /^rules\./.test(name)).sort());
  for (const name of packs) assert.ok(load(name).equals(load(`built-in/${name}`)), name);
});

test('each integrity of the tag to paste is that of the file it names', () => {
  const tags = [...load('embed.txt').toString().matchAll(/(?:href|src)="([^"]+)" integrity="sha384-([^"]+)"/g)];
  assert.equal(tags.length, 3);
  for (const [, address, integrity] of tags) {
    assert.ok(address.startsWith(`${version}/`));
    assert.equal(integrity, hash('sha384', address, 'base64'), address);
  }
});
