/** Defined by www/build/dist.sh: tags of the pack's languages. */
declare const LANGUAGES: string[];

/** The script that wasm-bindgen generates, wrapped so that it can be instantiated several times. */
declare module 'eligibility-glue' {
  export function createInstance(): typeof import('eligibility-widget');
}

/** What headless.js needs of Node.js. */
declare module 'node:url' {
  export function pathToFileURL(path: string): URL;
}
declare module 'node:fs/promises' {
  export function readFile(path: URL): Promise<Uint8Array>;
}
