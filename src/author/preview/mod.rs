//! The widget with the packs of the document, live.

mod element;
mod packs;
mod preview_panel;

pub use packs::{BrowserPacks, browser_packs};
pub(super) use preview_panel::PreviewPanel;
