//! Assessments are monotone, sound and minimal; reasons suffice.
//!
//! The tests compare the engine with brute force on generated packs and answers.

use eligibility_check::engine::{
    Amount, Answer, Answers, Assessment, CompiledPack, CriterionExplanation, EvalContext, Outcome,
    Truth, amount_if_met, assess, explain,
};
use eligibility_check::rulebook::{Id, MeasureId, RulePack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::answer_space::{self, AS_OF, completions, unknown_facts};
use crate::generate;
use crate::support::{cases, date};

fn assessed(pack: &RulePack, answers: &Answers) -> Assessment {
    assess(pack, answers, date(AS_OF))
}

fn context<'a>(pack: &'a RulePack, answers: &'a Answers) -> EvalContext<'a> {
    EvalContext { pack, answers, as_of: date(AS_OF) }
}

fn amount_of(pack: &RulePack, answers: &Answers, measure: MeasureId) -> Option<Amount> {
    amount_if_met(&context(pack, answers), measure)
}

/// Whether the first range lies within the second. A range without an upper bound lies only in
/// another range without one.
fn within(inner: Option<&Amount>, outer: Option<&Amount>) -> bool {
    match (inner, outer) {
        (None, None) => true,
        (Some(inner), Some(outer)) => {
            let is_below = match (inner.max, outer.max) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(inner), Some(outer)) => inner <= outer,
            };
            outer.min <= inner.min && is_below
        }
        _ => false,
    }
}

/// The assessment and amounts for some answers, to compare with those for more answers.
struct Known<'a> {
    pack: &'a RulePack,
    assessment: Assessment,
    amounts: Vec<Option<Amount>>,
}

