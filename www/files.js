// @ts-check
/** Files that a person saves, and opens again. Nothing of them is sent anywhere. */
import { scan } from './scan.js';

/** Far more than any file of ours has; what is longer is refused for what it is. */
const MOST = 200_000;

/** As large as photos of telephones are; a message names it. */
const MOST_OF_PICTURE = 20 * 1024 * 1024;

/**
 * What files are, told by the end of their names. All are in UTF-8.
 * @type {Record<string, string>}
 */
const TYPES = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
  html: 'text/html;charset=utf-8',
};

/**
 * Has the browser save a file.
 * @param {string | undefined} file  its name on the first line, then what stands in it
 */
export function save(file) {
  if (!file) return;
  const end = file.indexOf('\n');
  const name = file.slice(0, end);
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([file.slice(end + 1)], { type }));
  link.click();
  // Not at once: some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * What was typed, or stands in the file that was chosen, as the widget reads it (src/widget/handed.rs); undefined if no file
 * was chosen. The input is empty again, so that the same file can be chosen once more.
 * @param {HTMLInputElement} input
 * @param {string} typed  what stands in the box for a code
 */
export async function handed(input, typed) {
  if (input.type !== 'file') return `code\n${typed}`;
  const file = input.files && input.files[0];
  if (!file) return undefined;
  const [came, content = ''] = await read(file);
  input.value = '';
  return `${came}\n${typed}\n${content}`;
}

/** How it came, and what it says. @param {File} file @returns {Promise<string[]>} */
async function read(file) {
  if (/\.pdf$/i.test(file.name) || file.type === 'application/pdf') return ['pdf'];
  if (!file.type.startsWith('image/')) {
    const text = await file.slice(0, MOST).text().catch(() => '');
    return text.startsWith('%PDF-') ? ['pdf'] : ['file', text];
  }
  if (file.size > MOST_OF_PICTURE) return ['too-large'];
  try {
    const text = await scan(file);
    return text === undefined ? ['no-symbol'] : ['symbol', text];
  } catch {
    return ['no-picture'];
  }
}
