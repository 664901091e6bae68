//! Every question of the interview can change an outcome or whether a measure can be applied for,
//! and it ends when no question can.
//!
//! The tests compare the engine with brute force on generated packs and answers.

use eligibility_check::engine::{
    Answer, Answers, CompiledPack, EvalContext, NextQuestion, Outcome, Truth, Wanted, applications,
    detail_facts, facts_to_find_out, next_question, window_facts,
};
use eligibility_check::rulebook::{FactId, Id, MeasureId, RulePack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::answer_space::{self, AS_OF, domain};
use crate::generate;
use crate::laws::exact::compares_unknown;
use crate::support::{cases, date};

/// Maximum number of completions to try for one question.
const MAX_COMPLETIONS: usize = 600;

struct Applicant<'a> {
    pack: &'a RulePack,
    rules: CompiledPack,
    wanted: Wanted,
    answers: Answers,
}

impl<'a> Applicant<'a> {
    fn new(pack: &'a RulePack) -> Applicant<'a> {
        Applicant {
            pack,
            rules: CompiledPack::new(pack, date(AS_OF)),
            wanted: Wanted::all(pack),
            answers: Answers::none(pack),
        }
    }

    fn next(&self) -> Option<NextQuestion> {
        let assessment = self.rules.assess(self.pack, &self.answers);
        next_question(&self.rules, self.pack, &self.answers, &assessment, &self.wanted)
    }

    fn truth_of_ask_when(&self, fact: FactId) -> Option<Truth> {
        let when = self.pack.facts[fact].ask_when.as_ref()?;
        let context =
            EvalContext { pack: self.pack, answers: &self.answers, as_of: self.rules.as_of };
        Some(context.truth(when))
    }

    /// The facts that can certainly be asked: unanswered, and without a condition that is false or
    /// still unknown.
    fn certain(&self) -> Vec<FactId> {
        let facts = self.pack.facts.iter().map(|(fact, _)| fact);
        let can_ask = |fact: &FactId| {
            self.answers.get(*fact).is_none()
                && self.truth_of_ask_when(*fact).is_none_or(|truth| truth == Truth::True)
        };
        facts.filter(can_ask).collect()
    }

    /// The facts that can perhaps be asked: unanswered, and without a condition that is false.
    fn possible(&self) -> Vec<FactId> {
        let facts = self.pack.facts.iter().map(|(fact, _)| fact);
        let can_ask = |fact: &FactId| {
            self.answers.get(*fact).is_none() && self.truth_of_ask_when(*fact) != Some(Truth::False)
        };
        facts.filter(can_ask).collect()
    }

    /// The outcome of a measure and, if it is possible, the status of its applications.
    fn result(&self, answers: &Answers, measure: MeasureId) -> (Outcome, Option<&'static str>) {
        let outcome = self.rules.assess(self.pack, answers).of(measure).outcome;
        let context = EvalContext { pack: self.pack, answers, as_of: self.rules.as_of };
        let is_met = outcome != Outcome::Open && outcome.is_possible();
        (outcome, is_met.then(|| applications(&context, measure).name()))
    }

    /// Whether answers change the status of the applications only through `only-for`. An assumption
    /// gives answers of its own, and whether it applies is judged in Kleene logic.
    fn has_exact_windows(&self, measure: MeasureId) -> bool {
        self.pack.measures[measure].assume.is_none()
    }

    /// The results of a measure under every combination of answers to these facts. `None` if there
    /// are too many.
    fn results(
        &self,
        facts: &[FactId],
        measure: MeasureId,
    ) -> Option<Vec<(Outcome, Option<&'static str>)>> {
        let values = |fact: &FactId| domain(&self.pack.facts[*fact].kind);
        let count: usize = facts.iter().map(|fact| values(fact).len()).product();
        if count > MAX_COMPLETIONS {
            return None;
        }
        let mut all = vec![self.answers.clone()];
        for fact in facts {
            let mut more = Vec::new();
            for answers in &all {
                for value in values(fact) {
                    let mut answers = answers.clone();
                    answers.set(*fact, Some(Answer::Value(value)));
                    more.push(answers);
                }
            }
            all = more;
        }
        Some(all.iter().map(|answers| self.result(answers, measure)).collect())
    }

    fn answer(&mut self, fact: FactId, code: u8) {
        self.answers.set(fact, answer_space::answer(self.pack, fact, code.max(1)));
    }

    /// Checks that two answers to the question lead to different results of each of its measures,
    /// with the same answers to the other questions.
    fn assert_has_reason(&self, question: &NextQuestion) -> TestCaseResult {
        prop_assert!(!question.measures.is_empty(), "the question has no measure");
        let assessment = self.rules.assess(self.pack, &self.answers);
        let mut others = self.possible();
        others.retain(|fact| *fact != question.fact);
        // The fact last: its values are next to each other.
        let facts: Vec<FactId> = others.into_iter().chain([question.fact]).collect();
        let values = domain(&self.pack.facts[question.fact].kind).len();
        for measure in &question.measures {
            let assessed = assessment.of(*measure);
            prop_assert!(assessed.can_be_met, "the measure can no longer be met");
            let context =
                EvalContext { pack: self.pack, answers: &self.answers, as_of: self.rules.as_of };
            let window_facts = window_facts(&context, *measure);
            let is_missing = assessed.missing.contains(&question.fact);
            prop_assert!(is_missing || window_facts.contains(&question.fact));
            if !is_missing && !self.has_exact_windows(*measure) {
                continue;
            }
            let Some(results) = self.results(&facts, *measure) else { continue };
            prop_assert!(
                results.chunks(values).any(|same| same.iter().any(|one| *one != same[0])),
                "no answer about {:?} changes the outcome or the applications",
                question.fact
            );
        }
        Ok(())
    }

    /// Checks that no answers to further questions would decide a measure that can be met.
    fn assert_has_ended(&self) -> TestCaseResult {
        let assessment = self.rules.assess(self.pack, &self.answers);
        for (measure, assessed) in assessment.iter().filter(|(_, assessed)| assessed.can_be_met) {
            let result = self.result(&self.answers, measure);
            let results = self.results(&self.certain(), measure);
            let is_same = |other: (Outcome, Option<&str>)| {
                other.0 == result.0 && (other == result || !self.has_exact_windows(measure))
            };
            prop_assert!(
                results.into_iter().flatten().all(is_same),
                "a question that decides a measure was not asked"
            );
            if assessed.outcome == Outcome::Open {
                let is_lost = |fact: &FactId| {
                    self.answers.get(*fact).is_some() || self.truth_of_ask_when(*fact).is_some()
                };
                prop_assert!(assessed.missing.iter().any(is_lost), "the measure is not decided");
            }
        }
        Ok(())
    }
}

fn interview(json: &str, codes: &[u8]) -> TestCaseResult {
    let pack = &RulePack::from_json(json).unwrap();
    // Comparisons of several unknown facts are not exact, least of all quotients: they may be
    // undefined.
    let tree = serde_json::from_str(json).unwrap();
    let is_exact = !compares_unknown(&tree, pack, &Answers::none(pack));
    let divides = json.contains("\"ratio\"") || json.contains("\"growth\"");
    let mut applicant = Applicant::new(pack);
    let mut remaining = pack.facts.len();
    while let Some(question) = applicant.next() {
        prop_assert_eq!(applicant.answers.get(question.fact), None, "a fact is asked twice");
        prop_assert!(question.max_remaining <= remaining, "the number of questions left grew");
        prop_assert!(question.max_screens <= question.max_remaining);
        prop_assert!(question.screen.contains(&question.fact));
        if is_exact {
            applicant.assert_has_reason(&question)?;
        }
        remaining = question.max_remaining - 1;
        applicant.answer(question.fact, codes[question.fact.index()]);
    }
    if is_exact || !divides { applicant.assert_has_ended() } else { Ok(()) }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_interview_ends_and_decides_every_measure_that_can_be_met(
        json in generate::pack(), codes in prop::collection::vec(2..=8_u8, 6),
    ) {
        interview(&json, &codes)?;
    }

    #[test]
    fn every_question_can_change_an_outcome(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        interview(&json, &codes)?;
    }

    #[test]
    fn facts_to_find_out_and_details_are_no_questions(
        json in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&json).unwrap();
        let mut applicant = Applicant::new(&pack);
        applicant.answers = answer_space::answers(&pack, &codes);
        let assessment = applicant.rules.assess(&pack, &applicant.answers);
        let next = applicant.next();
        let (answers, wanted) = (&applicant.answers, &applicant.wanted);
        for unknown in facts_to_find_out(&applicant.rules, &pack, answers, &assessment, wanted) {
            prop_assert_eq!(answers.get(unknown.fact), Some(Answer::NotSure));
            prop_assert!(unknown.waiting.iter().all(|fact| answers.get(*fact).is_none()));
            prop_assert!(!unknown.measures.is_empty());
            let asked = next.iter().flat_map(|next| &next.screen);
            prop_assert!(asked.into_iter().all(|fact| !unknown.waiting.contains(fact)));
        }
        let context = EvalContext { pack: &pack, answers, as_of: date(AS_OF) };
        for (measure, assessed) in assessment.iter() {
            let details = detail_facts(&context, measure, assessed);
            prop_assert!(details.iter().all(|fact| answers.get(*fact).is_none()));
            prop_assert!(details.is_empty() || assessed.missing.is_empty());
        }
    }
}
