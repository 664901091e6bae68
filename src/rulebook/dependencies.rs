//! The facts that each measure depends on.

use super::RulePack;
use super::fact_set::FactSet;
use super::measure::Measure;
use super::quantity::Quantity;
use super::table::FactId;
use super::when::{Reference, When};

/// The facts that each measure depends on, directly or through other definitions. Answers to other
/// facts do not change the measure.
///
/// The definitions must be acyclic.
pub(super) fn dependencies(pack: &RulePack) -> Vec<Vec<FactId>> {
    pack.measures.iter().map(|(_, measure)| facts(pack, measure).into_vec()).collect()
}

fn facts(pack: &RulePack, measure: &Measure) -> FactSet {
    let mut facts = FactSet::default();
    let mut visit = |fact: FactId| facts.insert(fact);
    measure.each_condition(&mut |when| pack.each_fact(when, &mut visit));
    if let Some(assumption) = measure.assume {
        pack.each_fact(&pack.assumptions[assumption].when, &mut visit);
    }
    measure.each_detail_condition(&mut |when| pack.each_fact(when, &mut visit));
    if let Some(quantity) = measure.amount_quantity() {
        pack.each_quantity_fact(quantity, &mut visit);
    }
    facts
}

impl RulePack {
    /// The facts that a condition reads, directly or through other definitions, in the pack's
    /// order.
    pub fn facts_in(&self, when: &When) -> Vec<FactId> {
        let mut facts = FactSet::default();
        self.each_fact(when, &mut |fact| facts.insert(fact));
        facts.into_vec()
    }

    /// Visits every fact that a condition reads, directly or through other definitions. A fact may
    /// be visited several times.
    pub fn each_fact(&self, when: &When, visit: &mut dyn FnMut(FactId)) {
        when.each_fact(visit);
        when.each_reference(&mut |reference| self.each_fact_of(reference, visit));
    }

    /// Visits every fact that a quantity reads, directly or through other definitions. A fact may
    /// be visited several times.
    pub fn each_quantity_fact(&self, quantity: &Quantity, visit: &mut dyn FnMut(FactId)) {
        quantity.each_fact(visit);
        quantity.each_reference(&mut |reference| self.each_fact_of(reference, visit));
    }

    fn each_fact_of(&self, reference: Reference, visit: &mut dyn FnMut(FactId)) {
        self.each_condition_of(reference, &mut |when| self.each_fact(when, visit));
    }
}
