//! Requests to move the keyboard focus after an action.
//!
//! The reducer decides this, so that it can be tested without a browser; `hooks/use_focus.rs` moves
//! the focus.

use crate::rulebook::FactId;

/// The latest request to move the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FocusRequest {
    /// Increases with every request, so that the same target can be requested twice
    pub serial: u32,
    /// The target; `None` before the first request, because a widget must not take the focus on
    /// mount
    pub target: Option<FocusTarget>,
}

/// An element that can receive the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the screen
    Heading,
    /// The as-of date field
    AsOf,
    /// The message that a topic is needed
    TopicsError,
    /// The first input of a question
    Question(FactId),
    /// The error summary
    ErrorSummary,
    /// The heading of the results
    Results,
    /// The confirmation question before all answers are cleared
    ClearQuestion,
    /// The button that clears all answers
    ClearButton,
    /// The notice about restored answers
    RestoreNotice,
    /// The field for a receipt code
    Code,
    /// The file input
    File,
    /// The input for a picture of a receipt
    Picture,
    /// The offer to restore the answers of a link
    Offer,
    /// The picture of the receipt
    ReceiptPicture,
    /// The field with a text to copy by hand
    CopyField,
}

impl FocusRequest {
    pub(in crate::widget) fn move_to(&mut self, target: FocusTarget) {
        *self = FocusRequest { serial: self.serial.wrapping_add(1), target: Some(target) };
    }
}
