//! Strategies for small packs with every kind of fact and operator.

use proptest::prelude::*;
use serde_json::{Value as Tree, json};

use crate::answer_space::CUTS;

/// Kinds of facts in a generated pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    YesNo,
    Choice,
    Choices,
    Number,
    Date,
}

/// A condition, before its operands are mapped to the facts of the pack.
#[derive(Clone, Debug)]
enum Shape {
    Leaf(u8, u8, u8, u8),
    All(Vec<Shape>),
    Any(Vec<Shape>),
    Not(Box<Shape>),
    AtLeastOf(u8, Vec<Shape>),
    Term,
    /// A value of the class
    Class(u8),
    /// The measure before this one
    Met,
}

/// The names that a condition may use.
#[derive(Clone, Copy)]
struct Names {
    term: bool,
    class: bool,
    /// The index of the measure before
    measure: Option<usize>,
}

impl Names {
    const NONE: Names = Names { term: false, class: false, measure: None };
}

/// A measure, before its conditions are mapped to the facts of the pack.
#[derive(Clone, Debug)]
struct Measure {
    applies: Option<Shape>,
    criteria: Vec<(Option<Shape>, bool)>,
    grant: u8,
    ended: bool,
    assumes: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        6 => any::<(u8, u8, u8, u8)>().prop_map(|(fact, operator, a, b)| Shape::Leaf(fact, operator, a, b)),
        1 => Just(Shape::Term),
        1 => any::<u8>().prop_map(Shape::Class),
        1 => Just(Shape::Met),
    ];
    leaf.prop_recursive(3, 10, 3, |inner| {
        let parts = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            parts().prop_map(Shape::All),
            parts().prop_map(Shape::Any),
            inner.clone().prop_map(|part| Shape::Not(Box::new(part))),
            (any::<u8>(), parts()).prop_map(|(count, parts)| Shape::AtLeastOf(count, parts)),
        ]
    })
}

fn measure() -> impl Strategy<Value = Measure> {
    let criterion = prop_oneof![
        4 => shape().prop_map(|shape| (Some(shape), false)),
        1 => shape().prop_map(|shape| (Some(shape), true)),
        1 => Just((None, true)),
    ];
    let criteria = prop::collection::vec(criterion, 1..4);
    let flags = (prop::bool::weighted(0.1), prop::bool::weighted(0.3));
    (prop::option::of(shape()), criteria, any::<u8>(), flags).prop_map(
        |(applies, criteria, grant, (ended, assumes))| Measure {
            applies,
            criteria,
            grant,
            ended,
            assumes,
        },
    )
}

/// The JSON text of a pack with three to six facts and one to three measures.
pub(crate) fn pack() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(vec![
        Kind::YesNo,
        Kind::Choice,
        Kind::Choices,
        Kind::Number,
        Kind::Date,
    ]);
    let facts = prop::collection::vec((kind, prop::option::weighted(0.2, shape())), 3..=6);
    let measures = prop::collection::vec(measure(), 1..=3);
    (facts, [shape(), shape(), shape()], measures).prop_map(|(facts, [term, large, small], measures)| {
        let kinds: Vec<Kind> = facts.iter().map(|(kind, _)| *kind).collect();
        let facts =
            facts.iter().enumerate().map(|(index, (kind, ask))| fact(&kinds, index, *kind, ask.as_ref()));
        let measures = measures.iter().enumerate().map(|(index, measure)| measure.json(&kinds, index));
        json!({
            "format": 2, "id": "generated", "version": "1", "languages": ["en"], "title": "Generated",
            "in-force": { "from": "2017-01-01", "to": "2020-12-31" },
            "documents": [{ "id": "d", "title": "Document" }],
            "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
            "sections": [{ "id": "s", "title": "Section" }],
            "units": [{ "unit": "u", "title": "units", "written-out": { "times": 100, "text": "U {number}" } }],
            "facts": facts.collect::<Tree>(),
            "terms": [{ "id": "t", "when": term.json(&kinds, Names::NONE) }],
            "classes": [{
                "id": "c", "title": "Size", "provision": ["p"],
                "values": [
                    { "id": "small", "label": "Small" },
                    { "id": "medium", "label": "Medium" },
                    { "id": "large", "label": "Large" },
                ],
                "cases": [
                    { "when": large.json(&kinds, Names { term: true, ..Names::NONE }), "is": "large" },
                    { "when": term.json(&kinds, Names::NONE), "cases": [
                        { "when": small.json(&kinds, Names::NONE), "is": "small" },
                        { "is": "medium" },
                    ] },
                    { "is": "small" },
                ],
            }],
            "assumptions": [{
                "id": "a", "label": "Once here", "when": small.json(&kinds, Names::NONE),
                "answers": assumed(&kinds),
            }],
            "measures": measures.collect::<Tree>(),
        })
        .to_string()
    })
}

