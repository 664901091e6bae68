// @ts-check
/** The worker's side of requests.js. */

/**
 * Answers the requests of the page, after the first message has set up the worker.
 * @param {(setUp: any) => unknown} setUp
 * @param {(request: any) => Promise<any>} answer
 * @param {(reply: any) => Transferable[]} [transfer]  what of a reply is moved, not copied
 */
export function answerRequests(setUp, answer, transfer = () => []) {
  let handle = async (/** @type {any} */ data) => {
    await setUp(data);
    handle = async (request) => {
      const reply = await answer(request);
      send({ reply }, transfer(reply));
    };
    send({ isReady: true });
  };
  const send = (/** @type {any} */ message, /** @type {Transferable[]} */ moved = []) =>
    self.postMessage(message, { transfer: moved });
  self.onmessage = async ({ data }) => {
    try {
      await handle(data);
    } catch (error) {
      send({ error: String(error) });
    }
  };
  // Some browsers do not pass a compiled module on.
  self.onmessageerror = () => send({ error: 'a message could not be read' });
}
