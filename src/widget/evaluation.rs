//! The answers with everything that follows from them: what most parts of the widget are rendered from.

use std::rc::Rc;

use jiff::civil::Date;
use yew::AttrValue;

use crate::engine::{
    Answer, Answers, AsOf, Assessment, CompiledPack, EvalContext, NextQuestion, PolicyStatus,
    next_question,
};
use crate::rulebook::{FactId, FactKind, MeasureId, Text};

use super::pack::Pack;
use super::state::State;
use super::text::unit_title;
use super::ui::Level;

/// The answers under a pack, and what follows from them.
///
/// INVARIANT: `assessment` and `next` belong to `answers`, `as_of` and the rules of `pack`.
#[derive(Clone)]
pub struct Evaluation {
    /// The rules and the interface in the current language
    pub pack: Pack,
    /// Level of the widget's own heading
    pub level: Level,
    /// The day asked about and the day evaluated
    pub as_of: AsOf,
    /// The answers so far
    pub answers: Answers,
    /// The rules compiled for the day
    pub rules: Rc<CompiledPack>,
    /// The outcome of every measure
    pub assessment: Rc<Assessment>,
    /// The question to ask next; `None` if no answer can change an outcome any more
    pub next: Option<NextQuestion>,
}

impl Evaluation {
    /// What follows from answers, from scratch.
    pub fn new(pack: Pack, as_of: Date, answers: Answers) -> Evaluation {
        let (book, as_of) = (&pack.book, AsOf::new(&pack.book, as_of));
        let rules = Rc::new(CompiledPack::new(book, as_of.evaluated));
        let assessment = Rc::new(rules.assess(book, &answers));
        let next = next_question(&rules, book, &answers, &assessment);
        Evaluation { pack, level: Level::new(2), as_of, answers, rules, assessment, next }
    }

    /// What conditions are evaluated against.
    pub(super) fn context(&self) -> EvalContext<'_> {
        EvalContext { pack: &self.pack.book, answers: &self.answers, as_of: self.as_of.evaluated }
    }

    /// Whether the policy has lapsed on the day asked about.
    pub(super) fn is_lapsed(&self) -> bool {
        self.as_of.status == PolicyStatus::Lapsed
    }

    /// A text of the pack in the current language.
    pub(super) fn text(&self, text: &Text) -> AttrValue {
        self.pack.text(text)
    }

    /// The question on the screen where there is one at a time.
    pub(super) fn shown_question(&self, state: &State) -> Option<FactId> {
        state.pinned().or(self.next.as_ref().map(|next| next.fact))
    }

    /// The error of a question: its text is not an answer, or the person wanted to leave it without one.
    pub(super) fn error_text(&self, state: &State, fact: FactId) -> Option<AttrValue> {
        let catalogue = &self.pack.catalogue;
        if state.is_skipped(fact) {
            return Some(catalogue.skipped().clone());
        }
        let unit = match &self.pack.book.facts[fact].kind {
            FactKind::Number(number) => unit_title(self.pack.locale, &self.pack.book, &number.unit),
            _ => Rc::default(),
        };
        Some(catalogue.answer_error(state.draft(fact).error.as_ref()?, &unit).into())
    }

    /// Whether a measure looks the same in both: same pack, day and level, and same answers to the facts that it depends on.
    pub(super) fn is_same_for(&self, other: &Evaluation, measure: MeasureId) -> bool {
        self.has_same_setting(other)
            && self.pack.book.facts_of(measure).iter().all(|fact| self.is_same_answer(other, *fact))
    }

    /// Whether pack, day and heading level are the same.
    pub(super) fn has_same_setting(&self, other: &Evaluation) -> bool {
        self.pack == other.pack && self.as_of == other.as_of && self.level == other.level
    }

    fn is_same_answer(&self, other: &Evaluation, fact: FactId) -> bool {
        let answer = |evaluation: &Evaluation| -> Option<Answer> { evaluation.answers.get(fact) };
        answer(self) == answer(other)
    }

    /// The same rules and day without any answer: what a checklist without answers is made of.
    pub(super) fn without_answers(&self) -> Evaluation {
        let answers = Answers::none(&self.pack.book);
        let assessment = Rc::new(self.rules.assess(&self.pack.book, &answers));
        Evaluation { answers, assessment, ..self.clone() }
    }

    /// The same answers under the same rules in another language.
    pub(super) fn in_language(&self, pack: Pack) -> Evaluation {
        Evaluation { pack, ..self.clone() }
    }
}
