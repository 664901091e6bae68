//! Comparisons of numbers that are computed from several facts.

use eligibility_check::engine::assess;
use eligibility_check::rulebook::RulePack;
use proptest::prelude::*;
use serde_json::{Value as Tree, json};

use super::exact::assert_exact;
use crate::answer_space::{self, AS_OF};
use crate::support::{cases, date};

/// The number of facts, each from 0 to 3.
const FACTS: usize = 4;

/// A quantity of the next facts, as long as there are any.
#[derive(Clone, Debug)]
enum Shape {
    Next,
    Constant(i8),
    Combined(u8, Vec<Shape>),
}

fn shape() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        4 => Just(Shape::Next),
        1 => (-1..4_i8).prop_map(Shape::Constant),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        (any::<u8>(), prop::collection::vec(inner, 2..4))
            .prop_map(|(operator, parts)| Shape::Combined(operator, parts))
    })
}

impl Shape {
    fn json(&self, next: &mut usize) -> Tree {
        match self {
            Shape::Constant(value) => json!(value),
            Shape::Next if *next >= FACTS => json!(1),
            Shape::Next => {
                *next += 1;
                json!(format!("f{}", *next - 1))
            }
            Shape::Combined(operator, parts) => {
                let parts: Vec<Tree> = parts.iter().map(|part| part.json(next)).collect();
                match operator % 4 {
                    0 => json!({ "highest-of": parts }),
                    1 => json!({ "lowest-of": parts }),
                    2 => json!({ "sum": parts }),
                    _ => json!({ "difference": parts.get(..2) }),
                }
            }
        }
    }
}

/// A pack with one measure, and whether its only test is that a number exceeds a constant.
fn pack() -> impl Strategy<Value = (String, bool)> {
    let comparison =
        || prop::sample::select(vec!["at-least", "more-than", "at-most", "less-than", "is"]);
    let sides = (shape(), prop::option::weighted(0.3, shape()), -1..7_i8);
    let tests = [(comparison(), any::<bool>()), (comparison(), any::<bool>())];
    (sides, tests, -1..7_i8).prop_map(
        |((left, right, value), [(first, _), (second, two)], other)| {
            let mut next = 0;
            let left = left.json(&mut next);
            let right = right.map(|right| right.json(&mut next));
            let is_single = right.is_none() && !two && first != "is";
            let test = json!({ first: [left, right.unwrap_or(json!(value))] });
            let yes = json!({ "all": [{ "is": ["yes", true] }, { second: [left, other] }] });
            let when = if two { json!({ "any": [test, yes] }) } else { test };
            (pack_of(&when), is_single)
        },
    )
}

fn pack_of(when: &Tree) -> String {
    let fact = |id: String, kind: Tree| json!({ "id": id, "kind": kind, "section": "s", "question": "Question" });
    let number = json!({ "number": { "unit": "u", "min": 0, "max": 3 } });
    let mut facts: Vec<Tree> =
        (0..FACTS).map(|index| fact(format!("f{index}"), number.clone())).collect();
    facts.push(fact("yes".to_owned(), json!("yes-no")));
    json!({
        "format": 2, "id": "numbers", "version": "1", "languages": ["en"], "title": "Numbers",
        "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": facts,
        "measures": [{
            "id": "m", "title": "Measure", "summary": "Summary", "provision": ["p"],
            "criteria": [{
                "id": "c", "label": "Criterion", "provision": ["p"], "grade": "explicit", "when": when,
            }],
            "grants": { "unspecified": {}, "evidence": "official-text", "provision": ["p"] },
        }],
    })
    .to_string()
}

/// A number of at most 1 is 1, or at least 1 and another answer is yes: that answer never matters.
#[test]
fn a_band_that_no_answers_reach_makes_no_fact_missing() {
    let number = json!({ "lowest-of": ["f0", { "difference": ["f1", "f2"] }] });
    let is_one = json!({ "is": [number, { "highest-of": ["f3", 1] }] });
    let or_yes = json!({ "all": [{ "is": ["yes", true] }, { "at-least": [number, 1] }] });
    let pack = RulePack::from_json(&pack_of(&json!({ "any": [is_one, or_yes] }))).unwrap();
    // `f1` is 1, `f3` is 0.
    let answers = answer_space::answers(&pack, &[0, 3, 0, 2, 0]);
    for (id, assessed) in assess(&pack, &answers, date(AS_OF)).iter() {
        assert!(assessed.is_exact);
        assert_exact(&pack, &answers, id, assessed).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn missing_facts_of_computed_numbers_agree_with_brute_force(
        (json, is_single) in pack(), codes in answer_space::codes(),
    ) {
        // A quantity of constants only is not a valid comparison.
        let Ok(pack) = RulePack::from_json(&json) else { return Err(TestCaseError::reject("invalid")) };
        let answers = answer_space::answers(&pack, &codes);
        for (id, assessed) in assess(&pack, &answers, date(AS_OF)).iter() {
            assert_exact(&pack, &answers, id, assessed)?;
            prop_assert!(assessed.is_exact || !is_single, "inexact with one threshold");
        }
    }
}
