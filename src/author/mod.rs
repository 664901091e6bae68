//! The authoring page: writes, checks, tries and publishes a pack in the browser.
//!
//! The text of the pack is the only state that counts. The editor shows it as text, the forms show
//! what it means and change it by edits that leave everything else as it is. Checks run on the text
//! in a worker ([`checks`]), so that a key never waits for them.
//!
//! `www/author` mounts [`AuthorPage`] and connects it to CodeMirror and the worker.

// What the page is: the root component, its props, and what all components share.
mod app;
mod context;
mod host;
mod notice; // Notices about a change.
mod task; // The tasks of the worker.
mod use_checks; // The checks of the open document.
mod use_unfinished_text; // A text that is being typed.

// The state: pure functions and data.
pub mod document; // Edits of the text of a pack that keep its formatting.
pub mod model; // What the forms show of a pack, and how they change it.
pub mod scenario_files; // The files of scenarios, and their changes.
pub mod sheet; // The texts of a pack as spreadsheets: the tables.
mod state;

// What people see.
mod bar; // The bar at the top.
mod drafts; // Drafts of unsaved work in this browser.
mod desk; // The document, and the panel next to it.
mod editor; // The text of the pack, in CodeMirror.
pub mod forms; // The pack as cards, conditions and tables.
mod problems; // Faults and findings, with their corrections.
pub mod preview; // What is published: the widget and the pages.
pub mod compare; // The comparison with the published version.
pub mod publish; // The site with the pack, and its record.
pub mod sheets; // Spreadsheets of the pack: saving them, and what an edited one changes.
mod scenarios; // Scenarios: their files, their editor, and what they leave untested.
pub mod examples; // Firms that meet a measure or do not, and firms for scenarios.
pub mod sources; // The texts of the pack's documents.
mod start; // Opening a file, or starting from a template.
mod ui; // Controls that know no pack.

// What the worker computes.
pub mod checks;
mod work;

// The texts of the page in each language, and words for cases and results.
mod case_words; // Cases: a day and answers.
mod text;
mod words; // Results of the checks.

pub use app::{AuthorPage, AuthorProps};
pub use host::{AuthorHost, WorkRequest};
pub use task::{Task, WorkOutput};
pub use work::work;
