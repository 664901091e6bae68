// A proxy that a browser must go through for everything, this machine's own addresses included. It knows nothing of the
// browser: whatever comes over any connection is counted, byte by byte.
import { request as ask, createServer } from 'node:http';

/**
 * @param {string} origin  the only one that is answered for; all else is refused, and counted no less
 */
export async function startProxy(origin) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (!request.url.startsWith(`${origin}/`)) {
      response.writeHead(502).end();
      return;
    }
    const passed = ask(request.url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  const refuse = (request, socket) => {
    asked.push(`${request.method} ${request.url}`);
    socket.end('HTTP/1.1 502 refused\r\n\r\n');
  };
  server.on('connect', refuse);
  server.on('upgrade', refuse);
  // Below HTTP, so that what is no request counts, too.
  const sockets = [];
  server.on('connection', (socket) => sockets.push(socket));
  const counted = () => ({ bytes: sockets.reduce((sum, socket) => sum + socket.bytesRead, 0), connections: sockets.length, asked: [...asked] });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}`, counted, close };
}
