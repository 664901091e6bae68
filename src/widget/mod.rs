//! The user interface: one Yew app. Nothing here knows a particular policy.
//!
//! A component belongs in the folder of its screen: `start/`, `topics/`, `restore/`, `question/`,
//! `results/` or `plan/`. The printed checklist is in `checklist/`. Files that a user can save are
//! in `export/`. Pure state is in `state/`, access to the browser in `hooks/`, elements that know
//! no rules in `ui/`, texts in `text/`. `stories/` has every component in every state, for tests.
//! The same components render natively, for tests and for `eligibility print`.
//!
//! # From a click to the screen
//!
//! 1. A button or an input calls its callback, which dispatches an [`Action`] (`context.rs`,
//!    `hooks/use_press_guard.rs`). The first button is in `start/start_screen.rs`.
//! 2. `state/reduce.rs` computes the next [`State`]. It is pure.
//! 3. [`App`] renders again. `use_evaluation` re-assesses the measures that depend on the answer.
//! 4. `screen` in `app.rs` renders the current screen from state and evaluation. Questions and
//!    measure cards render again only if their own data changed (`PartialEq` of their props).
//! 5. Effects run: the focus moves, and the page receives the counts.

// The root component, its props and contexts, and what the browser can do.
mod abilities;
mod app;
mod context;
mod props;

// Data: the pack in one language, the pure state, and the evaluation derived from both.
mod evaluation;
mod pack;
mod state;

// Access to the browser, and data derived from the state.
mod hooks;

// Several policies on one site: their list, and the root component.
mod policies;
mod published;

// The start screen, and the choice of topics.
mod start;
mod topics;

// Resuming from a receipt code or a saved file.
mod restore;

// Questions and answers.
mod question;

// The results.
mod results;

// What to do before applying, and the checklist to print.
mod checklist;
mod plan;

// Files that a user can save.
mod export;

// Elements and texts that all screens share.
mod text;
mod ui;

// Rendering to text: the first screens of a page, one part alone, and every part in every state.
#[cfg(feature = "author")]
pub mod first_screens;
#[cfg(feature = "cli")]
pub mod preview;
mod render;
#[cfg(feature = "cli")]
pub mod stories;

pub use abilities::Abilities;
pub use app::App;
#[cfg(feature = "author")]
pub(crate) use checklist::STYLES as CHECKLIST_STYLES;
pub use checklist::{PrintOptions, StandalonePage};
pub use context::{CopyRequest, Host, PictureRequest, ScanRequest, ScanResult};
pub use evaluation::Evaluation;
#[cfg(feature = "cli")]
pub(crate) use export::csv_row;
pub use export::{FileKind, answers_json, file_name, materials_csv, windows_ics};
#[cfg(feature = "author")]
pub(crate) use export::{download_bytes, download_text};
#[cfg(feature = "author")]
pub(crate) use hooks::{local_time, use_unload_warning};
pub use pack::Pack;
pub use plan::{WindowStatus, window_status};
pub use policies::{Carried, List, Site, SiteProps};
pub use props::{AppProps, InitialState, Style};
pub use published::Published;
#[cfg(feature = "author")]
pub(crate) use render::render_text;
#[cfg(feature = "cli")]
pub use render::wait_for;
pub use restore::{
    ChangedOutcome, Import, ImportError, ImportSource, PackDiff, RejectedImport, RestoreDiff,
    Restored, SavedState,
};
pub use results::Group;
pub use state::{Action, CopyTarget, Draft, FocusRequest, FocusTarget, PrintOption, Screen, State};
pub use text::{
    Catalogue, amount_text, applications_text, citations_text, combination_text, fact_text,
    nearest_miss_text, receipt_text, status_text,
};
#[cfg(feature = "author")]
pub(crate) use text::{fill_in, unit_title, with_unit};