impl<'a> Known<'a> {
    fn from(compiled: &CompiledPack, pack: &'a RulePack, answers: &Answers) -> Known<'a> {
        let amounts =
            pack.measures.iter().map(|(measure, _)| amount_of(pack, answers, measure)).collect();
        Known { pack, assessment: compiled.assess(pack, answers), amounts }
    }

    /// Checks that more answers keep each decided outcome and widen no amount.
    fn assert_monotone(&self, after: &Answers, later: &Assessment) -> TestCaseResult {
        for ((measure, earlier), wide) in self.assessment.iter().zip(&self.amounts) {
            if earlier.outcome != Outcome::Open {
                prop_assert_eq!(earlier.outcome, later.of(measure).outcome);
            }
            prop_assert!(
                earlier.can_be_met || !later.of(measure).can_be_met,
                "a measure that was out of reach can be met again"
            );
            // The amount of a measure that cannot be met has no meaning.
            if !later.of(measure).can_be_met {
                continue;
            }
            let narrow = amount_of(self.pack, after, measure);
            prop_assert!(
                within(narrow.as_ref(), wide.as_ref()),
                "{:?} is not within {:?}",
                narrow,
                wide
            );
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn one_more_answer_changes_no_decided_outcome_and_widens_no_amount(
        json in generate::pack(), codes in answer_space::codes(), index in 0..6_usize, code in 2..=5_u8,
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let before = answer_space::answers(&pack, &codes);
        let unknown = unknown_facts(&pack, &before);
        if let Some(index) = unknown.get(index % unknown.len().max(1)) {
            let mut after = before.clone();
            let fact = Id::from_index(*index);
            after.set(fact, answer_space::answer(&pack, fact, code));
            let compiled = CompiledPack::new(&pack, date(AS_OF));
            let later = compiled.assess(&pack, &after);
            Known::from(&compiled, &pack, &before).assert_monotone(&after, &later)?;
        }
    }

    #[test]
    fn a_decided_outcome_and_an_amount_hold_under_every_completion(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let compiled = CompiledPack::new(&pack, date(AS_OF));
        let known = Known::from(&compiled, &pack, &answers);
        let mut result = Ok(());
        completions(&pack, &answers, &mut |complete| {
            if result.is_err() {
                return;
            }
            let later = compiled.assess(&pack, complete);
            result = known.assert_monotone(complete, &later);
            if result.is_ok() && later.count(Outcome::Open) > 0 {
                result = Err(TestCaseError::fail("a measure is open although all facts are known"));
            }
        });
        result?;
    }

    #[test]
    fn an_open_measure_lists_facts_without_a_value_and_a_decided_one_lists_none(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        for (_, assessed) in assessed(&pack, &answers).iter() {
            prop_assert_eq!(assessed.missing.is_empty(), assessed.outcome != Outcome::Open);
            prop_assert!(assessed.missing.iter().all(|fact| answers.value(*fact).is_none()));
            prop_assert!(assessed.missing.is_sorted());
        }
    }

    #[test]
    fn not_sure_is_assessed_like_no_answer(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let unsure = answer_space::answers(&pack, &codes);
        let mut unanswered = Answers::none(&pack);
        for (fact, answer) in unsure.iter().filter(|(_, answer)| *answer != Answer::NotSure) {
            unanswered.set(fact, Some(answer));
        }
        let (unsure, unanswered) = (assessed(&pack, &unsure), assessed(&pack, &unanswered));
        for (measure, assessed) in unsure.iter() {
            prop_assert_eq!(assessed.outcome, unanswered.of(measure).outcome);
            prop_assert_eq!(&assessed.missing, &unanswered.of(measure).missing);
        }
    }

    #[test]
    fn the_reasons_of_a_decided_outcome_suffice_to_decide_it(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let compiled = CompiledPack::new(&pack, date(AS_OF));
        let assessment = compiled.assess(&pack, &answers);
        for (measure, assessed) in assessment.iter() {
            let explanation = explain(&compiled, &context(&pack, &answers), measure);
            prop_assert_eq!(explanation.outcome, assessed.outcome);
            let reasons: Vec<_> = explanation.reasons().collect();
            match assessed.outcome {
                Outcome::NotMet => {
                    let assumption = pack.measures[measure].assume.map(|id| &pack.assumptions[id]);
                    let is_assumed = assumption.map(|assumption| context(&pack, &answers).truth(&assumption.when));
                    // Some criteria fail with the assumption, others without it.
                    prop_assert!(!reasons.is_empty() || is_assumed == Some(Truth::Unknown));
                    let failed = reasons.iter().filter(|line| line.truth == Truth::False).count();
                    // If no criterion fails alone, some criteria contradict each other.
                    prop_assert!(failed == reasons.len() || failed == 0);
                    if failed == 0 {
                        continue;
                    }
                }
                // No fact is named if the conditions contradict each other.
                Outcome::NotApplicable => {
                    let applies = pack.measures[measure].applies_when.as_ref();
                    let by_tables = applies.map(|when| context(&pack, &answers).truth(when));
                    let is_named = !explanation.applies_facts.is_empty();
                    // Assumed answers are not named.
                    let is_assumed = explanation.assumption.is_some();
                    // Points may fail a test whatever the answers.
                    let none = Answers::none(&pack);
                    let by_none = applies.map(|when| context(&pack, &none).truth(when));
                    let is_constant = by_none == Some(Truth::False);
                    prop_assert!(by_tables == Some(Truth::Unknown) || is_named || is_assumed || is_constant);
                }
                Outcome::Open => prop_assert!(reasons.iter().all(|line| line.truth == Truth::Unknown)),
                Outcome::Met | Outcome::MetInDirection | Outcome::MetOnceSettled => {
                    prop_assert_eq!(reasons.len(), explanation.criteria.len());
                }
                Outcome::NotInForce => prop_assert!(reasons.is_empty()),
            }
            // The facts in the reasons suffice for the same outcome, except after a division by
            // zero, whose truth value is Unknown although its facts are known.
            let is_unknown = |line: &&CriterionExplanation<'_>| line.truth == Truth::Unknown && line.criterion.when.is_some();
            if explanation.applies == Truth::Unknown || reasons.iter().any(is_unknown) {
                continue;
            }
            let mut named = Answers::none(&pack);
            let facts = reasons.iter().flat_map(|line| &line.facts).chain(&explanation.applies_facts);
            facts.for_each(|fact| named.set(*fact, answers.get(*fact)));
            if let Some(assumption) = pack.measures[measure].assume.map(|id| &pack.assumptions[id]) {
                let facts = pack.facts_in(&assumption.when);
                facts.into_iter().for_each(|fact| named.set(fact, answers.get(fact)));
                // The criteria are explained without the assumption. While it is undecided, the
                // outcome needs the facts that decide it with the assumption, too.
                if context(&pack, &answers).truth(&assumption.when) == Truth::Unknown {
                    explanation.reason.facts.iter().for_each(|fact| named.set(*fact, answers.get(*fact)));
                }
            }
            let again = assess(&pack, &named, date(AS_OF));
            prop_assert!(again.of(measure).outcome == assessed.outcome || assessed.outcome == Outcome::Open);
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        json in generate::pack(), codes in answer_space::codes(), order in Just([0, 1, 2, 3, 4, 5]).prop_shuffle(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let in_order = answer_space::answers(&pack, &codes);
        let mut shuffled = Answers::none(&pack);
        for index in order.into_iter().filter(|index| *index < pack.facts.len()) {
            let fact = Id::from_index(index);
            // Another answer first, as if the person had changed their mind.
            shuffled.set(fact, answer_space::answer(&pack, fact, codes[index].wrapping_add(1) % 6));
            shuffled.set(fact, answer_space::answer(&pack, fact, codes[index]));
        }
        prop_assert_eq!(&in_order, &shuffled);
        let (one, other) = (assessed(&pack, &in_order), assessed(&pack, &shuffled));
        prop_assert!(one.iter().all(|(measure, assessed)| assessed.outcome == other.of(measure).outcome));
    }
}