fn fact(kinds: &[Kind], index: usize, kind: Kind, ask: Option<&Shape>) -> Tree {
    let options =
        |ids: &[&str]| ids.iter().map(|id| json!({ "id": id, "label": id })).collect::<Tree>();
    let kind = match kind {
        Kind::YesNo => json!("yes-no"),
        Kind::Choice => json!({ "choice": options(&["a", "b", "c"]) }),
        Kind::Choices => json!({ "choices": options(&["a", "b"]) }),
        Kind::Number => json!({ "number": { "unit": "u", "min": 0, "max": 3 } }),
        Kind::Date => json!("date"),
    };
    let mut fact =
        json!({ "id": name(index), "kind": kind, "section": "s", "question": "Question" });
    fact["changeable"] = match (index % 3, fact["kind"].get("number")) {
        (0, _) => json!(index == 3),
        (1, Some(_)) => json!("more"),
        (2, Some(_)) => json!("less"),
        _ => json!(true),
    };
    if index.is_multiple_of(2) && fact["kind"] == json!("date") {
        fact["future"] = json!(true);
    }
    // On earlier facts only: a condition on the fact itself is a fault.
    if let Some(ask) = ask.filter(|_| index > 0) {
        fact["ask-when"] = ask.json(&kinds[..index], Names::NONE);
    }
    fact
}

/// Assumed answers to the first and the last fact.
fn assumed(kinds: &[Kind]) -> Tree {
    let answer = |kind: Kind| match kind {
        Kind::YesNo => json!(true),
        Kind::Choice => json!("b"),
        Kind::Choices => json!(["a"]),
        Kind::Number => json!(2),
        Kind::Date => json!("as-of"),
    };
    let last = kinds.len() - 1;
    json!({ name(0): answer(kinds[0]), name(last): answer(kinds[last]) })
}

fn name(index: usize) -> String {
    format!("f{index}")
}

impl Shape {
    /// The condition as JSON, for facts of these kinds. A definition must not name itself.
    fn json(&self, kinds: &[Kind], names: Names) -> Tree {
        let parts = |parts: &[Shape]| {
            parts.iter().map(|part| part.json(kinds, names)).collect::<Vec<Tree>>()
        };
        match self {
            Shape::Leaf(fact, operator, a, b) => leaf(kinds, *fact, *operator, *a, *b),
            Shape::All(shapes) => json!({ "all": parts(shapes) }),
            Shape::Any(shapes) => json!({ "any": parts(shapes) }),
            Shape::Not(shape) => json!({ "not": shape.json(kinds, names) }),
            Shape::AtLeastOf(count, shapes) => {
                let mut operands = vec![json!(usize::from(*count) % shapes.len() + 1)];
                operands.extend(parts(shapes));
                json!({ "at-least-of": operands })
            }
            Shape::Term if names.term => json!({ "term": "t" }),
            Shape::Class(value) if names.class => match value % 4 {
                0 => json!({ "class": ["c", ["small", "large"]] }),
                1 => json!({ "class": ["c", "small"] }),
                _ => json!({ "class": ["c", ["medium"]] }),
            },
            Shape::Met => match names.measure {
                Some(measure) => json!({ "met": format!("m{measure}") }),
                None => leaf(kinds, 0, 0, 0, 1),
            },
            Shape::Term | Shape::Class(_) => leaf(kinds, 0, 0, 0, 0),
        }
    }
}

