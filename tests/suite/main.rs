//! The integration tests, one binary: laws, scenarios, the published pack, transcripts, the rendered widget,
//! the reducer, and the structure of the repository.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing test should stop and show the line"
)]

mod bad_input;
mod browser_pack;
mod browser_pack_forged;
mod catalogue;
mod checklist;
mod combine;
mod combine_firms;
mod combine_given;
mod contrast;
mod css;
mod dom;
mod exact;
mod examples;
mod focus_state;
#[path = "../fuzz/checks/mod.rs"]
mod fuzz_checks;
mod fuzz_found;
mod generate;
mod guide;
mod html;
mod html_published;
mod interview_state;
mod json_text;
mod laws;
mod laws_exact;
mod laws_example;
mod laws_lint;
mod laws_nearest;
mod laws_values;
mod markup;
mod mutations;
mod pack;
mod pages;
mod pages_written;
mod parts;
mod parts_content;
mod people;
mod pretty_html;
mod qr;
mod receipt;
mod receipt_damage;
mod regressions;
mod reproduce;
mod restore;
mod restore_diff;
mod saved;
mod saved_materials;
mod saved_windows;
mod scenarios;
mod schema;
mod site;
mod site_files;
mod state;
mod stories;
mod structure;
mod support;
mod theming;
mod transcripts;
mod units;
