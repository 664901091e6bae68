//! What can happen to the state.

use std::rc::Rc;

use jiff::civil::Date;

use crate::engine::{Answer, Outcome};
use crate::rulebook::{FactId, MeasureId, Options, RulePack};

use super::Screen;
use crate::widget::restore::Import;

/// An event that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// Answer a question, or remove its answer
    Answer(FactId, Option<Answer>),
    /// Check or uncheck one option of a question with several
    SetOption(FactId, Options, bool),
    /// The text of a question's box changes; it is parsed when the person leaves the box
    EditDraft(FactId, String),
    /// The person leaves a question's box, which has this text
    CommitDraft(FactId, String),
    /// Search the options of a question
    SearchOptions(FactId, String),
    /// The text of the date box changes
    EditAsOf(String),
    /// The person leaves the date box, which has this text
    CommitAsOf(String),
    /// Ask about a day
    SetAsOf(Date),
    /// Expand a measure, or collapse it
    ToggleMeasure(MeasureId),
    /// Go to a screen
    Show(Screen),
    /// Leave this question for the next one
    Next(FactId),
    /// Return to the question before; from the first one, to the start screen
    Back,
    /// Go to a question, whichever the engine would choose
    GoTo(FactId),
    /// Go to the results, which are below the questions on narrow screens
    GoToResults,
    /// Search the measures
    SetQuery(String),
    /// Show only the measures with this outcome, or all of them again
    SetOutcomeFilter(Outcome),
    /// Show all measures with this outcome, or only the first few again
    ShowAll(Outcome),
    /// Change an option of the checklist
    TogglePrintOption(PrintOption),
    /// Large text, or not
    ToggleLargeText,
    /// The text of the box for a receipt code changes
    EditCode(String),
    /// Resume from a receipt code or a file
    Restore(Import),
    /// The same rules in another language
    SetLanguage(Rc<RulePack>),
    /// Clear all answers: asks for confirmation if there is something to lose
    Clear,
    /// Clear all answers, as confirmed
    ConfirmClear,
    /// Keep all answers
    CancelClear,
}

/// An option of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintOption {
    /// Whether the options themselves are expanded
    Expanded,
    /// Two languages
    Bilingual,
    /// No answers, and nothing that follows from them
    WithoutAnswers,
    /// Open measures are named only
    WithoutOpen,
    /// A measure is part of the checklist; without any, all are
    Measure(MeasureId),
}

impl Action {
    /// Whether the action only parses a box that the person has left. Its messages may move the page, so it waits until
    /// a press of the mouse is over (`hooks/use_press_guard.rs`).
    pub fn is_commit(&self) -> bool {
        matches!(self, Action::CommitDraft(..) | Action::CommitAsOf(_))
    }

    /// Whether the action only follows what is being typed.
    pub fn is_edit(&self) -> bool {
        matches!(
            self,
            Action::EditDraft(..)
                | Action::EditAsOf(_)
                | Action::EditCode(_)
                | Action::SearchOptions(..)
                | Action::SetQuery(_)
        )
    }
}
