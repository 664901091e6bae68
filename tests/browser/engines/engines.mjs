// The browsers of the tests: what each stands for, whether it is here, and how it is started.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium } from './devtools.mjs';
import { startWebDriver } from './webdriver.mjs';

/** Where setup.sh keeps its tools (www/build/tools.sh). */
const TOOLS = process.env.ELIGIBILITY_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'eligibility-check');

/** The whole path of a program, or nothing. @param {string[]} names */
function program(...names) {
  const folders = [join(TOOLS, 'bin'), ...(process.env.PATH || '').split(delimiter)];
  for (const path of names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name)))))
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not there.
    }
  return undefined;
}

const chromium = program(process.env.CHROMIUM || '/usr/bin/chromium');
const oldChromium = program(join(TOOLS, 'chromium-80', 'chromium'));
const [firefox, geckodriver] = [program('firefox-esr', 'firefox'), program('geckodriver')];
const [webkit, screen] = [program('WebKitWebDriver', '/usr/lib/webkit2gtk-4.1/WebKitWebDriver'), program('xvfb-run')];

/** What WebKitGTK prints of a page. @param {string} address */
function webkitPaper(address) {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  const file = join(folder, 'paper.pdf');
  const script = fileURLToPath(new URL('webkit-print.py', import.meta.url));
  try {
    // Debian's own Python: another one has not its libraries.
    execFileSync(screen, ['-a', '/usr/bin/python3', script, address, file], { stdio: ['ignore', 'ignore', 'pipe'] });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

const MINIBROWSER = program(
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
);

/** What webkit-print.py needs, beside the browser. */
const PRINTS = MINIBROWSER && existsSync(join(MINIBROWSER, '../../girepository-1.0/WebKit2-4.1.typelib'));

/**
 * `always`: part of every `make test`; the others when they are here, and of `make test-browsers`.
 * `evaluates`: a policy must say 'unsafe-eval' for it, as it is older than 'wasm-unsafe-eval'.
 * `numbers`: whether it writes page numbers, and the time, in the margins that a sheet asks for.
 */
const ALL = [
  {
    id: 'chromium', name: 'Chromium', always: true, evaluates: false, numbers: true, here: !!chromium,
    start: () => startChromium({ command: chromium, flags: ['--headless=new'] }),
  },
  {
    id: 'chromium-80', name: 'Chromium 80', always: true, evaluates: true, numbers: false, here: !!oldChromium,
    start: () => startChromium({ command: oldChromium, flags: ['--single-process', '--no-zygote'] }),
  },
  {
    id: 'firefox', name: 'Firefox', always: false, evaluates: false, numbers: false, here: !!(firefox && geckodriver),
    start: () =>
      startWebDriver({
        command: geckodriver,
        args: (port) => ['--port', `${port}`],
        capabilities: { browserName: 'firefox', 'moz:firefoxOptions': { binary: firefox, args: ['-headless', '--width=1280', '--height=900'] } },
      }),
  },
  {
    id: 'webkitgtk', name: 'WebKitGTK', always: false, evaluates: false, numbers: false, here: !!(webkit && screen && MINIBROWSER && PRINTS),
    start: async () => {
      const browser = await startWebDriver({
        command: screen,
        args: (port) => ['-a', webkit, `--port=${port}`],
        capabilities: { 'webkitgtk:browserOptions': { binary: MINIBROWSER, args: ['--automation'] } },
      });
      // Its driver cannot print; the library itself can.
      return { ...browser, print: webkitPaper };
    },
  },
];

const wanted = process.env.ENGINES || '';

/** With ENGINES=all, or named, as in ENGINES=firefox,webkitgtk, a browser that is not here is a failure; else it is told and left out. */
export const IS_REQUIRED = !!wanted;

export const ENGINES = wanted && wanted !== 'all' ? ALL.filter(({ id }) => wanted.split(',').includes(id)) : ALL;
