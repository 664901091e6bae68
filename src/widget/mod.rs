//! What people see: one Yew app.
//!
//! # Map
//!
//! `app` is the root: it owns the state (`state/`), derives the evaluation of the answers (`hooks/use_evaluation.rs`) and
//! chooses the screen. Each folder is a part of the screen: `start/`, `question/`, `results/`, `checklist/`, `restore/`. `ui/`
//! has the elements that all of them use, `text/` the words, `export/` the files that a person can save, `hooks/` what the app
//! needs from the browser, and `stories/` every part in every state, for tests. `preview` renders one part outside of a browser.
//!
//! # From a click to the screen
//!
//! 1. An input calls its callback, which dispatches an [`Action`] (`context.rs`, `hooks/use_press_guard.rs`).
//! 2. `state/reduce.rs` computes the next [`State`]. It is pure.
//! 3. [`App`] renders again. `use_evaluation` re-assesses the measures that depend on the answer.
//! 4. The screen is rendered from state and evaluation. Questions and measure cards render again only if their own data changed
//!    (`PartialEq` of their props).
//! 5. Effects run: the focus moves, and the page receives the counts.
//!
//! The same components render natively, for tests and for `eligibility print`.

mod app;
mod checklist;
mod context;
mod evaluation;
mod export;
mod hooks;
mod pack;
#[cfg(feature = "cli")]
pub mod preview;
mod props;
mod question;
mod render;
mod restore;
mod results;
mod start;
mod state;
#[cfg(feature = "cli")]
pub mod stories;
mod text;
mod ui;

pub use app::App;
pub use checklist::{PrintOptions, Standalone};
pub use context::{Host, ScanRequest, ScanResult};
pub use evaluation::Evaluation;
pub use export::{FileKind, answers_json, file_name, materials_csv, windows_ics};
pub use pack::Pack;
pub use props::{AppProps, Initial, Style};
#[cfg(feature = "cli")]
pub(crate) use render::render;
pub use restore::{
    ChangedOutcome, Import, ImportError, ImportSource, PackDiff, RefusedImport, RestoreDiff,
    SavedState,
};
pub use state::{Action, Draft, FocusRequest, FocusTarget, PrintOption, Screen, State};
pub use text::{
    Catalogue, amount_text, citations_text, combination_text, nearest_text, receipt_text,
    said_text, standing_text,
};
#[cfg(feature = "cli")]
pub(crate) use text::{fill_in, unit_title, with_unit};
