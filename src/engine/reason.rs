//! The shortest reason: the fewest answers that suffice for an outcome.
//!
//! A firm that gave twenty answers wants to know which one decided. The answers of a reason alone
//! lead to the same outcome, for all values of the others.

use crate::rulebook::{FactId, MeasureId};

use super::answers::Answers;
use super::compiled::CompiledPack;
use super::evaluate::EvalContext;
use super::outcome::Outcome;

/// Maximum number of sets of answers to try for one reason.
const MAX_ATTEMPTS: usize = 400;

/// Answers that suffice for an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The answered facts, in the pack's order; among sets of the same size, the first in that
    /// order
    pub facts: Vec<FactId>,
    /// Whether no smaller set suffices. If false, the search exceeded its limit; even then, none of
    /// the facts can be left out
    pub is_shortest: bool,
}

/// The shortest reason for a decided outcome. Empty for an outcome that is open or not in force.
pub(super) fn reason(
    rules: &CompiledPack,
    context: &EvalContext<'_>,
    measure: MeasureId,
    outcome: Outcome,
) -> Reason {
    if matches!(outcome, Outcome::Open | Outcome::NotInForce) {
        return Reason { facts: Vec::new(), is_shortest: true };
    }
    let facts = context.pack.facts_of(measure).iter().copied();
    let known: Vec<FactId> = facts.filter(|fact| context.answers.value(*fact).is_some()).collect();
    let search = Search { rules, context, measure, outcome };
    // A fact without which the others do not suffice belongs to every reason.
    let without = |fact: FactId| known.iter().copied().filter(move |other| *other != fact);
    let required = |fact: &FactId| !search.suffices(without(*fact));
    let (required, others): (Vec<FactId>, Vec<FactId>) =
        known.iter().partition(|fact| required(fact));
    let mut attempts = 0;
    for more in 0..=others.len() {
        let mut chosen = required.clone();
        match search.try_adding(&mut chosen, &others, more, &mut attempts) {
            Some(true) => {
                chosen.sort_unstable();
                return Reason { facts: chosen, is_shortest: true };
            }
            Some(false) => {}
            None => break,
        }
    }
    let mut facts = known.clone();
    for fact in known.iter().rev() {
        let without_fact: Vec<FactId> =
            facts.iter().copied().filter(|other| other != fact).collect();
        if search.suffices(without_fact.iter().copied()) {
            facts = without_fact;
        }
    }
    Reason { facts, is_shortest: false }
}

struct Search<'a, 'b> {
    rules: &'a CompiledPack,
    context: &'a EvalContext<'b>,
    measure: MeasureId,
    outcome: Outcome,
}

impl Search<'_, '_> {
    /// Whether these answers alone lead to the outcome.
    fn suffices(&self, facts: impl Iterator<Item = FactId>) -> bool {
        let mut answers = Answers::none(self.context.pack);
        for fact in facts {
            answers.set(fact, self.context.answers.get(fact));
        }
        let alone = EvalContext { answers: &answers, ..*self.context };
        self.rules.assess_measure(&alone, self.measure).outcome == self.outcome
    }

    /// Adds `more` of the others such that the chosen suffice. `Some(false)` if that is impossible,
    /// `None` if the limit is exceeded.
    fn try_adding(
        &self,
        chosen: &mut Vec<FactId>,
        others: &[FactId],
        more: usize,
        attempts: &mut usize,
    ) -> Option<bool> {
        if more == 0 {
            *attempts += 1;
            let within = *attempts <= MAX_ATTEMPTS;
            return within.then(|| self.suffices(chosen.iter().copied()));
        }
        for (index, fact) in others.iter().enumerate() {
            chosen.push(*fact);
            let rest = others.get(index + 1..).unwrap_or_default();
            if self.try_adding(chosen, rest, more - 1, attempts)? {
                return Some(true);
            }
            chosen.pop();
        }
        Some(false)
    }
}
