//! What the results say about old rules, about measures that can no longer be met, and about
//! questions that wait for one answered 不清楚.

use eligibility_check::widget::{Action, Group, Screen};

use crate::dom::elements;
use crate::markup::{render, state};
use crate::support::{PUBLISHED, fact, parse_pack};

const FIRM: &str = r#"{
    "applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
    "reports-in-tianhe": true, "independent-legal-person": true, "rd-sectors": ["information"],
    "rd-spending-before": "700"
}"#;

/// The texts of the elements with a class.
fn texts(html: &str, class: &str) -> Vec<String> {
    elements(html, |element| element.has_class(class)).iter().map(|one| one.text()).collect()
}

/// The screen after the answer that makes a measure with money met, on some day of the host.
fn after_the_last_answer(today: &str) -> String {
    let pack = parse_pack(PUBLISHED);
    let spending = fact(&pack, "rd-spending");
    let actions = vec![
        Action::CommitAsOf("2019-05-10".to_owned()),
        Action::ToggleTopic(pack.find_topic("rd").unwrap()),
        Action::Show(Screen::Question),
        Action::Ask(vec![spending]),
        Action::CommitDraft(spending, "900".to_owned()),
        Action::Next(vec![spending]),
    ];
    render(&pack, &state(&pack, today, FIRM, actions))
}

#[test]
fn rules_that_have_lapsed_are_not_announced_as_support_to_apply_for() {
    let changed = |today| texts(&after_the_last_answer(today), "ec-changed");
    assert_eq!(changed("2026-03-02"), ["按当年规定满足条件：企业研发投入增长支持，6 万元。"]);
    assert_eq!(changed("2019-05-10"), ["现在可以申报：企业研发投入增长支持，6 万元。"]);
}

#[test]
fn the_group_of_met_measures_has_another_title_under_old_rules() {
    let pack = parse_pack(PUBLISHED);
    let answers =
        FIRM.replace(r#""rd-spending-before""#, r#""rd-spending": "900", "rd-spending-before""#);
    let title = |today| {
        let day = Action::CommitAsOf("2019-05-10".to_owned());
        let html =
            render(&pack, &state(&pack, today, &answers, vec![day, Action::Show(Screen::Results)]));
        (html.contains("按当年规定满足条件（"), html.contains("可以申报（"))
    };
    assert_eq!(title("2026-03-02"), (true, false));
    assert_eq!(title("2019-05-10"), (false, true));
}

#[test]
fn a_measure_that_is_out_of_reach_asks_nothing_and_says_so_once() {
    let pack = parse_pack(PUBLISHED);
    let id = pack.find_measure("talent-innovation-leader").unwrap();
    let actions = vec![
        Action::Show(Screen::Results),
        Action::ToggleGroup(Group::NotMet),
        Action::ToggleMeasure(id),
    ];
    let html =
        render(&pack, &state(&pack, "2019-05-10", r#"{"applicant-kind": "association"}"#, actions));
    let cards = elements(&html, |element| element.has_class("ec-card"));
    let card =
        cards.iter().map(|card| card.text()).find(|text| text.contains("创新领军人才")).unwrap();
    assert!(card.starts_with("不能得到"), "{card}");
    assert!(!card.contains("还要回答") && !card.contains("回答："), "{card}");
    assert_eq!(card.matches("已不能得到").count(), 1, "{card}");
}

#[test]
fn a_question_that_waits_for_one_answered_not_sure_is_not_asked_from_the_results() {
    let pack = parse_pack(PUBLISHED);
    let topic = Action::ToggleTopic(pack.find_topic("building").unwrap());
    let answers = r#"{"building-owner": {"not-sure": true}}"#;
    let html = render(
        &pack,
        &state(&pack, "2019-05-10", answers, vec![topic, Action::Show(Screen::Results)]),
    );
    let cards = texts(&html, "ec-card");
    assert_eq!(cards.len(), 3, "{cards:?}");
    for card in cards {
        assert!(card.contains("要弄清"), "{card}");
        assert!(!card.contains("这栋"), "{card}");
    }
}
