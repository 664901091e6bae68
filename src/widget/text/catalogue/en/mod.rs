//! The texts in English.

pub(super) mod plan;
pub(super) mod policies;
pub(super) mod questions;
pub(super) mod results;
