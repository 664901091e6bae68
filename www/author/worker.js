// @ts-check
/** Does the tasks of the page with the same module, off the main thread. */
import init from 'eligibility-author';
import { doTask } from './task.js';
import { answerRequests } from './worker-requests.js';

answerRequests(
  (/** @type {{module: WebAssembly.Module}} */ { module }) => init({ module_or_path: module }),
  doTask,
  ({ attachment }) => [attachment.buffer],
);
