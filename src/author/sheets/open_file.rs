//! Choosing and reading a spreadsheet. Nothing is sent to a server.

use std::rc::Rc;

use gloo::file::Blob;
use gloo::file::futures::read_as_bytes;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::author::sheet::{MAX_FILE_SIZE, SheetError};

use super::exchange::SheetFailure;

/// A chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChosenSheet {
    /// Its name
    pub(super) name: Rc<str>,
    /// Its content
    pub(super) content: Rc<[u8]>,
}

/// Reads a file. A larger one than an import accepts is not read.
pub(super) async fn read_sheet(file: File) -> Result<ChosenSheet, SheetFailure> {
    if file.size() > MAX_FILE_SIZE as f64 {
        return Err(SheetError::TooLarge.into());
    }
    let name = file.name().into();
    let blob = Blob::from(web_sys::Blob::from(file));
    let content = read_as_bytes(&blob).await;
    let content = content.map_err(|error| SheetError::Damaged(error.to_string()))?;
    Ok(ChosenSheet { name, content: content.into() })
}

/// Calls `open` with the chosen file of an input, which can then choose the same file again.
pub(super) fn on_choice(open: &Callback<File>) -> Callback<Event> {
    let open = open.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        if let Some(file) = file {
            open.emit(file);
        }
    })
}

/// Calls `open` with a dropped file.
pub(super) fn on_drop(open: &Callback<File>) -> Callback<DragEvent> {
    let open = open.clone();
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            open.emit(file);
        }
    })
}
