//! An anonymous eligibility self-check for enterprises: rule pack, Yew widget, native command.
//!
//! # Map
//!
//! | module | content |
//! |---|---|
//! | [`rulebook`] | the types of a rule pack: parsing, diagnostics, and the pack for browsers |
//! | [`engine`] | truth, outcomes, reasons, amounts, the next question: all that follows |
//! | `widget` | the Yew app |
//! | `page` | pages without script: the rules page, and the table to sign |
//! | `lint` | findings: what a valid pack probably does not mean |
//! | `cli` | the native command |
//!
//! A module depends only on those above it; `lint` depends on [`rulebook`] and [`engine`] alone.
//! The browser hosts are packages of their own: `www/host` mounts the widget, `www/headless`
//! exports the engine. `ARCHITECTURE.md` has a diagram.
//!
//! # From `rules.json` to a page
//!
//! 1. [`rulebook::RulePack::from_json`] parses the authored pack and reports every fault.
//! 2. `cli/bundle.rs` writes a [`rulebook::BrowserPack`] for each language: the checked rules and
//!    the interface's texts as JSON, with a format number and a checksum.
//! 3. `www/element/session.js` fetches it, and `widget/pack.rs` decodes it.
//!
//! # From a click to paper
//!
//! 1. `widget/question/fieldset.rs` renders a fact as a fieldset; its inputs are in
//!    `question/options.rs`, `question/typed_field.rs` and `ui/`.
//! 2. An input sends an `Action` to `Dispatch` (`context.rs`). `hooks/use_press_guard.rs` holds
//!    back what leaving a text box causes until the mouse button is released.
//! 3. `state/reduce.rs` computes the next state: answers, drafts, screen, day. It is pure.
//!    [`engine::parse_answer`] parses typed text; an error is shown at the input, and the draft is
//!    kept.
//! 4. `app.rs` renders again, and `hooks/use_evaluation.rs` updates the [`engine::Session`]: it
//!    re-assesses the measures that depend on the answer, exactly and in three values, as of the
//!    day that [`engine::AsOf`] chose.
//! 5. [`engine::next_question`] proposes the question that is expected to decide most measures.
//! 6. `results/` renders counts, totals and a card per measure; [`engine::explain`] gives the
//!    reasons, each with its provision.
//! 7. `checklist/document.rs` renders the checklist, and `hooks/use_print.rs` prints it alone, from
//!    a frame. `eligibility print` renders the same components natively.
//!
//! # Programs
//!
//! Programs send cases as JSON. [`engine::Case`] parses them; [`engine::assess_json`],
//! [`engine::explain_json`] and [`engine::next_json`] reply, for the native command and for
//! `www/headless` alike.
//!
//! ```
//! use eligibility_check::engine::{Answers, Outcome, assess};
//! use eligibility_check::rulebook::{RulePack, parse_date};
//!
//! let book = RulePack::from_json(include_str!("../rules.json")).unwrap();
//! let day = parse_date("2019-05-10").unwrap();
//! let assessment = assess(&book, &Answers::none(&book), day);
//! // Nothing is answered, so nothing is decided: neither yes nor no.
//! assert_eq!(assessment.count(Outcome::Open), book.measures.len());
//! ```

pub mod rulebook;

pub mod engine;

#[cfg(feature = "widget")]
pub mod widget;

// Only the command writes pages, so no browser module contains them.
#[cfg(feature = "cli")]
pub mod page;

#[cfg(feature = "cli")]
pub mod lint;

#[cfg(feature = "cli")]
pub mod cli;
