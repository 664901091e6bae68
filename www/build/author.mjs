// Writes author.html: the authoring page with its module, its workers and the widget in one file.
//
// Usage: author.mjs <folder of built parts> <output file>
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [parts, out] = process.argv.slice(2);
const text = (name) => readFileSync(join(parts, name), 'utf8');
const base64 = (name) => readFileSync(join(parts, name)).toString('base64');
const hash = (source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** A text inside `<script>`: nothing in it may end the element. */
function inScript(name) {
  const content = text(name);
  if (/<\/script|<!--/i.test(content)) throw Error(`${name} contains \`</script\` or \`<!--\``);
  return content;
}

const script = inScript('author.js');
const style = text('author.css');
/** A style of the rules page or the table to sign, as `src/page` writes it. */
const pageStyle = (path) => readFileSync(path, 'utf8').trimEnd();
/** The styles of the checklist, as `src/widget/checklist/styles.rs` joins them. */
const checklistStyle = [
  ...readFileSync('www/styles/widget.css', 'utf8').matchAll(/^@import "(.+)";$/gm),
]
  .map(([, name]) => readFileSync(join('www/styles', name), 'utf8'))
  .join('');
const values = {
  'script-hash': hash(script),
  'style-hash': hash(style),
  // The frames of the preview inherit the policy of the page.
  'rules-page-hash': hash(pageStyle('src/page/style/rules-page.css')),
  'sign-off-hash': hash(pageStyle('src/page/style/sign-off.css')),
  'checklist-hash': hash(checklistStyle),
  style,
  'widget-style': inScript('eligibility-check.css'),
  // A `<` in JSON is only inside strings.
  schema: JSON.stringify(JSON.parse(readFileSync('www/rules.schema.json', 'utf8'))).replaceAll(
    '<',
    '\\u003c',
  ),
  'language-worker': inScript('language-worker.js'),
  worker: inScript('worker.js'),
  module: gzipSync(readFileSync(join(parts, 'eligibility-author.wasm')), { level: 9 }).toString(
    'base64',
  ),
  site: base64('author-site.zip'),
  script,
};
const page = readFileSync('www/author/author.html', 'utf8').replace(
  /\{\{([a-z-]+)\}\}/g,
  (_, name) => {
    if (!(name in values)) throw Error(`author.html: unknown placeholder ${name}`);
    return values[name];
  },
);
writeFileSync(out, page);
console.log(`author: ${out}, ${(page.length / 1e6).toFixed(1)} MB`);
