//! The authoring page: edits a pack in a browser and checks it, without a toolchain.
//!
//! The single source of truth is the text of the pack. Forms show what the text parses to, and
//! change it by edits of the text.

pub mod document; // Edits of the text of a pack that keep its formatting.
pub mod forms; // What forms show of a pack, and how they change it.
pub mod sheet; // The texts of a pack as spreadsheets.
