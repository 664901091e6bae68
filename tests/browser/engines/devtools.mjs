// Controls Chromium through the DevTools protocol over two pipes. It needs no port and no library,
// and works the same for Chromium 80 and current versions.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from './keys.mjs';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--lang=zh-CN',
  '--window-size=1280,900',
  '--remote-debugging-pipe',
];

/** Starts a browser with one page. @param {{command: string, flags?: string[]}} options */
export async function startChromium({ command, flags = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  const child = spawn(command, [...FLAGS, `--user-data-dir=${folder}`, ...flags], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const sendToBrowser = connect(child);
  const { targetId } = await sendToBrowser('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await sendToBrowser('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params) => sendToBrowser(method, params, sessionId);
  await send('Page.enable');
  await send('Runtime.enable');
  await send('Accessibility.enable');

  const call = async (fn, args, returnByValue) => {
    const expression = `(${fn})(...${JSON.stringify(args)})`;
    return result(
      await send('Runtime.evaluate', { expression, returnByValue, awaitPromise: true }),
    );
  };
  const callOn = async (objectId, fn) =>
    result(
      await send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: `function () { return (${fn})(this); }`,
        returnByValue: true,
      }),
    ).value;

  return {
    version: (await sendToBrowser('Browser.getVersion')).product.replace(/^\w+\/(\d+).*/, '$1'),
    /** Resolves when the page has loaded, as in WebDriver. */
    async open(url) {
      const loaded = sendToBrowser.event('Page.loadEventFired');
      // Leaving a page with answers opens a `beforeunload` dialogue.
      sendToBrowser
        .event('Page.javascriptDialogOpening')
        .then(() => send('Page.handleJavaScriptDialog', { accept: true }));
      await send('Page.navigate', { url });
      await loaded;
    },
    run: async (fn, ...args) => (await call(fn, args, true)).value,
    element: async (fn, ...args) => (await call(fn, args, false)).objectId,
    async click(element) {
      const { x, y } = await callOn(element, (one) => {
        one.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = one.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      const mouse = { x, y, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
      await send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
    },
    async type(text) {
      for (const char of text) await send('Input.insertText', { text: char });
    },
    async press(name) {
      const { key, code, text } = KEYS[name];
      const down = { key, code: name, windowsVirtualKeyCode: code };
      await send('Input.dispatchKeyEvent', {
        ...down,
        type: text ? 'keyDown' : 'rawKeyDown',
        ...(text && { text }),
      });
      await send('Input.dispatchKeyEvent', { ...down, type: 'keyUp' });
    },
    async accessibility(element) {
      const { nodes } = await send('Accessibility.getPartialAXTree', {
        objectId: element,
        fetchRelatives: false,
      });
      return { role: nodes[0].role.value, name: nodes[0].name.value };
    },
    async print(address) {
      await this.open(address);
      await this.run(() => document.fonts.ready.then(() => true));
      const { data } = await send('Page.printToPDF', {
        paperWidth: 8.27,
        paperHeight: 11.69,
        preferCSSPageSize: true,
      });
      return Buffer.from(data, 'base64');
    },
    screenshot: async () => Buffer.from((await send('Page.captureScreenshot')).data, 'base64'),
    async close() {
      // Not killed: its child processes would still write to the profile folder.
      await sendToBrowser('Browser.close').catch(() => child.kill('SIGKILL'));
      await ended;
      await remove(folder);
    },
  };
}

/** Removes a folder to which a browser process may still write. @param {string} folder */
async function remove(folder) {
  for (let attempts = 50; ; attempts -= 1)
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' || attempts === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

function result({ result, exceptionDetails }) {
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result;
}

/**
 * Opens the connection. Each message ends with a zero byte.
 * @param {import('node:child_process').ChildProcess} child
 */
function connect(child) {
  const [to, from] = /** @type {any} */ ([child.stdio[3], child.stdio[4]]);
  const pending = new Map();
  const events = new Map();
  let rest = [];
  let next = 1;
  const receive = (text) => {
    const { id, result, error, method } = JSON.parse(text);
    if (method && events.has(method)) events.get(method)();
    const request = pending.get(id);
    if (!request) return;
    pending.delete(id);
    if (error) request.reject(new Error(`${request.method}: ${error.message}`));
    else request.resolve(result);
  };
  from.on('data', (bytes) => {
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0)) {
      receive(Buffer.concat([...rest, bytes.subarray(0, end)]).toString());
      rest = [];
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length) rest.push(bytes);
  });
  const rejectAll = () =>
    pending.forEach(({ method, reject }) => reject(new Error(`${method}: the browser has exited`)));
  child.once('error', rejectAll).once('exit', rejectAll);
  to.on('error', rejectAll);
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = next++;
      pending.set(id, { method, resolve, reject });
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  /** Resolves with the next event of this name. @param {string} name */
  const event = (name) => new Promise((resolve) => events.set(name, resolve));
  return Object.assign(send, { event });
}
