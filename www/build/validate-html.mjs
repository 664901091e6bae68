// Validates HTML:  node www/build/validate-html.mjs FILE…
//
// A file is a page, or a snapshot of one (.snap, with front matter). Prints file, line, rule and
// message of each fault. Exit status: 0 no faults, 1 faults, 2 usage or unreadable file.
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import config from '../.htmlvalidate.mjs';

const validator = new HtmlValidate(config);

/**
 * The HTML of a file. Front matter becomes empty lines, so that line numbers stay.
 * @param {string} path
 */
function readHtml(path) {
  const text = readFileSync(path, 'utf8');
  const front = path.endsWith('.snap') ? text.match(/^---\n[\s\S]*?\n---\n/) : null;
  return front ? front[0].replace(/[^\n]/g, '') + text.slice(front[0].length) : text;
}

/** The faults of a file, one line each. @param {string} path */
async function faults(path) {
  const { results } = await validator.validateString(readHtml(path), path);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) => `${path}:${line}:${column}: ${ruleId}: ${message}`,
    ),
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) {
    console.error('usage: node www/build/validate-html.mjs FILE…');
    process.exit(2);
  }
  try {
    const found = (await Promise.all(paths.map(faults))).flat();
    for (const fault of found) console.log(fault);
    console.log(`markup: ${paths.length} files, ${found.length} faults`);
    process.exitCode = found.length ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
