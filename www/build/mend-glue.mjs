// Has the widget's glue hand its markup to trusted.js: under Trusted Types a page takes no bare text.
// Fails unless there is exactly one place where markup becomes nodes.
//
//   node mend-glue.mjs build/pkg/widget.js
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [path] = process.argv.slice(2);
const source = readFileSync(path, 'utf8');
const SINK = /\.innerHTML = (getStringFromWasm0\(arg1, arg2\));/g;
const found = source.match(SINK) ?? [];
const others = source.match(/innerHTML =|outerHTML =|insertAdjacentHTML|srcdoc|createContextualFragment|document\.write/g) ?? [];
if (found.length !== 1 || others.length !== 1) throw new Error(`${path}: ${found.length} of ${others.length} places can be mended, 1 of 1 expected`);
const trusted = relative(dirname(path), fileURLToPath(new URL('../trusted.js', import.meta.url)));
writeFileSync(path, `import { trusted } from '${trusted}';\n${source.replace(SINK, '.innerHTML = trusted($1);')}`);
