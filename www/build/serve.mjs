// Serves a folder on 127.0.0.1 with the Content-Security-Policy that the widget supports.
import { createServer } from 'node:http';
import sirv from 'sirv';

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/**
 * @param {string} folder
 * @param {number} port  0 for any free port
 * @param {boolean} isCompressed  whether to send the `.gz` file of a file, if it exists
 * @param {string} policy
 */
export function serve(folder, port, isCompressed = false, policy = POLICY) {
  const files = sirv(folder, {
    dev: !isCompressed,
    gzip: isCompressed,
    setHeaders: (response, path) => {
      // These pages have their own policy in a meta element.
      if (!/(author|offline|frame)\.html$/.test(path))
        response.setHeader('Content-Security-Policy', policy);
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
    console.log(`serve: ${folder} on http://127.0.0.1:${port}/  (stop with Ctrl+C)`);
  } catch (error) {
    console.error(`serve: cannot listen on port ${port}: ${error.message}`);
    console.error(
      `serve: another program may use this port; try  node www/build/serve.mjs ${folder} 8081`,
    );
    process.exit(1);
  }
}
