// The browser APIs that the shipped scripts and modules use to send, load, store or observe
// something. Each use is listed with its reason. A use that is not listed fails, and so does an
// outdated entry.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inRepository } from '../support/command.mjs';
import { DIST } from '../support/page.mjs';

/** Patterns of APIs that send, load code, store or observe something. */
const APIS = {
  fetch: /\bfetch\(/g,
  'import()': /\bimport\(/g,
  'dynamic code': /\beval\(|\bnew Function\b|\bimportScripts\b|\bset(?:Timeout|Interval)\("/g,
  requests:
    /\bXMLHttpRequest\b|\bsendBeacon\b|\bEventSource\b|\bFetchLater\b|\bfetchLater\b|\bnew Image\b|\.ping\b/g,
  sockets: /\bWebSocket|\bWebTransport\b|\bRTC[A-Z]\w*|\bwebkitRTC\w*/g,
  workers: /\bserviceWorker\b|\b(?:Shared)?Worker\(|\bWorklet\b|\baddModule\b/g,
  storage:
    /\b(?:local|session)Storage\b|\bindexedDB\b|\bcookie(?:Store)?\b|\bcaches\b|\bnavigator\b|\bshowSaveFilePicker\b|\bgetDirectory\b|\bwindow\.name\b/g,
  leaving:
    /\blocation\.(?:assign|replace|reload)\b|\blocation(?:\.href)?=[^=]|\bhistory\b|\bwindow\.open\b|\.submit\(|\brequestSubmit\b|\bsendToHost\b/g,
  messages: /\bpostMessage\(|\bBroadcastChannel\b|\bMessageChannel\b/g,
  'blob addresses': /\bcreateObjectURL\(/g,
  observing:
    /\bgeolocation\b|\bgetUserMedia\b|\bNotification\b|\bPushManager\b|\bclipboard\b|\bgetBattery\b|\bReportingObserver\b/g,
};

const OWN_WASM = 'wasm-bindgen: the module; the loader passes its address';
/** @type {Record<string, Record<string, [number, string]>>} */
const ALLOWED = {
  'eligibility-check.js': {
    fetch: [
      1,
      'assets.js: the module, the stylesheet and packs, at the start and when lang or src changes',
    ],
    'import()': [2, 'assets.js: the script of the module, and the QR reader'],
  },
  'eligibility-widget.js': {
    fetch: [1, OWN_WASM],
    'blob addresses': [
      1,
      'download.rs: a file that a user saves; only the download link gets the address',
    ],
    storage: [2, 'share.js and link.js: the clipboard, below, and the user agent'],
    leaving: [
      6,
      'link.js: removes a receipt code from the address of the page, without navigating; screens.js, with the attribute `history`: entries with the same address',
    ],
    observing: [1, 'share.js: writes a text to the clipboard when a user clicks to copy it'],
  },
  'eligibility-scan.js': {},
  'eligibility-headless.js': {
    fetch: [2, `${OWN_WASM}; and a pack, if a portal passes its address`],
    'import()': [2, 'in Node.js: node:url and node:fs/promises'],
  },
  'frame.js': {
    messages: [1, 'the height, to the origin of the parent only'],
    leaving: [1, 'only the name of the attribute `history`'],
  },
  'eligibility-frame.js': {
    messages: [1, 'requests the height again, from the origin of the frame only'],
  },
  'offline.html': {
    fetch: [1, `${OWN_WASM}: unused, because bytes are passed and the policy forbids it`],
    'blob addresses': [1, 'download.rs, as above'],
    storage: [2, 'share.js and link.js, as above'],
    leaving: [6, 'link.js and screens.js, as above'],
    observing: [1, 'share.js, as above'],
  },
};

const usesOf = (text) =>
  Object.fromEntries(
    Object.entries(APIS)
      .map(([name, pattern]) => [name, (text.match(pattern) ?? []).length])
      .filter(([, count]) => count),
  );

describe('each script uses exactly the listed APIs', () => {
  const scripts = readdirSync(DIST).filter(
    (name) => /\.m?js$/.test(name) || name === 'offline.html',
  );
  test('all scripts are listed', () =>
    assert.deepEqual(scripts.sort(), Object.keys(ALLOWED).sort()));
  for (const name of scripts)
    test(name, () => {
      const source = readFileSync(`${DIST}/${name}`, 'utf8');
      // Only the script of the offline page: its module and packs are data.
      const text = name.endsWith('.html')
        ? [...source.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code).join('\n')
        : source;
      assert.ok(text.length > 500);
      const allowed = Object.fromEntries(
        Object.entries(ALLOWED[name] ?? {}).map(([api, [count]]) => [api, count]),
      );
      assert.deepEqual(usesOf(text), allowed);
    });
});

describe('each module uses the browser only through its script', () => {
  const NAMES = Object.values(APIS)
    .flatMap((pattern) => pattern.source.match(/[A-Za-z]{8,}/g) ?? [])
    .filter((name) => name !== 'navigator' && name !== 'location');
  for (const name of ['widget', 'headless'])
    test(name, async () => {
      const bytes = readFileSync(`${DIST}/eligibility-${name}.wasm`);
      const script = readFileSync(`${DIST}/eligibility-${name}.js`, 'utf8');
      const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
      assert.ok(imports.length > 0);
      assert.deepEqual([...new Set(imports.map(({ kind }) => kind))], ['function']);
      assert.equal(new Set(imports.map(({ module }) => module)).size, 1);
      // Each import is a function of the script, which is checked above.
      for (const { name } of imports)
        assert.ok(new RegExp(`[{,]"?${name.replace(/\$/g, '\\$&')}"?[:(]`).test(script), name);
      // The module cannot look up an API by name either: its data contains none of the names.
      const data = bytes.toString('latin1');
      assert.deepEqual(
        NAMES.filter((name) => data.includes(name)),
        [],
      );
    });
});

/** The names of the elements that calls create. @param {string[]} texts @param {RegExp} calls */
function createdElements(texts, calls) {
  const args = texts.flatMap((text) => [...text.matchAll(calls)].map(([, args]) => args));
  const names = args.flatMap((args) =>
    [...args.matchAll(/["']([^"']*)["']/g)].map(([, name]) => name),
  );
  return [...new Set(names)].sort();
}
const withoutComments = (text) => text.replace(/^\s*\/\/.*$/gm, '');
const sources = (folder, ends) =>
  readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ends))
    .map((name) => readFileSync(inRepository(`${folder}/${name}`), 'utf8'));

test('the scripts create no element that loads something', () => {
  const scripts = Object.keys(ALLOWED)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(`${DIST}/${name}`, 'utf8'));
  // canvas: the image of a receipt. link: the stylesheet in browsers without constructable ones
  // (styles.js).
  assert.deepEqual(createdElements(scripts, /createElement\(([^()]*)\)/g), [
    'canvas',
    'div',
    'link',
    'p',
    'slot',
    'style',
  ]);
  // crash.js is the only script that creates elements by a variable name.
  assert.deepEqual(scripts.flatMap((text) => text.match(/createElement\(\w+\)/g) ?? []).length, 1);
  assert.deepEqual(createdElements(sources('www/element', 'crash.js'), /\bcreate\(([^,()]*),/g), [
    'button',
    'div',
    'p',
  ]);
});

test('the module creates no element that loads something', () => {
  const code = [...sources('src/widget', '.rs'), ...sources('www/host', '.rs')].map(
    withoutComments,
  );
  // a: a download. iframe: the print frame, without an address. link and style: as above.
  assert.deepEqual(createdElements(code, /create_element\((.*?)\)\s*\./g), [
    'a',
    'iframe',
    'link',
    'style',
  ]);
  const tags = code.flatMap(
    (text) =>
      text.match(/<(?:script|img|iframe|link|object|embed|video|audio|source)[\s>/][^>]*>?/g) ?? [],
  );
  // The picture of the receipt, from a canvas, and the empty icon of the saved page.
  const shown = tags.map((tag) => tag.split(/[\s>]/)[0]).sort();
  assert.deepEqual(shown, ['<img', '<link']);
  assert.ok(tags.includes('<link rel=\\"icon\\" href=\\"data:,\\">'));
});

test('stylesheets load nothing', () => {
  for (const name of readdirSync(DIST).filter((name) => name.endsWith('.css')))
    assert.doesNotMatch(
      readFileSync(`${DIST}/${name}`, 'utf8'),
      /url\((?!["']?data:)|@import|image-set|src\(/,
      name,
    );
});

test('pages load only files in their own folder', () => {
  for (const name of readdirSync(DIST).filter((name) => name.endsWith('.html'))) {
    const page = readFileSync(`${DIST}/${name}`, 'utf8').replace(
      /<script type="text\/plain".*?<\/script>/gs,
      '',
    );
    const addresses = [
      ...page.matchAll(
        /<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*?\s(?:src|href|data)="([^"]*)"/g,
      ),
    ].map(([, address]) => address);
    for (const address of addresses)
      assert.match(address, /^(?:data:|[\w.-]+$)/, `${name}: ${address}`);
  }
});
