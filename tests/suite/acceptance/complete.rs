//! Firms that have answered every question: the engine agrees with the reading of the text.

use std::collections::BTreeMap;

use eligibility_check::engine::CompiledPack;

use super::innovative_sme_firms::INNOVATIVE_SME;
use super::policy::{Policy, answers, describe, domains, measure, outcome};
use super::rng::Rng;
use super::tech_sme_firms::TECH_SME;
use crate::support::{cases, date};

/// The usual number of firms per policy.
const FIRMS: u32 = 20_000;

fn compare(policy: &Policy) {
    let (pack, domains) = (policy.parse(), domains(policy));
    let compiled = CompiledPack::new(&pack, date(policy.as_of));
    let mut rng = Rng::new(1);
    let mut counts = BTreeMap::new();
    let firms = cases(FIRMS).cases;
    for _ in 0..firms {
        let firm = (policy.random)(&mut rng);
        let known: Vec<_> = firm.iter().copied().map(Some).collect();
        let assessment = compiled.assess(&pack, &answers(&pack, &domains, &known));
        for (index, id) in policy.measures.iter().enumerate() {
            let verdict = (policy.verdict)(&firm, index);
            let assessed = assessment.of(measure(index)).outcome;
            assert!(
                assessed == outcome(verdict),
                "{id}: {}: the engine has {assessed:?}, the text {verdict:?}",
                describe(policy, &known)
            );
            *counts.entry((index, verdict)).or_insert(0_u32) += 1;
        }
    }
    // A test without firms on both sides would prove nothing.
    for index in 0..policy.measures.len() {
        let verdicts =
            counts.iter().filter(|((other, _), count)| *other == index && **count > firms / 100);
        assert!(verdicts.count() >= 2, "{:?}", counts);
    }
}

#[test]
fn twenty_thousand_firms_are_tech_smes_exactly_by_the_text() {
    compare(&TECH_SME);
}

#[test]
fn twenty_thousand_firms_are_innovative_smes_exactly_by_the_text() {
    compare(&INNOVATIVE_SME);
}
