// Packs a built site for the authoring page: the site that a first publication changes.
//
// Usage: author-site.mjs <folder of a site with one policy> <output file>
//
// It has the widget, its pages for a link, a frame and a USB stick, and the built-in packs, which
// `bundle` demands. It lacks the policy of the build, whose files a publication would list as
// removed. It also lacks what only portals and developers need: the engine without the widget, the
// demo pages, a versioned folder.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { checksums, filesIn } from './checksums.mjs';

const [source, out] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'author-site-'));
cpSync(source, folder, { recursive: true });
const isLeftOut = (/** @type {string} */ name) =>
  /^(rules\..*\.json|rulebook.*|packs\.json|package\.json|embed\.txt|eligibility-headless\..*|(demo|v[0-9.]+-[0-9a-f]{8})\/.*)$/.test(
    name,
  );
for (const name of filesIn(folder).filter(isLeftOut)) rmSync(join(folder, name));
writeFileSync(join(folder, 'SHA256SUMS'), checksums(folder).join(''));
const content = (/** @type {string} */ name) => new Uint8Array(readFileSync(join(folder, name)));
const files = Object.fromEntries(filesIn(folder).map((name) => [name, content(name)]));
rmSync(folder, { recursive: true });
// A fixed date, so that builds are reproducible; in local time, as ZIP files have no other.
const archive = zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
writeFileSync(out, archive);
console.log(
  `author: ${out}, ${Object.keys(files).length} files, ${(archive.length / 1e6).toFixed(1)} MB`,
);
