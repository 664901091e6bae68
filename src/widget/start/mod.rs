//! The start screen, which depends on whether the policy is in force today, and the choice of
//! another day.

mod day_screen;
mod start_screen;

// The parts of the start screen: what an applicant can do today, and the details.
mod about;
mod lapsed;
mod not_yet;
mod notices;
mod timeline;

// For other screens: the policy in words, and the note that the policy is not in force today.
mod history_note;
mod policy;

pub(super) use about::details;
pub(super) use day_screen::day_screen;
pub(super) use history_note::history_note;
pub(super) use notices::notices;
pub(super) use policy::{policy_number, validity_text};
pub(super) use start_screen::start_screen;
pub(super) use timeline::timeline;
