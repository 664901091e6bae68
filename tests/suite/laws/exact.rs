//! Outcomes, missing facts and reasons are exact, compared with all completions of the answers.

use std::collections::BTreeSet;

use eligibility_check::engine::{
    Answers, CompiledPack, EvalContext, MeasureAssessment, Outcome, Session, Truth, assess, explain,
};
use eligibility_check::rulebook::{FactId, Grade, Measure, MeasureId, RulePack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::answer_space::{self, AS_OF, completion_count, completions, domain};
use crate::generate;
use crate::support::{cases, date};

/// The maximum number of completions of a case.
const MAX_COMPLETIONS: usize = 4_000;

/// The reference outcome for complete answers, from Kleene's truth tables.
fn reference(pack: &RulePack, measure: &Measure, complete: &Answers) -> Outcome {
    let given = EvalContext { pack, answers: complete, as_of: date(AS_OF) };
    let assumed = given.assumed(measure);
    let context = EvalContext { answers: assumed.as_ref().unwrap_or(complete), ..given };
    if !pack.in_force.contains(date(AS_OF)) || !measure.in_force.contains(date(AS_OF)) {
        return Outcome::NotInForce;
    }
    let applies = measure.applies_when.as_ref().map_or(Truth::True, |when| context.truth(when));
    let whens = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    let criteria = Truth::all(whens.map(|when| context.truth(when)));
    let directional =
        measure.criteria.iter().any(|criterion| criterion.grade == Grade::Directional);
    match (applies, criteria) {
        (Truth::False, _) => Outcome::NotApplicable,
        (_, Truth::False) => Outcome::NotMet,
        _ if assumed.is_some() => Outcome::MetOnceSettled,
        (Truth::True, Truth::True) if !directional => Outcome::Met,
        // A division by zero stays Unknown although all facts are known: the office decides.
        _ => Outcome::MetInDirection,
    }
}

/// The outcomes of all completions, and the facts that can still change the outcome.
fn brute_force(
    pack: &RulePack,
    answers: &Answers,
    id: MeasureId,
) -> (BTreeSet<Outcome>, Vec<FactId>) {
    let measure = &pack.measures[id];
    let mut outcomes = BTreeSet::new();
    let mut essential = BTreeSet::new();
    let unknown: Vec<FactId> = pack
        .facts
        .iter()
        .map(|(fact, _)| fact)
        .filter(|fact| answers.value(*fact).is_none())
        .collect();
    completions(pack, answers, &mut |complete| {
        let outcome = reference(pack, measure, complete);
        outcomes.insert(outcome);
        for fact in
            unknown.iter().filter(|fact| !essential.contains(*fact)).copied().collect::<Vec<_>>()
        {
            let mut other = complete.clone();
            for value in domain(&pack.facts[fact].kind) {
                other.set(fact, Some(eligibility_check::engine::Answer::Value(value)));
                if reference(pack, measure, &other) != outcome {
                    essential.insert(fact);
                }
            }
        }
    });
    (outcomes, essential.into_iter().collect())
}

/// Asserts that the outcome is correct, and that it and the missing facts are exact unless they are
/// marked as inexact.
pub(crate) fn assert_exact(
    pack: &RulePack,
    answers: &Answers,
    id: MeasureId,
    assessed: &MeasureAssessment,
) -> TestCaseResult {
    let (outcomes, essential) = brute_force(pack, answers, id);
    let is_open = assessed.outcome == Outcome::Open;
    if !is_open {
        prop_assert_eq!(
            &outcomes,
            &BTreeSet::from([assessed.outcome]),
            "the decided outcome is wrong"
        );
    }
    if assessed.is_exact {
        prop_assert_eq!(
            outcomes.len() > 1,
            is_open,
            "open although the only outcomes are {:?}",
            outcomes
        );
        prop_assert_eq!(&assessed.missing, &essential, "the missing facts are wrong");
    }
    let includes_all = essential.iter().all(|fact| assessed.missing.contains(fact));
    prop_assert!(
        includes_all,
        "{:?} change the outcome, only {:?} are missing",
        essential,
        assessed.missing
    );
    Ok(())
}

/// Whether the pack compares several facts without a value with each other.
pub(crate) fn compares_unknown(
    json: &serde_json::Value,
    pack: &RulePack,
    answers: &Answers,
) -> bool {
    match json {
        serde_json::Value::Object(entries) => entries.iter().any(|(key, value)| {
            let operators = ["difference", "sum", "ratio", "growth", "highest-of", "lowest-of"];
            let several = operators.contains(&key.as_str());
            several && unknown_operands(value, pack, answers) > 1
                || compares_unknown(value, pack, answers)
        }),
        serde_json::Value::Array(items) => {
            items.iter().any(|item| compares_unknown(item, pack, answers))
        }
        _ => false,
    }
}

/// The number of unknown facts in some operands. The bands of a table are tests of their own.
fn unknown_operands(json: &serde_json::Value, pack: &RulePack, answers: &Answers) -> usize {
    match json {
        serde_json::Value::String(id) => {
            let fact = pack.find_fact(id);
            usize::from(fact.is_some_and(|fact| answers.value(fact).is_none()))
        }
        serde_json::Value::Object(entries) => entries
            .iter()
            .filter(|(key, _)| *key != "points")
            .map(|(_, value)| unknown_operands(value, pack, answers))
            .sum(),
        serde_json::Value::Array(items) => {
            items.iter().map(|item| unknown_operands(item, pack, answers)).sum()
        }
        _ => 0,
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn outcomes_and_missing_facts_agree_with_brute_force(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        prop_assume!(completion_count(&pack, &answers) <= MAX_COMPLETIONS);
        for (id, assessed) in assess(&pack, &answers, date(AS_OF)).iter() {
            assert_exact(&pack, &answers, id, assessed)?;
        }
    }

    #[test]
    fn an_assessment_is_inexact_only_if_several_unknown_facts_are_compared(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let all_exact = assess(&pack, &answers, date(AS_OF)).iter().all(|(_, assessed)| assessed.is_exact);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let may_be_inexact = compares_unknown(&json, &pack, &answers);
        prop_assert!(all_exact || may_be_inexact, "inexact without a comparison of unknown facts");
    }

    #[test]
    fn a_session_agrees_with_an_assessment_of_all_answers(
        json in generate::pack(), before in answer_space::codes(), after in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let mut answers = answer_space::answers(&pack, &before);
        let mut session = Session::new(&pack, &answers, date(AS_OF));
        for (fact, code) in pack.facts.iter().map(|(fact, _)| fact).zip(&after) {
            answers.set(fact, answer_space::answer(&pack, fact, *code));
            session.update(&pack, &answers, date(AS_OF));
            let expected = assess(&pack, &answers, date(AS_OF));
            prop_assert!(session.assessment.iter().eq(expected.iter()));
        }
        session.update(&pack, &answers, date("2018-12-31"));
        prop_assert!(session.assessment.iter().eq(assess(&pack, &answers, date("2018-12-31")).iter()));
    }

    #[test]
    fn a_reason_is_the_smallest_set_of_answers_that_suffices(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let compiled = CompiledPack::new(&pack, date(AS_OF));
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date(AS_OF) };
        let known: Vec<FactId> = answers.iter().map(|(fact, _)| fact).collect();
        for (id, assessed) in compiled.assess(&pack, &answers).iter() {
            let reason = explain(&compiled, &context, id).reason;
            if matches!(assessed.outcome, Outcome::Open | Outcome::NotInForce) {
                prop_assert!(reason.facts.is_empty());
                continue;
            }
            prop_assert!(reason.is_shortest, "the search exceeded its limit");
            for subset in 0..1_usize << known.len() {
                let mut subset_answers = Answers::none(&pack);
                let chosen: Vec<FactId> = known.iter().enumerate()
                    .filter(|(index, _)| subset >> index & 1 == 1).map(|(_, fact)| *fact).collect();
                chosen.iter().for_each(|fact| subset_answers.set(*fact, answers.get(*fact)));
                let suffices = compiled.assess(&pack, &subset_answers).of(id).outcome == assessed.outcome;
                prop_assert!(!suffices || chosen.len() >= reason.facts.len(), "{:?} suffice", chosen);
                prop_assert!(suffices || chosen != reason.facts, "{:?} do not suffice", chosen);
            }
        }
    }
}
