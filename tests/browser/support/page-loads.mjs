// Page loads without a browser, many at once: each asks for all that a first load asks for, over connections of its own.
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** All that a first load asks for, the QR reader included; the page itself first. */
export const FIRST_LOAD_PATHS = [
  '/', '/eligibility-check.css', '/eligibility-check.js', '/eligibility-scan.js', '/eligibility-widget.js', '/eligibility-widget.wasm',
  '/page.css', '/rules.zh-Hans.json',
];

/** The same with what must come. @param {string} folder */
export const firstLoadFiles = (folder) => new Map(FIRST_LOAD_PATHS.map((path) => [path, readFileSync(join(folder, path === '/' ? 'index.html' : path))]));

const DECODE = { br: brotliDecompressSync, gzip: gunzipSync, identity: (/** @type {Buffer} */ bytes) => bytes };

/** The bytes of a file as they were before they were compressed. @param {string} encoding @param {Buffer} body */
export const decode = (encoding, body) => DECODE[encoding](body);

/** One answer with its whole body. Fails when the connection breaks off, even in the midst of the body. */
export const request = (address, { accept = 'br, gzip', agent, headers = {}, method = 'GET' } = {}) =>
  new Promise((resolve, reject) => {
    const fail = (error) => reject(new Error(`${address}: ${error.message}`));
    const request = get(address, { agent, method, headers: { 'Accept-Encoding': accept, ...headers } }, (response) => {
      const encoding = response.headers['content-encoding'] || 'identity';
      buffer(response).then((body) => resolve({ status: response.statusCode, headers: response.headers, encoding, body }), fail);
    });
    request.on('error', fail);
  });

/**
 * So many page loads, all of them in flight at once: none begins before each has a connection.
 * @param {string} origin
 * @param {Map<string, Buffer>} files  what is asked for, the page itself first, and what must come
 * @param {number} count
 * @param {{accept?: string, more?: () => boolean}} how  `more`: whether one that is done loads again
 * @returns how long each took in milliseconds, from when all begin; and the bytes of one
 */
export async function loadPages(origin, files, count, { accept = 'br, gzip', more = () => false } = {}) {
  const check = checking(files);
  let left = count;
  let open;
  const all = new Promise((resolve) => (open = resolve));
  const connected = () => {
    left -= 1;
    if (left === 0) open();
    return all;
  };
  const one = async () => {
    const loads = [await once(origin, files, accept, check, connected)];
    while (more()) loads.push(await once(origin, files, accept, check));
    return loads;
  };
  const loads = (await Promise.all(Array.from({ length: count }, one))).flat();
  return { times: loads.map(({ time }) => time), bytes: loads[0].bytes };
}

/** Up to six connections, as browsers open them. */
async function once(origin, files, accept, check, connected = async () => {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const answer = async (/** @type {string} */ path) => ({ path, ...(await request(origin + path, { accept, agent })) });
  try {
    await request(`${origin}/`, { agent, method: 'HEAD' });
    await connected();
    const before = performance.now();
    const [page, ...others] = files.keys();
    const answers = [await answer(page), ...(await Promise.all(others.map(answer)))];
    const time = performance.now() - before;
    answers.forEach(check);
    return { time, bytes: answers.reduce((sum, { body }) => sum + body.length, 0) };
  } finally {
    agent.destroy();
  }
}

/** Compares every byte; what has come before in the very same compressed bytes is not unpacked again. @param {Map<string, Buffer>} files */
function checking(files) {
  const known = new Map();
  return ({ path, status, encoding, body }) => {
    if (status !== 200) throw new Error(`${path}: HTTP ${status}`);
    if (known.get(path + encoding)?.equals(body)) return;
    if (!decode(encoding, body).equals(files.get(path))) throw new Error(`${path}: not the bytes of the file`);
    known.set(path + encoding, body);
  };
}
