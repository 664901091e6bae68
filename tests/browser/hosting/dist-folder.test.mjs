// dist/, the folder that a web team deploys: checksums, the versioned folder, and the tag in
// embed.txt.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { VERSION } from '../support/guides.mjs';
import { DIST } from '../support/page.mjs';

const load = (name) => readFileSync(join(DIST, name));
const hash = (kind, name, encoding) => createHash(kind).update(load(name)).digest(encoding);
const files = (path = '') =>
  readdirSync(join(DIST, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(`${path}${entry.name}/`) : [`${path}${entry.name}`],
  );

test('SHA256SUMS lists every file with its checksum', () => {
  const lines = load('SHA256SUMS')
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '));
  assert.deepEqual(
    lines.map(([, name]) => name),
    files()
      .filter((name) => name !== 'SHA256SUMS')
      .sort(),
  );
  for (const [sum, name] of lines) assert.equal(sum, hash('sha256', name, 'hex'), name);
});

test('the versioned folder holds the files that a page needs, and its name holds their hash', () => {
  const names = files(`${VERSION}/`).map((name) => name.slice(VERSION.length + 1));
  for (const name of [
    'eligibility-check.js',
    'eligibility-widget.wasm',
    'eligibility-scan.js',
    'eligibility-check.css',
    'rules.en.json',
    'packs.json',
    'built-in/rules.en.json',
    'frame.html',
    'rulebook.html',
    'rulebook.css',
    'index.html',
  ])
    assert.ok(names.includes(name), name);
  for (const name of names) assert.ok(load(`${VERSION}/${name}`).equals(load(name)), name);
  const contents = names
    .sort()
    .map((name) => `${hash('sha256', name, 'hex')}  ${name}\n`)
    .join('');
  assert.ok(
    VERSION.endsWith(`-${createHash('sha256').update(contents).digest('hex').slice(0, 8)}`),
  );
});

test('the replaceable packs are equal to the built-in packs', () => {
  const packs = readdirSync(join(DIST, 'built-in')).sort();
  assert.deepEqual(
    packs,
    readdirSync(DIST)
      .filter((name) => /^rules\./.test(name))
      .sort(),
  );
  for (const name of packs) assert.ok(load(name).equals(load(`built-in/${name}`)), name);
});

test('each integrity attribute in embed.txt is the hash of its file', () => {
  const tags = [
    ...load('embed.txt')
      .toString()
      .matchAll(/(?:href|src)="([^"]+)" integrity="sha384-([^"]+)"/g),
  ];
  assert.equal(tags.length, 3);
  for (const [, address, integrity] of tags) {
    assert.ok(address.startsWith(`${VERSION}/`));
    assert.equal(integrity, hash('sha384', address, 'base64'), address);
  }
});
