//! An anonymous eligibility self-check for enterprises: one rule pack, a Yew widget, a native command.
//!
//! # Map
//!
//! [`rulebook`] says what the rules are, [`engine`] what follows from them and a person's answers, `widget` what
//! people see, `page` what they read without script and sign on paper, `lint` what rules say that is probably not meant,
//! `cli` what policy staff run. Each knows only those before it (and `lint` only rules and engine). The browser host is a
//! package of its own, in `www`.
//!
//! # The way of a pack: from its author to a page
//!
//! [`rulebook::RuleBook::from_json`] reads what people wrote and reports every fault; `cli/bundle.rs` writes the sound pack
//! as a [`rulebook::BrowserPack`] in each language, and the browser decodes it.
//!
//! # The walk: one answer, from click to paper
//!
//! 1. `widget/question.rs` shows a fact as a fieldset; the person ticks a box or leaves an input.
//! 2. Typed text goes through [`engine::parse_typed`]; an error stays beside the input and loses nothing.
//! 3. `widget/state.rs` makes a new state: answers, drafts, the day asked about. Pure.
//! 4. [`engine::Live`] decides what the answer can change, exactly and in three values; [`engine::AsOf`] has chosen
//!    the day.
//! 5. [`engine::next_question`] proposes the question that is expected to decide most measures.
//! 6. `widget/results.rs` shows outcomes; [`engine::explain`] gives each one's reasons, ending in provisions.
//! 7. `widget/sheet.rs` is the checklist; the host prints it alone, from a frame of its own (`www/print.js`).
//!
//! # Beside the walk
//!
//! Programs take the same from cases in JSON: [`engine::Case`] reads them, and [`engine::assess_json`],
//! [`engine::explain_json`] and [`engine::next_json`] reply, to the native command and to `www/headless` alike.
//!
//! ```
//! use eligibility_check::engine::{Answers, Outcome, assess};
//! use eligibility_check::rulebook::{RuleBook, parse_date};
//!
//! let book = RuleBook::from_json(include_str!("../rules.json")).unwrap();
//! let day = parse_date("2019-05-10").unwrap();
//! let assessment = assess(&book, &Answers::none(&book), day);
//! // Nothing has been said, so nothing is decided: neither yes nor no.
//! assert_eq!(assessment.count(Outcome::Open), book.measures.len());
//! ```

pub mod rulebook;

pub mod engine;

#[cfg(feature = "widget")]
pub mod widget;

// Only the command writes pages, so nothing of them reaches a browser as a program.
#[cfg(feature = "cli")]
pub mod page;

#[cfg(feature = "cli")]
pub mod lint;

#[cfg(feature = "cli")]
pub mod cli;
