//! When to apply, on every screen and on paper: the days left, the next round, and what the answers
//! do not decide yet.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::Part;
use eligibility_check::widget::{Action, FileKind, PrintOptions, Screen};
use serde_json::json;

use crate::dom::{Element, elements};
use crate::markup::{part, render, state};
use crate::support::{FERRY, changed_pack};
use crate::widget::saved_file::SavedFile;

/// An old ferry with an iron hull, with and without the answer about its licence.
const LICENSED: &str = r#"{"launched": "1980-01-01", "hull": "iron", "licensed": true}"#;
const UNLICENSED: &str = r#"{"launched": "1980-01-01", "hull": "iron", "licensed": false}"#;
const UNKNOWN: &str = r#"{"launched": "1980-01-01", "hull": "iron"}"#;

/// The award is for every old ferry. Those with a licence have a deadline, the others a window.
fn pack() -> Rc<RulePack> {
    changed_pack(FERRY, |pack| {
        let award = &mut pack["measures"][0];
        award.as_object_mut().unwrap().remove("applies-when");
        award["criteria"].as_array_mut().unwrap().truncate(1);
        award["windows"] = json!([
            { "to": "2019-04-30", "only-for": { "is": ["licensed", true] } },
            { "from": "2019-09-01", "to": "2019-09-30", "only-for": { "is": ["licensed", false] } },
        ]);
        pack["limits"] = json!([]);
    })
}

fn screen(screen: Screen, day: &str, answers: &str) -> String {
    let pack = pack();
    render(&pack, &state(&pack, day, answers, vec![Action::Show(screen)]))
}

fn texts(html: &str, class: &str) -> Vec<String> {
    elements(html, |element: &Element| element.has_class(class)).iter().map(Element::text).collect()
}

/// The group of the award, and the name of its card.
fn award(day: &str, answers: &str) -> (String, String) {
    let html = screen(Screen::Results, day, answers);
    let is_group = |element: &Element| element.has_class("ec-group__title");
    let parts = elements(&html, |element: &Element| {
        is_group(element) || element.has_class("ec-card__summary")
    });
    let card = parts.iter().position(|part| part.text().contains("老船奖励")).unwrap();
    let group = parts[..card].iter().rfind(|part| is_group(part)).unwrap();
    (group.text(), parts[card].text())
}

#[test]
fn an_open_window_says_how_many_days_are_left() {
    for (day, expected) in [
        ("2019-04-28", "可以申报到2019年4月30日（还有 2 天）"),
        ("2019-04-30", "可以申报到2019年4月30日（今天截止）"),
    ] {
        let (group, card) = award(day, LICENSED);
        assert!(group.starts_with("可以申报（"), "{group}");
        assert!(card.contains(expected), "{card}");
    }
}

#[test]
fn after_the_deadline_the_award_waits_for_the_next_round_and_is_in_no_total() {
    let (group, card) = award("2019-05-01", LICENSED);
    assert_eq!(group, "等下一轮申报（1）");
    assert!(card.starts_with("满足条件，老船奖励"), "{card}");
    assert!(card.contains("符合条件，本年度申报已截止（2019年4月30日）"), "{card}");
    let figures =
        |day: &str| texts(&screen(Screen::Results, day, LICENSED), "ec-summary__item").join("；");
    assert!(figures("2019-04-30").contains("1.5 万元"), "{}", figures("2019-04-30"));
    assert!(!figures("2019-05-01").contains("1.5 万元"), "{}", figures("2019-05-01"));
    assert!(figures("2019-05-01").contains("等下一轮申报"), "{}", figures("2019-05-01"));
    let notes =
        texts(&screen(Screen::Results, "2019-05-01", LICENSED), "ec-totals__notes").join("");
    assert!(notes.contains("本年度申报已截止，没有计入：老船奖励"), "{notes}");
}

