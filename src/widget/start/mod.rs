//! The start screen: the introduction, the status of the policy, its timeline, and its notices.

mod start_screen;

// Its parts, from top to bottom.
mod banner;
mod notices;
mod timeline;

pub(super) use banner::{banner, policy_number, validity_text};
pub(super) use notices::notices;
pub(super) use start_screen::start_screen;
pub(super) use timeline::timeline;
