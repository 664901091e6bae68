//! What is published from the document, live: the widget, the rules page, the table to sign, and
//! the checklist on paper.

mod element;
mod packs;
mod page_frame;
mod pages;
mod paper;
mod preview_panel;
mod print_bar;
mod widget_preview;

pub use packs::{BrowserPacks, browser_packs};
pub(super) use pages::sign_off;
pub use pages::{Page, PageInput, PageKind, page};
pub(super) use preview_panel::PreviewPanel;
