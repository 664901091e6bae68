//! What named firms can be granted together by the published pack: exact totals, and what stands against the rest.

use eligibility_check::engine::{
    BestSet, Candidate, Combination, EvalContext, ExcludedMeasure, amount, assess, combine,
};
use eligibility_check::rulebook::{Locale, RulePack};

use crate::support::{PUBLISHED, date, parse_answers, parse_pack};

/// A firm in Tianhe with everything the common gate asks for, and more answers.
fn firm<'a>(pack: &'a RulePack, more: &str) -> Combination<'a> {
    let gate = r#""applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
        "reports-in-tianhe": true, "independent-legal-person": true"#;
    let answers = parse_answers(pack, &format!("{{{gate}, {more}}}"));
    let context = EvalContext { pack, answers: &answers, as_of: date("2019-05-10") };
    let assessment = assess(pack, &answers, context.as_of);
    let candidates = assessment.iter().map(|(measure, assessed)| Candidate {
        measure,
        outcome: assessed.outcome,
        amount: amount(&context, measure),
    });
    combine(pack, &candidates.collect::<Vec<_>>())
}

/// The totals as people read them.
fn total(side: &BestSet<'_>) -> String {
    assert!(side.exact);
    let totals = side.totals.iter();
    let totals = totals.map(|total| {
        format!("{}{}", total.amount, total.unit) + if total.at_least { "+" } else { "" }
    });
    totals.collect::<Vec<_>>().join(", ")
}

/// Each loser with what is kept instead of it.
fn losers(pack: &RulePack, side: &BestSet<'_>) -> Vec<String> {
    let line = |loser: &ExcludedMeasure<'_>| {
        let kept = loser.because.iter().map(|because| &*pack.measures[because.preferred].id);
        format!("{} < {}", pack.measures[loser.measure].id, kept.collect::<Vec<_>>().join(" "))
    };
    side.excluded.iter().map(line).collect()
}

/// Nothing but what the test is about is left open.
const NOTHING_ELSE: &str = r#""roles": [], "projects": [], "headquarters-plans": [], "platform-work": [],
    "growth-steps": [], "innovation-items": [], "finance-items": [], "talent-kinds": [], "hnte-valid": [],
    "rd-sectors": [], "software-firm": "not-software", "culture-items": [], "introduced": [], "places": []"#;

#[test]
fn a_firm_on_two_lists_settles_once_and_the_greater_support_is_guaranteed() {
    let pack = parse_pack(PUBLISHED);
    let both = firm(
        &pack,
        &format!(
            r#"{NOTHING_ELSE}, "settled-how": "new", "founded-on": "2018-03-01", "key-industries": [],
            "contribution-rank": 500, "settler-strengths": ["major-contribution"],
            "settler-lists": ["world-500", "private-500", "recognised-headquarters", "functional-headquarters"]"#
        ),
    );
    assert_eq!(total(&both.guaranteed), "2000万元");
    assert_eq!(
        losers(&pack, &both.guaranteed),
        [
            "settle-top-lists < settle-world-500",
            "settle-headquarters < settle-world-500",
            "settle-functional-headquarters < settle-world-500",
        ]
    );
    // The office may find that it contributes exceptionally; then that is the better choice.
    assert_eq!(total(&both.possible), "10000万元");
    assert_eq!(losers(&pack, &both.possible)[0], "settle-world-500 < settle-major-contribution");
    let because = both.guaranteed.excluded[0].because[0];
    assert!(because.limit.label.get(Locale::ZhHans).contains("推断"));
    assert_eq!(&*pack.provisions[because.limit.provision[0]].id, "d14-4-1");
}

#[test]
fn while_its_ranks_are_not_known_a_firm_may_get_one_of_the_two_rank_supports() {
    let pack = parse_pack(PUBLISHED);
    let both = firm(
        &pack,
        &format!(
            r#"{NOTHING_ELSE}, "settled-how": "long-here", "key-industries": ["commerce"], "industry-rank": 3"#
        ),
    );
    assert_eq!(
        (total(&both.guaranteed), total(&both.possible)),
        (String::new(), "100万元".to_owned())
    );
    assert_eq!(losers(&pack, &both.possible), ["industry-top-5 < industry-top-60"]);
}

