//! Which facts the interview can still ask about.

use crate::rulebook::{FactId, Id, When};

use super::answers::Answer;
use super::evaluate::EvalContext;
use super::truth::Truth;

/// The state of a fact in the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Askable {
    /// It can be asked
    Yes,
    /// It has a value
    Known,
    /// It was answered 不清楚
    NotSure,
    /// It does not concern the applicant: its `ask-when` is false
    Hidden,
    /// Its `ask-when` depends on a fact that was answered 不清楚
    Waits,
}

/// The state of each fact.
pub(super) struct AskableFacts(Vec<Askable>);

impl AskableFacts {
    pub(super) fn new(context: &EvalContext<'_>) -> AskableFacts {
        let facts = context.pack.facts.iter();
        let state = |(fact, about): (FactId, &crate::rulebook::Fact)| {
            let is_hidden =
                || about.ask_when.as_ref().map(|when| context.truth(when)) == Some(Truth::False);
            match context.answers.get(fact) {
                Some(Answer::Value(_)) => Askable::Known,
                Some(Answer::NotSure) => Askable::NotSure,
                None if is_hidden() => Askable::Hidden,
                None => Askable::Yes,
            }
        };
        let mut states = AskableFacts(facts.map(state).collect());
        if states.0.contains(&Askable::NotSure) {
            while states.add_waiting(context) {}
        }
        states
    }

    /// The state of a fact.
    pub(super) fn of(&self, fact: FactId) -> Askable {
        self.0.get(fact.index()).copied().unwrap_or(Askable::Hidden)
    }

    /// Marks the facts that wait for one that stays unknown. Returns whether there were more: a
    /// waiting fact can have facts that wait for it.
    fn add_waiting(&mut self, context: &EvalContext<'_>) -> bool {
        let mut has_more = false;
        for (fact, about) in context.pack.facts.iter() {
            let waits = self.of(fact) == Askable::Yes
                && about.ask_when.as_ref().is_some_and(|when| !self.can_be(context, when, true));
            if let (true, Some(state)) = (waits, self.0.get_mut(fact.index())) {
                *state = Askable::Waits;
                has_more = true;
            }
        }
        has_more
    }

    /// Whether the facts that can be asked can give a condition this truth value.
    fn can_be(&self, context: &EvalContext<'_>, when: &When, value: bool) -> bool {
        let can = |part: &When| self.can_be(context, part, value);
        match when {
            When::Not(part) => self.can_be(context, part, !value),
            When::Term(term) => can(&context.pack.terms[*term].when),
            When::All(parts) | When::Any(parts) if parts.is_empty() => true,
            When::All(parts) if value => parts.iter().all(can),
            When::Any(parts) if !value => parts.iter().all(can),
            When::All(parts) | When::Any(parts) => parts.iter().any(can),
            When::AtLeastOf(count, parts) => {
                let needed = if value { *count } else { (parts.len() + 1).saturating_sub(*count) };
                parts.iter().filter(|part| can(part)).count() >= needed
            }
            _ => match context.truth(when) {
                Truth::Unknown => context
                    .pack
                    .facts_in(when)
                    .into_iter()
                    .all(|fact| !matches!(self.of(fact), Askable::NotSure | Askable::Waits)),
                truth => truth == Truth::from(Some(value)),
            },
        }
    }

    /// The facts answered 不清楚 for which a waiting fact waits, directly or through others.
    pub(super) fn awaited(&self, context: &EvalContext<'_>, fact: FactId) -> Vec<FactId> {
        let (mut awaited, mut next, mut seen) = (Vec::new(), vec![fact], Vec::new());
        while let Some(fact) = next.pop() {
            let when = context.pack.facts[fact].ask_when.as_ref();
            for parent in when.into_iter().flat_map(|when| context.pack.facts_in(when)) {
                match self.of(parent) {
                    Askable::NotSure if !awaited.contains(&parent) => awaited.push(parent),
                    Askable::Waits if !seen.contains(&parent) => {
                        seen.push(parent);
                        next.push(parent);
                    }
                    _ => {}
                }
            }
        }
        awaited
    }
}
