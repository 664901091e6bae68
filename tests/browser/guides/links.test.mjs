// The guides lead somewhere: every link, every heading that a link names, and every file of ours that is named.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { inRepository } from '../support/command.mjs';
import { inlineCode } from '../support/guides.mjs';
import { DIST } from '../support/page.mjs';

const markdown = (folder) => readdirSync(inRepository(folder), { recursive: folder !== '.' }).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
const GUIDES = [...markdown('.'), ...markdown('docs')];
const prose = (path) => readFileSync(inRepository(path), 'utf8').replace(/^```.*?^```/gms, '');

/** Headings as links name them. @param {string} path */
const anchors = (path) =>
  [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));

describe('every link leads to a file and a heading that exist', () => {
  for (const guide of GUIDES)
    test(guide, () => {
      for (const [, address] of prose(guide).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(address)) continue;
        const [path, anchor] = address.split('#');
        const file = path ? join(dirname(guide), path) : guide;
        assert.ok(existsSync(inRepository(file)), `${guide}: ${address}`);
        if (anchor) assert.ok(anchors(file).includes(anchor), `${guide}: ${address}`);
      }
    });
});

describe('every file that is named exists, in the repository or in the built folder', () => {
  const OURS = /^(?:(?:docs|src|tests|www|benches|examples)\/[\w./{},-]+|dist\/[\w./-]+|[\w.-]+\.(?:html|js|wasm|css|md))$/;
  // Made-up files of the examples, and one of other people's.
  const ELSEWHERE = ['self-check.css', 'self-check.js', 'portal.js'];
  for (const guide of ['docs/guides/embedding.md', 'docs/explanation/security-model.md'])
    test(guide, () => {
      const named = inlineCode(prose(guide)).filter((name) => OURS.test(name) && !ELSEWHERE.includes(name));
      assert.ok(named.length > 10);
      for (const name of named) {
        const places = [inRepository(name), join(DIST, name.replace(/^dist\//, '')), inRepository(`docs/guides/${name}`), inRepository(`docs/reference/${name}`), inRepository(`tests/browser/${name}`)];
        assert.ok(places.some((place) => existsSync(place)), `${guide}: ${name}`);
      }
    });
});
