//! The start screen: what this is, the status of the policy, and where to begin.

mod banner;
mod notices;
mod start_screen;
mod timeline;

pub(super) use banner::{banner, policy_number, short_banner, validity_text};
pub(super) use notices::notices;
pub(super) use start_screen::start_screen;
pub(super) use timeline::timeline;
