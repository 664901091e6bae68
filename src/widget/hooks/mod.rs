//! Hooks of the app, one per file: access to the browser, and the evaluation derived from the
//! state.
//!
//! Effects and event handlers may use gloo and `web_sys`. Nothing here accesses the browser while
//! rendering.

// Derived from the state, and the questions that the engine chooses.
mod use_asked_questions;
mod use_evaluation;

// Input: holding actions back, and changes to the DOM by other programs.
mod use_foreign_changes;
mod use_press_guard;

// Effects after rendering.
mod use_focus;
mod use_reports;
mod use_unload_warning;

// Printing, with the stylesheet and the local time.
mod apply_style;
mod local_time;
mod use_print;

pub(crate) use local_time::local_time;
pub(super) use use_asked_questions::use_asked_questions;
pub(super) use use_evaluation::use_evaluation;
#[cfg(feature = "cli")]
pub(super) use use_evaluation::{CachedSession, evaluate};
pub(super) use use_focus::{use_focus, use_heading_focus};
pub(super) use use_foreign_changes::use_foreign_changes;
pub(super) use use_press_guard::use_press_guard;
pub(super) use use_print::use_print;
pub(super) use use_reports::use_reports;
pub(crate) use use_unload_warning::use_unload_warning;
