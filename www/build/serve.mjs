// Serves a folder on this machine only, with the Content-Security-Policy that the widget must live under.
import { createServer } from 'node:http';
import sirv from 'sirv';

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/**
 * @param {string} folder
 * @param {number} port  0 for any free one
 * @param {boolean} packed  whether files that also stand there as `….gz` are sent so, as most hosts send them
 * @param {string} policy
 */
export function serve(folder, port, packed = false, policy = POLICY) {
  const files = sirv(folder, {
    dev: !packed,
    gzip: packed,
    setHeaders: (response, path) => {
      // These carry a policy of their own, which must suffice.
      if (!/(offline|frame)\.html$/.test(path)) response.setHeader('Content-Security-Policy', policy);
    },
  });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end('not found\n');
    }),
  );
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder = 'dist', port = '8080'] = process.argv.slice(2);
  try {
    await serve(folder, Number(port));
    console.log(`serving ${folder} on http://127.0.0.1:${port}/  (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`cannot serve on port ${port}: ${error.message}`);
    console.error(`another program may use it; try  node www/build/serve.mjs ${folder} 8081`);
    process.exit(1);
  }
}
