// Files that the guides name exist in the repository or in the built folder. tests/suite/docs tests links and paths.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inRepository } from '../support/command.mjs';
import { inlineCode } from '../support/guides.mjs';
import { DIST } from '../support/page.mjs';

/** The text of a page without its code blocks. @param {string} path */
const prose = (path) => readFileSync(inRepository(path), 'utf8').replace(/^```.*?^```/gms, '');

describe('every named file exists', () => {
  const OURS = /^(?:(?:docs|src|tests|www|benches|examples)\/[\w./{},-]+|dist\/[\w./-]+|[\w.-]+\.(?:html|js|wasm|css|md))$/;
  // Files of the examples.
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
