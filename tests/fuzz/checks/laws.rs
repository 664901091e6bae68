//! The laws of the engine, for one pack and a sequence of answers.

use eligibility_check::engine::{
    Answer, Answers, AsOf, Assessment, Change, CompiledPack, EvalContext, ExplainRequest,
    Explanation, Outcome, OutcomeBuffer, PolicyStatus, Receipt, Truth, Wanted, amount,
    answer_to_json, answers_from_json, assess, candidates, combine, explain, explain_json,
    nearest_miss, next_question, window_facts,
};
use eligibility_check::rulebook::{Date, Id, Json, Locale, MeasureId, RulePack, When};

use super::sample;

/// Maximum number of answers in one input.
const MAX_ANSWERS: usize = 8;

/// Decodes a day from the first byte and an answer from each three bytes after it.
///
/// Returns the answers after each step, beginning without any.
fn decode_steps(pack: &RulePack, bytes: &[u8]) -> (Date, Vec<Answers>) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let as_of = sample::day(pack, *first);
    let mut answers = Answers::none(pack);
    let mut steps = vec![answers.clone()];
    for bytes in rest.chunks_exact(3).take(MAX_ANSWERS) {
        let Some(index) = usize::from(bytes[0]).checked_rem(pack.facts.len()) else { break };
        let fact = Id::from_index(index);
        if answers.get(fact).is_none() {
            answers.set(fact, sample::answer(pack, &pack.facts[fact], as_of, bytes[1], bytes[2]));
            steps.push(answers.clone());
        }
    }
    (as_of, steps)
}

/// The outcome and the missing facts of every measure after each step, for comparison.
pub(super) fn outcomes(pack: &RulePack, bytes: &[u8]) -> Vec<(Outcome, Vec<usize>)> {
    let (as_of, steps) = decode_steps(pack, bytes);
    let rules = CompiledPack::new(pack, as_of);
    let mut all = Vec::new();
    for answers in &steps {
        for (_, assessed) in rules.assess(pack, answers).iter() {
            all.push((
                assessed.outcome,
                assessed.missing.iter().map(|fact| fact.index()).collect(),
            ));
        }
    }
    all
}

/// Checks all laws. Some hold only for packs that `RulePack::from_json` accepts (`is_authored`).
pub(super) fn check(pack: &RulePack, bytes: &[u8], is_authored: bool) {
    let (as_of, steps) = decode_steps(pack, bytes);
    let rules = CompiledPack::new(pack, as_of);
    let mut before: Option<(Assessment, &Answers)> = None;
    for answers in &steps {
        let assessment = rules.assess(pack, answers);
        if let Some((mut earlier, fewer)) = before {
            for (measure, was) in earlier.iter().filter(|(_, was)| was.outcome != Outcome::Open) {
                assert_eq!(
                    was.outcome,
                    assessment.of(measure).outcome,
                    "a decided outcome changed"
                );
            }
            for fact in fewer.changed(answers) {
                rules.reassess(&mut earlier, pack, answers, fact);
            }
            assert!(earlier.iter().eq(assessment.iter()), "the incremental assessment differs");
        }
        check_assessment(pack, &rules, answers, &assessment);
        check_next_question(pack, &rules, answers, &assessment);
        check_explanations(pack, &rules, answers, &assessment, is_authored);
        check_round_trip(pack, as_of, answers, is_authored);
        before = Some((assessment, answers));
    }
    if let Some(answers) = steps.last() {
        let as_of = AsOf { asked: as_of, evaluated: as_of, status: PolicyStatus::InForce };
        let locale = pack.languages.first().copied().unwrap_or(Locale::ZhHans);
        let reply = explain_json(
            &rules,
            &ExplainRequest { pack, answers, topics: &[], as_of, locale },
            None,
        )
        .to_text();
        assert!(Json::parse(&reply).is_ok(), "{reply}");
    }
}

/// Checks the laws without explanations, which are slow for the published pack.
pub(super) fn check_without_explanations(pack: &RulePack, rules: &CompiledPack, answers: &Answers) {
    let assessment = rules.assess(pack, answers);
    check_assessment(pack, rules, answers, &assessment);
    check_next_question(pack, rules, answers, &assessment);
    check_round_trip(pack, rules.as_of, answers, true);
}

