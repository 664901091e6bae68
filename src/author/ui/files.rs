//! Files that a person chooses with an input, or drops.

use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// Calls `open` with the chosen file of an input, which can then choose the same file again.
pub(in crate::author) fn on_choice(open: &Callback<File>) -> Callback<Event> {
    on_choices(&first(open))
}

/// Calls `open` with the chosen files of an input, which can then choose the same ones again.
pub(in crate::author) fn on_choices(open: &Callback<Vec<File>>) -> Callback<Event> {
    let open = open.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let files = list(input.files());
        input.set_value("");
        if !files.is_empty() {
            open.emit(files);
        }
    })
}

/// Calls `open` with a dropped file.
pub(in crate::author) fn on_drop(open: &Callback<File>) -> Callback<DragEvent> {
    on_drops(&first(open))
}

/// Calls `open` with dropped files. Without this, the browser would leave the page for the file,
/// and the page around the element would open it, too.
pub(in crate::author) fn on_drops(open: &Callback<Vec<File>>) -> Callback<DragEvent> {
    let open = open.clone();
    Callback::from(move |event: DragEvent| {
        let files = list(event.data_transfer().and_then(|data| data.files()));
        // A text that is dragged is no file.
        if !files.is_empty() {
            event.prevent_default();
            event.stop_propagation();
            open.emit(files);
        }
    })
}

/// Allows a drop of files.
pub(in crate::author) fn on_drag_over() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| {
        let types = event.data_transfer().map(|data| data.types());
        if types.is_some_and(|types| types.includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    })
}

/// Takes the first of several files.
fn first(open: &Callback<File>) -> Callback<Vec<File>> {
    let open = open.clone();
    Callback::from(move |files: Vec<File>| {
        files.into_iter().take(1).for_each(|file| open.emit(file));
    })
}

fn list(files: Option<FileList>) -> Vec<File> {
    let files = files.into_iter();
    files.flat_map(|files| (0..files.length()).filter_map(move |at| files.get(at))).collect()
}
