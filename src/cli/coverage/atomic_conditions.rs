//! Atomic conditions: the comparisons at the leaves of a pack's conditions, with their path.

use crate::rulebook::{FactId, Id, MeasureId, Quantity, RulePack, TermId, When, format_date};

/// The condition that an atomic condition is part of.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    /// A term, which several measures may use
    Term(TermId),
    /// The applicability of a measure
    Applicability(MeasureId),
    /// A criterion of a measure
    Criterion(MeasureId),
}

/// A condition without operators inside.
pub(super) struct AtomicCondition<'a> {
    pub(super) owner: Owner,
    /// `measure/criterion`, `measure/applies-when` or `term name`
    pub(super) path: String,
    pub(super) when: &'a When,
}

/// Every atomic condition of the measures, and of each term once.
pub(super) fn atomic_conditions(pack: &RulePack) -> Vec<AtomicCondition<'_>> {
    let mut conditions = Vec::new();
    for (id, term) in pack.terms.iter() {
        add(&mut conditions, Owner::Term(id), &format!("term {}", term.id), &term.when);
    }
    for (id, measure) in pack.measures.iter() {
        if let Some(when) = &measure.applies_when {
            add(
                &mut conditions,
                Owner::Applicability(id),
                &format!("{}/applies-when", measure.id),
                when,
            );
        }
        for criterion in &measure.criteria {
            if let Some(when) = &criterion.when {
                add(
                    &mut conditions,
                    Owner::Criterion(id),
                    &format!("{}/{}", measure.id, criterion.id),
                    when,
                );
            }
        }
    }
    conditions
}

fn add<'a>(conditions: &mut Vec<AtomicCondition<'a>>, owner: Owner, path: &str, when: &'a When) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| add(conditions, owner, path, part));
        }
        When::Not(part) => add(conditions, owner, path, part),
        // A term is covered at its definition.
        When::Term(_) => {}
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => {
            conditions.push(AtomicCondition { owner, path: path.to_owned(), when })
        }
    }
}

impl AtomicCondition<'_> {
    /// The condition in the terms of the pack: its operator and operands.
    pub(super) fn text(&self, pack: &RulePack) -> String {
        let id = |fact: &FactId| pack.facts[*fact].id.to_string();
        let options = |fact: &FactId, set| {
            let ids = pack.facts[*fact].kind.chosen(set).map(|option| option.id.to_string());
            ids.collect::<Vec<_>>().join(", ")
        };
        match self.when {
            When::Is(fact, yes) => format!("{} is {yes}", id(fact)),
            When::OneOf(fact, set) => format!("{} one-of {}", id(fact), options(fact, *set)),
            When::Includes(fact, set) => format!("{} includes {}", id(fact), options(fact, *set)),
            When::CompareDate(fact, comparison, day) => {
                format!("{} {} {}", id(fact), comparison.name(), format_date(*day))
            }
            When::Compare(left, comparison, right) => {
                format!(
                    "{} of {}, {}",
                    comparison.name(),
                    quantity_text(pack, left),
                    quantity_text(pack, right)
                )
            }
            // OK because these are never atomic.
            When::All(_) | When::Any(_) | When::Not(_) | When::AtLeastOf(..) | When::Term(_) => {
                "condition".to_owned()
            }
        }
    }
}

/// A quantity in the terms of the pack: its operators and operands.
fn quantity_text(pack: &RulePack, quantity: &Quantity) -> String {
    let id = |fact: &FactId| pack.facts[*fact].id.to_string();
    let two = |operator: &str, left: &Quantity, right: &Quantity| {
        format!("{operator} of ({}, {})", quantity_text(pack, left), quantity_text(pack, right))
    };
    match quantity {
        Quantity::Constant(number) => number.to_string(),
        Quantity::Fact(fact) => id(fact),
        Quantity::MonthsSince(fact) => format!("months-since {}", id(fact)),
        Quantity::DaysSince(fact) => format!("days-since {}", id(fact)),
        Quantity::Difference(left, right) => two("difference", left, right),
        Quantity::Ratio(left, right) => two("ratio", left, right),
        Quantity::Growth(left, right) => two("growth", left, right),
        Quantity::Percent(percent, part) => {
            format!("percent of ({percent}, {})", quantity_text(pack, part))
        }
        Quantity::Sum(parts) => {
            let parts = parts.iter().map(|part| quantity_text(pack, part));
            format!("sum of ({})", parts.collect::<Vec<_>>().join(", "))
        }
    }
}

/// For each term, whether one of the conditions uses it, directly or through other terms.
pub(super) fn terms_used(pack: &RulePack, conditions: &[&When]) -> Vec<bool> {
    let mut used = vec![false; pack.terms.len()];
    let mut next: Vec<TermId> = Vec::new();
    conditions.iter().for_each(|when| when.each_term(&mut |term| next.push(term)));
    while let Some(term) = next.pop() {
        if let Some(is_used @ false) = used.get_mut(term.index()) {
            *is_used = true;
            pack.terms[term].when.each_term(&mut |inner| next.push(inner));
        }
    }
    used
}
