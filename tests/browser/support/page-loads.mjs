// Concurrent page loads without a browser, each with the requests of a first load and with
// its own connections.
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** The requests of a first load, including the QR reader. The page itself comes first. */
export const FIRST_LOAD_PATHS = [
  '/',
  '/eligibility-check.css',
  '/eligibility-check.js',
  '/eligibility-scan.js',
  '/eligibility-widget.js',
  '/eligibility-widget.wasm',
  '/page.css',
  '/rules.zh-Hans.json',
];

/** The same paths with their expected content. @param {string} folder */
export const firstLoadFiles = (folder) =>
  new Map(
    FIRST_LOAD_PATHS.map((path) => [
      path,
      readFileSync(join(folder, path === '/' ? 'index.html' : path)),
    ]),
  );

const DECODE = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (/** @type {Buffer} */ bytes) => bytes,
};

/** Decompresses a body. @param {string} encoding @param {Buffer} body */
export const decode = (encoding, body) => DECODE[encoding](body);

/** A response with its whole body. Rejects if the connection closes before the end of the body. */
export const request = (
  address,
  { accept = 'br, gzip', agent, headers = {}, method = 'GET' } = {},
) =>
  new Promise((resolve, reject) => {
    const fail = (error) => reject(new Error(`${address}: ${error.message}`));
    const sent = get(
      address,
      { agent, method, headers: { 'Accept-Encoding': accept, ...headers } },
      (response) => {
        const encoding = response.headers['content-encoding'] || 'identity';
        buffer(response).then(
          (body) =>
            resolve({ status: response.statusCode, headers: response.headers, encoding, body }),
          fail,
        );
      },
    );
    sent.on('error', fail);
  });

/**
 * Loads a page `count` times concurrently. All loads start when each of them has a connection.
 * @param {string} origin
 * @param {Map<string, Buffer>} files  the paths to request with the expected content, the page
 *   first
 * @param {number} count
 * @param {{accept?: string, more?: () => boolean}} how  more: whether a load that has finished
 *   starts again
 * @returns the duration of each load in milliseconds, and the bytes of one load
 */
export async function loadPages(
  origin,
  files,
  count,
  { accept = 'br, gzip', more = () => false } = {},
) {
  const check = contentCheck(files);
  let missing = count;
  let start;
  const allConnected = new Promise((resolve) => (start = resolve));
  const connected = () => {
    missing -= 1;
    if (missing === 0) start();
    return allConnected;
  };
  const client = async () => {
    const loads = [await loadOnce(origin, files, accept, check, connected)];
    while (more()) loads.push(await loadOnce(origin, files, accept, check));
    return loads;
  };
  const loads = (await Promise.all(Array.from({ length: count }, client))).flat();
  return { times: loads.map(({ time }) => time), bytes: loads[0].bytes };
}

/** One load over up to six connections, as browsers open them. */
async function loadOnce(origin, files, accept, check, connected = async () => {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const load = async (/** @type {string} */ path) => ({
    path,
    ...(await request(origin + path, { accept, agent })),
  });
  try {
    await request(`${origin}/`, { agent, method: 'HEAD' });
    await connected();
    const start = performance.now();
    const [page, ...others] = files.keys();
    const responses = [await load(page), ...(await Promise.all(others.map(load)))];
    const time = performance.now() - start;
    responses.forEach(check);
    return { time, bytes: responses.reduce((sum, { body }) => sum + body.length, 0) };
  } finally {
    agent.destroy();
  }
}

/**
 * Compares every byte. A compressed body that was correct before is not decompressed again.
 * @param {Map<string, Buffer>} files
 */
function contentCheck(files) {
  const known = new Map();
  return ({ path, status, encoding, body }) => {
    if (status !== 200) throw new Error(`${path}: HTTP ${status}`);
    if (known.get(path + encoding)?.equals(body)) return;
    if (!decode(encoding, body).equals(files.get(path)))
      throw new Error(`${path}: the content differs from the file`);
    known.set(path + encoding, body);
  };
}
