//! The state of the widget: answers, drafts, the screen, and the options of the person. Pure, and tested without a browser.
//!
//! `action` lists what can happen, `reduce` computes the next state, and `focus` names where the keyboard focus belongs.
//! What follows from the answers is not part of the state: `hooks/use_evaluation.rs` derives it.

mod action;
mod draft;
mod focus;
mod reduce;

use std::rc::Rc;

use jiff::civil::Date;

use crate::engine::{Answer, Answers, AsOf, Outcome};
use crate::rulebook::{FactId, Id, MeasureId, RulePack, Value, date_text};

use super::checklist::PrintOptions;
use super::restore::{RefusedImport, RestoreDiff};

pub use action::{Action, PrintOption};
pub use draft::Draft;
pub use focus::{FocusRequest, FocusTarget};

/// Everything that changes while the widget is used.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) book: Rc<RulePack>,
    /// The answers so far
    pub answers: Answers,
    /// The text of each question's box, letter by letter, so that an error loses nothing. For a choice with many options it
    /// is the search text.
    drafts: Vec<Draft>,
    /// The day that the person asks about
    pub(super) as_of: Date,
    as_of_draft: Draft,
    /// Which measures are expanded
    expanded: Vec<bool>,
    /// The current screen
    pub screen: Screen,
    /// Whether the person answers all questions by section, and not one after the other
    is_by_section: bool,
    /// The question that keeps the screen until the person leaves it; if there is none, the engine chooses
    pinned: Option<FactId>,
    /// The questions visited before it, oldest first, each at most once
    history: Vec<FactId>,
    /// The question that the person wanted to leave without an answer
    skipped: Option<FactId>,
    /// Whether the error summary lists invalid drafts
    is_summary_shown: bool,
    /// Whether the widget asks for confirmation before it clears all answers
    pub(super) is_confirming_clear: bool,
    /// What the checklist contains
    pub(super) print_options: PrintOptions,
    /// Whether the text is large
    pub is_large_text: bool,
    /// The search text of the results
    pub(super) query: Rc<str>,
    /// The only outcome whose measures are shown; all if `None`
    pub(super) outcome_filter: Option<Outcome>,
    /// The outcomes whose measures are all shown, not only the first few
    shown_in_full: Vec<Outcome>,
    /// The text of the box for a receipt code
    pub(super) code_draft: Rc<str>,
    /// The last receipt or file, if it could not be used
    pub(super) refused: Option<RefusedImport>,
    /// What differs from when the restored answers were saved
    pub(super) restore_diff: Option<RestoreDiff>,
    /// Where the focus belongs since the last action that moved it
    pub focus: FocusRequest,
}

/// A screen of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is, and where to begin
    Start,
    /// One question at a time, with live results
    Question,
    /// All questions by section, with live results
    Questions,
    /// The checklist as it will be printed
    Checklist,
}

impl State {
    /// The state without any answer.
    pub fn new(book: Rc<RulePack>, as_of: Date) -> State {
        State {
            answers: Answers::none(&book),
            drafts: vec![Draft::default(); book.facts.len()],
            as_of,
            as_of_draft: Draft { text: date_text(as_of), error: None },
            expanded: vec![false; book.measures.len()],
            screen: Screen::Start,
            is_by_section: false,
            pinned: None,
            history: Vec::new(),
            skipped: None,
            is_summary_shown: false,
            is_confirming_clear: false,
            print_options: PrintOptions::default(),
            is_large_text: false,
            query: "".into(),
            outcome_filter: None,
            shown_in_full: Vec::new(),
            code_draft: "".into(),
            refused: None,
            restore_diff: None,
            focus: FocusRequest::default(),
            book,
        }
    }

    /// The same state with these answers.
    #[must_use]
    pub fn with_answers(mut self, answers: Answers) -> State {
        for (fact, answer) in answers.iter() {
            let text = match answer {
                Answer::Value(Value::Number(number)) => number.to_string(),
                Answer::Value(Value::Date(date)) => date_text(date),
                Answer::Value(Value::YesNo(_) | Value::Options(_)) | Answer::NotSure => continue,
            };
            self.set_draft(fact, Draft { text, error: None });
        }
        self.answers = answers;
        self
    }

    /// The text of a question's box, with its error.
    pub fn draft(&self, fact: FactId) -> &Draft {
        const EMPTY: &Draft = &Draft { text: String::new(), error: None };
        self.drafts.get(fact.place()).unwrap_or(EMPTY)
    }

    fn set_draft(&mut self, fact: FactId, draft: Draft) {
        if let Some(slot) = self.drafts.get_mut(fact.place()) {
            *slot = draft;
        }
    }

    /// Whether a measure is expanded.
    pub fn is_expanded(&self, measure: MeasureId) -> bool {
        self.expanded.get(measure.place()).copied().unwrap_or_default()
    }

    /// Whether all measures with an outcome are shown, not only the first few.
    pub(super) fn is_shown_in_full(&self, outcome: Outcome) -> bool {
        self.shown_in_full.contains(&outcome)
    }

    /// The text of the date box.
    pub fn as_of_draft(&self) -> &Draft {
        &self.as_of_draft
    }

    /// The day asked about and the day evaluated.
    pub fn as_of(&self) -> AsOf {
        AsOf::new(&self.book, self.as_of)
    }

    /// The question that keeps the screen; the engine chooses if there is none.
    pub fn pinned(&self) -> Option<FactId> {
        self.pinned
    }

    /// The screen on which the person answers questions.
    pub(super) fn answering_screen(&self) -> Screen {
        if self.is_by_section { Screen::Questions } else { Screen::Question }
    }

    /// Whether the person wanted to leave this question without an answer, and it still has none.
    pub fn is_skipped(&self, fact: FactId) -> bool {
        self.skipped == Some(fact)
            && self.answers.get(fact).is_none()
            && self.draft(fact).error.is_none()
    }

    /// Facts whose draft does not parse. A draft under the answer 不清楚 does not count.
    pub fn invalid_drafts(&self) -> Vec<FactId> {
        let facts = self.book.facts.iter().map(|(fact, _)| fact);
        facts
            .filter(|fact| self.answers.get(*fact).is_none() && self.draft(*fact).error.is_some())
            .collect()
    }

    /// The questions that the error summary links to.
    pub fn errors(&self) -> Vec<FactId> {
        let skipped = self.skipped.into_iter().filter(|fact| self.is_skipped(*fact));
        let invalid = if self.is_summary_shown { self.invalid_drafts() } else { Vec::new() };
        skipped.chain(invalid).collect()
    }

    /// Whether clearing everything would lose nothing.
    pub fn is_untouched(&self) -> bool {
        self.answers.count() == 0 && self.drafts.iter().all(|draft| draft.text.is_empty())
    }
}
