// @ts-check
/** What the page contains: texts, and files that are compressed and in base64. */
import { gunzipSync, unzipSync } from 'fflate';

/** The text of an element of the page. @param {string} id */
export function embeddedText(id) {
  const element = document.getElementById(id);
  return (element && element.textContent) || '';
}

/** @param {string} id @returns {Uint8Array<ArrayBuffer>} */
export function embeddedBytes(id) {
  const binary = atob(embeddedText(id));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** A compiled module. @param {string} id */
export const embeddedModule = async (id) => WebAssembly.compile(gunzipSync(embeddedBytes(id)));

/** A file of a ZIP file. @param {Uint8Array} zip @param {string} wanted */
export function fileOfZip(zip, wanted) {
  return unzipSync(zip, { filter: ({ name }) => name === wanted })[wanted];
}
