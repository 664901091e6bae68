//! Packs as SQL: the text of statements. `tests/registry` runs them in databases.
//!
//! - `dialect`: literals, names and comments, parsed back.
//! - `contradictions`: the query of answers that violate relations.
//! - `input`: the typed columns, the empty table and the check.
//! - `refusals`: measures without a translation.
//! - `values`: the values that are usable.

mod contradictions;
mod dialect;
mod input;
mod refusals;
mod values;
