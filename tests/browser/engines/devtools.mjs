// Drives a Chromium of any age by its DevTools protocol, over two pipes: no port, no library, the same for 80 and today's.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from './keys.mjs';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--lang=zh-CN', '--window-size=1280,900', '--remote-debugging-pipe',
];

/** A browser with one page. @param {{command: string, flags?: string[]}} how */
export async function startChromium({ command, flags = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  const child = spawn(command, [...FLAGS, `--user-data-dir=${folder}`, ...flags], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const all = wire(child);
  const { targetId } = await all('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await all('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params) => all(method, params, sessionId);
  await send('Page.enable');
  await send('Runtime.enable');
  await send('Accessibility.enable');

  const call = async (fn, args, returnByValue) => {
    const expression = `(${fn})(...${JSON.stringify(args)})`;
    return result(await send('Runtime.evaluate', { expression, returnByValue, awaitPromise: true }));
  };
  const on = async (objectId, fn) =>
    result(await send('Runtime.callFunctionOn', { objectId, functionDeclaration: `function () { return (${fn})(this); }`, returnByValue: true })).value;

  return {
    version: (await all('Browser.getVersion')).product.replace(/^\w+\/(\d+).*/, '$1'),
    /** Ends when the page is there, as WebDriver's does. */
    async open(url) {
      const loaded = all.event('Page.loadEventFired');
      // Who leaves with answers is asked whether they mean it.
      all.event('Page.javascriptDialogOpening').then(() => send('Page.handleJavaScriptDialog', { accept: true }));
      await send('Page.navigate', { url });
      await loaded;
    },
    run: async (fn, ...args) => (await call(fn, args, true)).value,
    element: async (fn, ...args) => (await call(fn, args, false)).objectId,
    async click(element) {
      const { x, y } = await on(element, (one) => {
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
      await send('Input.dispatchKeyEvent', { ...down, type: text ? 'keyDown' : 'rawKeyDown', ...(text && { text }) });
      await send('Input.dispatchKeyEvent', { ...down, type: 'keyUp' });
    },
    async seen(element) {
      const { nodes } = await send('Accessibility.getPartialAXTree', { objectId: element, fetchRelatives: false });
      return { role: nodes[0].role.value, name: nodes[0].name.value };
    },
    async print(address) {
      await this.open(address);
      await this.run(() => document.fonts.ready.then(() => true));
      const { data } = await send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, preferCSSPageSize: true });
      return Buffer.from(data, 'base64');
    },
    screenshot: async () => Buffer.from((await send('Page.captureScreenshot')).data, 'base64'),
    async close() {
      // Asked, not killed: its own children would still be writing into the folder.
      await all('Browser.close').catch(() => child.kill('SIGKILL'));
      await ended;
      await remove(folder);
    },
  };
}

/** Removes a folder into which the last of a browser's processes may still write. @param {string} folder */
async function remove(folder) {
  for (let left = 50; ; left -= 1)
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

function result({ result, exceptionDetails }) {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result;
}

/** Messages end with a zero byte on either pipe. @param {import('node:child_process').ChildProcess} child */
function wire(child) {
  const [to, from] = /** @type {any} */ ([child.stdio[3], child.stdio[4]]);
  const waiting = new Map();
  const events = new Map();
  let rest = [];
  let next = 1;
  const hear = (text) => {
    const { id, result, error, method } = JSON.parse(text);
    if (method && events.has(method)) events.get(method)();
    const promise = waiting.get(id);
    if (!promise) return;
    waiting.delete(id);
    if (error) promise.reject(new Error(`${promise.method}: ${error.message}`));
    else promise.resolve(result);
  };
  from.on('data', (bytes) => {
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0)) {
      hear(Buffer.concat([...rest, bytes.subarray(0, end)]).toString());
      rest = [];
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length) rest.push(bytes);
  });
  const fail = () => waiting.forEach(({ method, reject }) => reject(new Error(`${method}: the browser is gone`)));
  child.once('error', fail).once('exit', fail);
  to.on('error', fail);
  const all = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { method, resolve, reject });
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  /** When an event comes next. @param {string} name */
  const event = (name) => new Promise((resolve) => events.set(name, resolve));
  return Object.assign(all, { event });
}
