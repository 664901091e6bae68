//! The texts in traditional Chinese, as in Hong Kong.

pub(super) mod plan;
pub(super) mod policies;
pub(super) mod questions;
pub(super) mod results;
