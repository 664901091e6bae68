//! The integration tests, one binary: laws, scenarios, the published pack, transcripts, the rendered page,
//! the reducer, and the order of the house.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails should stop, and says where"
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
mod details;
mod details_kept;
mod details_shown;
mod dom;
mod exact;
mod examples;
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
mod mended;
mod mutations;
mod pack;
mod packed;
mod pages;
mod pages_written;
mod people;
mod pretty_html;
mod qr;
mod receipt;
mod receipt_damage;
mod reproduce;
mod restored;
mod saved;
mod saved_materials;
mod saved_windows;
mod scenarios;
mod schema;
mod site;
mod site_files;
mod state;
mod stories;
mod support;
mod theming;
mod tidy;
mod transcripts;
mod units;
