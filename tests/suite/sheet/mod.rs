//! Packs as spreadsheets: what an export writes, and what an import makes of it.
//!
//! - `files`: files that are no tables of a pack, or too large, and other encodings.
//! - `import`: changes of colleagues, conflicts, and what is not used.
//! - `languages`: the translation of a pack into another language.
//! - `review`: the table for reviewers.
//! - `round_trip`: an export that comes back unchanged changes nothing.
//! - `tables`: helpers that change a table as a colleague does.

mod files;
mod import;
mod languages;
mod review;
mod round_trip;
mod tables;
