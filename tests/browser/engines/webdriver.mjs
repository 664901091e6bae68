// Drives a browser by the W3C WebDriver protocol: geckodriver and WebKitWebDriver speak the same.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { KEYS } from './keys.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const PLACE = `arguments[0].scrollIntoView({ block: 'center' });
  const { left, top, width, height } = arguments[0].getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`;

/**
 * A browser with one page.
 * @param {{command: string, args: (port: number) => string[], capabilities: object}} how
 */
export async function startWebDriver({ command, args, capabilities }) {
  const port = await free();
  const child = spawn(command, args(port), { stdio: 'ignore', detached: true, env: { ...process.env, TZ: 'Asia/Shanghai' } });
  let gone = '';
  child.once('error', (error) => (gone = error.message));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ended.then(() => (gone ||= 'it has ended'));

  async function send(method, path, body) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = /** @type {any} */ (await answer.json());
    if (value?.error) throw Object.assign(new Error(`${method} ${path}: ${value.error}: ${value.message}`), { code: value.error });
    return value;
  }
  /** The program takes a moment until it listens. */
  async function listening() {
    const end = performance.now() + 20_000;
    for (;;) {
      if (gone || performance.now() > end) throw new Error(`${command} does not listen: ${gone}`);
      try {
        return await send('GET', '/status');
      } catch {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  const end = async () => {
    // With what it started, which does not always end along with it; it leads a group of its own.
    try {
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
    } catch {
      // Nothing is left of it.
    }
    await ended;
  };

  let made;
  try {
    await listening();
    made = await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  } catch (error) {
    await end();
    throw error;
  }
  const at = `/session/${made.sessionId}`;
  const call = (fn, args) =>
    send('POST', `${at}/execute/async`, {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${fn})(...JSON.parse(arguments[0]))).then((value) => done({ value }), (error) => done({ error: String(error) + error.stack }));`,
      args: [JSON.stringify(args)],
    }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  const keys = (text) => {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    return send('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  };

  return {
    version: made.capabilities.browserVersion,
    /** Whatever else the protocol has. @param {string} method @param {string} path @param {object} [body] */
    send: (method, path, body) => send(method, at + path, body),
    open: (url) => send('POST', `${at}/url`, { url }),
    run: (fn, ...args) => call(fn, args),
    element: async (fn, ...args) => (await call(fn, args))?.[ELEMENT],
    async click(element) {
      // By place: WebKit finds the inside of a text box in a shadow root in its own way.
      const { x, y } = await send('POST', `${at}/execute/sync`, { script: PLACE, args: [{ [ELEMENT]: element }] });
      const actions = [{ type: 'pointerMove', x, y, duration: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await send('POST', `${at}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    },
    type: keys,
    press: (name) => keys(KEYS[name].webdriver),
    seen: async (element) => ({
      role: await send('GET', `${at}/element/${element}/computedrole`),
      name: await send('GET', `${at}/element/${element}/computedlabel`),
    }),
    async print(address) {
      await this.open(address);
      await this.run(() => document.fonts.ready.then(() => true));
      const page = { width: 21, height: 29.7 };
      return Buffer.from(await send('POST', `${at}/print`, { page, margin: { top: 1.1, right: 1.2, bottom: 1.1, left: 1.2 }, shrinkToFit: false }), 'base64');
    },
    screenshot: async () => Buffer.from(await send('GET', `${at}/screenshot`), 'base64'),
    async close() {
      await send('DELETE', at).catch(() => {});
      await end();
    },
  };
}

/** A port that nobody uses. */
const free = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
