// The browsers under test, whether they are installed, and how they start.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium } from './devtools.mjs';
import { startWebDriver } from './webdriver.mjs';

/** The folder in which setup.sh installs its tools (www/build/tools.sh). */
const TOOLS =
  process.env.ELIGIBILITY_TOOLS ||
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'eligibility-check');

/** The absolute path of the first program that exists. @param {string[]} names */
function program(...names) {
  const folders = [join(TOOLS, 'bin'), ...(process.env.PATH || '').split(delimiter)];
  for (const path of names.flatMap((name) =>
    name.includes('/') ? [name] : folders.map((folder) => join(folder, name)),
  ))
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Try the next path.
    }
  return undefined;
}

const chromium = program(process.env.CHROMIUM || '/usr/bin/chromium');
const oldChromium = program(join(TOOLS, 'chromium-80', 'chromium'));
const [firefox, geckodriver] = [program('firefox-esr', 'firefox'), program('geckodriver')];
const [webkit, screen] = [
  program('WebKitWebDriver', '/usr/lib/webkit2gtk-4.1/WebKitWebDriver'),
  program('xvfb-run'),
];

/** A page printed by WebKitGTK. @param {string} address */
function printWithWebkit(address) {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  const file = join(folder, 'page.pdf');
  const script = fileURLToPath(new URL('webkit-print.py', import.meta.url));
  try {
    // Debian's Python, because another one lacks the GTK bindings.
    execFileSync(screen, ['-a', '/usr/bin/python3', script, address, file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

const MINIBROWSER = program(
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
);

/** Whether webkit-print.py has its library. */
const canPrintWithWebkit =
  MINIBROWSER && existsSync(join(MINIBROWSER, '../../girepository-1.0/WebKit2-4.1.typelib'));

/**
 * isRequired: `make test` fails without it. The others run where they are installed.
 * needsUnsafeEval: it does not know 'wasm-unsafe-eval', so its policy needs 'unsafe-eval'.
 * printsMargins: it prints the page margin boxes, which hold page numbers and the time.
 */
const ALL = [
  {
    id: 'chromium',
    name: 'Chromium',
    isRequired: true,
    needsUnsafeEval: false,
    printsMargins: true,
    isInstalled: !!chromium,
    start: () => startChromium({ command: chromium, flags: ['--headless=new'] }),
  },
  {
    id: 'chromium-80',
    name: 'Chromium 80',
    isRequired: true,
    needsUnsafeEval: true,
    printsMargins: false,
    isInstalled: !!oldChromium,
    start: () =>
      startChromium({ command: oldChromium, flags: ['--single-process', '--no-zygote'] }),
  },
  {
    id: 'firefox',
    name: 'Firefox',
    isRequired: false,
    needsUnsafeEval: false,
    printsMargins: false,
    isInstalled: !!(firefox && geckodriver),
    start: () =>
      startWebDriver({
        command: geckodriver,
        args: (port) => ['--port', `${port}`],
        capabilities: {
          browserName: 'firefox',
          'moz:firefoxOptions': {
            binary: firefox,
            args: ['-headless', '--width=1280', '--height=900'],
          },
        },
      }),
  },
  {
    id: 'webkitgtk',
    name: 'WebKitGTK',
    isRequired: false,
    needsUnsafeEval: false,
    printsMargins: false,
    isInstalled: !!(webkit && screen && MINIBROWSER && canPrintWithWebkit),
    start: async () => {
      const browser = await startWebDriver({
        command: screen,
        args: (port) => ['-a', webkit, `--port=${port}`],
        capabilities: {
          'webkitgtk:browserOptions': { binary: MINIBROWSER, args: ['--automation'] },
        },
      });
      // Its WebDriver has no print command.
      return { ...browser, print: printWithWebkit };
    },
  },
];

const wanted = process.env.ENGINES || '';

/**
 * With ENGINES=all or ENGINES=firefox,webkitgtk, a missing browser fails. Otherwise it is skipped.
 */
export const ALL_REQUIRED = !!wanted;

export const ENGINES =
  wanted && wanted !== 'all' ? ALL.filter(({ id }) => wanted.split(',').includes(id)) : ALL;
