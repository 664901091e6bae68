// @ts-check
/** Files that a person saves, and opens again. Nothing of them is sent anywhere. */

/** Far more than any file of ours has; what is longer is refused for what it is. */
const MOST = 200_000;

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
 * The text of the file that was chosen. The input is empty again, so that the same file can be chosen once more.
 * @param {HTMLInputElement} input
 * @returns {Promise<string>}
 */
export async function read(input) {
  const file = input.files && input.files[0];
  const text = file ? await file.slice(0, MOST).text() : '';
  input.value = '';
  return text;
}