/// A comparison of one or two facts with an operator that suits the kind of the first.
fn leaf(kinds: &[Kind], fact: u8, operator: u8, a: u8, b: u8) -> Tree {
    let index = usize::from(fact) % kinds.len();
    let comparison =
        ["is", "at-least", "more-than", "at-most", "less-than"][usize::from(operator) % 5];
    let option = |ids: &[&str], pick: u8| ids[usize::from(pick) % ids.len()].to_owned();
    match kinds[index] {
        Kind::YesNo => json!({ "is": [name(index), a.is_multiple_of(2)] }),
        Kind::Choice if operator.is_multiple_of(2) => {
            json!({ "is": [name(index), option(&["a", "b", "c"], a)] })
        }
        Kind::Choice => {
            json!({ "one-of": [name(index), [option(&["a", "b", "c"], a), option(&["a", "b", "c"], b)]] })
        }
        Kind::Choices if operator.is_multiple_of(2) => {
            json!({ "includes": [name(index), option(&["a", "b"], a)] })
        }
        Kind::Choices => json!({ "includes": [name(index), ["a", "b"]] }),
        Kind::Date => date_leaf(&name(index), comparison, a, b),
        Kind::Number => {
            let other = kinds.iter().rposition(|kind| *kind == Kind::Number).map(name);
            let fact = name(index);
            let pick = |values: &[&str]| values[usize::from(a) % values.len()].to_owned();
            match b % 16 {
                0 => json!({ "between": [fact, a % 2, a % 2 + 1] }),
                1 => {
                    json!({ comparison: [{ "difference": [fact, other] }, format!("{}.5", a % 2)] })
                }
                2 => json!({ comparison: [{ "sum": [fact, other, 1] }, a % 6] }),
                3 => json!({ comparison: [{ "ratio": [fact, other] }, pick(&["0.5", "1", "2"])] }),
                4 => json!({ comparison: [{ "growth": [fact, 2] }, pick(&["-50", "0", "50"])] }),
                5 => json!({ comparison: [{ "ratio": [3, fact] }, a % 4] }),
                6 => json!({ comparison: [{ "percent": [50, fact] }, pick(&["0.5", "1"])] }),
                8 => json!({ comparison: [points(json!(fact), a), a % 4] }),
                9 => {
                    let ratio = json!({ "ratio": [fact, other], "if-zero": pick(&["0", "2"]) });
                    json!({ comparison: [points(ratio, a), a % 4] })
                }
                10 => {
                    let share = json!({ "ratio": [fact, other] });
                    let parts = [points(json!(fact), a), points(share, operator)];
                    json!({ comparison: [{ "sum": parts }, a % 6] })
                }
                11 => {
                    let best = json!({ "highest-of": [points(json!(fact), a), points(json!(other), operator)] });
                    json!({ comparison: [{ "sum": [best, band_points(kinds, operator, a)] }, a % 6] })
                }
                12 => json!({ comparison: [{ "lowest-of": [fact, other, 2] }, a % 4] }),
                13 => {
                    json!({ comparison: [{ "highest-of": [fact, { "difference": [other, 1] }] }, a % 4] })
                }
                14 => {
                    json!({ comparison: [{ "growth": [fact, other], "if-zero": 50 }, pick(&["-50", "0", "50"])] })
                }
                15 => {
                    let difference = json!({ "difference": [points(json!(fact), a), points(json!(other), operator)] });
                    json!({ comparison: [difference, a % 3] })
                }
                _ => json!({ comparison: [fact, a % 4] }),
            }
        }
    }
}

/// A table of points by a number.
fn points(by: Tree, seed: u8) -> Tree {
    let (high, low) = (seed % 3 + 1, seed % 2);
    json!({ "points": {
        "by": by,
        "bands": [
            { "at-least": high, "points": seed % 5 },
            { "more-than": format!("{low}.5"), "points": 2 },
            { "is": 0, "points": seed % 2 },
        ],
        "otherwise": 1,
    } })
}

/// A table of points whose bands have conditions.
fn band_points(kinds: &[Kind], fact: u8, seed: u8) -> Tree {
    // Variants from 8 on can have tables themselves.
    json!({ "points": {
        "bands": [
            { "when": leaf(kinds, fact, seed, seed, seed % 8), "points": 2 },
            { "when": leaf(kinds, seed, fact, fact, fact % 8), "points": seed % 3 },
        ],
        "otherwise": 0,
    } })
}

