// @ts-check
/**
 * The files of a widget. They are loaded from the folder of the script, or read from the page
 * (offline.js).
 * @typedef {object} Assets
 * @property {string[]} languages  tags of the languages that have a pack
 * @property {(lang: string, policy: string) => string} rulesPage  address of the rules page of a
 *   policy, or an empty string
 * @property {() => Promise<Module>} module
 * @property {() => Promise<typeof import('./scan.js')>} scanner  the QR reader
 * @property {() => Promise<string>} style  text of the stylesheet
 * @property {string} [styleUrl]  address of the stylesheet, if it is a file
 * @property {(src: string | null, lang: string, policy: string) => Promise<string>} pack  text of
 *   the pack of a policy. Without a policy, of the only one, or the list of policies
 * @property {(lang: string, policy: string, unusable?: string) => Promise<string | undefined>}
 *   builtInPack  the same of this build, if its id is that of the unusable file
 *
 * @typedef {import('./module.js').Instance} Instance
 * @typedef {Omit<typeof import('./module.js'), 'instantiate'>} Helpers
 * @typedef {Helpers & {instantiate: () => Promise<Instance>}} Module
 */

/** @param {string} url */
async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw Error(`${url}: HTTP ${response.status}`);
  return response;
}

/** @param {string} url */
const text = async (url) => (await get(url)).text();

/** @param {string} url */
async function compile(url) {
  const response = await get(url);
  if (response.headers.get('content-type') === 'application/wasm')
    return WebAssembly.compileStreaming(response);
  console.warn(
    `${url}: the MIME type is not application/wasm, so the module is compiled only after it has loaded`,
  );
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The id in a pack of any format, or in packs.json. Those of a list, with spaces.
 * Undefined if there is none.
 * @param {string} [text]
 */
function idOf(text) {
  try {
    const { id, pack } = JSON.parse(text || '');
    const { rules, policies } = pack || {};
    return (
      id || (rules ? rules.id : policies.map((/** @type {{id: string}} */ { id }) => id).join(' '))
    );
  } catch {
    return undefined;
  }
}

/**
 * The files next to the script.
 * @param {string} base  address of the script
 * @param {string[]} languages  tags of the pack's languages, the first one first
 * @returns {Assets}
 */
export function filesBeside(base, languages) {
  const url = (/** @type {string} */ name) => new URL(name, base).href;
  const packName = (/** @type {string} */ lang) => `rules.${lang}.json`;
  /** The folder of a policy. @param {string} policy */
  const folder = (policy) => (policy ? `policies/${encodeURIComponent(policy)}/` : '');

  let scannerRequests = 0;
  /** @type {Record<string, Promise<any>>} */
  const loaded = {};
  /**
   * Loads a file once for all widgets of the page. After a failure, the next call retries.
   * @template T
   * @param {string} name
   * @param {(url: string) => Promise<T>} load
   * @returns {Promise<T>}
   */
  const once = (name, load) =>
    (loaded[name] =
      loaded[name] ||
      load(url(name)).catch((error) => {
        delete loaded[name];
        throw error;
      }));

  /** @type {Record<string, Promise<string>>} */
  const pending = {};
  /**
   * Loads a text each time, but only once at the same time.
   * @param {string} url
   */
  const fresh = (url) =>
    (pending[url] = pending[url] || text(url).finally(() => delete pending[url]));

  return {
    languages,
    rulesPage: (lang, policy) =>
      url(`${folder(policy)}rulebook${lang === languages[0] ? '' : `.${lang}`}.html`),
    async module() {
      const [script, module] = await Promise.all([
        once(
          'eligibility-widget.js',
          (url) =>
            /** @type {Promise<typeof import('./module.js')>} */ (import(/* @vite-ignore */ url)),
        ),
        once('eligibility-widget.wasm', compile),
      ]);
      return { ...script, instantiate: () => script.instantiate(module) };
    },
    // Browsers cache a failed import by its address, so each retry has a different fragment.
    scanner: () =>
      once(
        'eligibility-scan.js',
        (url) =>
          /** @type {Promise<typeof import('./scan.js')>} */ (
            import(/* @vite-ignore */ `${url}#${scannerRequests++}`)
          ),
      ),
    style: () => once('eligibility-check.css', text),
    styleUrl: url('eligibility-check.css'),
    pack(src, lang, policy) {
      const address = src ? new URL(src, document.baseURI).href : url(packName(lang));
      const name = /[^/]*$/.exec(address.split('?')[0]);
      return fresh(policy ? new URL(folder(policy) + name, address).href : address);
    },
    async builtInPack(lang, policy, unusable) {
      const [pack, expected] = await Promise.all([
        fresh(url(`built-in/${folder(policy)}${packName(lang)}`)),
        // packs.json holds the id of the pack next to the script, or those of a list.
        policy || idOf(unusable) || text(url('packs.json')).then(idOf),
      ]);
      return expected && expected === idOf(pack) ? pack : undefined;
    },
  };
}
