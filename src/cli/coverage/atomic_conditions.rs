//! Atomic conditions: the comparisons at the leaves of a pack's conditions, with their path.

use crate::rulebook::{FactId, MeasureId, Quantity, Reference, RulePack, When, format_date};

/// The condition that an atomic condition is part of.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    /// A term or class, which several measures may use
    Definition(Reference),
    /// The applicability of a measure
    Applicability(MeasureId),
    /// A criterion of a measure
    Criterion(MeasureId),
}

/// A condition without operators inside.
pub(super) struct AtomicCondition<'a> {
    pub(super) owner: Owner,
    /// `measure/criterion`, `measure/applies-when`, `term name` or `class name`
    pub(super) path: String,
    pub(super) when: &'a When,
}

/// Every atomic condition of the measures, and of each term once.
pub(super) fn atomic_conditions(pack: &RulePack) -> Vec<AtomicCondition<'_>> {
    let mut conditions = Vec::new();
    for (id, term) in pack.terms.iter() {
        let owner = Owner::Definition(Reference::Term(id));
        add(&mut conditions, owner, &format!("term {}", term.id), &term.when);
    }
    for (id, class) in pack.classes.iter() {
        let owner = Owner::Definition(Reference::Class(id));
        let path = format!("class {}", class.id);
        class.each_condition(&mut |when| add(&mut conditions, owner, &path, when));
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
        // Covered at their definitions.
        When::Term(_) | When::Class(..) | When::Met(_) => {}
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => {
            conditions.push(AtomicCondition { owner, path: path.to_owned(), when });
            if let When::Compare(left, _, right) = when {
                add_bands(conditions, owner, path, left);
                add_bands(conditions, owner, path, right);
            }
        }
    }
}

/// Adds the conditions of the bands of a quantity.
fn add_bands<'a>(
    conditions: &mut Vec<AtomicCondition<'a>>,
    owner: Owner,
    path: &str,
    quantity: &'a Quantity,
) {
    if let Quantity::Points(points) = quantity {
        points.each_condition(&mut |when| add(conditions, owner, path, when));
    }
    for part in quantity.parts() {
        add_bands(conditions, owner, path, part);
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
            When::All(_)
            | When::Any(_)
            | When::Not(_)
            | When::AtLeastOf(..)
            | When::Term(_)
            | When::Class(..)
            | When::Met(_) => "condition".to_owned(),
        }
    }
}

/// A quantity in the terms of the pack: its operators and operands.
fn quantity_text(pack: &RulePack, quantity: &Quantity) -> String {
    let id = |fact: &FactId| pack.facts[*fact].id.to_string();
    let two = |operator: &str, left: &Quantity, right: &Quantity| {
        format!("{operator} of ({}, {})", quantity_text(pack, left), quantity_text(pack, right))
    };
    let several = |operator: &str, parts: &[Quantity]| {
        let parts = parts.iter().map(|part| quantity_text(pack, part));
        format!("{operator} of ({})", parts.collect::<Vec<_>>().join(", "))
    };
    match quantity {
        Quantity::Constant(number) => number.to_string(),
        Quantity::Fact(fact) => id(fact),
        Quantity::MonthsSince(fact) => format!("months-since {}", id(fact)),
        Quantity::DaysSince(fact) => format!("days-since {}", id(fact)),
        Quantity::Difference(left, right) => two("difference", left, right),
        Quantity::Ratio(left, right, _) => two("ratio", left, right),
        Quantity::Growth(left, right, _) => two("growth", left, right),
        Quantity::Percent(percent, part, _) => {
            format!("percent of ({percent}, {})", quantity_text(pack, part))
        }
        Quantity::Sum(parts) => several("sum", parts),
        Quantity::HighestOf(parts) => several("highest-of", parts),
        Quantity::LowestOf(parts) => several("lowest-of", parts),
        Quantity::Points(points) => match &points.by {
            Some(by) => format!("points by {}", quantity_text(pack, by)),
            None => format!("points of {} bands", points.bands.len()),
        },
    }
}

/// For each definition, whether one of the conditions uses it, directly or through others.
pub(super) fn definitions_used(pack: &RulePack, conditions: &[&When]) -> Vec<bool> {
    let mut used = vec![false; pack.reference_count()];
    let mut next: Vec<Reference> = Vec::new();
    conditions.iter().for_each(|when| when.each_reference(&mut |named| next.push(named)));
    while let Some(reference) = next.pop() {
        if let Some(is_used @ false) = used.get_mut(pack.reference_index(reference)) {
            *is_used = true;
            pack.each_condition_of(reference, &mut |when| {
                when.each_reference(&mut |inner| next.push(inner));
            });
        }
    }
    used
}
