//! What the person has said so far.

use crate::rulebook::{Decimal, FactId, Id, Options, RulePack, Value};

use jiff::civil::Date;

/// What was said about one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A value
    Value(Value),
    /// 不清楚: the value stays unknown, and the question is not put again
    NotSure,
}

/// The answers given; a fact that is absent is unanswered.
///
/// INVARIANT: a value is of its fact's kind. Both readers of answers keep it: `Answer::parse` for typed
/// input and [`super::answers_from_json`] for files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    by_fact: Vec<Option<Answer>>,
}

impl Answers {
    /// No answers yet.
    pub fn none(pack: &RulePack) -> Answers {
        Answers { by_fact: vec![None; pack.facts.len()] }
    }

    /// What was said about a fact, if anything.
    pub fn get(&self, fact: FactId) -> Option<Answer> {
        self.by_fact.get(fact.index()).copied().flatten()
    }

    /// Says something about a fact, or takes back what was said.
    pub fn set(&mut self, fact: FactId, answer: Option<Answer>) {
        if let Some(slot) = self.by_fact.get_mut(fact.index()) {
            *slot = answer;
        }
    }

    /// How many facts have been spoken of, 不清楚 included.
    pub fn count(&self) -> usize {
        self.by_fact.iter().flatten().count()
    }

    /// The facts spoken of, in the pack's order.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, Answer)> {
        self.by_fact
            .iter()
            .enumerate()
            .filter_map(|(index, answer)| Some((FactId::from_index(index), (*answer)?)))
    }

    /// The facts of which other answers say something else.
    pub fn changed<'a>(&'a self, other: &'a Answers) -> impl Iterator<Item = FactId> + 'a {
        let most = self.by_fact.len().max(other.by_fact.len());
        (0..most).map(FactId::from_index).filter(|fact| self.get(*fact) != other.get(*fact))
    }

    /// The value of a fact, if it is known.
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
