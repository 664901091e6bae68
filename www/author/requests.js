// @ts-check
/**
 * Requests to a worker. The worker is started at the first one. It answers them in order; of
 * several that wait for a busy worker, those of the same kind are replaced by the newest.
 *
 * A worker from a file of its own would not start in a page that was opened from a disk. Its script
 * is therefore a text of the page.
 */

/**
 * @typedef {{ask: string} & Record<string, any>} Request
 * @typedef {{
 *   request: Request, resolve: (reply: any) => void, reject: (error: Error) => void,
 * }} Waiting
 */

export class Requests {
  /**
   * @param {string} script  the text of the worker's script
   * @param {() => Promise<any>} setUp  the first message for a new worker
   */
  constructor(script, setUp) {
    this.script = script;
    this.setUp = setUp;
    /** @type {Promise<Worker> | undefined} */
    this.starting = undefined;
    /** @type {Waiting[]} */
    this.waiting = [];
    /** @type {Waiting | undefined} */
    this.current = undefined;
  }

  /**
   * The reply to a request. Rejects with an `AbortError` if a newer one of its kind replaces it.
   * @param {Request} request
   * @returns {Promise<any>}
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      const isOlder = (/** @type {Waiting} */ one) => one.request.ask === request.ask;
      for (const older of this.waiting.filter(isOlder))
        older.reject(new DOMException('replaced by a newer request', 'AbortError'));
      this.waiting = this.waiting.filter((one) => !isOlder(one));
      this.waiting.push({ request, resolve, reject });
      this.next();
    });
  }

  async next() {
    if (this.current) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.current = next;
    try {
      const worker = await (this.starting = this.starting || this.start());
      worker.postMessage(next.request);
    } catch (error) {
      this.starting = undefined;
      this.end((one) => one.reject(/** @type {Error} */ (error)));
    }
  }

  /** Ends the current request. @param {(one: Waiting) => void} settle */
  end(settle) {
    const { current } = this;
    this.current = undefined;
    if (current) settle(current);
    this.next();
  }

  async start() {
    const url = URL.createObjectURL(new Blob([this.script], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }) =>
      this.end((one) =>
        'error' in data ? one.reject(Error(data.error)) : one.resolve(data.reply),
      );
    // A trap breaks the module, so the next request starts a new worker.
    worker.onerror = (event) => {
      worker.terminate();
      this.starting = undefined;
      this.end((one) => one.reject(Error(event.message || 'the worker cannot start')));
    };
    worker.postMessage(await this.setUp());
    URL.revokeObjectURL(url);
    return worker;
  }
}
