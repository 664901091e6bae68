//! Answers saved with other rules: valid answers are restored, and the differences are listed.

use std::rc::Rc;

use eligibility_check::engine::{Case, CaseError, Receipt, assess, saved_case_json};
use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::State;
use eligibility_check::widget::preview::Part;

use crate::markup::part_of;
use crate::support::{HARBOUR, PUBLISHED, date, fact, parse_answers, parse_pack};
use crate::widget::restore::{file, restored};

const DAY: &str = "2019-05-10";

const ANSWERS: &str = r#"{"registered": true, "scale": "small", "revenue": 600}"#;

/// An older version of the harbour pack.
pub(crate) fn older() -> Rc<RulePack> {
    let json = HARBOUR
        .replace("\"version\": \"1\"", "\"version\": \"0.9\"")
        .replace("[\"revenue\", \"500\"]", "[\"revenue\", \"700\"]");
    parse_pack(&json)
}

/// The notice after a restore, and the state.
fn notice(pack: &Rc<RulePack>, text: &str) -> (String, Rc<State>) {
    let state = restored(pack, text);
    (part_of(&state, pack, Locale::ZhHans, Part::RestoreNotice), state)
}

#[test]
fn the_notice_names_day_answers_and_topics_and_no_difference_under_the_same_rules() {
    let pack = parse_pack(HARBOUR);
    let (_, content) = file(&pack, DAY, ANSWERS);
    let code = Receipt::encode(&pack, date(DAY), &[], &parse_answers(&pack, ANSWERS));
    for saved in [&content, &code] {
        let html = notice(&pack, saved).0;
        assert!(html.contains("<strong>已恢复：2019年5月10日，3 题</strong>"), "{html}");
        assert!(!html.contains("不同"), "{html}");
    }
    let pack = parse_pack(PUBLISHED);
    let topics = ["rd", "software"].map(|id| pack.find_topic(id).unwrap());
    let answers = parse_answers(&pack, r#"{"applicant-kind": "enterprise"}"#);
    let code = Receipt::encode(&pack, date(DAY), &topics, &answers);
    let titles = topics.map(|topic| pack.topics[topic].title.get(Locale::ZhHans).to_string());
    let expected = format!("已恢复：2019年5月10日，1 题，{}", titles.join("、"));
    assert!(notice(&pack, &code).0.contains(&expected), "{expected}");
}

#[test]
fn the_origin_of_a_file_is_parsed_under_any_rules() {
    let (old, new) = (older(), parse_pack(HARBOUR));
    let answers = parse_answers(&old, ANSWERS);
    let assessment = assess(&old, &answers, date(DAY));
    let saved = saved_case_json(&old, date(DAY), &[], &answers, &assessment).to_text();
    for pack in [&old, &new] {
        let case = Case::parse(pack, &saved).unwrap();
        assert_eq!((case.as_of, &case.answers), (Some(date(DAY)), &answers));
        assert_eq!(case.origin.version.as_deref(), Some("0.9"));
        assert_eq!(case.origin.rules, Some(old.short_hash()));
        let outcomes = old
            .measures
            .iter()
            .map(|(id, measure)| (measure.id.to_string(), assessment.of(id).outcome));
        assert_eq!(case.origin.outcomes, outcomes.collect::<Vec<_>>());
    }
}

#[test]
fn an_invalid_origin_of_a_file_is_rejected() {
    let pack = parse_pack(HARBOUR);
    for (text, key, message) in [
        (r#"{"rules": 7}"#, "rules", "expected a string, found the number `7`"),
        (r#"{"outcomes": []}"#, "outcomes", "expected an object of outcomes, found a list of 0"),
        (
            r#"{"outcomes": {"growth": "great"}}"#,
            "outcomes",
            "expected an outcome, found the string `great`",
        ),
        (r#"{"outcomes": {"growth": true}}"#, "outcomes", "expected an outcome, found `true`"),
        (
            r#"{"outcomes": {"growth": "met", "a": "met", "growth": "met"}}"#,
            "outcomes",
            "`growth` occurs twice",
        ),
        (
            r#"{"outcome": {}}"#,
            "outcome",
            "unknown key, expected one of id, as-of, topics, answers, pack, version, rules, outcomes",
        ),
    ] {
        assert_eq!(
            Case::parse(&pack, text),
            Err(CaseError::Key(key.to_owned(), message.to_owned())),
            "{text}"
        );
    }
}

#[test]
fn a_file_of_other_rules_lists_both_versions_and_changed_outcomes() {
    let (old, new) = (older(), parse_pack(HARBOUR));
    let (_, content) = file(&old, DAY, ANSWERS);
    let (html, state) = notice(&new, &content);
    assert_eq!(state.answers, parse_answers(&new, ANSWERS));
    for text in [
        &*format!("0.9（{}）", old.short_hash()),
        &*format!("1（{}）", new.short_hash()),
        "有 1 项措施的结果与当时不同：",
        "<li><strong>新企业奖励</strong>：不符合 → 还要回答</li>",
    ] {
        assert!(html.contains(text), "{text}: {html}");
    }
    assert_eq!(html.matches("<li>").count(), 1, "{html}");
}

#[test]
fn a_file_of_other_rules_with_the_same_outcomes_has_a_notice() {
    let (old, new) = (older(), parse_pack(HARBOUR));
    let (html, _) = notice(&new, &file(&old, DAY, &ANSWERS.replace("600", "800")).1);
    assert!(html.contains("每项措施的结果都与当时相同。") && !html.contains("<li>"), "{html}");
}

#[test]
fn the_notice_about_a_code_of_other_rules_refers_to_the_printed_results() {
    let (old, new) = (older(), parse_pack(HARBOUR));
    let (html, state) =
        notice(&new, &Receipt::encode(&old, date(DAY), &[], &parse_answers(&old, ANSWERS)));
    assert_eq!(state.answers, parse_answers(&new, ANSWERS));
    assert!(html.contains(&format!("另一个版本：{}。", old.short_hash())), "{html}");
    assert!(html.contains("请与纸上的结果对照。"), "{html}");
}

#[test]
fn at_most_ten_measures_are_named_and_the_others_counted() {
    let new = parse_pack(HARBOUR);
    let removed: Vec<String> =
        (0..14).map(|number| format!("\"removed-{number}\": \"met\"")).collect();
    let text = format!(
        r#"{{"version": "0", "answers": {ANSWERS}, "outcomes": {{{}}}}}"#,
        removed.join(",")
    );
    let (html, _) = notice(&new, &text);
    assert!(html.contains("有 14 项") && html.contains("另有 4 项。"), "{html}");
    assert_eq!(html.matches("<li>").count(), 10, "{html}");
    assert!(
        html.contains("<li><strong>removed-0</strong>：满足条件 → 现在没有这项措施</li>"),
        "{html}"
    );
}

#[test]
fn valid_answers_are_restored_and_invalid_ones_are_named() {
    let pack = parse_pack(HARBOUR);
    let text =
        r#"{"answers": {"registered": true, "scale": "tiny", "revenue": 600, "colour": "red"}}"#;
    let (html, state) = notice(&pack, text);
    assert_eq!(state.answers.count(), 2);
    assert!(state.answers.get(fact(&pack, "scale")).is_none());
    assert!(
        html.contains("以下回答不能用于现在的题目，没有恢复，请重新回答：企业规模？；colour。"),
        "{html}"
    );
    assert!(!html.contains("另一个版本"), "{html}");
}

#[test]
fn a_file_cannot_inject_markup_or_text_direction() {
    let pack = parse_pack(HARBOUR);
    let text = concat!(
        r#"{"version": "<img src=x>\n1", "rules": "~evil", "answers": {"registered": true, "<b>": 1, "~x": 2},"#,
        r#" "outcomes": {"<i>\nold met": "met", "newcomer": "met"}}"#
    );
    let text = &text.replace('~', "\u{202e}");
    let (html, state) = notice(&pack, text);
    assert_eq!(state.answers.count(), 1);
    for bad in ["<img", "<b>", "<i>", "\u{202e}"] {
        assert!(!html.contains(bad), "{bad}: {html}");
    }
    assert!(html.contains("imgsrcx1（evil）") && html.contains("ioldmet"), "{html}");
}
