//! The integration tests, in one binary.
//!
//! Tests are in folders by area. The modules next to this file are helpers, except
//! `structure`, `author_structure` and `prose`, which test the repository. See `README.md` in this
//! folder.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a failing test should stop and show the line"
)]

mod acceptance;
mod author;
mod command;
mod docs;
mod engine;
mod laws;
mod rulebook;
mod sheet;
mod site;
mod sql;
mod widget;

mod answer_space;
mod author_structure;
mod command_line;
mod dom;
#[path = "../fuzz/checks/mod.rs"]
mod fuzz_checks;
mod generate;
mod markup;
mod pretty_html;
mod prose;
mod snapshots;
mod sources;
mod structure;
mod support;
