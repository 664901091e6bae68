//! The methods of `<pack-preview>` (`www/author/preview.js`).

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The element: the widget that is published.
    #[wasm_bindgen(extends = web_sys::HtmlElement, extends = web_sys::Node)]
    pub(super) type PreviewElement;

    /// Shows packs, a JSON list of `{language, text}`, and keeps the answers.
    #[wasm_bindgen(method)]
    pub(super) fn show(this: &PreviewElement, packs: &str);
}
