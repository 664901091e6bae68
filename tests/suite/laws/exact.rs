//! The engine is exact: against every completion of what is not known.

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

/// Most completions of one case.
const MOST: usize = 4_000;

/// What Kleene's tables say when everything is known: the reference, straight from the text of the measure.
fn reference(pack: &RulePack, measure: &Measure, complete: &Answers) -> Outcome {
    let context = EvalContext { pack, answers: complete, as_of: date(AS_OF) };
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
        (Truth::True, Truth::True) if !directional => Outcome::Met,
        // Everything is known, and yet a number over zero: the office decides.
        _ => Outcome::MetInDirection,
    }
}

/// What brute force finds: the outcomes that can still come, and the facts that can still change the outcome.
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

fn is_exact(
    pack: &RulePack,
    answers: &Answers,
    id: MeasureId,
    assessed: &MeasureAssessment,
) -> TestCaseResult {
    let (outcomes, essential) = brute_force(pack, answers, id);
    let is_open = assessed.outcome == Outcome::Open;
    if !is_open {
        prop_assert_eq!(&outcomes, &BTreeSet::from([assessed.outcome]), "decided, but wrongly");
    }
    if assessed.is_exact {
        prop_assert_eq!(outcomes.len() > 1, is_open, "open although only {:?} can come", outcomes);
        prop_assert_eq!(&assessed.missing, &essential, "missing");
    }
    let all_there = essential.iter().all(|fact| assessed.missing.contains(fact));
    prop_assert!(all_there, "{:?} matter, {:?} are missing", essential, assessed.missing);
    Ok(())
}

/// Whether the measure compares several facts with each other that are not known.
fn compares_unknown(json: &serde_json::Value, pack: &RulePack, answers: &Answers) -> bool {
    let unknown = |id: &serde_json::Value| {
        id.as_str()
            .and_then(|id| pack.find_fact(id))
            .is_some_and(|fact| answers.value(fact).is_none())
    };
    match json {
        serde_json::Value::Object(entries) => entries.iter().any(|(key, value)| {
            let several = ["difference", "sum", "ratio", "growth"].contains(&key.as_str());
            let count = value
                .as_array()
                .map_or(0, |operands| operands.iter().filter(|id| unknown(id)).count());
            several && count > 1 || compares_unknown(value, pack, answers)
        }),
        serde_json::Value::Array(items) => {
            items.iter().any(|item| compares_unknown(item, pack, answers))
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn outcomes_and_missing_facts_are_those_of_brute_force(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        prop_assume!(completion_count(&pack, &answers) <= MOST);
        for (id, assessed) in assess(&pack, &answers, date(AS_OF)).iter() {
            is_exact(&pack, &answers, id, assessed)?;
        }
    }

    #[test]
    fn the_bound_is_hit_only_where_several_unknown_facts_are_compared(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let all_exact = assess(&pack, &answers, date(AS_OF)).iter().all(|(_, assessed)| assessed.is_exact);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        prop_assert!(all_exact || compares_unknown(&json, &pack, &answers));
    }

    #[test]
    fn answer_by_answer_comes_to_the_same_as_all_at_once(
        json in generate::pack(), before in answer_space::codes(), after in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let mut answers = answer_space::answers(&pack, &before);
        let mut live = Session::new(&pack, &answers, date(AS_OF));
        for (fact, code) in pack.facts.iter().map(|(fact, _)| fact).zip(&after) {
            answers.set(fact, answer_space::answer(&pack, fact, *code));
            live.update(&pack, &answers, date(AS_OF));
            let afresh = assess(&pack, &answers, date(AS_OF));
            prop_assert!(live.assessment.iter().eq(afresh.iter()));
        }
        live.update(&pack, &answers, date("2018-12-31"));
        prop_assert!(live.assessment.iter().eq(assess(&pack, &answers, date("2018-12-31")).iter()));
    }

    #[test]
    fn a_reason_suffices_and_no_fewer_answers_do(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let rules = CompiledPack::new(&pack, date(AS_OF));
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date(AS_OF) };
        let known: Vec<FactId> = answers.iter().map(|(fact, _)| fact).collect();
        for (id, assessed) in rules.assess(&pack, &answers).iter() {
            let reason = explain(&rules, &context, id).reason;
            if matches!(assessed.outcome, Outcome::Open | Outcome::NotInForce) {
                prop_assert!(reason.facts.is_empty());
                continue;
            }
            prop_assert!(reason.is_shortest);
            for subset in 0..1_usize << known.len() {
                let mut told = Answers::none(&pack);
                let chosen: Vec<FactId> = known.iter().enumerate()
                    .filter(|(place, _)| subset >> place & 1 == 1).map(|(_, fact)| *fact).collect();
                chosen.iter().for_each(|fact| told.set(*fact, answers.get(*fact)));
                let suffices = rules.assess(&pack, &told).of(id).outcome == assessed.outcome;
                prop_assert!(!suffices || chosen.len() >= reason.facts.len(), "{:?} suffice", chosen);
                prop_assert!(suffices || chosen != reason.facts, "{:?} do not suffice", chosen);
            }
        }
    }
}
