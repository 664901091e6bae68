//! Whether a measure can be applied for: windows, deadlines, and windows for some applicants.

use eligibility_check::engine::{
    Answer, Answers, Applications, EvalContext, Truth, applications, assess, candidates, combine,
    detail_facts, window_facts,
};
use eligibility_check::rulebook::{Date, Id, MeasureId, Options, RulePack, Value, parse_date};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::support::cases;

/// A pack with one measure, which everyone meets. The options of `region` are `south`, `north` and
/// `elsewhere`.
fn pack(windows: Json) -> RulePack {
    let option = |id: &str| json!({ "id": id, "label": id });
    let grants = json!({ "fixed": { "amount": 5, "unit": "k" }, "evidence": "official-text", "provision": ["p"] });
    let everyone = json!({ "any": [{ "is": ["firm", true] }, { "is": ["firm", false] }] });
    let criterion = json!({ "id": "c", "label": "c", "when": everyone, "provision": ["p"], "grade": "explicit" });
    let source = json!({
        "format": 2, "id": "desk", "version": "1", "languages": ["en"], "title": "Desk", "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": [{ "id": "region", "section": "s", "question": "Region?",
            "kind": { "choice": [option("south"), option("north"), option("elsewhere")] } },
            { "id": "firm", "section": "s", "question": "Firm?", "kind": "yes-no" }],
        "measures": [{ "id": "prize", "title": "Prize", "summary": "Prize", "provision": ["p"],
            "criteria": [criterion], "grants": grants, "windows": windows }],
    });
    RulePack::from_json(&source.to_string()).unwrap()
}

