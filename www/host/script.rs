//! The interface to the element's script: options and a listener, typed on both sides.

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Options of a widget. */
export interface Options {
  /** Ids of the topics that are chosen, separated by spaces */
  topic: string;
  /** As-of date, YYYY-MM-DD */
  asOf: string;
  headingLevel: number;
  /** Tags of the languages that the user can select */
  languages: string[];
  /** Address of the rules page */
  rulesPage?: string;
  /** Address of the page with the widget; none if it is a file */
  pageAddress?: string;
  /** The user agent of the browser */
  userAgent: string;
  /** Whether the policy belongs to a site with a list of policies */
  hasList: boolean;
  /** Whether the built-in pack replaces an unusable one */
  isBuiltIn: boolean;
  /** Whether the last requested language failed to load */
  hasLanguageFailed: boolean;
  /** Receipt code of the initial answers */
  resume?: string;
  /** Text of the stylesheet, for printing and saved pages */
  style: string;
  /** Address of the stylesheet, if it is a separate file */
  styleUrl?: string;
}

/** Number of measures by outcome. */
export type Counts = Record<'met' | 'met-in-direction' | 'met-once-settled' | 'open' | 'not-met' | 'not-applicable' | 'not-in-force', number>;

/** Receives the reports of a widget. No method may call the widget synchronously. */
export interface Listener {
  onChange(counts: Counts): void;
  /** The user selected the language with this tag. */
  onLanguage(tag: string): void;
  /** The user opens the policy with this id; with an empty id, the list of policies. */
  onPolicy(id: string): void;
  /** A bilingual checklist needs the pack in the language with this tag. */
  onSecondLanguage(tag: string): void;
  /** Receipt code of the current answers, after every change; empty while nothing is entered. */
  onProgress(code: string): void;
  onError(message: string): void;
  /** The instance is broken and must not be called any more. */
  onPanic(message: string): void;
  /** The QR reader. Rejects if it does not load. */
  scanner(): Promise<Scanner>;
  /** Copies a text. False if the browser refuses. */
  copy(text: string): Promise<boolean>;
  /** The address (data:) of the picture of a receipt; undefined if the browser cannot draw it. */
  picture(content: Picture): string | undefined;
}

/** The content of the picture of a receipt. */
export interface Picture {
  title: string;
  lines: string[];
  /** Lines of the code */
  code: string[];
  /** The QR symbol as an SVG path */
  symbol: string;
  /** Its side in modules, with its quiet zone */
  side: number;
}

/** A reader of QR symbols. */
export interface Scanner {
  /** Text of the QR symbol in a picture; undefined if there is none. Rejects if the file is not a
   * picture. */
  scan(picture: Blob): Promise<string | undefined>;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// Options of a widget.
    #[wasm_bindgen(typescript_type = "Options")]
    pub type Options;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn topic(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = asOf)]
    pub(crate) fn as_of(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = headingLevel)]
    pub(crate) fn heading_level(this: &Options) -> u8;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn languages(this: &Options) -> Vec<String>;
    #[wasm_bindgen(method, getter, structural, js_name = rulesPage)]
    pub(crate) fn rules_page(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter, structural, js_name = pageAddress)]
    pub(crate) fn page_address(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter, structural, js_name = userAgent)]
    pub(crate) fn user_agent(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = hasList)]
    pub(crate) fn has_list(this: &Options) -> bool;
    #[wasm_bindgen(method, getter, structural, js_name = isBuiltIn)]
    pub(crate) fn is_built_in(this: &Options) -> bool;
    #[wasm_bindgen(method, getter, structural, js_name = hasLanguageFailed)]
    pub(crate) fn has_language_failed(this: &Options) -> bool;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn resume(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn style(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = styleUrl)]
    pub(crate) fn style_url(this: &Options) -> Option<String>;

    /// Receives the reports of a widget.
    #[wasm_bindgen(typescript_type = "Listener")]
    #[derive(Clone)]
    pub type Listener;
    #[wasm_bindgen(method, structural, js_name = onChange)]
    pub(crate) fn on_change(this: &Listener, counts: &Object);
    #[wasm_bindgen(method, structural, js_name = onLanguage)]
    pub(crate) fn on_language(this: &Listener, tag: &str);
    #[wasm_bindgen(method, structural, js_name = onPolicy)]
    pub(crate) fn on_policy(this: &Listener, id: &str);
    #[wasm_bindgen(method, structural, js_name = onSecondLanguage)]
    pub(crate) fn on_second_language(this: &Listener, tag: &str);
    #[wasm_bindgen(method, structural, js_name = onProgress)]
    pub(crate) fn on_progress(this: &Listener, code: &str);
    #[wasm_bindgen(method, structural, js_name = onError)]
    pub(crate) fn on_error(this: &Listener, message: &str);
    #[wasm_bindgen(method, structural, js_name = onPanic)]
    pub(crate) fn on_panic(this: &Listener, message: &str);
    #[wasm_bindgen(method, structural, catch)]
    pub(crate) async fn scanner(this: &Listener) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    pub(crate) async fn copy(this: &Listener, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural)]
    pub(crate) fn picture(this: &Listener, content: &Object) -> Option<String>;

    /// A reader of QR symbols.
    #[wasm_bindgen(typescript_type = "Scanner")]
    pub type Scanner;
    #[wasm_bindgen(method, structural, catch)]
    pub(crate) async fn scan(this: &Scanner, picture: &Blob) -> Result<JsValue, JsValue>;
}
