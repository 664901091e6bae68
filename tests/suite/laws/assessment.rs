//! The laws of the engine, on generated packs and answers, against brute force.

use eligibility_check::engine::{
    Amount, Answer, Answers, Assessment, CompiledPack, CriterionExplanation, EvalContext,
    MeasureAssessment, NextQuestion, Outcome, Truth, amount, assess, explain, next_question,
};
use eligibility_check::rulebook::{Id, MeasureId, RulePack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::answer_space::{self, AS_OF, completions, unknown_places};
use crate::generate;
use crate::support::{cases, date};

fn assessed(pack: &RulePack, answers: &Answers) -> Assessment {
    assess(pack, answers, date(AS_OF))
}

fn context<'a>(pack: &'a RulePack, answers: &'a Answers) -> EvalContext<'a> {
    EvalContext { pack, answers, as_of: date(AS_OF) }
}

fn amount_of(pack: &RulePack, answers: &Answers, measure: MeasureId) -> Option<Amount> {
    amount(&context(pack, answers), measure)
}

/// Whether a range lies within another; a range without an upper bound lies only in such.
fn within(inner: Option<&Amount>, outer: Option<&Amount>) -> bool {
    match (inner, outer) {
        (None, None) => true,
        (Some(inner), Some(outer)) => {
            let below = match (inner.max, outer.max) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(inner), Some(outer)) => inner <= outer,
            };
            outer.min <= inner.min && below
        }
        _ => false,
    }
}

/// What is known after some answers, to be held against what follows from more of them.
struct Known<'a> {
    pack: &'a RulePack,
    assessment: Assessment,
    amounts: Vec<Option<Amount>>,
}

