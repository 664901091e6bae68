//! Hooks: what the app needs from the browser, and what it derives from the state. One hook a file.
//!
//! Effects and event handlers may use gloo and `web_sys`; nothing here touches the browser while rendering.

mod apply_style;
mod local_time;
mod use_evaluation;
mod use_focus;
mod use_foreign_changes;
mod use_press_guard;
mod use_print;
mod use_reports;
mod use_unload_warning;

pub(super) use local_time::local_time;
pub(super) use use_evaluation::use_evaluation;
#[cfg(feature = "cli")]
pub(super) use use_evaluation::{CachedSession, evaluate};
pub(super) use use_focus::use_focus;
pub(super) use use_foreign_changes::use_foreign_changes;
pub(super) use use_press_guard::use_press_guard;
pub(super) use use_print::use_print;
pub(super) use use_reports::use_reports;
pub(super) use use_unload_warning::use_unload_warning;
