// @ts-check
/** Does the tasks of the page with the same module, off the main thread. */
import init, { work } from 'eligibility-author';

/** @type {Promise<any>} */
let ready;

self.onmessage = async ({ data }) => {
  if (data.module) {
    ready = init({ module_or_path: data.module });
    return;
  }
  try {
    await ready;
    const output = await work(data.ask, data.input, data.attachment);
    const reply = { json: output.json, attachment: output.attachment };
    output.free();
    self.postMessage({ reply }, [reply.attachment.buffer]);
  } catch (error) {
    self.postMessage({ error: String(error) });
    // The memory of a module that has trapped must not be used again.
    if (error instanceof WebAssembly.RuntimeError) self.close();
  }
};