fn check_assessment(
    pack: &RulePack,
    rules: &CompiledPack,
    answers: &Answers,
    assessment: &Assessment,
) {
    let mut buffer = OutcomeBuffer::default();
    let outcomes = rules.outcomes(pack, answers, &mut buffer);
    for ((measure, assessed), outcome) in assessment.iter().zip(outcomes) {
        assert_eq!(assessed.outcome, *outcome);
        let in_force = pack.in_force.contains(rules.as_of)
            && pack.measures[measure].in_force.contains(rules.as_of);
        assert_eq!(assessed.outcome == Outcome::NotInForce, !in_force);
        assert_eq!(assessed.missing.is_empty(), assessed.outcome != Outcome::Open, "{assessed:?}");
        assert!(assessed.missing.iter().all(|fact| answers.value(*fact).is_none()));
        assert!(assessed.missing.is_sorted());
        assert!(assessed.missing.iter().all(|fact| pack.facts_of(measure).contains(fact)));
        assert!(
            assessed.outcome == Outcome::Open
                || assessed.can_be_met == assessed.outcome.is_possible()
        );
    }
}

/// The next question is unanswered and can change a measure.
fn check_next_question(
    pack: &RulePack,
    rules: &CompiledPack,
    answers: &Answers,
    assessment: &Assessment,
) {
    let wanted = Wanted::all(pack);
    let Some(next) = next_question(rules, pack, answers, assessment, &wanted) else { return };
    assert!(next.screen.contains(&next.fact));
    for fact in &next.screen {
        assert_eq!(answers.get(*fact), None, "the question is answered already");
    }
    assert!((1..=pack.facts.len() - answers.count()).contains(&next.max_remaining));
    assert!((1..=next.max_remaining).contains(&next.max_screens));
    assert!(!next.measures.is_empty(), "no measure depends on the question");
    let context = EvalContext { pack, answers, as_of: rules.as_of };
    for measure in &next.measures {
        let assessed = assessment.of(*measure);
        let decides_windows = || window_facts(&context, *measure).contains(&next.fact);
        assert!(assessed.can_be_met);
        assert!(assessed.missing.contains(&next.fact) || decides_windows());
    }
}

/// Reasons suffice for the outcome, and amounts and combinations are consistent.
fn check_explanations(
    pack: &RulePack,
    rules: &CompiledPack,
    answers: &Answers,
    assessment: &Assessment,
    is_authored: bool,
) {
    let context = EvalContext { pack, answers, as_of: rules.as_of };
    for (measure, assessed) in assessment.iter() {
        let explanation = explain(rules, &context, measure);
        assert_eq!(explanation.outcome, assessed.outcome);
        assert_eq!(explanation.criteria.len(), pack.measures[measure].criteria.len());
        check_reasons(&context, measure, &explanation);
        let reason = &explanation.reason.facts;
        assert!(
            reason.iter().all(|fact| answers.value(*fact).is_some()),
            "a reason is not answered"
        );
        if !matches!(assessed.outcome, Outcome::Open | Outcome::NotInForce) {
            let mut reason_only = Answers::none(pack);
            reason.iter().for_each(|fact| reason_only.set(*fact, answers.get(*fact)));
            let from_reason = rules.assess(pack, &reason_only);
            assert_eq!(
                from_reason.of(measure).outcome,
                assessed.outcome,
                "the reason does not suffice"
            );
        }
        check_nearest(&context, measure, assessed.outcome);
        let amount = amount(&context, measure, assessed);
        if let Some(amount) = amount.as_ref().filter(|_| is_authored) {
            assert!(amount.max.is_none_or(|max| amount.min <= max), "{amount:?}");
        }
    }
    let combination = combine(pack, &candidates(&context, assessment));
    for measure in combination.guaranteed.granted.iter().chain(&combination.possible.granted) {
        assert!(assessment.of(*measure).outcome.is_possible());
    }
}

