// A proxy for all traffic of a browser, including addresses of this machine. It counts every byte
// of every connection, without any knowledge of the browser.
import { createServer, request as sendRequest } from 'node:http';

/**
 * @param {string} origin  the only forwarded origin; other requests are counted and rejected
 */
export async function startProxy(origin) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (!request.url.startsWith(`${origin}/`)) {
      response.writeHead(502).end();
      return;
    }
    const forwarded = sendRequest(
      request.url,
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  const refuse = (request, socket) => {
    requests.push(`${request.method} ${request.url}`);
    socket.end('HTTP/1.1 502 refused\r\n\r\n');
  };
  server.on('connect', refuse);
  server.on('upgrade', refuse);
  // Below HTTP, so that bytes which are not a request count too.
  const sockets = [];
  server.on('connection', (socket) => sockets.push(socket));
  const traffic = () => ({
    bytes: sockets.reduce((sum, socket) => sum + socket.bytesRead, 0),
    connections: sockets.length,
    requests: [...requests],
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}`, traffic, close };
}
