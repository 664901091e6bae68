//! The totals that example firms can be granted from the published pack, and the measures that
//! limits exclude.

use eligibility_check::engine::{
    BestSet, Combination, EvalContext, ExcludedMeasure, assess, candidates, combine,
};
use eligibility_check::rulebook::{Locale, RulePack};

use crate::support::{PUBLISHED, date, parse_answers, parse_pack};

/// The best combination for a firm that meets the common conditions, with more answers.
fn firm<'a>(pack: &'a RulePack, more: &str) -> Combination<'a> {
    let gate = r#""applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
        "reports-in-tianhe": true, "independent-legal-person": true"#;
    let answers = parse_answers(pack, &format!("{{{gate}, {more}}}"));
    let context = EvalContext { pack, answers: &answers, as_of: date("2019-05-10") };
    let assessment = assess(pack, &answers, context.as_of);
    combine(pack, &candidates(&context, &assessment))
}

/// The totals as text.
fn total(side: &BestSet<'_>) -> String {
    assert!(side.exact);
    let totals = side.totals.iter();
    let totals = totals.map(|total| {
        format!("{}{}", total.amount, total.unit) + if total.at_least { "+" } else { "" }
    });
    totals.collect::<Vec<_>>().join(", ")
}

/// Each excluded measure with the measures granted instead of it.
fn excluded(pack: &RulePack, side: &BestSet<'_>) -> Vec<String> {
    let line = |excluded: &ExcludedMeasure<'_>| {
        let preferred =
            excluded.because.iter().map(|because| &*pack.measures[because.preferred].id);
        let preferred = preferred.collect::<Vec<_>>().join(" ");
        format!("{} < {preferred}", pack.measures[excluded.measure].id)
    };
    side.excluded.iter().map(line).collect()
}

/// Answers that decide all measures but those of the test.
const OTHER_ANSWERS: &str = r#""building-owner": false, "contest-firm": false, "promotion-body": false,
    "event-organiser": false, "office-catering": false, "leased-office": false, "projects": [],
    "major-projects": [], "headquarters-plans": [], "platform-work": [],
    "growth-steps": [], "innovation-items": [], "finance-items": [], "talent-kinds": [], "hnte-certificate": false,
    "rank-notice": true,
    "rd-sectors": [], "software-firm": "not-software", "culture-items": [], "introduced": [], "places": []"#;

#[test]
fn a_firm_on_several_lists_is_guaranteed_the_largest_settlement_support() {
    let pack = parse_pack(PUBLISHED);
    let combination = firm(
        &pack,
        &format!(
            r#"{OTHER_ANSWERS}, "settled-how": "new", "founded-on": "2018-03-01", "key-industries": [],
            "contribution-rank": 500, "settler-strengths": ["major-contribution"],
            "settler-lists": ["world-500", "private-500", "recognised-headquarters", "functional-headquarters"]"#
        ),
    );
    assert_eq!(total(&combination.guaranteed), "2000万元");
    assert_eq!(
        excluded(&pack, &combination.guaranteed),
        [
            "settle-top-lists < settle-world-500",
            "settle-headquarters < settle-world-500",
            "settle-functional-headquarters < settle-world-500",
        ]
    );
    // The office may recognise a major contribution. That support is larger.
    assert_eq!(total(&combination.possible), "10000万元");
    assert_eq!(
        excluded(&pack, &combination.possible)[0],
        "settle-world-500 < settle-major-contribution"
    );
    let because = combination.guaranteed.excluded[0].because[0];
    assert!(because.limit.label.get(Locale::ZhHans).contains("推断"));
    assert_eq!(&*pack.provisions[because.limit.provision[0]].id, "d14-4-1");
}

#[test]
fn a_firm_with_unknown_ranks_may_get_one_of_the_two_rank_supports() {
    let pack = parse_pack(PUBLISHED);
    let combination = firm(
        &pack,
        &format!(
            r#"{OTHER_ANSWERS}, "settled-how": "long-here", "key-industries": ["commerce"], "industry-rank": 3"#
        ),
    );
    assert_eq!(
        (total(&combination.guaranteed), total(&combination.possible)),
        (String::new(), "100万元".to_owned())
    );
    assert_eq!(excluded(&pack, &combination.possible), ["industry-top-5 < industry-top-60"]);
}

