// Declarations for tsc of names that exist only after bundling (build/steps.sh).

/** The language tags of the pack. esbuild replaces the name by its value. */
declare const LANGUAGES: string[];

/** The script that wasm-bindgen generates, in a function that creates an instance. */
declare module 'eligibility-glue' {
  export function createInstance(): typeof import('eligibility-widget');
}

// The functions of Node.js in headless/headless.js. esbuild does not bundle them.
declare module 'node:url' {
  export function pathToFileURL(path: string): URL;
}
declare module 'node:fs/promises' {
  export function readFile(path: URL): Promise<Uint8Array>;
}

/** Trusted Types, which the library of tsc lacks. A sink is the name of a function or attribute. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: Record<
      'createHTML' | 'createScriptURL',
      (text: string, type: string, sink: string) => string | null
    >,
  ): unknown;
}
interface Window {
  trustedTypes?: TrustedTypes;
}
