//! The text of the pack, in the custom element `<json-editor>` (`www/author/editor.js`).

mod element;
mod json_editor;

pub(super) use json_editor::JsonEditor;
