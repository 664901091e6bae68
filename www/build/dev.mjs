// The development server. Each edit rebuilds the files that depend on it and reloads the page.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { POLICY } from './serve.mjs';

const port = Number(process.argv[2] ?? 8080);
const root = fileURLToPath(new URL('../..', import.meta.url));
const site = `${root}build/dev`;
const seconds = (/** @type {number} */ since) => ((performance.now() - since) / 1000).toFixed(1);

/** The steps of dev.sh after an edit of a file. @type {[RegExp, string[]][]} */
const STEPS = [
  [/^rules\.json$/, ['packs']],
  // The packs contain the texts of the interface.
  [/^src\/(rulebook|page|cli)\/|^src\/widget\/.*catalogue/, ['module', 'scripts', 'packs']],
  [/^(src\/(engine|widget)|www\/host)\/|^Cargo\.(toml|lock)$/, ['module', 'scripts']],
  [/^www\/(element|frame|offline|styles|demo|index\.html)/, ['scripts']],
];

/** @param {string[]} steps @returns {Promise<boolean>} */
const build = (steps) =>
  new Promise((resolve) =>
    spawn('bash', [`${root}www/build/dev.sh`, ...steps], { stdio: 'inherit' }).on(
      'exit',
      (status) => resolve(status === 0),
    ),
  );

/** The steps of the next rebuild. @type {Set<string>} */
let pending = new Set();
let isBuilding = false;

async function rebuild() {
  if (isBuilding || pending.size === 0) return;
  isBuilding = true;
  const steps = ['module', 'scripts', 'packs'].filter((step) => pending.has(step));
  pending = new Set();
  const start = performance.now();
  // The page reloads before the packs are written: that takes longer and rarely matters.
  for (const [part, name] of [
    [steps.filter((step) => step !== 'packs'), 'widget'],
    [steps.filter((step) => step === 'packs'), 'packs'],
  ]) {
    if (part.length === 0) continue;
    if (!(await build(/** @type {string[]} */ (part)))) break;
    console.log(`dev: ${name} rebuilt in ${seconds(start)} s`);
    for (const page of pages) page.write('data: reload\n\n');
  }
  isBuilding = false;
  rebuild();
}

for (const folder of ['src', 'www', '.'])
  watch(root + folder, { recursive: folder !== '.' }, (_, name) => {
    const path = folder === '.' ? `${name}` : `${folder}/${name}`;
    for (const step of STEPS.find(([pattern]) => pattern.test(path))?.[1] ?? []) pending.add(step);
    setTimeout(rebuild, 50); // An editor may write a file in several steps.
  });

/**
 * The open connections of pages that wait for a reload.
 * @type {Set<import('node:http').ServerResponse>}
 */
const pages = new Set();
const RELOAD = "new EventSource('/dev-events').onmessage = () => location.reload();\n";

const files = sirv(site, {
  dev: true,
  setHeaders: (response) => response.setHeader('Cache-Control', 'no-store'),
});
createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://localhost');
  if (pathname === '/dev-events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    pages.add(response);
    request.on('close', () => pages.delete(response));
  } else if (pathname === '/dev-reload.js') {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(RELOAD);
  } else if (/(\/|\.html)$/.test(pathname) && !/^\/(offline|frame|rulebook)/.test(pathname)) {
    const html = await readFile(`${site}${pathname.replace(/\/$/, '/index.html')}`, 'utf8').catch(
      () => '',
    );
    response.writeHead(html ? 200 : 404, {
      'Content-Type': 'text/html',
      'Content-Security-Policy': POLICY,
    });
    response.end(html.replace('</head>', '<script src="/dev-reload.js" defer></script></head>'));
  } else files(request, response, () => response.writeHead(404).end('not found\n'));
}).listen(port, '127.0.0.1', () =>
  console.log(`dev: http://127.0.0.1:${port}/  (stop with Ctrl+C)`),
);
