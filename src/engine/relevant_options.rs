//! The options of a question that can still matter.

use crate::rulebook::{FactId, FactKind, Options, Quantity, Reference, When};

use super::assess::Assessment;
use super::evaluate::EvalContext;
use super::truth::Truth;

/// The options of a fact that conditions name and that can still change something: the outcome,
/// the amount or the materials of a measure that can still be met, or whether another question is
/// asked. All options if there are none.
///
/// `context` and `assessment` must not contain an answer to the fact. All measures count, not only
/// the wanted ones, because an applicant may choose more topics later.
pub fn relevant_options(
    context: &EvalContext<'_>,
    assessment: &Assessment,
    fact: FactId,
) -> Options {
    let mut walk = Walk { context, fact, options: Options::EMPTY };
    for (id, assessed) in assessment.iter() {
        if !assessed.can_be_met || !context.pack.facts_of(id).contains(&fact) {
            continue;
        }
        let measure = &context.pack.measures[id];
        measure.each_condition(&mut |when| walk.condition(when));
        measure.each_detail_condition(&mut |when| walk.condition(when));
        if let Some(quantity) = measure.amount_quantity() {
            walk.quantity(quantity);
        }
    }
    for (_, other) in context.pack.facts.iter() {
        if let Some(when) = &other.ask_when {
            walk.condition(when);
        }
    }
    match &context.pack.facts[fact].kind {
        FactKind::Choice(all) | FactKind::Choices(all) if walk.options.is_empty() => {
            Options::first(all.len())
        }
        _ => walk.options,
    }
}

/// Collects the options of a fact in conditions that are not decided.
struct Walk<'a> {
    context: &'a EvalContext<'a>,
    fact: FactId,
    options: Options,
}

impl Walk<'_> {
    fn condition(&mut self, when: &When) {
        if self.context.truth(when) != Truth::Unknown {
            return;
        }
        match when {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| self.condition(part));
            }
            When::Not(part) => self.condition(part),
            When::OneOf(fact, options) | When::Includes(fact, options) if *fact == self.fact => {
                self.options = self.options.union(*options);
            }
            When::Compare(left, _, right) => {
                self.quantity(left);
                self.quantity(right);
            }
            When::Term(_) | When::Class(..) | When::Met(_) => {
                when.each_reference(&mut |reference| self.reference(reference));
            }
            When::Is(..) | When::OneOf(..) | When::Includes(..) | When::CompareDate(..) => {}
        }
    }

    fn reference(&mut self, reference: Reference) {
        self.context.pack.each_condition_of(reference, &mut |when| self.condition(when));
    }

    fn quantity(&mut self, quantity: &Quantity) {
        if let Quantity::Points(points) = quantity {
            points.each_condition(&mut |when| self.condition(when));
        }
        quantity.parts().into_iter().for_each(|part| self.quantity(part));
    }
}