/// The answer to the region, by index of the option.
fn in_region(pack: &RulePack, region: Option<usize>) -> Answers {
    let mut answers = Answers::none(pack);
    answers.set(
        Id::from_index(0),
        region.map(|option| Answer::Value(Value::Options(Options::single(option)))),
    );
    answers
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn prize() -> MeasureId {
    Id::from_index(0)
}

fn status(windows: Json, region: Option<usize>, as_of: &str) -> Applications {
    let pack = pack(windows);
    let answers = in_region(&pack, region);
    applications(&EvalContext { pack: &pack, answers: &answers, as_of: day(as_of) }, prize())
}

#[test]
fn a_window_opens_lasts_until_the_end_of_its_last_day_and_is_over() {
    let windows = json!([{ "from": "2026-05-01", "to": "2026-07-31" }]);
    for (as_of, expected) in [
        ("2026-04-30", Applications::Opens(day("2026-05-01"))),
        ("2026-05-01", Applications::Open(Some(day("2026-07-31")))),
        ("2026-07-31", Applications::Open(Some(day("2026-07-31")))),
        ("2026-08-01", Applications::Closed(Some(day("2026-07-31")))),
        ("2026-12-31", Applications::Closed(Some(day("2026-07-31")))),
        // The windows of 2027 are not published.
        ("2027-01-01", Applications::Past(day("2026-07-31"))),
    ] {
        assert_eq!(status(windows.clone(), None, as_of), expected, "{as_of}");
    }
}

#[test]
fn a_deadline_is_open_before_it_and_a_window_without_end_stays_open() {
    let deadline = json!([{ "to": "2026-07-31" }]);
    let until = Applications::Open(Some(day("2026-07-31")));
    assert_eq!(status(deadline.clone(), None, "2026-01-01"), until);
    assert_eq!(status(deadline, None, "2026-08-01"), Applications::Closed(Some(day("2026-07-31"))));
    let start = json!([{ "from": "2026-07-31" }]);
    assert_eq!(status(start.clone(), None, "2026-07-31"), Applications::Open(None));
    assert_eq!(status(start, None, "2030-01-01"), Applications::Open(None));
    assert_eq!(status(json!([]), None, "2026-01-01"), Applications::Unpublished);
}

#[test]
fn of_several_windows_the_open_one_that_closes_last_counts_then_the_next_one() {
    let windows = json!([
        { "from": "2026-03-01", "to": "2026-04-30" },
        { "from": "2026-04-01", "to": "2026-05-10" },
        { "from": "2026-09-01", "to": "2026-09-30" },
        { "from": "2026-06-01", "to": "2026-06-30" },
    ]);
    for (as_of, expected) in [
        ("2026-04-15", Applications::Open(Some(day("2026-05-10")))),
        ("2026-05-11", Applications::Opens(day("2026-06-01"))),
        ("2026-08-01", Applications::Opens(day("2026-09-01"))),
        ("2026-10-01", Applications::Closed(Some(day("2026-09-30")))),
    ] {
        assert_eq!(status(windows.clone(), None, as_of), expected, "{as_of}");
    }
}

/// A deadline in the south, and a later one in the north.
fn regional() -> Json {
    json!([
        { "to": "2026-07-31", "only-for": { "one-of": ["region", "south"] } },
        { "to": "2026-08-15", "only-for": { "one-of": ["region", "north"] } },
    ])
}

#[test]
fn a_window_of_another_region_says_nothing() {
    let as_of = "2026-08-10";
    let closed = Applications::Closed(Some(day("2026-07-31")));
    assert_eq!(status(regional(), Some(0), as_of), closed);
    assert_eq!(status(regional(), Some(1), as_of), Applications::Open(Some(day("2026-08-15"))));
    assert_eq!(status(regional(), Some(2), as_of), Applications::Unpublished);
}

#[test]
fn while_the_region_is_unknown_nothing_is_guessed_and_the_question_is_named() {
    // Elsewhere no window is published, although both others are over.
    for as_of in ["2026-07-01", "2026-08-10", "2026-09-01"] {
        assert_eq!(status(regional(), None, as_of), Applications::Undecided, "{as_of}");
    }
    let pack = pack(regional());
    let (answers, as_of) = (in_region(&pack, None), day("2026-09-01"));
    let context = EvalContext { pack: &pack, answers: &answers, as_of };
    assert_eq!(window_facts(&context, prize()), [Id::from_index(0)]);
    let assessment = assess(&pack, &answers, as_of);
    let details = detail_facts(&context, prize(), assessment.of(prize()));
    assert_eq!(details, [Id::from_index(0)]);
}

#[test]
fn windows_that_agree_decide_although_the_region_is_unknown() {
    let mut windows = regional();
    windows.as_array_mut().unwrap().push(json!({ "to": "2026-06-30" }));
    // All are over, but which one was the last is not known.
    assert_eq!(status(windows.clone(), None, "2026-09-01"), Applications::Closed(None));
    assert_eq!(
        status(windows.clone(), None, "2026-06-01"),
        Applications::Open(Some(day("2026-06-30")))
    );
    assert_eq!(status(windows, None, "2026-07-15"), Applications::Undecided);
}

#[test]
fn money_that_cannot_be_applied_for_is_in_no_total_but_that_of_the_closed() {
    let totals = |region: Option<usize>, as_of: &str| {
        let pack = pack(regional());
        let (answers, as_of) = (in_region(&pack, region), day(as_of));
        let context = EvalContext { pack: &pack, answers: &answers, as_of };
        let candidates = candidates(&context, &assess(&pack, &answers, as_of));
        let combination = combine(&pack, &candidates);
        [&combination.guaranteed, &combination.possible, &combination.closed]
            .map(|set| set.totals.first().map(|total| total.amount.to_string()))
    };
    let five = Some("5".to_owned());
    assert_eq!(totals(Some(0), "2026-07-31"), [five.clone(), five.clone(), None]);
    assert_eq!(totals(Some(0), "2026-08-01"), [None, None, five.clone()]);
    assert_eq!(totals(Some(2), "2026-08-01"), [five.clone(), five.clone(), None]);
    // Not known yet: possible, but not certain.
    assert_eq!(totals(None, "2026-08-01"), [None, five, None]);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_decided_status_is_that_of_every_completion(
        windows in prop::collection::vec((0..4_usize, 0..12_i8, 0..3_i8), 0..5), month in 1..13_i8,
    ) {
        let regions = ["south", "north", "elsewhere"];
        let windows: Json = windows.into_iter().map(|(region, from, length)| {
            let mut window = json!({ "to": format!("2026-{:02}-20", (from + length).clamp(1, 12)) });
            if from > 0 {
                window["from"] = json!(format!("2026-{from:02}-10"));
            }
            if let Some(region) = regions.get(region) {
                window["only-for"] = json!({ "one-of": ["region", region] });
            }
            window
        }).collect();
        let pack = pack(windows);
        let as_of = Date::constant(2026, month, 15);
        let of = |region: Option<usize>| {
            let answers = in_region(&pack, region);
            applications(&EvalContext { pack: &pack, answers: &answers, as_of }, prize())
        };
        let before = of(None);
        for after in (0..regions.len()).map(|region| of(Some(region))) {
            prop_assert!(after != Applications::Undecided);
            if before != Applications::Undecided {
                prop_assert_eq!(before.name(), after.name());
                prop_assert_eq!(before.is_closed(), after.is_closed());
            }
            match (before, after) {
                // What is left is never overstated.
                (Applications::Open(Some(until)), Applications::Open(Some(last))) => prop_assert!(until <= last),
                (Applications::Closed(Some(known)), Applications::Closed(last)) => prop_assert_eq!(Some(known), last),
                _ => {}
            }
        }
        if before == Applications::Undecided {
            prop_assert_eq!(before.is_closed(), Truth::Unknown);
        }
    }
}
