//! Actions: the events that change the state.

use std::rc::Rc;

use jiff::civil::Date;

use crate::engine::Answer;
use crate::rulebook::{FactId, MaterialId, MeasureId, Options, RulePack, TopicId};

use super::{CopyTarget, Screen};
use crate::widget::restore::Import;
use crate::widget::results::Group;

/// An event that changes the state. `reduce.rs` applies it.
#[derive(Clone, Debug)]
pub enum Action {
    /// Answer a question, or remove its answer
    Answer(FactId, Option<Answer>),
    /// Confirm a doubtful answer
    ConfirmAnswer(FactId),
    /// Check or uncheck one option of a multiple-choice question
    SetOption(FactId, Options, bool),
    /// Change the text of a question's text field, without parsing it
    EditDraft(FactId, String),
    /// Parse the text of a question's text field, which has lost the focus
    CommitDraft(FactId, String),
    /// Search the options of a question
    SearchOptions(FactId, String),
    /// Search all questions, or the list of answers
    SearchQuestions(String),
    /// Change the text of the as-of date field, without parsing it
    EditAsOf(String),
    /// Parse the text of the as-of date field, which has lost the focus
    CommitAsOf(String),
    /// Set the as-of date
    SetAsOf(Date),
    /// Expand or collapse a measure
    ToggleMeasure(MeasureId),
    /// Select these topics for a user who has not chosen any
    SetTopics(Rc<[TopicId]>),
    /// Show the measures of a topic that nothing is asked about
    ShowTopic(TopicId),
    /// Select or deselect a topic
    ToggleTopic(TopicId),
    /// Start the interview about the selected topics; needs at least one
    StartTopics,
    /// Start the interview about all measures
    StartAll,
    /// Add a topic, and go on with its questions
    AddTopic(TopicId),
    /// Go to a screen
    Show(Screen),
    /// Keep these facts on the question screen until the user leaves it
    Ask(Vec<FactId>),
    /// Go from the question screen to the next one. These facts need an answer
    Next(Vec<FactId>),
    /// Go to the previous screen
    Back,
    /// Go to this question, and return afterwards
    GoTo(FactId),
    /// Move to the results, which are below all questions on narrow screens
    GoToResults,
    /// Set the search text of the results
    SetQuery(String),
    /// Show all measures of a group of the results; the same group again hides them
    ToggleGroup(Group),
    /// Keep the answers from other policies
    KeepCarried,
    /// Remove the answers from other policies
    DropCarried,
    /// Tick a material in the plan, or untick it
    TogglePrepared(MaterialId),
    /// The browser has copied a text, or refused to
    Copied(CopyTarget, bool),
    /// The picture of the receipt is drawn; `None` if that failed
    ShowPicture(Option<Rc<str>>),
    /// Change an option of the checklist
    TogglePrintOption(PrintOption),
    /// Switch large text on or off
    ToggleLargeText,
    /// Change the text of the field for a receipt code
    EditCode(String),
    /// A link with a receipt code was opened; asks before answers are replaced, and says if the
    /// code is wrong
    OfferCode(Rc<str>),
    /// Resume from the offered code
    AcceptOffer,
    /// Keep the current answers
    DeclineOffer,
    /// Resume from a receipt code or a file
    Restore(Import),
    /// Replace the rules by the same rules in another language
    SetLanguage(Rc<RulePack>),
    /// Clear all answers; asks for confirmation if there are any
    Clear,
    /// Clear all answers after confirmation
    ConfirmClear,
    /// Cancel clearing
    CancelClear,
}

/// An option of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintOption {
    /// Whether the panel of options is expanded
    Expanded,
    /// Whether the checklist is shown on the screen
    Sheet,
    /// Two languages
    Bilingual,
    /// No answers and no results
    WithoutAnswers,
    /// Whether a measure is selected; if none is, all are printed
    Measure(MeasureId),
}

impl Action {
    /// Whether the action only parses a text field that has lost the focus.
    ///
    /// Its error message may shift the layout, so it is held while a mouse button is down
    /// (`hooks/use_press_guard.rs`).
    pub fn is_commit(&self) -> bool {
        matches!(self, Action::CommitDraft(..) | Action::CommitAsOf(_))
    }

    /// Whether the action only records text while it is being typed.
    pub fn is_edit(&self) -> bool {
        matches!(
            self,
            Action::EditDraft(..)
                | Action::EditAsOf(_)
                | Action::EditCode(_)
                | Action::SearchOptions(..)
                | Action::SearchQuestions(_)
                | Action::SetQuery(_)
        )
    }
}
