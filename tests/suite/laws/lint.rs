//! A condition on dates that lint reports as impossible is false on every day of the policy.
//!
//! The test tries every as-of date of a short policy with the date values at which a condition can
//! change.

use eligibility_check::engine::{Answer, Answers, EvalContext, Example, Truth};
use eligibility_check::lint::{Context, conditions};
use eligibility_check::rulebook::{
    Date, FactId, Json, Quantity, RulePack, Value, When, date_from_day_number, day_number,
};
use proptest::prelude::*;
use serde_json::{Value as Tree, json};

use crate::support::{cases, date};

const COMPARISONS: [&str; 5] = ["is", "at-least", "more-than", "at-most", "less-than"];

/// Dates in conditions, with the ends of months of every length.
const DAYS: [&str; 8] = [
    "2018-02-28",
    "2018-06-15",
    "2018-08-31",
    "2018-12-31",
    "2019-01-30",
    "2019-02-28",
    "2019-03-01",
    "2019-06-01",
];

/// A comparison of a date fact with a date, or of the months or days since it with a number.
fn leaf() -> impl Strategy<Value = Tree> {
    let form = (0..2_u8, 0..5_usize, 0..6_u8, 0..8_usize, -1..16_i64, any::<bool>());
    form.prop_map(|(fact, comparison, form, cut, number, negated)| {
        let (fact, comparison) = (format!("d{fact}"), COMPARISONS[comparison]);
        let test = match form {
            0 | 1 => json!({ comparison: [fact, DAYS[cut]] }),
            2 | 3 => json!({ comparison: [{ "months-since": fact }, number] }),
            4 => json!({ comparison: [{ "days-since": fact }, number * 30 + cut as i64 - 3] }),
            _ => json!({ ["before", "after"][cut % 2]: [fact, "as-of"] }),
        };
        if negated { json!({ "not": test }) } else { test }
    })
}

fn pack() -> impl Strategy<Value = String> {
    let tests = prop::collection::vec(
        prop_oneof![5 => leaf(), 1 => (leaf(), leaf()).prop_map(|(a, b)| json!({ "any": [a, b] }))],
        2..6,
    );
    (tests, 0..8_usize, 0..430_i64, any::<bool>()).prop_map(|(tests, from, length, named)| {
        let from = date(DAYS[from]);
        let to = date_from_day_number(day_number(from) + length).unwrap();
        let text = eligibility_check::rulebook::format_date;
        let condition = json!({ "all": tests });
        let when = if named { json!({ "term": "t" }) } else { condition.clone() };
        json!({
            "format": 2, "id": "days", "version": "1", "languages": ["en"], "title": "Days",
            "in-force": { "from": text(from), "to": text(to) },
            "documents": [{ "id": "d", "title": "Document" }],
            "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
            "sections": [{ "id": "s", "title": "Section" }],
            "facts": [
                { "id": "d0", "kind": "date", "section": "s", "question": "First" },
                { "id": "d1", "kind": "date", "section": "s", "question": "Second" },
            ],
            "terms": [{ "id": "t", "when": condition }],
            "measures": [{
                "id": "m", "title": "Measure", "summary": "Summary", "provision": ["p"],
                "criteria": [{ "id": "c", "label": "Criterion", "provision": ["p"], "grade": "explicit", "when": when }],
                "grants": { "in-kind": "Help", "evidence": "official-text", "provision": ["p"] },
            }],
        })
        .to_string()
    })
}

/// The tests in a condition that read a fact.
fn tests<'a>(pack: &'a RulePack, when: &'a When, fact: FactId, found: &mut Vec<&'a When>) {
    match when {
        When::All(parts) | When::Any(parts) => {
            parts.iter().for_each(|part| tests(pack, part, fact, found))
        }
        When::Not(part) => tests(pack, part, fact, found),
        When::Term(term) => tests(pack, &pack.terms[*term].when, fact, found),
        _ => when.each_fact(&mut |other| {
            if other == fact {
                found.push(when);
            }
        }),
    }
}