#[test]
fn a_firm_that_meets_both_rank_supports_is_guaranteed_the_larger_one() {
    let pack = parse_pack(PUBLISHED);
    let combination = firm(
        &pack,
        &format!(
            r#"{OTHER_ANSWERS}, "settled-how": "long-here", "key-industries": ["commerce"],
            "contribution-rank": 60, "industry-rank": 5, "top-60-awarded": false"#
        ),
    );
    assert_eq!(total(&combination.guaranteed), "12.5万元");
    assert_eq!(excluded(&pack, &combination.guaranteed), ["industry-top-5 < industry-top-60"]);
}

#[test]
fn the_rent_of_one_office_is_supported_once() {
    let pack = parse_pack(PUBLISHED);
    let answers = OTHER_ANSWERS
        .replace(r#""contest-firm": false"#, r#""contest-firm": true"#)
        .replace(r#""leased-office": false"#, r#""leased-office": true"#);
    let combination = firm(
        &pack,
        &format!(
            r#"{answers}, "settled-how": "long-here", "key-industries": ["ai"], "contribution-rank": 500,
            "founded-on": "2018-03-01", "contest-division": "taiwan", "contest-rank": 20"#
        ),
    );
    assert_eq!(
        (total(&combination.guaranteed), total(&combination.possible)),
        ("0万元".to_owned(), "10万元".to_owned())
    );
    assert_eq!(excluded(&pack, &combination.possible), ["innovate-rent < innovate-contest-rent"]);
}

#[test]
fn a_software_firm_is_guaranteed_one_quarter_and_may_get_four_within_the_yearly_cap() {
    let pack = parse_pack(PUBLISHED);
    let answers =
        OTHER_ANSWERS.replace("not-software", "in-statistics").replace(r#""rd-sectors": [],"#, "");
    let combination = firm(
        &pack,
        &format!(
            r#"{answers}, "settled-how": "long-here", "key-industries": ["next-it"], "contribution-rank": 30, "top-60-awarded": true,
            "quarter-revenue": 9000, "quarter-revenue-before": 3000, "quarter-contribution": 400,
            "rd-sectors": ["information"], "rd-spending": 1500, "rd-spending-before": 500"#
        ),
    );
    // 50 by rank, 75 for one quarter, 30 for R&D.
    assert_eq!(total(&combination.guaranteed), "155万元");
    // Four quarters reach the cap of 300 exactly, so nothing is cut.
    assert_eq!(total(&combination.possible), "380万元");
    assert!(
        combination.possible.cap_reductions.is_empty() && combination.possible.excluded.is_empty()
    );
}

#[test]
fn talent_supports_are_listed_without_a_total_because_their_source_is_secondary() {
    let pack = parse_pack(PUBLISHED);
    let answers = OTHER_ANSWERS
        .replace(r#""talent-kinds": []"#, r#""talent-kinds": ["entrepreneur-leader"]"#);
    let combination = firm(
        &pack,
        &format!(
            r#"{answers}, "settled-how": "long-here", "key-industries": [], "contribution-rank": 500"#
        ),
    );
    assert_eq!(
        (total(&combination.guaranteed), total(&combination.possible)),
        (String::new(), String::new())
    );
    // The source is an announcement of unknown year.
    let unconfirmed: Vec<&str> = combination
        .possible
        .unconfirmed
        .iter()
        .map(|measure| &*pack.measures[*measure].id)
        .collect();
    assert_eq!(unconfirmed, ["talent-entrepreneur-leader", "talent-salary", "talent-office"]);
}

#[test]
fn the_common_conditions_alone_guarantee_services_only() {
    let pack = parse_pack(PUBLISHED);
    let combination = firm(&pack, r#""settled-how": "long-here""#);
    assert_eq!(combination.guaranteed.granted, combination.guaranteed.without_figure);
    // 100 by rank, 300 for four quarters, 50 for R&D, 50 for a project, 50 for medical research, 10
    // for the rent of a contest winner.
    assert_eq!(
        (total(&combination.guaranteed), total(&combination.possible)),
        (String::new(), "560万元".to_owned())
    );
}
