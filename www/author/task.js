// @ts-check
/** Tasks of the module (src/author/work.rs), in the worker or in the page. */
import { work } from 'eligibility-author';

/**
 * @typedef {{ask: string, input: string, attachment: Uint8Array}} TaskRequest
 * @typedef {import('eligibility-author').WorkReply} WorkReply
 */

/** Does a task. @param {TaskRequest} request @returns {Promise<WorkReply>} */
export async function doTask({ ask, input, attachment }) {
  const output = await work(ask, input, attachment);
  const reply = { json: output.json, attachment: output.attachment };
  output.free();
  return reply;
}
