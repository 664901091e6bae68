// Debian's nginx as an ordinary process, with the configuration that docs/guides/hosting gives to web teams: only the folder and the
// port are filled in.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const TOOLS = process.env.ELIGIBILITY_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'eligibility-check');
const MODULE = 'usr/lib/nginx/modules/ngx_http_brotli_filter_module.so';
/** The system's own, or what setup.sh has unpacked. */
const PLACE = ['/', join(TOOLS, 'nginx')].find((place) => ['usr/sbin/nginx', MODULE].every((path) => existsSync(join(place, path))));

export const EXAMPLE = readFileSync(new URL('../../../docs/guides/hosting/nginx.conf', import.meta.url), 'utf8');

/** The example with one of its lines filled in. @param {string} text @param {RegExp} line @param {string} value */
function fill(text, line, value) {
  const found = text.match(new RegExp(line, 'gm')) || [];
  if (found.length !== 1) throw new Error(`docs/guides/hosting/nginx.conf: ${found.length} lines match ${line}, 1 expected`);
  return text.replace(line, value);
}

/** The example as part of a site that has other things, as it says itself. @param {string} text */
const below = (text, place) => text.replace(/(^ {4}root .*\n)([^]*)^\}\n$/m, (_, root, rest) => `${root}    location ${place} {\n${rest}    }\n}\n`);

/** What stands around the example on every Debian, with all that is written kept in one folder. */
const around = (folder) => `
daemon off;
${userInfo().uid === 0 ? `user ${userInfo().username};` : ''}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
load_module ${join(PLACE, MODULE)};
# Debian's 768 for each worker are 128 readers with six connections each.
events { worker_connections 4096; }
http {
  sendfile on;
  tcp_nopush on;
  include ${join(PLACE, 'etc/nginx/mime.types')};
  default_type application/octet-stream;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  include ${folder}/eligibility.conf;
}
`;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/**
 * Serves a folder; `complaints` is what nginx has written to its error log, `close` ends it.
 * @param {string} root
 * @param {string} [place]  where in it the widget is, if it is a part of a site, such as `/eligibility/`
 */
export async function startNginx(root, place) {
  if (!PLACE) throw new Error('nginx with its brotli module is missing: run  www/build/setup.sh browser');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const listening = fill(EXAMPLE, /^ {4}listen 80;/m, `    listen 127.0.0.1:${port};`);
  const filled = fill(listening, /^ {4}root \/srv\/www\/eligibility;/m, `    root "${root}";`);
  writeFileSync(join(folder, 'eligibility.conf'), place ? below(filled, place) : filled);
  writeFileSync(join(folder, 'nginx.conf'), around(folder));
  const child = spawn(join(PLACE, 'usr/sbin/nginx'), ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', (error) => resolve((said += error.message))));
  let over = false;
  ended.then(() => (over = true));
  const close = async () => {
    end();
    await ended;
    process.off('exit', end);
    rmSync(folder, { recursive: true });
  };
  while (!(await answers(port)))
    if (over) {
      await close();
      throw new Error(`nginx has ended: ${said}`);
    }
  return { origin: `http://127.0.0.1:${port}`, complaints: () => readFileSync(join(folder, 'error.log'), 'utf8'), close };
}