impl<'a> Known<'a> {
    fn from(rules: &CompiledPack, pack: &'a RulePack, answers: &Answers) -> Known<'a> {
        let amounts =
            pack.measures.iter().map(|(measure, _)| amount_of(pack, answers, measure)).collect();
        Known { pack, assessment: rules.assess(pack, answers), amounts }
    }

    /// Whatever was decided stays so, and no amount is wider than it was.
    fn nothing_taken_back(&self, after: &Answers, later: &Assessment) -> TestCaseResult {
        for ((measure, earlier), wide) in self.assessment.iter().zip(&self.amounts) {
            if earlier.outcome != Outcome::Open {
                prop_assert_eq!(earlier.outcome, later.of(measure).outcome);
            }
            prop_assert!(earlier.can_be_met || !later.of(measure).can_be_met, "within reach again");
            // What is not granted comes to nothing in particular.
            if !later.of(measure).can_be_met {
                continue;
            }
            let narrow = amount_of(self.pack, after, measure);
            prop_assert!(
                within(narrow.as_ref(), wide.as_ref()),
                "{:?} not within {:?}",
                narrow,
                wide
            );
        }
        Ok(())
    }
}

fn ask(pack: &RulePack, answers: &Answers) -> Option<NextQuestion> {
    let rules = CompiledPack::new(pack, date(AS_OF));
    next_question(&rules, pack, answers, &rules.assess(pack, answers))
}

/// Why a question is asked: an outcome that it can change, or a detail of a measure that is met.
fn has_a_reason(pack: &RulePack, answers: &Answers, ask: &NextQuestion) -> TestCaseResult {
    prop_assert!(!ask.measures.is_empty(), "asked for nothing");
    let assessment = assessed(pack, answers);
    let reach =
        |assessed: &MeasureAssessment| assessed.can_be_met && assessed.missing.contains(&ask.fact);
    let someone = assessment.iter().any(|(_, assessed)| reach(assessed));
    prop_assert_eq!(ask.can_decide_met, someone, "what decides comes first");
    for measure in &ask.measures {
        let assessed = assessment.of(*measure);
        if assessed.outcome == Outcome::Open {
            prop_assert!(assessed.missing.contains(&ask.fact), "cannot change it");
        } else {
            prop_assert!(assessed.can_be_met && pack.facts_of(*measure).contains(&ask.fact));
        }
    }
    Ok(())
}

fn interview(pack: &RulePack, codes: &[u8]) -> TestCaseResult {
    let mut answers = Answers::none(pack);
    let mut left = pack.facts.len();
    while let Some(ask) = ask(pack, &answers) {
        prop_assert_eq!(answers.get(ask.fact), None, "asked again");
        prop_assert!(ask.max_remaining <= left, "{} left, of at most {}", ask.max_remaining, left);
        has_a_reason(pack, &answers, &ask)?;
        left = ask.max_remaining - 1;
        answers.set(ask.fact, answer_space::answer(pack, ask.fact, codes[ask.fact.place()].max(1)));
    }
    let assessment = assessed(pack, &answers);
    prop_assert_eq!(ask(pack, &answers), None);
    for fact in assessment.iter().flat_map(|(_, assessed)| &assessed.missing) {
        let ask =
            pack.facts[*fact].ask_when.as_ref().map(|when| context(pack, &answers).truth(when));
        prop_assert!(answers.get(*fact).is_some() || ask == Some(Truth::False));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn one_more_answer_never_changes_a_decided_outcome_nor_widens_an_amount(
        json in generate::pack(), codes in answer_space::codes(), place in 0..6_usize, code in 2..=5_u8,
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let before = answer_space::answers(&pack, &codes);
        let unknown = unknown_places(&pack, &before);
        if let Some(place) = unknown.get(place % unknown.len().max(1)) {
            let mut after = before.clone();
            let fact = Id::at(*place);
            after.set(fact, answer_space::answer(&pack, fact, code));
            let rules = CompiledPack::new(&pack, date(AS_OF));
            let later = rules.assess(&pack, &after);
            Known::from(&rules, &pack, &before).nothing_taken_back(&after, &later)?;
        }
    }

    #[test]
    fn a_decided_outcome_and_an_amount_hold_under_every_completion(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let rules = CompiledPack::new(&pack, date(AS_OF));
        let known = Known::from(&rules, &pack, &answers);
        let mut result = Ok(());
        completions(&pack, &answers, &mut |complete| {
            if result.is_err() {
                return;
            }
            let later = rules.assess(&pack, complete);
            result = known.nothing_taken_back(complete, &later);
            if result.is_ok() && later.count(Outcome::Open) > 0 {
                result = Err(TestCaseError::fail("open although everything is known"));
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
    fn not_sure_decides_no_more_and_no_less_than_silence(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let unsure = answer_space::answers(&pack, &codes);
        let mut silent = Answers::none(&pack);
        for (fact, answer) in unsure.iter().filter(|(_, answer)| *answer != Answer::NotSure) {
            silent.set(fact, Some(answer));
        }
        let (unsure, silent) = (assessed(&pack, &unsure), assessed(&pack, &silent));
        for (measure, assessed) in unsure.iter() {
            prop_assert_eq!(assessed.outcome, silent.of(measure).outcome);
            prop_assert_eq!(&assessed.missing, &silent.of(measure).missing);
        }
    }

    #[test]
    fn the_interview_ends_and_leaves_no_open_measure_with_something_to_ask(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        interview(&RulePack::from_json(&json).unwrap(), &codes)?;
    }

    #[test]
    fn the_reasons_of_a_decided_outcome_suffice_for_it(json in generate::pack(), codes in answer_space::codes()) {
        let pack = RulePack::from_json(&json).unwrap();
        let answers = answer_space::answers(&pack, &codes);
        let rules = CompiledPack::new(&pack, date(AS_OF));
        let assessment = rules.assess(&pack, &answers);
        for (measure, assessed) in assessment.iter() {
            let explanation = explain(&rules, &context(&pack, &answers), measure);
            prop_assert_eq!(explanation.outcome, assessed.outcome);
            let reasons: Vec<_> = explanation.reasons().collect();
            match assessed.outcome {
                Outcome::NotMet => {
                    prop_assert!(!reasons.is_empty());
                    let failed = reasons.iter().filter(|line| line.truth == Truth::False).count();
                    // Where none fails alone, some cannot hold together.
                    prop_assert!(failed == reasons.len() || failed == 0);
                    if failed == 0 {
                        continue;
                    }
                }
                // Without a fact where the rules themselves exclude everybody.
                Outcome::NotApplicable => {
                    let applies = pack.measures[measure].applies_when.as_ref();
                    let by_tables = applies.map(|when| context(&pack, &answers).truth(when));
                    prop_assert!(by_tables == Some(Truth::Unknown) || !explanation.applies_facts.is_empty());
                }
                Outcome::Open => prop_assert!(reasons.iter().all(|line| line.truth == Truth::Unknown)),
                Outcome::Met | Outcome::MetInDirection => {
                    prop_assert_eq!(reasons.len(), explanation.criteria.len());
                }
                Outcome::NotInForce => prop_assert!(reasons.is_empty()),
            }
            // Of everything that was said, what the reasons name is enough to decide the same; but for a number over
            // zero, which neither holds nor fails.
            let neither = |line: &&CriterionExplanation<'_>| line.truth == Truth::Unknown && line.criterion.when.is_some();
            if explanation.applies == Truth::Unknown || reasons.iter().any(neither) {
                continue;
            }
            let mut told = Answers::none(&pack);
            let facts = reasons.iter().flat_map(|line| &line.facts).chain(&explanation.applies_facts);
            facts.for_each(|fact| told.set(*fact, answers.get(*fact)));
            let again = assess(&pack, &told, date(AS_OF));
            prop_assert!(again.of(measure).outcome == assessed.outcome || assessed.outcome == Outcome::Open);
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        json in generate::pack(), codes in answer_space::codes(), order in Just([0, 1, 2, 3, 4, 5]).prop_shuffle(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let straight = answer_space::answers(&pack, &codes);
        let mut shuffled = Answers::none(&pack);
        for place in order.into_iter().filter(|place| *place < pack.facts.len()) {
            let fact = Id::at(place);
            // Changed one's mind on the way: said otherwise first.
            shuffled.set(fact, answer_space::answer(&pack, fact, codes[place].wrapping_add(1) % 6));
            shuffled.set(fact, answer_space::answer(&pack, fact, codes[place]));
        }
        prop_assert_eq!(&straight, &shuffled);
        let (one, other) = (assessed(&pack, &straight), assessed(&pack, &shuffled));
        prop_assert_eq!(ask(&pack, &straight), ask(&pack, &shuffled));
        prop_assert!(one.iter().all(|(measure, assessed)| assessed.outcome == other.of(measure).outcome));
    }
}