fn date_leaf(fact: &str, comparison: &str, a: u8, b: u8) -> Tree {
    let cut = CUTS[usize::from(a) % 2];
    match b % 6 {
        0 => json!({ "between": [fact, CUTS[0], cut] }),
        1 => json!({ comparison: [fact, cut] }),
        2 => json!({ comparison: [{ "days-since": fact }, 0] }),
        3 => json!({ "before": [fact, if a.is_multiple_of(3) { "as-of" } else { cut }] }),
        4 => json!({ "after": [fact, if a.is_multiple_of(3) { "as-of" } else { cut }] }),
        _ => {
            json!({ comparison: [{ "months-since": fact }, if a.is_multiple_of(2) { 0 } else { 17 }] })
        }
    }
}

impl Measure {
    fn json(&self, kinds: &[Kind], index: usize) -> Tree {
        let names = Names { term: true, class: true, measure: index.checked_sub(1) };
        let criteria = self.criteria.iter().enumerate().map(|(index, (when, directional))| {
            let grade = if *directional { "directional" } else { "explicit" };
            let mut criterion =
                json!({ "id": format!("c{index}"), "label": "Criterion", "provision": ["p"], "grade": grade });
            if let Some(when) = when {
                criterion["when"] = when.json(kinds, names);
            }
            criterion
        });
        let mut measure = json!({
            "id": format!("m{index}"), "title": "Measure", "summary": "Summary", "provision": ["p"],
            "criteria": criteria.collect::<Tree>(), "grants": self.grant(kinds),
        });
        if let Some(applies) = &self.applies {
            measure["applies-when"] = applies.json(kinds, names);
        }
        // Over on the as-of date for some applicants only.
        if let Some(fact) = kinds.iter().position(|kind| *kind == Kind::YesNo)
            && self.grant.is_multiple_of(2)
        {
            measure["windows"] =
                json!([{ "to": CUTS[0], "only-for": { "is": [name(fact), true] } }]);
        }
        if self.assumes {
            measure["assume"] = json!("a");
        }
        if self.ended {
            measure["in-force"] = json!({ "to": "2018-12-31" });
        }
        measure
    }

    fn grant(&self, kinds: &[Kind]) -> Tree {
        let by = kinds.iter().position(|kind| *kind == Kind::Number).map(name);
        let other = kinds.iter().rposition(|kind| *kind == Kind::Number).map(name);
        let benefit = match (self.grant % 9, by) {
            (0, Some(by)) => (
                "tiers",
                json!({ "by": by, "unit": "u", "tiers": [
                { "from": 0, "to": 1, "amount": 5 }, { "from": 2, "to": 2, "amount": "1.5" },
                { "from": 3, "to": 3, "amount": 9 },
            ] }),
            ),
            (1, Some(by)) => {
                ("rate", json!({ "percent": "12.5", "of": by, "cap": "0.3", "unit": "u" }))
            }
            (2, Some(by)) => {
                ("rate", json!({ "percent": 50, "of": { "difference": [by, 1] }, "unit": "u" }))
            }
            (6, Some(by)) => (
                "rate",
                json!({ "percent": 50, "of": { "difference": [by, other] }, "cap": 1, "unit": "u" }),
            ),
            (7, Some(by)) => {
                let sum = json!({ "sum": [by, { "percent": [50, other], "if-zero": 0 }, 1] });
                ("rate", json!({ "percent": 100, "of": sum, "unit": "u" }))
            }
            (8, Some(by)) => (
                "tiers",
                json!({ "by": { "difference": [by, other] }, "unit": "u", "tiers": [
                { "from": -3, "to": 0, "amount": 1 }, { "from": 1, "to": 3, "amount": 2 },
            ] }),
            ),
            (3, _) => ("up-to", json!({ "amount": 7, "unit": "u" })),
            (4, _) => ("in-kind", json!("Advice")),
            _ => ("fixed", json!({ "amount": "2.25", "unit": "u" })),
        };
        json!({ benefit.0: benefit.1, "evidence": "official-text", "provision": ["p"] })
    }
}
