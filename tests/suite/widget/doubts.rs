//! Doubtful answers are asked back before the plan and marked on the paper, and so are assumed
//! ones.

use eligibility_check::widget::{Action, Screen};

use crate::dom::elements;
use crate::markup::{render, state};
use crate::support::{PUBLISHED, fact, parse_pack};

const DAY: &str = "2019-05-10";

/// The certificate ends before it was issued.
const CONTRADICTION: &str = r#"{
    "applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
    "reports-in-tianhe": true, "independent-legal-person": true, "founded-on": "2010-01-01",
    "hnte-issued-on": "2018-11-28", "hnte-valid-until": "2017-11-28"
}"#;

/// The texts of the elements with a class on a screen.
fn texts(screen: Screen, answers: &str, actions: Vec<Action>, class: &str) -> Vec<String> {
    let pack = parse_pack(PUBLISHED);
    let actions = [actions, vec![Action::Show(screen)]].concat();
    let html = render(&pack, &state(&pack, DAY, answers, actions));
    elements(&html, |element| element.has_class(class)).iter().map(|one| one.text()).collect()
}

#[test]
fn a_contradiction_is_asked_back_once_above_the_results_and_the_plan() {
    for screen in [Screen::Results, Screen::Plan] {
        let found = texts(screen, CONTRADICTION, vec![], "ec-doubt");
        assert_eq!(found.len(), 1, "{found:?}");
        let doubt = &found[0];
        assert!(doubt.starts_with("证书的到期日早于发证日期。请核对这几项回答。"), "{doubt}");
        assert!(doubt.contains("2018年11月28日") && doubt.contains("2017年11月28日"), "{doubt}");
        assert!(doubt.ends_with("没有写错"), "{doubt}");
    }
}

#[test]
fn a_confirmed_contradiction_is_not_asked_back_but_stays_on_the_paper() {
    let pack = parse_pack(PUBLISHED);
    let confirm =
        ["hnte-issued-on", "hnte-valid-until"].map(|id| Action::ConfirmAnswer(fact(&pack, id)));
    let found = |class| texts(Screen::Plan, CONTRADICTION, confirm.to_vec(), class);
    assert_eq!(found("ec-doubt"), Vec::<String>::new());
    let paper = found("ec-checklist__doubt");
    assert_eq!(paper.len(), 1, "{paper:?}");
    let doubt = &paper[0];
    assert!(doubt.starts_with("! A"), "{doubt}");
    assert!(doubt.ends_with("证书的到期日早于发证日期。请核对这几项回答。"), "{doubt}");
}

#[test]
fn answers_without_a_contradiction_leave_no_mark() {
    let answers = CONTRADICTION.replace("2017-11-28", "2021-11-28");
    for class in ["ec-doubt", "ec-checklist__doubt"] {
        assert_eq!(texts(Screen::Plan, &answers, vec![], class), Vec::<String>::new());
    }
}

#[test]
fn what_a_topic_or_a_measure_assumes_is_marked_on_the_paper() {
    let pack = parse_pack(PUBLISHED);
    let topic = |id| vec![Action::ToggleTopic(pack.find_topic(id).unwrap())];
    let owner = r#"{"building-in-tianhe": true, "building-strengths": ["clustered"]}"#;
    let building = texts(Screen::Plan, owner, topic("building"), "ec-pair__answer");
    assert!(building.iter().any(|answer| answer == "是（假定）"), "{building:?}");
    let planned = r#"{
        "applicant-kind": "enterprise", "settled-how": "planned", "headquarters-plans": ["new"],
        "independent-legal-person": true
    }"#;
    let cells = texts(Screen::Plan, planned, topic("settle"), "ec-checklist__state");
    assert!(cells.iter().any(|cell| cell.starts_with("✓ 满足（假定）")), "{cells:?}");
}