#[test]
fn a_firm_that_meets_both_rank_supports_is_guaranteed_the_greater_and_told_what_forbids_the_other()
{
    let pack = parse_pack(PUBLISHED);
    let both = firm(
        &pack,
        &format!(
            r#"{NOTHING_ELSE}, "settled-how": "long-here", "key-industries": ["commerce"],
            "contribution-rank": 60, "industry-rank": 5, "top-60-awarded": false"#
        ),
    );
    assert_eq!(total(&both.guaranteed), "12.5万元");
    assert_eq!(losers(&pack, &both.guaranteed), ["industry-top-5 < industry-top-60"]);
}

#[test]
fn the_rent_of_one_office_is_supported_once() {
    let pack = parse_pack(PUBLISHED);
    let answers = NOTHING_ELSE
        .replace(r#""roles": []"#, r#""roles": ["contest-firm"]"#)
        .replace(r#""innovation-items": []"#, r#""innovation-items": ["rent"]"#);
    let both = firm(
        &pack,
        &format!(
            r#"{answers}, "settled-how": "long-here", "key-industries": ["ai"], "contribution-rank": 500,
            "founded-on": "2018-03-01", "contest-division": "taiwan", "contest-rank": 20"#
        ),
    );
    assert_eq!(
        (total(&both.guaranteed), total(&both.possible)),
        ("0万元".to_owned(), "10万元".to_owned())
    );
    assert_eq!(losers(&pack, &both.possible), ["innovate-rent < innovate-contest-rent"]);
}

#[test]
fn a_software_firm_is_sure_of_one_quarter_and_may_get_four_within_the_cap_of_the_year() {
    let pack = parse_pack(PUBLISHED);
    let answers =
        NOTHING_ELSE.replace("not-software", "in-statistics").replace(r#""rd-sectors": [],"#, "");
    let both = firm(
        &pack,
        &format!(
            r#"{answers}, "settled-how": "long-here", "key-industries": ["next-it"], "contribution-rank": 30, "top-60-awarded": true,
            "quarter-revenue": 9000, "quarter-revenue-before": 3000, "quarter-contribution": 400,
            "rd-sectors": ["information"], "rd-spending": 1500, "rd-spending-before": 500"#
        ),
    );
    // Rank 50, one quarter 75, R&D 30.
    assert_eq!(total(&both.guaranteed), "155万元");
    // Four quarters come to the cap of 300, and not beyond it.
    assert_eq!(total(&both.possible), "380万元");
    assert!(both.possible.cap_reductions.is_empty() && both.possible.excluded.is_empty());
}

#[test]
fn what_a_talent_may_get_is_told_and_never_summed_because_the_notice_has_no_year() {
    let pack = parse_pack(PUBLISHED);
    let answers =
        NOTHING_ELSE.replace(r#""talent-kinds": []"#, r#""talent-kinds": ["entrepreneur-leader"]"#);
    let both = firm(
        &pack,
        &format!(
            r#"{answers}, "settled-how": "long-here", "key-industries": [], "contribution-rank": 500"#
        ),
    );
    assert_eq!((total(&both.guaranteed), total(&both.possible)), (String::new(), String::new()));
    let unconfirmed: Vec<&str> =
        both.possible.unconfirmed.iter().map(|measure| &*pack.measures[*measure].id).collect();
    assert_eq!(unconfirmed, ["talent-entrepreneur-leader", "talent-salary", "talent-office"]);
}

#[test]
fn with_nothing_said_beyond_the_gate_nothing_but_services_is_guaranteed() {
    let pack = parse_pack(PUBLISHED);
    let both = firm(&pack, r#""settled-how": "long-here""#);
    assert_eq!(both.guaranteed.granted, both.guaranteed.without_figure);
    // 100 by rank, 300 for four quarters, 50 for R&D, 50 for a project, 50 for medical research, 10 for a contest's rent.
    assert_eq!(
        (total(&both.guaranteed), total(&both.possible)),
        (String::new(), "560万元".to_owned())
    );
}
