//! Atomic conditions: the comparisons at the leaves of a pack's conditions, with their path.

use crate::lint::WrittenCondition;
use crate::rulebook::{MeasureId, Quantity, Reference, RulePack, When};

/// What a condition is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionOwner {
    /// A term or class, which several measures may use
    Definition(Reference),
    /// The applicability of a measure
    Applicability(MeasureId),
    /// A criterion of a measure, by its index
    Criterion(MeasureId, usize),
}

/// A condition without operators inside.
#[derive(Debug)]
pub(super) struct AtomicCondition<'a> {
    pub(super) owner: ConditionOwner,
    /// `measure/criterion`, `measure/applies-when`, `term name` or `class name`
    pub(super) path: String,
    pub(super) when: &'a When,
}

/// Every atomic condition of the measures, and of each term once.
pub(super) fn atomic_conditions(pack: &RulePack) -> Vec<AtomicCondition<'_>> {
    let mut conditions = Vec::new();
    for (id, term) in pack.terms.iter() {
        let owner = ConditionOwner::Definition(Reference::Term(id));
        add(&mut conditions, owner, &format!("term {}", term.id), &term.when);
    }
    for (id, class) in pack.classes.iter() {
        let owner = ConditionOwner::Definition(Reference::Class(id));
        let path = format!("class {}", class.id);
        class.each_condition(&mut |when| add(&mut conditions, owner, &path, when));
    }
    for (id, measure) in pack.measures.iter() {
        if let Some(when) = &measure.applies_when {
            add(
                &mut conditions,
                ConditionOwner::Applicability(id),
                &format!("{}/applies-when", measure.id),
                when,
            );
        }
        for (index, criterion) in measure.criteria.iter().enumerate() {
            if let Some(when) = &criterion.when {
                add(
                    &mut conditions,
                    ConditionOwner::Criterion(id, index),
                    &format!("{}/{}", measure.id, criterion.id),
                    when,
                );
            }
        }
    }
    conditions
}

fn add<'a>(
    conditions: &mut Vec<AtomicCondition<'a>>,
    owner: ConditionOwner,
    path: &str,
    when: &'a When,
) {
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
    owner: ConditionOwner,
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
    /// The condition as the author wrote it.
    pub(super) fn written<'w, 'p>(
        &self,
        written: &'w [WrittenCondition<'p>],
    ) -> Option<&'w WrittenCondition<'p>> {
        let own = written.iter().find(|written| std::ptr::eq(written.when, self.when));
        // A named number is expanded wherever it is used.
        own.or_else(|| written.iter().find(|written| written.when == self.when))
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
