// @ts-check
/**
 * Requests to a worker. The worker is started at the first one. It answers them in order; of
 * several that wait for a busy worker, those of the same kind are replaced by the newest. With
 * `stopsOlder`, a newer request also stops a worker that is busy with one of its kind.
 *
 * A worker from a file of its own would not start in a page that was opened from a disk. Its script
 * is therefore a text of the page. worker-requests.js is the worker's side.
 */

/**
 * @typedef {{ask: string} & Record<string, any>} Request
 * @typedef {{
 *   request: Request, resolve: (reply: any) => void, reject: (error: Error) => void,
 * }} Waiting
 */

/** The reason of a request that a newer one replaces. */
const replaced = () => new DOMException('replaced by a newer request', 'AbortError');

/** The worker cannot start: the browser is too old, or something blocks workers. */
export class NotStarted extends Error {}

export class Requests {
  /**
   * @param {string} script  the text of the worker's script
   * @param {() => Promise<any>} setUp  the first message for a new worker
   * @param {{stopsOlder?: boolean}} [options]  whether a newer request stops a worker that is busy
   *   with an older one of its kind
   */
  constructor(script, setUp, { stopsOlder = false } = {}) {
    this.script = script;
    this.setUp = setUp;
    this.stopsOlder = stopsOlder;
    /** @type {Promise<Worker> | undefined} */
    this.starting = undefined;
    /** @type {Worker | undefined} */
    this.working = undefined;
    /** @type {Waiting[]} */
    this.waiting = [];
    /** @type {Waiting | undefined} */
    this.current = undefined;
  }

  /**
   * The reply to a request. Rejects with an `AbortError` if a newer one of its kind replaces it,
   * and with {@link NotStarted} if there is no worker.
   * @param {Request} request
   * @returns {Promise<any>}
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      const isOlder = (/** @type {Waiting} */ one) => one.request.ask === request.ask;
      for (const older of this.waiting.filter(isOlder)) older.reject(replaced());
      this.waiting = this.waiting.filter((one) => !isOlder(one));
      this.waiting.push({ request, resolve, reject });
      if (this.stopsOlder && this.working && this.current && isOlder(this.current)) {
        this.working.terminate();
        this.starting = this.working = undefined;
        this.end((one) => one.reject(replaced()));
      }
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
      const isNewer = (/** @type {Waiting} */ one) => one.request.ask === next.request.ask;
      if (this.stopsOlder && this.waiting.some(isNewer))
        return this.end((one) => one.reject(replaced()));
      this.working = worker;
      worker.postMessage(next.request);
    } catch (error) {
      this.starting = undefined;
      this.end((one) => one.reject(/** @type {Error} */ (error)));
    }
  }

  /** Ends the current request. @param {(one: Waiting) => void} settle */
  end(settle) {
    const { current } = this;
    this.current = this.working = undefined;
    if (current) settle(current);
    this.next();
  }

  /** Starts a worker, and waits until it is ready. @returns {Promise<Worker>} */
  async start() {
    const setUp = await this.setUp();
    const url = URL.createObjectURL(new Blob([this.script], { type: 'text/javascript' }));
    try {
      return await new Promise((resolve, reject) => {
        const worker = new Worker(url);
        const fail = (/** @type {string} */ message) => {
          worker.terminate();
          reject(new NotStarted(message));
        };
        worker.onerror = ({ message }) => fail(message || 'the worker is blocked');
        worker.onmessage = ({ data }) => {
          if ('error' in data) return fail(data.error);
          this.listen(worker);
          resolve(worker);
        };
        worker.postMessage(setUp);
      });
    } catch (error) {
      throw error instanceof NotStarted ? error : new NotStarted(String(error));
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  /** Receives the replies of a worker. @param {Worker} worker */
  listen(worker) {
    // After an error the module may be broken. The next request starts a new worker.
    const fail = (/** @type {string} */ message) => {
      worker.terminate();
      this.starting = undefined;
      this.end((one) => one.reject(Error(message)));
    };
    worker.onerror = ({ message }) => fail(message);
    worker.onmessageerror = () => fail('a reply could not be read');
    worker.onmessage = ({ data }) =>
      'error' in data ? fail(data.error) : this.end((one) => one.resolve(data.reply));
  }
}
