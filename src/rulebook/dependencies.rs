//! The facts that each measure depends on.

use super::RulePack;
use super::fact_set::FactSet;
use super::grant::{Benefit, Rate, Tiers};
use super::measure::Measure;
use super::table::FactId;
use super::when::When;

/// The facts that each measure depends on, directly or through terms. Answers to other facts do
/// not change the measure.
///
/// The terms must be acyclic.
pub(super) fn dependencies(pack: &RulePack) -> Vec<Vec<FactId>> {
    pack.measures.iter().map(|(_, measure)| facts(pack, measure).into_vec()).collect()
}

fn facts(pack: &RulePack, measure: &Measure) -> FactSet {
    let mut facts = FactSet::default();
    let materials = measure.materials.iter().filter_map(|used| used.when.as_ref());
    let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    for when in measure.applies_when.iter().chain(criteria).chain(materials) {
        collect(pack, when, &mut facts);
    }
    match &measure.grants.benefit {
        Benefit::Tiers(Tiers { by: quantity, .. }) | Benefit::Rate(Rate { of: quantity, .. }) => {
            quantity.each_fact(&mut |fact| facts.insert(fact));
        }
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => {}
    }
    facts
}

impl RulePack {
    /// The facts that a condition reads, directly or through terms, in the pack's order.
    pub fn facts_in(&self, when: &When) -> Vec<FactId> {
        let mut facts = FactSet::default();
        collect(self, when, &mut facts);
        facts.into_vec()
    }
}

fn collect(pack: &RulePack, when: &When, facts: &mut FactSet) {
    when.each_fact(&mut |fact| facts.insert(fact));
    when.each_term(&mut |term| collect(pack, &pack.terms[term].when, facts));
}
