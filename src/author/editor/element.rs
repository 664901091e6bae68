//! The methods of `<json-editor>`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The element. Offsets count UTF-16 units.
    #[wasm_bindgen(extends = web_sys::HtmlElement, extends = web_sys::Node)]
    #[derive(Clone, Debug)]
    pub(super) type EditorElement;

    /// The text, with `\n` as line break.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &EditorElement) -> String;

    /// Opens another text. Undo does not lead back to the former one.
    #[wasm_bindgen(method)]
    pub(super) fn open(this: &EditorElement, text: &str);

    /// Makes changes in one step that can be undone: a JSON list of `{from, to, insert}`.
    #[wasm_bindgen(method)]
    pub(super) fn edit(this: &EditorElement, changes: &str);

    /// Takes back the last change.
    #[wasm_bindgen(method)]
    pub(super) fn undo(this: &EditorElement);

    /// Makes the change again that was taken back.
    #[wasm_bindgen(method)]
    pub(super) fn redo(this: &EditorElement);

    /// Selects a range, scrolls to it and moves the focus there.
    #[wasm_bindgen(method)]
    pub(super) fn select(this: &EditorElement, from: usize, to: usize);

    /// Underlines problems: a JSON list of `{from, to, severity, message, fix}`.
    #[wasm_bindgen(method, js_name = setProblems)]
    pub(super) fn set_problems(this: &EditorElement, problems: &str);

    /// Sets the language of the editor's own texts, and its accessible name.
    #[wasm_bindgen(method, js_name = setLanguage)]
    pub(super) fn set_language(this: &EditorElement, tag: &str, label: &str);
}
