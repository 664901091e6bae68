//! The laws of the engine for one pack and some answers, one after the other.

use eligibility_check::engine::{
    Answer, Answers, AsOf, Assessment, Candidate, Change, CompiledPack, EvalContext,
    ExplainRequest, Explanation, Outcome, OutcomeBuffer, PolicyStatus, Receipt, Truth, amount,
    answer_to_json, answers_from_json, assess, combine, explain, explain_json, nearest_miss,
    next_question,
};
use eligibility_check::rulebook::{Date, Id, Json, Locale, MeasureId, RulePack, When};

use super::say;

/// Most answers of one input.
const MOST_ANSWERS: usize = 8;

/// A day, and then answers: the first byte and three bytes for each.
fn said(book: &RulePack, bytes: &[u8]) -> (Date, Vec<Answers>) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let as_of = say::day(book, *first);
    let mut answers = Answers::none(book);
    let mut steps = vec![answers.clone()];
    for bytes in rest.chunks_exact(3).take(MOST_ANSWERS) {
        let Some(place) = usize::from(bytes[0]).checked_rem(book.facts.len()) else { break };
        let fact = Id::at(place);
        if answers.get(fact).is_none() {
            answers.set(fact, say::answer(&book.facts[fact], as_of, bytes[1], bytes[2]));
            steps.push(answers.clone());
        }
    }
    (as_of, steps)
}

/// What comes of every measure after each answer, to compare.
pub(super) fn outcomes(book: &RulePack, bytes: &[u8]) -> Vec<(Outcome, Vec<usize>)> {
    let (as_of, steps) = said(book, bytes);
    let rules = CompiledPack::new(book, as_of);
    let mut all = Vec::new();
    for answers in &steps {
        for (_, assessed) in rules.assess(book, answers).iter() {
            all.push((
                assessed.outcome,
                assessed.missing.iter().map(|fact| fact.place()).collect(),
            ));
        }
    }
    all
}

/// Checks the laws; some hold only for packs that an author may write.
pub(super) fn hold(book: &RulePack, bytes: &[u8], authored: bool) {
    let (as_of, steps) = said(book, bytes);
    let rules = CompiledPack::new(book, as_of);
    let mut before: Option<(Assessment, &Answers)> = None;
    for answers in &steps {
        let assessment = rules.assess(book, answers);
        if let Some((mut earlier, fewer)) = before {
            for (measure, was) in earlier.iter().filter(|(_, was)| was.outcome != Outcome::Open) {
                assert_eq!(
                    was.outcome,
                    assessment.of(measure).outcome,
                    "decided, and then otherwise"
                );
            }
            for fact in fewer.changed(answers) {
                rules.reassess(&mut earlier, book, answers, fact);
            }
            assert!(
                earlier.iter().eq(assessment.iter()),
                "answer by answer it comes to something else"
            );
        }
        assessed(book, &rules, answers, &assessment);
        asked(book, &rules, answers, &assessment);
        explained(book, &rules, answers, &assessment, authored);
        kept(book, as_of, answers, authored);
        before = Some((assessment, answers));
    }
    if let Some(answers) = steps.last() {
        let as_of = AsOf { asked: as_of, evaluated: as_of, status: PolicyStatus::InForce };
        let locale = book.languages.first().copied().unwrap_or(Locale::ZhHans);
        let reply =
            explain_json(&rules, &ExplainRequest { pack: book, answers, as_of, locale }, None)
                .to_text();
        assert!(Json::parse(&reply).is_ok(), "{reply}");
    }
}

/// The laws that need no explanation, which takes longer: for the published pack.
pub(super) fn state(book: &RulePack, rules: &CompiledPack, answers: &Answers) {
    let assessment = rules.assess(book, answers);
    assessed(book, rules, answers, &assessment);
    asked(book, rules, answers, &assessment);
    kept(book, rules.as_of, answers, true);
}

fn assessed(book: &RulePack, rules: &CompiledPack, answers: &Answers, assessment: &Assessment) {
    let mut room = OutcomeBuffer::default();
    let outcomes = rules.outcomes(book, answers, &mut room);
    for ((measure, assessed), outcome) in assessment.iter().zip(outcomes) {
        assert_eq!(assessed.outcome, *outcome);
        let in_force = book.in_force.contains(rules.as_of)
            && book.measures[measure].in_force.contains(rules.as_of);
        assert_eq!(assessed.outcome == Outcome::NotInForce, !in_force);
        assert_eq!(assessed.missing.is_empty(), assessed.outcome != Outcome::Open, "{assessed:?}");
        assert!(assessed.missing.iter().all(|fact| answers.value(*fact).is_none()));
        assert!(assessed.missing.is_sorted());
        assert!(assessed.missing.iter().all(|fact| book.facts_of(measure).contains(fact)));
        assert!(
            assessed.outcome == Outcome::Open
                || assessed.can_be_met == assessed.outcome.is_possible()
        );
    }
}

