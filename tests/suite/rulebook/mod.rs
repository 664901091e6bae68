//! Parsing, encoding and decoding of packs.
//!
//! - `browser_pack`: a browser pack means what its authored pack means, and damage is detected.
//! - `browser_pack_forged`: a browser pack with altered content and a valid checksum is rejected or
//!   safe to use.
//! - `contact`: addresses, telephone numbers, and the note about evidence.
//! - `input_keys`: the keys that help with input, such as `usual`.
//! - `json`: JSON text that we write parses to the same value.
//! - `languages`: languages of the interface and others; wrong, nameless and repeated ones.
//! - `mutations`: a damaged pack is rejected with faults that identify the damage, without a panic.
//! - `operators`: faults in points, classes, named quantities and references to measures.
//! - `published`: properties of the published pack that the parser does not check.
//! - `schema`: the JSON Schema is up to date, accepts every valid pack, and rejects damaged ones.
//! - `topics`: topics, groups of questions and weights.
//! - `windows`: the days of application windows, and for whom they are.

mod browser_pack;
mod browser_pack_forged;
mod contact;
mod input_keys;
mod json;
pub(crate) mod languages;
mod mutations;
mod operators;
mod published;
mod schema;
mod topics;
mod windows;
