// What the shipped scripts and modules can do at all: every use of an API that sends, asks, loads or keeps is listed here,
// with its reason. One more is a failure, and so is one less: then this list is out of date.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inRepository } from '../support/command.mjs';
import { DIST } from '../support/page.mjs';

/** Ways to send or ask for something, to load code, to keep something, or to watch. Names, and how they look in a script. */
const APIS = {
  fetch: /\bfetch\(/g,
  'import()': /\bimport\(/g,
  'dynamic code': /\beval\(|\bnew Function\b|\bimportScripts\b|\bset(?:Timeout|Interval)\("/g,
  requests: /\bXMLHttpRequest\b|\bsendBeacon\b|\bEventSource\b|\bFetchLater\b|\bfetchLater\b|\bnew Image\b|\.ping\b/g,
  sockets: /\bWebSocket|\bWebTransport\b|\bRTC[A-Z]\w*|\bwebkitRTC\w*/g,
  workers: /\bserviceWorker\b|\b(?:Shared)?Worker\(|\bWorklet\b|\baddModule\b/g,
  storage: /\b(?:local|session)Storage\b|\bindexedDB\b|\bcookie(?:Store)?\b|\bcaches\b|\bnavigator\b|\bshowSaveFilePicker\b|\bgetDirectory\b|\bwindow\.name\b/g,
  leaving: /\blocation\.(?:assign|replace|reload)\b|\blocation(?:\.href)?=[^=]|\bhistory\b|\bwindow\.open\b|\.submit\(|\brequestSubmit\b|\bsendToHost\b/g,
  messages: /\bpostMessage\(|\bBroadcastChannel\b|\bMessageChannel\b/g,
  'blob addresses': /\bcreateObjectURL\(/g,
  watching: /\bgeolocation\b|\bgetUserMedia\b|\bNotification\b|\bPushManager\b|\bclipboard\b|\bgetBattery\b|\bReportingObserver\b/g,
};

const OWN_WASM = 'wasm-bindgen: its own .wasm beside it; the address is handed in by the loader';
/** @type {Record<string, Record<string, [number, string]>>} */
const ALLOWED = {
  'eligibility-check.js': {
    fetch: [1, 'assets.js: the module, the stylesheet and packs: at the start, when the language is changed, and when src is'],
    'import()': [2, 'assets.js: the script of the module and the QR reader, beside it'],
  },
  'eligibility-widget.js': {
    fetch: [1, OWN_WASM],
    'blob addresses': [1, 'download.rs: a file that the person saves, and nothing else gets the address'],
  },
  'eligibility-scan.js': {},
  'eligibility-headless.js': { fetch: [2, `${OWN_WASM}; and a pack, when a portal hands in its address`], 'import()': [2, 'Node.js reads files: node:url and node:fs/promises'] },
  'frame.js': { messages: [1, 'the height, to the page around and to no other origin'] },
  'eligibility-frame.js': { messages: [1, 'asks the frame to tell its height once more, and no other origin'] },
  'offline.html': {
    fetch: [1, `${OWN_WASM}: never, for bytes are handed in, and its policy forbids it`],
    'blob addresses': [1, 'download.rs, as above'],
  },
};

const uses = (text) =>
  Object.fromEntries(Object.entries(APIS).map(([name, looks]) => [name, (text.match(looks) ?? []).length]).filter(([, count]) => count));

describe('each script uses what is listed, and nothing else', () => {
  const scripts = readdirSync(DIST).filter((name) => /\.m?js$/.test(name) || name === 'offline.html');
  test('all scripts are looked at', () => assert.deepEqual(scripts.sort(), Object.keys(ALLOWED).sort()));
  for (const name of scripts)
    test(name, () => {
      const source = readFileSync(`${DIST}/${name}`, 'utf8');
      // The bytes of the modules are no script, and packs are data.
      const text = name.endsWith('.html') ? [...source.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code).join('\n') : source;
      assert.ok(text.length > 500);
      const allowed = Object.fromEntries(Object.entries(ALLOWED[name] ?? {}).map(([api, [count]]) => [api, count]));
      assert.deepEqual(uses(text), allowed);
    });
});

describe('each module reaches the browser through its script alone', () => {
  const NAMES = Object.values(APIS).flatMap((looks) => looks.source.match(/[A-Za-z]{8,}/g) ?? []).filter((name) => name !== 'navigator' && name !== 'location');
  for (const name of ['widget', 'headless'])
    test(name, async () => {
      const bytes = readFileSync(`${DIST}/eligibility-${name}.wasm`);
      const script = readFileSync(`${DIST}/eligibility-${name}.js`, 'utf8');
      const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
      assert.ok(imports.length > 0);
      assert.deepEqual([...new Set(imports.map(({ kind }) => kind))], ['function']);
      assert.equal(new Set(imports.map(({ module }) => module)).size, 1);
      // Each is a function that stands in the script, where the list above has looked at it.
      for (const { name } of imports) assert.ok(new RegExp(`[{,]"?${name.replace(/\$/g, '\\$&')}"?[:(]`).test(script), name);
      // Nor could it ask for one by its name: no name of one stands in its data.
      const data = bytes.toString('latin1');
      assert.deepEqual(NAMES.filter((name) => data.includes(name)), []);
    });
});

/** The elements that are created by name, in scripts as they are shipped or in sources. @param {string[]} texts @param {RegExp} calls */
const created = (texts, calls) => [...new Set(texts.flatMap((text) => [...text.matchAll(calls)].flatMap(([, args]) => [...args.matchAll(/["']([^"']*)["']/g)].map(([, name]) => name))))].sort();
const sources = (folder, ends) =>
  readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ends)).map((name) => readFileSync(inRepository(`${folder}/${name}`), 'utf8'));

test('elements that our scripts make load nothing', () => {
  const scripts = Object.keys(ALLOWED).filter((name) => name.endsWith('.js')).map((name) => readFileSync(`${DIST}/${name}`, 'utf8'));
  // canvas: the picture of a receipt; link: the stylesheet beside the script, where none can be made by script (styles.js).
  assert.deepEqual(created(scripts, /createElement\(([^()]*)\)/g), ['canvas', 'div', 'link', 'p', 'slot', 'style']);
  // Of a name that is not in the call, there is only the panel of a crash.
  assert.deepEqual(scripts.flatMap((text) => text.match(/createElement\(\w+\)/g) ?? []).length, 1);
  assert.deepEqual(created(sources('www/element', 'crash.js'), /\bcreate\(([^,()]*),/g), ['button', 'div', 'p']);
});

test('elements that the module makes load nothing', () => {
  const code = [...sources('src/widget', '.rs'), ...sources('www/host', '.rs')];
  // a: to save a file; iframe: to print from, without an address; link and style: as above.
  assert.deepEqual(created(code, /create_element\((.*?)\)\./g), ['a', 'iframe', 'link', 'style']);
  const tags = code.flatMap((text) => text.match(/<(?:script|img|iframe|link|object|embed|video|audio|source)[\s>/][^>]*>?/g) ?? []);
  // The icon of the page that a person saves (standalone.rs): none.
  assert.deepEqual(tags, ['<link rel=\\"icon\\" href=\\"data:,\\">']);
});

test('styles ask for nothing', () => {
  for (const name of readdirSync(DIST).filter((name) => name.endsWith('.css')))
    assert.doesNotMatch(readFileSync(`${DIST}/${name}`, 'utf8'), /url\((?!["']?data:)|@import|image-set|src\(/, name);
});

test('pages take everything from beside them', () => {
  for (const name of readdirSync(DIST).filter((name) => name.endsWith('.html'))) {
    const page = readFileSync(`${DIST}/${name}`, 'utf8').replace(/<script type="text\/plain".*?<\/script>/gs, '');
    const asked = [...page.matchAll(/<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*?\s(?:src|href|data)="([^"]*)"/g)].map(([, address]) => address);
    for (const address of asked) assert.match(address, /^(?:data:|[\w.-]+$)/, `${name}: ${address}`);
  }
});
