//! Where the keyboard focus belongs after an action.
//!
//! The reducer decides this, so that it can be tested without a browser; `hooks/use_focus.rs` moves the focus.

use crate::rulebook::FactId;

/// The latest request to move the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FocusRequest {
    /// Increases with every request, so that the same target can be requested twice
    pub serial: u32,
    /// Where the focus belongs; `None` before the first request, because a widget that appears takes no focus
    pub target: Option<FocusTarget>,
}

/// An element that can receive the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the screen
    Heading,
    /// The box for the day asked about
    AsOf,
    /// The first input of a question
    Question(FactId),
    /// The error summary
    ErrorSummary,
    /// The heading of the results
    Results,
    /// The question whether everything is to be cleared
    ClearQuestion,
    /// The button that clears everything
    ClearButton,
    /// The notice about restored answers
    RestoreNotice,
    /// The box for a receipt code
    Code,
    /// The input for a file
    File,
}

impl FocusRequest {
    pub(super) fn move_to(&mut self, target: FocusTarget) {
        *self = FocusRequest { serial: self.serial.wrapping_add(1), target: Some(target) };
    }
}
