//! An anonymous eligibility self-check for enterprises: the rule pack, the Yew widget and the
//! native command.
//!
//! # Modules
//!
//! | module | content |
//! |---|---|
//! | [`rulebook`] | the types of a rule pack, its parser and faults, and the pack for browsers |
//! | [`engine`] | evaluation: outcomes, reasons, amounts, combinations, questions, receipts |
//! | `widget` | the Yew app |
//! | `page` | static pages: the rules page, and the sign-off table |
//! | `lint` | findings: valid rules that are probably unintended |
//! | `scenario` | cases with expected results |
//! | `diagnostics` | faults and findings with their ranges in the text |
//! | `coverage` | the parts of a pack that scenarios test |
//! | `diff` | two versions of a pack, compared by meaning |
//! | `bundle` | the files of a site |
//! | `sql` | a pack as SQL, for the tables of a database |
//! | `author` | the authoring page: edits of a pack's text, forms, spreadsheets |
//! | `cli` | the native command |
//!
//! Dependencies: `rulebook ← engine ← widget ← page ← {coverage, bundle} ← author ← cli`, and
//! `engine ← {lint, scenario} ← diagnostics ← diff ← cli`. The browser hosts are separate packages:
//! `www/host` mounts the widget, and `www/headless` exports the engine. `ARCHITECTURE.md` has a
//! diagram.
//!
//! # From `rules.json` to the browser
//!
//! 1. [`rulebook::RulePack::from_json`] parses the authored pack and reports all its faults.
//! 2. `bundle/mod.rs` encodes a [`rulebook::BrowserPack`] for each language: the rules and the
//!    texts of the interface as JSON, with a format number and a checksum.
//! 3. `www/element/session.js` fetches it, and `widget/pack.rs` decodes it.
//!
//! # From a click to the printed checklist
//!
//! Paths are relative to `src/widget`.
//!
//! 1. `question/fieldset.rs` renders a fact. Its inputs are in `question/options.rs` and
//!    `question/typed_field.rs`.
//! 2. An input sends an `Action` to `Dispatch` (`context.rs`). While the mouse button is down,
//!    `hooks/use_press_guard.rs` holds the commits of text fields, so that the layout cannot shift
//!    under the pointer.
//! 3. `state/reduce.rs`, a pure function, computes the next state. [`engine::parse_answer`] parses
//!    typed text. Text that does not parse remains as a draft, with an error at the input.
//! 4. `app.rs` renders again. `hooks/use_evaluation.rs` updates the [`engine::Session`], which
//!    re-assesses only the measures that depend on the changed answer, on the date that
//!    [`engine::AsOf`] determines. [`engine::next_question`] chooses the next question.
//! 5. `results/` renders counts, totals and one card per measure. [`engine::explain`] gives the
//!    criteria that decide an outcome, with their provisions.
//! 6. `checklist/document.rs` renders the checklist. `hooks/use_print.rs` copies it into a frame
//!    and prints the frame. `eligibility print` renders the same components to a file.
//!
//! # Use from programs
//!
//! [`engine::Case`] parses a case from JSON. [`engine::assess_json`], [`engine::explain_json`] and
//! [`engine::next_json`] return JSON. The native command and `www/headless` use the same functions.
//!
//! ```
//! use eligibility_check::engine::{Answers, Outcome, assess};
//! use eligibility_check::rulebook::{RulePack, parse_date};
//!
//! let pack = RulePack::from_json(include_str!("../rules.json")).unwrap();
//! let as_of = parse_date("2019-05-10").unwrap();
//! let assessment = assess(&pack, &Answers::none(&pack), as_of);
//! // Without answers, every measure is open: neither met nor not met.
//! assert_eq!(assessment.count(Outcome::Open), pack.measures.len());
//! ```

// The rules and their evaluation: pure, without a clock, files or a browser.
pub mod rulebook;

pub mod engine;

// The user interface.
#[cfg(feature = "widget")]
pub mod widget;

// The work on packs that the native command and the authoring page share. No other browser module
// contains it.
#[cfg(feature = "author")]
pub mod lint;

#[cfg(feature = "author")]
pub mod page;

#[cfg(feature = "author")]
pub mod scenario;

#[cfg(feature = "author")]
pub mod diagnostics;

#[cfg(feature = "author")]
pub mod coverage;

#[cfg(feature = "author")]
pub mod diff;

#[cfg(feature = "author")]
pub mod bundle;

// The authoring page.
#[cfg(feature = "author")]
pub mod author;

// For the native command only.
#[cfg(feature = "cli")]
pub mod sql;

#[cfg(feature = "cli")]
pub mod cli;
