//! What is published from the document, live: the widget, the rules page and the table to sign.

mod element;
mod packs;
mod page_frame;
mod pages;
mod preview_panel;
mod widget_preview;

pub use packs::{BrowserPacks, browser_packs};
pub(super) use pages::sign_off;
pub use pages::{Page, PageInput, PageKind, page};
pub(super) use preview_panel::PreviewPanel;