/// The values of a date fact to try: those around every date at which a test of it can change.
fn dates(pack: &RulePack, when: &When, fact: FactId, as_of: Date, found: &mut Vec<i64>) {
    match when {
        When::All(parts) | When::Any(parts) => {
            parts.iter().for_each(|part| dates(pack, part, fact, as_of, found));
        }
        When::Not(part) => dates(pack, part, fact, as_of, found),
        When::Term(term) => dates(pack, &pack.terms[*term].when, fact, as_of, found),
        When::CompareDate(other, _, day) if *other == fact => {
            found.extend(day_number(*day) - 1..=day_number(*day) + 1);
        }
        When::Compare(left, _, Quantity::Constant(number)) => {
            let number = number.millionths() / 1_000_000;
            match left {
                Quantity::DaysSince(other) if *other == fact => {
                    found.extend(day_number(as_of) - number - 1..=day_number(as_of) - number + 1);
                }
                Quantity::MonthsSince(other) if *other == fact => {
                    // A month and some days to either side, so that this test needs no month
                    // arithmetic.
                    let about = day_number(as_of) - number * 30_437 / 1_000;
                    found.extend(about - 36..=about + 6);
                }
                _ => {}
            }
        }
        _ => {}
    }
}

fn can_hold(pack: &RulePack, as_of: Date, when: &When) -> bool {
    let facts: Vec<FactId> = pack.facts.iter().map(|(fact, _)| fact).collect();
    let choices = facts.iter().map(|fact| {
        let (mut found, mut read) = (vec![0], Vec::new());
        dates(pack, when, *fact, as_of, &mut found);
        tests(pack, when, *fact, &mut read);
        found.sort_unstable();
        found.dedup();
        // Each test reads one date, so one value per combination of truth values is enough.
        let mut seen = Vec::new();
        let mut answers = Answers::none(pack);
        found.retain(|number| {
            answers.set(
                *fact,
                Some(Answer::Value(Value::Date(date_from_day_number(*number).unwrap()))),
            );
            let context = EvalContext { pack, answers: &answers, as_of };
            let truths: Vec<Truth> = read.iter().map(|test| context.truth(test)).collect();
            let is_new = !seen.contains(&truths);
            if is_new {
                seen.push(truths);
            }
            is_new
        });
        found
    });
    let choices: Vec<Vec<i64>> = choices.collect();
    let mut answers = Answers::none(pack);
    choices[0].iter().any(|first| {
        answers
            .set(facts[0], Some(Answer::Value(Value::Date(date_from_day_number(*first).unwrap()))));
        answers.set(facts[1], None);
        // The first date may decide alone.
        match (EvalContext { pack, answers: &answers, as_of }).truth(when) {
            Truth::True => return true,
            Truth::False => return false,
            Truth::Unknown => {}
        }
        choices[1].iter().any(|second| {
            answers.set(
                facts[1],
                Some(Answer::Value(Value::Date(date_from_day_number(*second).unwrap()))),
            );
            EvalContext { pack, answers: &answers, as_of }.truth(when) == Truth::True
        })
    })
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn an_impossible_condition_holds_on_no_day(source in pack()) {
        let pack = RulePack::from_json(&source).unwrap();
        let json = Json::parse(&source).unwrap();
        let (_, measure) = pack.measures.iter().next().unwrap();
        let conditions = conditions(measure);
        match Context::new(&pack, &json, &[]).example_of(measure, &conditions) {
            Example::Answers(as_of, mut answers) => {
                // The remaining facts do not matter: any value is right.
                for (fact, _) in pack.facts.iter().filter(|(fact, _)| answers.value(*fact).is_none()).collect::<Vec<_>>() {
                    answers.set(fact, Some(Answer::Value(Value::Date(date(DAYS[0])))));
                }
                prop_assert!(pack.in_force.contains(as_of));
                let context = EvalContext { pack: &pack, answers: &answers, as_of };
                prop_assert_eq!(context.truth(conditions[0]), Truth::True);
            }
            Example::Unsatisfiable => {
                let (from, to) = (pack.in_force.from.unwrap(), pack.in_force.to.unwrap());
                for number in day_number(from)..=day_number(to) {
                    let as_of = date_from_day_number(number).unwrap();
                    prop_assert!(!can_hold(&pack, as_of, conditions[0]), "the condition can hold on {as_of}");
                }
            }
            Example::Unknown => prop_assert!(false, "the search exceeded its limit"),
        }
    }
}
