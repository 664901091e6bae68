//! The engine on chosen packs, answers and receipts.
//!
//! - `amounts`: ranges if granted, repeated payments, and when totals are given.
//! - `applications`: whether a measure can be applied for, and totals without what cannot.
//! - `combine`: the best combination for some firms, from the published pack.
//! - `criteria`: measures whose criteria are decided only in combination.
//! - `examples`: every measure of the published pack has an example that meets it.
//! - `receipt`: a receipt round-trips, and its format does not change.
//! - `receipt_damage`: typing errors in a receipt code are found, and noise is rejected.
//! - `receipt_text`: groups, lines with their checks, and links.
//! - `score`: the points so far, with their parts.
//! - `simulation`: interviews of the scenario firms are short in every topic.
//! - `topics`: cases with topics: presets, the interview, and the replies.
//! - `typed_input`: numbers, dates, codes and files that earlier versions read wrongly.

mod amounts;
mod applications;
mod combine;
mod criteria;
mod examples;
pub(crate) mod receipt;
mod receipt_damage;
mod receipt_text;
mod score;
mod simulation;
mod topics;
mod typed_input;
