/** Filled in by www/build/dist.sh. */
declare const LANGUAGES: string[];

/** What headless.js needs of Node.js. */
declare module 'node:url' {
  export function pathToFileURL(path: string): URL;
}
declare module 'node:fs/promises' {
  export function readFile(path: URL): Promise<Uint8Array>;
}

/** What wasm-bindgen makes of headless/host.rs or details/host.rs; the build puts one of them here. */
declare module 'eligibility-module' {
  /** Starts the module, once for all who ask. */
  export default function init(source: { module_or_path: unknown }): Promise<unknown>;

  export class Rules {
    constructor(pack: string);
    assess(caseJson: string): string;
    next(caseJson: string): string;
    explain(caseJson: string, measure: string): string;
    code(caseJson: string): string;
    read_code(code: string): string;
  }

  export class Details {
    constructor(pack: string, language: string, languages: string, style: string);
    write(ask: string, now: string): string | undefined;
    missing(ask: string): string | undefined;
    beside(pack: string, language: string): boolean;
    told(what: string): string;
    free(): void;
  }
}
