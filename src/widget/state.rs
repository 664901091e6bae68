//! State: what the person has said and sees. Pure; the same reducer runs in tests without a browser.

use std::rc::Rc;

use jiff::civil::Date;

use crate::engine::{Answer, AnswerError, Answers, AsOf, Outcome};
use crate::rulebook::{FactId, Id, MeasureId, RuleBook, Value, date_text};

use super::paper::Paper;

/// Everything that changes while the widget is used.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) book: Rc<RuleBook>,
    /// What has been said
    pub answers: Answers,
    /// What stands in the boxes, letter by letter: an error loses nothing that was typed. For a question with many options
    /// it is what they are searched for.
    pub(super) drafts: Vec<Draft>,
    /// The day asked about
    pub(super) as_of: Date,
    pub(super) as_of_draft: Draft,
    /// Which measures are unfolded
    pub(super) unfolded: Vec<bool>,
    /// What is shown
    pub screen: Screen,
    /// Whether the person answers all questions by section, and not one after the other
    pub(super) by_section: bool,
    /// The question that stays on the screen until the person goes on; if there is none, the next one is shown
    pub(super) asked: Option<FactId>,
    /// The questions gone through before it, for the way back; none twice
    pub(super) trail: Vec<FactId>,
    /// The question that the person wanted to leave without an answer
    pub(super) skipped: Option<FactId>,
    /// Whether what is wrong in boxes is told in a summary
    pub(super) reported: bool,
    /// Whether it has been asked if everything should be wiped
    pub(super) confirming: bool,
    /// What is wanted on paper
    pub(super) paper: Paper,
    /// What was chosen for it last
    pub(super) paper_place: usize,
    /// Whether the type is large
    pub large: bool,
    /// What measures are searched for
    pub(super) sought: Rc<str>,
    /// The one outcome whose measures are shown; all, if there is none
    pub(super) only: Option<Outcome>,
    /// The outcomes of which all measures are shown, and not the first alone
    pub(super) whole: Vec<Outcome>,
    /// The receipt or file that could not be used, as it was handed over; empty if there is none
    pub(super) refused: Rc<str>,
    /// What must be told of answers that were restored, as the details wrote it; empty if there is nothing
    pub(super) notice: Rc<str>,
}

/// What stands in a box, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// As it was typed
    pub text: String,
    /// Why it is not an answer
    pub error: Option<AnswerError>,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is, and where to begin
    Start,
    /// One question at a time, with live results beside it
    Question,
    /// All questions by section, with live results beside them
    Questions,
    /// The checklist as it will be printed
    Sheet,
}

impl Screen {
    /// Every screen there is.
    pub(super) const ALL: [Screen; 4] = [Screen::Start, Screen::Question, Screen::Questions, Screen::Sheet];
}

impl State {
    /// Nothing said yet.
    pub fn new(book: Rc<RuleBook>, as_of: Date) -> State {
        State {
            answers: Answers::none(&book),
            drafts: vec![Draft::default(); book.facts.len()],
            as_of,
            as_of_draft: Draft { text: date_text(as_of), error: None },
            unfolded: vec![false; book.measures.len()],
            screen: Screen::Start,
            by_section: false,
            asked: None,
            trail: Vec::new(),
            skipped: None,
            reported: false,
            confirming: false,
            paper: Paper::default(),
            paper_place: 0,
            large: false,
            sought: "".into(),
            only: None,
            whole: Vec::new(),
            refused: "".into(),
            notice: "".into(),
            book,
        }
    }

    /// With these answers given.
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

    /// What stands in the box of a fact.
    pub fn draft(&self, fact: FactId) -> Draft {
        self.drafts.get(fact.place()).cloned().unwrap_or_default()
    }

    pub(super) fn set_draft(&mut self, fact: FactId, draft: Draft) {
        if let Some(place) = self.drafts.get_mut(fact.place()) {
            *place = draft;
        }
    }

    /// Whether a measure is unfolded.
    pub fn is_unfolded(&self, measure: MeasureId) -> bool {
        self.unfolded.get(measure.place()).copied().unwrap_or_default()
    }

    /// What stands in the date box.
    pub fn as_of_draft(&self) -> &Draft {
        &self.as_of_draft
    }

    /// The day asked about and the day evaluated.
    pub fn as_of(&self) -> AsOf {
        AsOf::new(&self.book, self.as_of)
    }

    /// The question that stays on the screen until the person goes on; the engine chooses if there is none.
    pub fn stays_with(&self) -> Option<FactId> {
        self.asked
    }

    /// Where answering goes on.
    pub(super) fn answering(&self) -> Screen {
        if self.by_section { Screen::Questions } else { Screen::Question }
    }

    /// Whether this question was to be left without an answer, and still has none.
    pub fn is_skipped(&self, fact: FactId) -> bool {
        self.skipped == Some(fact) && self.answers.get(fact).is_none() && self.draft(fact).error.is_none()
    }

    /// The questions in whose boxes stands what is no answer. What is beside an answer (不清楚) is nobody's business.
    pub fn wrong(&self) -> Vec<FactId> {
        let facts = self.book.facts.iter().map(|(fact, _)| fact);
        facts.filter(|fact| self.answers.get(*fact).is_none() && self.draft(*fact).error.is_some()).collect()
    }

    /// What the error summary leads to; nothing as long as nothing was reported, or once all is mended.
    pub fn errors(&self) -> Vec<FactId> {
        let skipped = self.skipped.into_iter().filter(|fact| self.is_skipped(*fact));
        let wrong = if self.reported { self.wrong() } else { Vec::new() };
        skipped.chain(wrong).collect()
    }
}
