//! Visitors for the conditions and quantities of a pack.

use crate::rulebook::{Id, Options, Quantity, RulePack, When};

/// Visits each condition with its JSON Pointer, but not its parts. Relations are left out: they
/// only find mistakes.
pub(super) fn each_condition<'a>(pack: &'a RulePack, visit: &mut dyn FnMut(String, &'a When)) {
    for (id, fact) in pack.facts.iter() {
        if let Some(when) = &fact.ask_when {
            visit(format!("/facts/{}/ask-when", id.index()), when);
        }
    }
    for (id, term) in pack.terms.iter() {
        visit(format!("/terms/{}/when", id.index()), &term.when);
    }
    for (id, class) in pack.classes.iter() {
        let pointer = format!("/classes/{}/cases", id.index());
        class.each_condition(&mut |when| visit(pointer.clone(), when));
    }
    for (id, assumption) in pack.assumptions.iter() {
        visit(format!("/assumptions/{}/when", id.index()), &assumption.when);
    }
    for (id, measure) in pack.measures.iter() {
        let at = format!("/measures/{}", id.index());
        if let Some(when) = &measure.applies_when {
            visit(format!("{at}/applies-when"), when);
        }
        for (index, criterion) in measure.criteria.iter().enumerate() {
            if let Some(when) = &criterion.when {
                visit(format!("{at}/criteria/{index}/when"), when);
            }
        }
        for (index, used) in measure.materials.iter().enumerate() {
            if let Some(when) = &used.when {
                visit(format!("{at}/materials/{index}/when"), when);
            }
        }
        for (index, window) in measure.windows.iter().enumerate() {
            if let Some(when) = &window.only_for {
                visit(format!("{at}/windows/{index}/only-for"), when);
            }
        }
    }
}

/// Visits the quantity of each grant that depends on one.
pub(super) fn each_grant_quantity<'a>(pack: &'a RulePack, visit: &mut dyn FnMut(&'a Quantity)) {
    for (_, measure) in pack.measures.iter() {
        measure.amount_quantity().into_iter().for_each(&mut *visit);
    }
}

/// Visits a condition and all its parts, without following references.
pub(super) fn each_part<'a>(when: &'a When, visit: &mut dyn FnMut(&'a When)) {
    visit(when);
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| each_part(part, visit));
        }
        When::Not(part) => each_part(part, visit),
        When::Term(_)
        | When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::CompareDate(..)
        | When::Class(..)
        | When::Met(_) => {}
        When::Compare(left, _, right) => {
            each_band_part(left, visit);
            each_band_part(right, visit);
        }
    }
}

/// Visits the conditions of the bands of a quantity, and all their parts.
fn each_band_part<'a>(quantity: &'a Quantity, visit: &mut dyn FnMut(&'a When)) {
    if let Quantity::Points(points) = quantity {
        points.each_condition(&mut |when| each_part(when, visit));
    }
    quantity.parts().into_iter().for_each(|part| each_band_part(part, visit));
}

/// For each fact, the options that conditions name.
pub(super) fn named_options(pack: &RulePack) -> Vec<Options> {
    let mut named = vec![Options::EMPTY; pack.facts.len()];
    each_condition(pack, &mut |_, when| {
        each_part(when, &mut |part| {
            if let When::OneOf(fact, options) | When::Includes(fact, options) = part
                && let Some(slot) = named.get_mut(fact.index())
            {
                *slot = slot.union(*options);
            }
        });
    });
    named
}