#[test]
fn a_later_window_names_its_first_day_and_another_year_is_not_guessed() {
    let (group, card) = award("2019-05-01", UNLICENSED);
    assert!(group.starts_with("可以申报（"), "{group}");
    assert!(card.contains("2019年9月1日开始申报"), "{card}");
    let (group, card) = award("2020-05-01", LICENSED);
    assert!(group.starts_with("可以申报（"), "{group}");
    assert!(card.contains("上一轮申报到2019年4月30日截止，新一轮的时间没有公布"), "{card}");
}

#[test]
fn while_it_is_not_known_for_whom_a_window_is_the_interview_asks_and_nothing_is_promised() {
    let (group, card) = award("2019-05-01", UNKNOWN);
    assert!(group.starts_with("可以申报（"), "{group}");
    assert!(card.contains("申报时间要看还没答的问题"), "{card}");
    let html = screen(Screen::Results, "2019-05-01", UNKNOWN);
    assert!(!texts(&html, "ec-summary__item").join("").contains("1.5 万元"));
    let all = r#"{"launched": "1980-01-01", "hull": "iron", "trips": 0, "trips-before": 0,
        "fuel": 0, "carries": []}"#;
    let question = texts(&screen(Screen::Question, "2019-05-01", all), "ec-question").join("");
    assert!(question.contains("有许可证吗？"), "{question}");
}

#[test]
fn the_plan_and_the_paper_say_what_to_prepare_for_the_next_round() {
    let plan = screen(Screen::Plan, "2019-05-01", LICENSED);
    let plan = texts(&plan, "ec-plan__section").join("\n");
    let pack = pack();
    let options = Part::Checklist(PrintOptions::default());
    let paper = part(&pack, Locale::ZhHans, "2019-05-01", LICENSED, options);
    let sections = texts(&paper, "ec-checklist__section");
    let paper = sections.iter().find(|section| section.contains("等下一轮申报（1）")).unwrap();
    for text in [&plan, paper] {
        for expected in [
            "老船奖励",
            "符合条件，本年度申报已截止（2019年4月30日）",
            "备好这些材料：",
            "步骤：（1）填表 （2）交件",
        ] {
            assert!(text.contains(expected), "{expected}: {text}");
        }
    }
    // Not among what is applied for.
    assert!(!sections[0].contains("老船奖励"), "{}", sections[0]);
}

#[test]
fn paper_about_a_chosen_closed_measure_says_why_its_amount_is_not_counted() {
    let pack = pack();
    let award = pack.measures.iter().next().unwrap().0;
    let options = Part::Checklist(PrintOptions::default().with_measure(award));
    let paper = part(&pack, Locale::ZhHans, "2019-05-01", LICENSED, options);
    let apply = texts(&paper, "ec-checklist__section").remove(0);
    assert!(apply.contains("符合条件，本年度申报已截止（2019年4月30日）"), "{apply}");
    assert!(apply.contains("第 1 项本年度申报已截止，没有计入。"), "{apply}");
}

#[test]
fn the_calendar_has_the_windows_of_the_applicant_and_a_deadline_is_one_day() {
    let calendar = |answers: &'static str, as_of: &'static str| {
        let file = SavedFile { answers, as_of, ..SavedFile::of(FileKind::Windows) };
        file.file(&pack()).map(|(_, content)| content).unwrap_or_default()
    };
    let deadline = calendar(LICENSED, "2019-04-01");
    assert!(deadline.contains("DTSTART;VALUE=DATE:20190430"), "{deadline}");
    assert!(deadline.contains("DTEND;VALUE=DATE:20190501"), "{deadline}");
    assert_eq!(deadline.matches("BEGIN:VEVENT").count(), 1);
    let window = calendar(UNLICENSED, "2019-04-01");
    assert!(window.contains("DTSTART;VALUE=DATE:20190901"), "{window}");
    assert_eq!(calendar(LICENSED, "2019-05-01"), "");
}
