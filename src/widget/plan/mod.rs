//! The plan: what to do before applying, the receipt, and the checklist to print.

mod plan_screen;

// The steps: whom to ask, what to prepare, which answers are missing.
mod ask;
mod find_out;
mod prepare;
mod step;
mod steps;
mod titles;

// When to apply.
mod next_round;
mod windows;

// The receipt: code, copying, picture, link.
mod picture;
mod receipt_card;

// Printing and downloading, and their options.
mod print_options;

pub(super) use plan_screen::plan_screen;
pub use windows::{WindowStatus, window_status};

// Only for previews and stories.
#[cfg(feature = "cli")]
pub(super) use self::{
    next_round::next_round, print_options::PrintPanel, receipt_card::ReceiptCard, steps::steps,
    windows::windows,
};
