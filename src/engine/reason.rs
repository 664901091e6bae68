//! The shortest reason: the fewest answers that suffice for an outcome.
//!
//! A firm that gave twenty answers wants to know which one decided. The answers here would lead to the same outcome
//! if nothing else had been said, whatever that might have been.

use crate::rulebook::{FactId, MeasureId};

use super::answers::Answers;
use super::compiled::CompiledPack;
use super::evaluate::EvalContext;
use super::outcome::Outcome;

/// Most sets of answers tried for one reason.
const MAX_TRIES: usize = 400;

/// Answers that suffice for an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The facts answered, in the pack's order; of several sets of the same size, the first in that order
    pub facts: Vec<FactId>,
    /// Whether no smaller set suffices. Otherwise none of these can be left out, but a search for fewer hit its bound
    pub is_shortest: bool,
}

/// The shortest reason for a decided outcome; nothing for one that is open or not in force.
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
    // What cannot be left out alone cannot be left out at all.
    let without = |fact: FactId| known.iter().copied().filter(move |other| *other != fact);
    let needed = |fact: &FactId| !search.suffices(without(*fact));
    let (needed, others): (Vec<FactId>, Vec<FactId>) = known.iter().partition(|fact| needed(fact));
    let mut tries = 0;
    for more in 0..=others.len() {
        let mut chosen = needed.clone();
        match search.try_adding(&mut chosen, &others, more, &mut tries) {
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
        let fewer: Vec<FactId> = facts.iter().copied().filter(|other| other != fact).collect();
        if search.suffices(fewer.iter().copied()) {
            facts = fewer;
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

    /// Adds so many of the others that the chosen suffice, if that can be. `None` where the bound is hit.
    fn try_adding(
        &self,
        chosen: &mut Vec<FactId>,
        others: &[FactId],
        more: usize,
        tries: &mut usize,
    ) -> Option<bool> {
        if more == 0 {
            *tries += 1;
            let within = *tries <= MAX_TRIES;
            return within.then(|| self.suffices(chosen.iter().copied()));
        }
        for (index, fact) in others.iter().enumerate() {
            chosen.push(*fact);
            let rest = others.get(index + 1..).unwrap_or_default();
            if self.try_adding(chosen, rest, more - 1, tries)? {
                return Some(true);
            }
            chosen.pop();
        }
        Some(false)
    }
}