/// The truths of criteria are consistent with the outcome, and with Kleene's tables where those
/// decide.
fn check_reasons(context: &EvalContext<'_>, measure: MeasureId, explanation: &Explanation<'_>) {
    let definition = &context.pack.measures[measure];
    let assumed = context.assumed(definition);
    // While it is undecided whether an assumption applies, the criteria are explained with the
    // given answers, but the assumed ones may give another outcome.
    let assumption = definition.assume.map(|id| &context.pack.assumptions[id].when);
    let is_assumption_open = assumption.is_some_and(|when| context.truth(when) == Truth::Unknown);
    let context = &EvalContext { answers: assumed.as_ref().unwrap_or(context.answers), ..*context };
    let by_kleene = |when: &When| context.truth(when);
    let outcome = explanation.outcome;
    for line in &explanation.criteria {
        let truth = line.criterion.when.as_ref().map_or(Truth::Unknown, by_kleene);
        assert!(
            truth == Truth::Unknown || line.truth == truth,
            "{:?}: {truth:?} by Kleene's tables",
            line
        );
        assert!(
            !matches!(outcome, Outcome::Met | Outcome::MetInDirection | Outcome::MetOnceSettled)
                || line.truth != Truth::False
        );
    }
    let applies =
        context.pack.measures[measure].applies_when.as_ref().map_or(Truth::True, by_kleene);
    assert!(
        applies == Truth::Unknown || explanation.applies == applies,
        "{applies:?} by Kleene's tables"
    );
    match outcome {
        Outcome::NotMet => {
            assert!(explanation.reasons().next().is_some(), "not met without a reason")
        }
        Outcome::NotApplicable => assert_ne!(explanation.applies, Truth::True),
        Outcome::Open => assert!(explanation.reasons().all(|line| line.truth == Truth::Unknown)),
        Outcome::Met | Outcome::MetInDirection | Outcome::MetOnceSettled | Outcome::NotInForce => {}
    }
    let fails = explanation.criteria.iter().any(|line| line.truth == Truth::False);
    let expected = match (explanation.applies, fails) {
        (Truth::False, _) => Some(Outcome::NotApplicable),
        (Truth::True, true) => Some(Outcome::NotMet),
        _ => None,
    };
    assert!(
        outcome == Outcome::NotInForce
            || is_assumption_open
            || expected.is_none_or(|expected| expected == outcome)
    );
}

/// The changes of a nearest miss lead to its outcome.
fn check_nearest(context: &EvalContext<'_>, measure: MeasureId, outcome: Outcome) {
    let Some(nearest) = nearest_miss(context, measure) else { return };
    assert_eq!(outcome, Outcome::NotMet);
    assert!(!nearest.changes.is_empty());
    let (mut answers, mut as_of) = (context.answers.clone(), context.as_of);
    for change in &nearest.changes {
        match change {
            Change::Wait(day) => as_of = *day,
            Change::Answer(fact, value) => answers.set(*fact, Some(Answer::Value(*value))),
        }
    }
    let then = assess(context.pack, &answers, as_of);
    assert_eq!(then.of(measure).outcome, nearest.then, "{nearest:?}");
    assert!(nearest.then.is_possible(), "{nearest:?}");
}

/// Answers decode from their receipt and from their JSON.
fn check_round_trip(pack: &RulePack, as_of: Date, answers: &Answers, is_authored: bool) {
    let receipt =
        Receipt { as_of, topics: Vec::new(), answers: answers.clone(), other_rules: None };
    let code = Receipt::encode(pack, as_of, &[], answers);
    assert_eq!(Receipt::decode(pack, &code).as_ref(), Ok(&receipt), "{code}");
    // Only `from_json` rejects two facts with one id, which would share a key.
    if is_authored {
        assert_eq!(answers_from_json(pack, &answers_json(pack, answers)).as_ref(), Ok(answers));
    }
}

/// Answers as in a file.
pub(super) fn answers_json(pack: &RulePack, answers: &Answers) -> Json {
    let entry = |(fact, answer)| {
        let fact = &pack.facts[fact];
        (fact.id.to_string(), answer_to_json(&fact.kind, answer))
    };
    Json::Object(answers.iter().map(entry).collect())
}
