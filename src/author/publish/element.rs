//! Files of a chosen folder.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A file of `<input type="file" webkitdirectory>`.
    #[wasm_bindgen(extends = web_sys::File)]
    pub(super) type FolderFile;

    /// Its path, which begins with the name of the folder; empty for a single file.
    #[wasm_bindgen(method, getter, js_name = webkitRelativePath)]
    pub(super) fn path(this: &FolderFile) -> String;
}
