//! Interviews of firms that know every answer: they end with the verdict of the text.

use eligibility_check::engine::{Answers, CompiledPack, Wanted, next_question};

use super::innovative_sme_firms::INNOVATIVE_SME;
use super::policy::{Policy, answers, describe, domains, measure, outcome};
use super::rng::Rng;
use super::tech_sme_firms::TECH_SME;
use crate::support::date;

/// The number of firms per policy.
const FIRMS: usize = 20;

fn interview(policy: &Policy) {
    let (pack, domains) = (policy.parse(), domains(policy));
    let compiled = CompiledPack::new(&pack, date(policy.as_of));
    let mut rng = Rng::new(3);
    let mut asked = 0;
    for _ in 0..FIRMS {
        let firm: Vec<_> = (policy.random)(&mut rng).into_iter().map(Some).collect();
        let all = answers(&pack, &domains, &firm);
        let wanted = Wanted::all(&pack);
        let mut given = Answers::none(&pack);
        let mut assessment = compiled.assess(&pack, &given);
        while let Some(question) = next_question(&compiled, &pack, &given, &assessment, &wanted) {
            assert_eq!(given.get(question.fact), None);
            given.set(question.fact, all.get(question.fact));
            asked += 1;
            assessment = compiled.assess(&pack, &given);
        }
        let values: Vec<i64> = firm.iter().map(|value| value.unwrap()).collect();
        for index in 0..policy.measures.len() {
            let verdict = outcome((policy.verdict)(&values, index));
            assert_eq!(
                assessment.of(measure(index)).outcome,
                verdict,
                "{}",
                describe(policy, &firm)
            );
        }
    }
    assert!(asked < FIRMS * policy.facts.len() * 3 / 4, "{asked} questions");
}

#[test]
fn interviews_about_tech_smes_end_with_the_verdict_of_the_text() {
    interview(&TECH_SME);
}

#[test]
fn interviews_about_innovative_smes_end_with_the_verdict_of_the_text() {
    interview(&INNOVATIVE_SME);
}
