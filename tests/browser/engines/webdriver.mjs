// Controls a browser through W3C WebDriver: geckodriver and WebKitWebDriver.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { KEYS } from './keys.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const CENTRE = `arguments[0].scrollIntoView({ block: 'center' });
  const { left, top, width, height } = arguments[0].getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`;

/**
 * Starts a browser with one page.
 * @param {{command: string, args: (port: number) => string[], capabilities: object}} options
 */
export async function startWebDriver({ command, args, capabilities }) {
  const port = await freePort();
  const child = spawn(command, args(port), {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  });
  let exitReason = '';
  child.once('error', (error) => (exitReason = error.message));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  exited.then(() => (exitReason ||= 'it has exited'));

  async function send(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (value?.error)
      throw Object.assign(new Error(`${method} ${path}: ${value.error}: ${value.message}`), {
        code: value.error,
      });
    return value;
  }
  /** Waits until the driver accepts connections. */
  async function waitForDriver() {
    const end = performance.now() + 20_000;
    for (;;) {
      if (exitReason || performance.now() > end)
        throw new Error(`${command} does not listen: ${exitReason}`);
      try {
        return await send('GET', '/status');
      } catch {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  const kill = async () => {
    // The process group, because the browser does not always exit with its driver.
    try {
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
    } catch {
      // All processes have exited.
    }
    await exited;
  };

  let session;
  try {
    await waitForDriver();
    session = await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  } catch (error) {
    await kill();
    throw error;
  }
  const path = `/session/${session.sessionId}`;
  const call = (fn, args) =>
    send('POST', `${path}/execute/async`, {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${fn})(...JSON.parse(arguments[0]))).then((value) => done({ value }), (error) => done({ error: String(error) + error.stack }));`,
      args: [JSON.stringify(args)],
    }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  const keys = (text) => {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return send('POST', `${path}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  };

  return {
    version: session.capabilities.browserVersion,
    open: (url) => send('POST', `${path}/url`, { url }),
    run: (fn, ...args) => call(fn, args),
    element: async (fn, ...args) => (await call(fn, args))?.[ELEMENT],
    async click(element) {
      // By coordinates, because WebKit's own click misses text boxes in a shadow root.
      const { x, y } = await send('POST', `${path}/execute/sync`, {
        script: CENTRE,
        args: [{ [ELEMENT]: element }],
      });
      const actions = [
        { type: 'pointerMove', x, y, duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('POST', `${path}/actions`, {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    },
    type: keys,
    press: (name) => keys(KEYS[name].webdriver),
    accessibility: async (element) => ({
      role: await send('GET', `${path}/element/${element}/computedrole`),
      name: await send('GET', `${path}/element/${element}/computedlabel`),
    }),
    async print(address) {
      await this.open(address);
      await this.run(() => document.fonts.ready.then(() => true));
      const page = { width: 21, height: 29.7 };
      return Buffer.from(
        await send('POST', `${path}/print`, {
          page,
          margin: { top: 1.1, right: 1.2, bottom: 1.1, left: 1.2 },
          shrinkToFit: false,
        }),
        'base64',
      );
    },
    screenshot: async () => Buffer.from(await send('GET', `${path}/screenshot`), 'base64'),
    async close() {
      await send('DELETE', path).catch(() => {});
      await kill();
    },
  };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
