//! The score of a firm so far, with its parts and what is still worth asking.

use eligibility_check::engine::{Answers, EvalContext, Score, Truth, scores};
use eligibility_check::rulebook::{Decimal, RulePack};

use crate::support::{date, parse_answers, parse_pack};

/// A table by a share, the best of two numbers, and a table with conditions; 60 points are needed.
const PACK: &str = r#"{
    "format": 2, "id": "points", "version": "1", "languages": ["en"], "title": "Points",
    "in-force": {},
    "documents": [{"id": "d", "title": "Document"}],
    "provisions": [{"id": "p", "document": "d", "clause": "1", "evidence": "official-text"}],
    "sections": [{"id": "s", "title": "Section"}],
    "facts": [
        {"id": "staff", "kind": {"number": {"unit": "p", "min": 0}}, "section": "s", "question": "Staff?"},
        {"id": "engineers", "kind": {"number": {"unit": "p", "min": 0}}, "section": "s", "question": "Engineers?"},
        {"id": "rd", "kind": {"number": {"unit": "p", "min": 0}}, "section": "s", "question": "R&D?"},
        {"id": "sales", "kind": {"number": {"unit": "p", "min": 0}}, "section": "s", "question": "Sales?"},
        {"id": "costs", "kind": {"number": {"unit": "p", "min": 0}}, "section": "s", "question": "Costs?"},
        {"id": "patent", "kind": "yes-no", "section": "s", "question": "Patent?"}
    ],
    "quantities": [
        {"id": "staff-points", "quantity": {"points": {
            "label": "Staff", "by": {"ratio": ["engineers", "staff"]},
            "bands": [{"at-least": "0.3", "points": 20}, {"at-least": "0.1", "points": 4}], "otherwise": 0
        }}},
        {"id": "score", "quantity": {"sum": [
            {"quantity": "staff-points"},
            {"highest-of": [
                {"points": {"label": "Of sales", "by": {"ratio": ["rd", "sales"]},
                    "bands": [{"at-least": "0.06", "points": 50}, {"at-least": "0.05", "points": 40}], "otherwise": 0}},
                {"points": {"label": "Of costs", "by": {"ratio": ["rd", "costs"]},
                    "bands": [{"at-least": "0.3", "points": 50}], "otherwise": 0}}
            ]},
            {"points": {"label": "Patents", "bands": [{"when": {"is": ["patent", true]}, "points": 30}], "otherwise": 0}}
        ]}}
    ],
    "measures": [{
        "id": "m", "title": "Measure", "summary": "Summary", "provision": ["p"],
        "criteria": [
            {"id": "c", "label": "Score", "provision": ["p"], "grade": "explicit",
                "when": {"at-least": [{"quantity": "score"}, 60]}},
            {"id": "s", "label": "Staff", "provision": ["p"], "grade": "explicit",
                "when": {"more-than": [{"quantity": "staff-points"}, 0]}}
        ],
        "grants": {"unspecified": {}, "evidence": "official-text", "provision": ["p"]}
    }]
}"#;

/// The range of the score; of each part the range and the number of missing facts; the truth.
type Found = ([i64; 2], Vec<([i64; 2], usize)>, Truth);

fn score_of(pack: &RulePack, answers: &Answers) -> Found {
    let context = EvalContext { pack, answers, as_of: date("2019-05-10") };
    let when = pack.measures[pack.find_measure("m").unwrap()].criteria[0].when.as_ref().unwrap();
    let found: Vec<Score<'_>> = scores(pack, &context, when);
    let whole = |range: [Decimal; 2]| range.map(|number| number.millionths() / 1_000_000);
    let parts = found[0].parts.iter().map(|part| (whole(part.range), part.missing.len()));
    (whole(found[0].range), parts.collect(), context.truth(when))
}

#[test]
fn a_score_is_the_interval_that_the_open_answers_leave() {
    let pack = parse_pack(PACK);
    let all = |json: &str| score_of(&pack, &parse_answers(&pack, json));
    assert_eq!(
        all("{}"),
        ([0, 100], vec![([0, 20], 2), ([0, 50], 2), ([0, 50], 2), ([0, 30], 1)], Truth::Unknown)
    );
    // 4 + best of (40, open) + 30: decided although the costs are open.
    let open_costs = r#"{"staff": 100, "engineers": 29, "rd": 5, "sales": 100, "patent": true}"#;
    assert_eq!(
        all(open_costs),
        ([74, 84], vec![([4, 4], 0), ([40, 40], 0), ([0, 50], 1), ([30, 30], 0)], Truth::True)
    );
    // At most 4 + 50: a firm without a patent cannot reach 60, whatever it spends.
    assert_eq!(all(r#"{"staff": 100, "engineers": 29, "patent": false}"#).2, Truth::False);
}

#[test]
fn a_share_of_nothing_may_score_any_band_and_the_office_decides() {
    let pack = parse_pack(PACK);
    let without_sales =
        r#"{"staff": 10, "engineers": 3, "rd": 0, "sales": 0, "costs": 100, "patent": false}"#;
    let (range, _, truth) = score_of(&pack, &parse_answers(&pack, without_sales));
    assert_eq!((range, truth), ([20, 70], Truth::Unknown));
    let with_patent = without_sales.replace("false", "true").replace("\"rd\": 0", "\"rd\": 30");
    let (range, _, truth) = score_of(&pack, &parse_answers(&pack, &with_patent));
    assert_eq!((range, truth), ([100, 100], Truth::True));
}
