//! The answers of the applicant.

use crate::rulebook::{Decimal, FactId, Id, Options, RulePack, Value};

use jiff::civil::Date;

/// The answer about one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A value
    Value(Value),
    /// 不清楚: the value stays unknown, and the question is not asked again
    NotSure,
}

/// The answers given. A fact without an entry is unanswered.
///
/// INVARIANT: a value has the kind of its fact. [`super::parse_answer()`] ensures it for typed text
/// and [`super::answers_from_json`] for files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    by_fact: Vec<Option<Answer>>,
}

impl Answers {
    /// No answers yet.
    pub fn none(pack: &RulePack) -> Answers {
        Answers { by_fact: vec![None; pack.facts.len()] }
    }

    /// The answer about a fact, if any.
    pub fn get(&self, fact: FactId) -> Option<Answer> {
        self.by_fact.get(fact.index()).copied().flatten()
    }

    /// Sets or clears the answer about a fact.
    pub fn set(&mut self, fact: FactId, answer: Option<Answer>) {
        if let Some(slot) = self.by_fact.get_mut(fact.index()) {
            *slot = answer;
        }
    }

    /// The number of answered facts, 不清楚 included.
    pub fn count(&self) -> usize {
        self.by_fact.iter().flatten().count()
    }

    /// The answered facts with their answers, in the pack's order.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, Answer)> {
        self.by_fact
            .iter()
            .enumerate()
            .filter_map(|(index, answer)| Some((FactId::from_index(index), (*answer)?)))
    }

    /// The facts whose answers differ from those in `other`.
    pub fn changed<'a>(&'a self, other: &'a Answers) -> impl Iterator<Item = FactId> + 'a {
        let most = self.by_fact.len().max(other.by_fact.len());
        (0..most).map(FactId::from_index).filter(|fact| self.get(*fact) != other.get(*fact))
    }

    /// The known value of a fact.
    pub fn value(&self, fact: FactId) -> Option<Value> {
        match self.get(fact) {
            Some(Answer::Value(value)) => Some(value),
            Some(Answer::NotSure) | None => None,
        }
    }

    pub(super) fn yes_no(&self, fact: FactId) -> Option<bool> {
        match self.value(fact) {
            Some(Value::YesNo(yes)) => Some(yes),
            _ => None,
        }
    }

    pub(super) fn options(&self, fact: FactId) -> Option<Options> {
        match self.value(fact) {
            Some(Value::Options(options)) => Some(options),
            _ => None,
        }
    }

    pub(super) fn number(&self, fact: FactId) -> Option<Decimal> {
        match self.value(fact) {
            Some(Value::Number(number)) => Some(number),
            _ => None,
        }
    }

    pub(super) fn date(&self, fact: FactId) -> Option<Date> {
        match self.value(fact) {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        }
    }
}