fn asked(book: &RulePack, rules: &CompiledPack, answers: &Answers, assessment: &Assessment) {
    let Some(ask) = next_question(rules, book, answers, assessment) else { return };
    assert_eq!(answers.get(ask.fact), None, "asked again");
    assert!((1..=book.facts.len() - answers.count()).contains(&ask.max_remaining));
    assert!(!ask.measures.is_empty(), "asked for nothing");
}

fn explained(
    book: &RulePack,
    rules: &CompiledPack,
    answers: &Answers,
    assessment: &Assessment,
    authored: bool,
) {
    let context = EvalContext { pack: book, answers, as_of: rules.as_of };
    let mut candidates = Vec::new();
    for (measure, assessed) in assessment.iter() {
        let explanation = explain(rules, &context, measure);
        assert_eq!(explanation.outcome, assessed.outcome);
        assert_eq!(explanation.criteria.len(), book.measures[measure].criteria.len());
        because(&context, measure, &explanation);
        let reason = &explanation.reason.facts;
        assert!(
            reason.iter().all(|fact| answers.value(*fact).is_some()),
            "a reason that was not said"
        );
        if !matches!(assessed.outcome, Outcome::Open | Outcome::NotInForce) {
            let mut told = Answers::none(book);
            reason.iter().for_each(|fact| told.set(*fact, answers.get(*fact)));
            let again = rules.assess(book, &told);
            assert_eq!(
                again.of(measure).outcome,
                assessed.outcome,
                "a reason that does not suffice"
            );
        }
        missed(&context, measure, assessed.outcome);
        let amount = amount(&context, measure);
        if let Some(amount) = amount.as_ref().filter(|_| authored) {
            assert!(amount.max.is_none_or(|max| amount.min <= max), "{amount:?}");
        }
        candidates.push(Candidate { measure, outcome: assessed.outcome, amount });
    }
    let combination = combine(book, &candidates);
    for measure in combination.guaranteed.granted.iter().chain(&combination.possible.granted) {
        assert!(assessment.of(*measure).outcome.is_possible());
    }
}

/// What is said of criteria fits the outcome, and is no less than Kleene's tables say.
fn because(context: &EvalContext<'_>, measure: MeasureId, explanation: &Explanation<'_>) {
    let by_tables = |when: &When| context.truth(when);
    let outcome = explanation.outcome;
    for line in &explanation.criteria {
        let truth = line.criterion.when.as_ref().map_or(Truth::Unknown, by_tables);
        assert!(
            truth == Truth::Unknown || line.truth == truth,
            "{:?}: {truth:?} by the tables",
            line
        );
        assert!(
            !matches!(outcome, Outcome::Met | Outcome::MetInDirection)
                || line.truth != Truth::False
        );
    }
    let applies =
        context.pack.measures[measure].applies_when.as_ref().map_or(Truth::True, by_tables);
    assert!(
        applies == Truth::Unknown || explanation.applies == applies,
        "{applies:?} by the tables"
    );
    match outcome {
        Outcome::NotMet => assert!(explanation.reasons().next().is_some(), "not met for no reason"),
        Outcome::NotApplicable => assert_ne!(explanation.applies, Truth::True),
        Outcome::Open => assert!(explanation.reasons().all(|line| line.truth == Truth::Unknown)),
        Outcome::Met | Outcome::MetInDirection | Outcome::NotInForce => {}
    }
    let fails = explanation.criteria.iter().any(|line| line.truth == Truth::False);
    let expected = match (explanation.applies, fails) {
        (Truth::False, _) => Some(Outcome::NotApplicable),
        (Truth::True, true) => Some(Outcome::NotMet),
        _ => None,
    };
    assert!(outcome == Outcome::NotInForce || expected.is_none_or(|expected| expected == outcome));
}

/// The nearest miss is what it says.
fn missed(context: &EvalContext<'_>, measure: MeasureId, outcome: Outcome) {
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

/// Answers come back from their receipt and from their file.
fn kept(book: &RulePack, as_of: Date, answers: &Answers, authored: bool) {
    let receipt = Receipt { as_of, answers: answers.clone(), other_rules: None };
    let code = Receipt::encode(book, as_of, answers);
    assert_eq!(Receipt::decode(book, &code).as_ref(), Ok(&receipt), "{code}");
    // Two facts with one id are what only an author can get wrong.
    if authored {
        assert_eq!(answers_from_json(book, &written(book, answers)).as_ref(), Ok(answers));
    }
}

/// Answers as they stand in files.
pub(super) fn written(book: &RulePack, answers: &Answers) -> Json {
    let entry = |(fact, answer)| {
        let fact = &book.facts[fact];
        (fact.id.to_string(), answer_to_json(&fact.kind, answer))
    };
    Json::Object(answers.iter().map(entry).collect())
}
