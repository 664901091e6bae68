//! The engine on chosen packs, answers and receipts.
//!
//! - `combine`: what some firms can be granted together from the published pack.
//! - `criteria`: measures whose criteria are decided only by looking at all of them.
//! - `examples`: every measure of the published pack has an example that meets it.
//! - `receipt`: a receipt decodes to what was encoded, and its format does not change.
//! - `receipt_damage`: typing errors in a receipt code are found, and noise is refused.

mod combine;
mod criteria;
mod examples;
pub(crate) mod receipt;
mod receipt_damage;
