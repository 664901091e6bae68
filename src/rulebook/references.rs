//! The definitions that conditions name: terms, classes and other measures.

use jiff::civil::Date;

use super::RulePack;
use super::grant::{Benefit, Rate, Tiers};
use super::measure::{Grade, Measure};
use super::quantity::Quantity;
use super::table::{ClassId, Id, MeasureId, TermId};
use super::when::{Reference, When};

impl Measure {
    /// Visits the conditions of the outcome: whether the measure applies, and the criteria.
    pub fn each_condition<'a>(&'a self, visit: &mut dyn FnMut(&'a When)) {
        self.applies_when.iter().for_each(&mut *visit);
        self.criteria.iter().filter_map(|criterion| criterion.when.as_ref()).for_each(visit);
    }

    /// Visits the conditions that change no outcome: of the materials, and of the windows.
    pub fn each_detail_condition<'a>(&'a self, visit: &mut dyn FnMut(&'a When)) {
        self.materials.iter().filter_map(|used| used.when.as_ref()).for_each(&mut *visit);
        self.windows.iter().filter_map(|window| window.only_for.as_ref()).for_each(visit);
    }

    /// Whether the office decides a criterion.
    pub fn is_directional(&self) -> bool {
        self.criteria.iter().any(|criterion| criterion.grade == Grade::Directional)
    }

    /// The quantity on which the amount depends.
    pub fn amount_quantity(&self) -> Option<&Quantity> {
        match &self.grants.benefit {
            Benefit::Tiers(Tiers { by: quantity, .. })
            | Benefit::Rate(Rate { of: quantity, .. }) => Some(quantity),
            Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => {
                None
            }
        }
    }
}

impl RulePack {
    /// Whether a measure is in force on a date: the pack and the measure are.
    pub fn is_in_force(&self, measure: &Measure, date: Date) -> bool {
        self.in_force.contains(date) && measure.in_force.contains(date)
    }

    /// Visits the conditions of a definition.
    pub fn each_condition_of<'a>(&'a self, reference: Reference, visit: &mut dyn FnMut(&'a When)) {
        match reference {
            Reference::Term(term) => visit(&self.terms[term].when),
            Reference::Class(class) => self.classes[class].each_condition(visit),
            Reference::Measure(measure) => self.measures[measure].each_condition(visit),
        }
    }

    /// Visits every test that a condition depends on, following references. A comparison is one
    /// test; the conditions of its bands are visited after it.
    ///
    /// The references must be acyclic.
    pub fn each_test<'a>(&'a self, when: &'a When, visit: &mut dyn FnMut(&'a When)) {
        match when {
            When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| self.each_test(part, visit));
            }
            When::Not(part) => self.each_test(part, visit),
            When::Is(..)
            | When::OneOf(..)
            | When::Includes(..)
            | When::Compare(..)
            | When::CompareDate(..) => {
                visit(when);
                if let When::Compare(left, _, right) = when {
                    self.each_band_test(left, visit);
                    self.each_band_test(right, visit);
                }
            }
            When::Term(_) | When::Class(..) | When::Met(_) => {
                when.each_reference(&mut |reference| {
                    self.each_condition_of(reference, &mut |when| self.each_test(when, visit));
                });
            }
        }
    }

    fn each_band_test<'a>(&'a self, quantity: &'a Quantity, visit: &mut dyn FnMut(&'a When)) {
        if let Quantity::Points(points) = quantity {
            points.each_condition(&mut |when| self.each_test(when, visit));
        }
        quantity.parts().into_iter().for_each(|part| self.each_band_test(part, visit));
    }

    /// The number of definitions that conditions can name.
    pub(crate) fn reference_count(&self) -> usize {
        self.terms.len() + self.classes.len() + self.measures.len()
    }

    /// A definition by its index among all of them: terms first, then classes, then measures.
    pub(super) fn reference(&self, index: usize) -> Reference {
        let (terms, classes) = (self.terms.len(), self.classes.len());
        if index < terms {
            Reference::Term(TermId::from_index(index))
        } else if index < terms + classes {
            Reference::Class(ClassId::from_index(index - terms))
        } else {
            Reference::Measure(MeasureId::from_index(index - terms - classes))
        }
    }

    /// The index of a definition among all of them.
    pub(crate) fn reference_index(&self, reference: Reference) -> usize {
        match reference {
            Reference::Term(term) => term.index(),
            Reference::Class(class) => self.terms.len() + class.index(),
            Reference::Measure(measure) => self.terms.len() + self.classes.len() + measure.index(),
        }
    }

    /// For each definition, the indices of those that it names, with repetitions.
    pub(super) fn references(&self) -> Vec<Vec<usize>> {
        (0..self.reference_count())
            .map(|index| {
                let mut named = Vec::new();
                self.each_condition_of(self.reference(index), &mut |when| {
                    when.each_reference(&mut |other| named.push(self.reference_index(other)));
                });
                named
            })
            .collect()
    }

    /// For each definition, whether a condition of another definition names it.
    pub(super) fn named(references: &[Vec<usize>]) -> Vec<bool> {
        let mut named = vec![false; references.len()];
        for index in references.iter().flatten() {
            if let Some(slot) = named.get_mut(*index) {
                *slot = true;
            }
        }
        named
    }
}
