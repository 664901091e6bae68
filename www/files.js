// @ts-check
/** Files that a person saves, and opens again. Nothing of them is sent anywhere. */

/** Far more than any file of ours has; what is longer is refused for what it is. */
const MOST = 200_000;

/**
 * Has the browser save a file.
 * @param {string | undefined} file  its name on the first line, then what stands in it
 */
export function save(file) {
  if (!file) return;
  const end = file.indexOf('\n');
  const link = document.createElement('a');
  link.download = file.slice(0, end);
  link.href = URL.createObjectURL(new Blob([file.slice(end + 1)], { type: 'application/json' }));
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
