// Each file that the guides name exists, in the repository or in dist/. tests/suite/docs checks
// links and paths.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inRepository } from '../support/command.mjs';
import { inlineCode } from '../support/guides.mjs';
import { DIST, PUBLISHED_SITE } from '../support/page.mjs';

/** The text of a page without its code blocks. @param {string} path */
const prose = (path) => readFileSync(inRepository(path), 'utf8').replace(/^```.*?^```/gms, '');

describe('every named file exists', () => {
  const OURS =
    /^(?:(?:docs|src|tests|www|benches|examples)\/[\w./{},-]+|dist\/[\w./-]+|[\w.-]+\.(?:html|js|wasm|css|md))$/;
  // Files of the examples.
  const EXAMPLES = ['self-check.css', 'self-check.js', 'portal.js'];
  for (const guide of ['docs/guides/embedding.md', 'docs/explanation/security-model.md'])
    test(guide, () => {
      const named = inlineCode(prose(guide)).filter(
        (name) => OURS.test(name) && !EXAMPLES.includes(name),
      );
      assert.ok(named.length > 10);
      for (const name of named) {
        const folders = ['', 'docs/guides/', 'docs/reference/', 'tests/browser/'];
        const paths = [
          ...[DIST, PUBLISHED_SITE].map((site) => join(site, name.replace(/^dist\//, ''))),
          ...folders.map((folder) => inRepository(folder + name)),
        ];
        assert.ok(
          paths.some((path) => existsSync(path)),
          `${guide}: ${name}`,
        );
      }
    });
});
