// Debian's nginx as an ordinary process, with the configuration from `docs/guides/hosting`. Only
// the folder and the port are replaced.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const TOOLS =
  process.env.ELIGIBILITY_TOOLS ||
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'eligibility-check');
const MODULE = 'usr/lib/nginx/modules/ngx_http_brotli_filter_module.so';
/** The location of nginx: in the system, or unpacked by setup.sh. */
const PREFIX = ['/', join(TOOLS, 'nginx')].find((prefix) =>
  ['usr/sbin/nginx', MODULE].every((path) => existsSync(join(prefix, path))),
);

const EXAMPLE = readFileSync(
  new URL('../../../docs/guides/hosting/nginx.conf', import.meta.url),
  'utf8',
);

/**
 * Replaces the one line that matches.
 * @param {string} config
 * @param {RegExp} line
 * @param {string} value
 */
function replaceLine(config, line, value) {
  const found = config.match(new RegExp(line, 'gm')) || [];
  if (found.length !== 1)
    throw new Error(
      `docs/guides/hosting/nginx.conf: ${found.length} lines match ${line}, 1 expected`,
    );
  return config.replace(line, value);
}

/**
 * The example as a `location` of a larger site, as its comment describes.
 * @param {string} config
 */
const insideLocation = (config, path) =>
  config.replace(
    /(^ {4}root .*\n)([^]*)^\}\n$/m,
    (_, root, rest) => `${root}    location ${path} {\n${rest}    }\n}\n`,
  );

/** Debian's main configuration, with all files that nginx writes in one folder. */
const mainConfig = (folder) => `
daemon off;
${userInfo().uid === 0 ? `user ${userInfo().username};` : ''}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
load_module ${join(PREFIX, MODULE)};
# Debian's default of 768 is enough for 128 browsers with six connections each.
events { worker_connections 4096; }
http {
  sendfile on;
  tcp_nopush on;
  include ${join(PREFIX, 'etc/nginx/mime.types')};
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

const isListening = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/**
 * Serves a folder. `errorLog` returns the content of the error log; `close` stops nginx.
 * @param {string} root
 * @param {string} [location]  the path of the widget if it is part of a larger site:
 *   `/eligibility/`
 */
export async function startNginx(root, location) {
  if (!PREFIX)
    throw new Error('nginx with its brotli module is missing: run  www/build/setup.sh browser');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const withPort = replaceLine(EXAMPLE, /^ {4}listen 80;/m, `    listen 127.0.0.1:${port};`);
  const config = replaceLine(
    withPort,
    /^ {4}root \/srv\/www\/eligibility;/m,
    `    root "${root}";`,
  );
  writeFileSync(
    join(folder, 'eligibility.conf'),
    location ? insideLocation(config, location) : config,
  );
  writeFileSync(join(folder, 'nginx.conf'), mainConfig(folder));
  const child = spawn(
    join(PREFIX, 'usr/sbin/nginx'),
    ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const kill = () => child.kill();
  process.once('exit', kill);
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  let hasExited = false;
  const exited = new Promise((resolve) =>
    child.once('close', resolve).once('error', (error) => resolve((stderr += error.message))),
  );
  exited.then(() => (hasExited = true));
  const close = async () => {
    kill();
    await exited;
    process.off('exit', kill);
    rmSync(folder, { recursive: true });
  };
  while (!(await isListening(port)))
    if (hasExited) {
      await close();
      throw new Error(`nginx has exited: ${stderr}`);
    }
  return {
    origin: `http://127.0.0.1:${port}`,
    errorLog: () => readFileSync(join(folder, 'error.log'), 'utf8'),
    close,
  };
}
