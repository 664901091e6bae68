//! The results screen: summary, groups and cards, changing an answer from it, and adding a topic.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack, TopicId};
use eligibility_check::widget::{Action, Group, Screen, State};
use yew::Reducible;

use crate::dom::{Element, elements};
use crate::markup::{render, render_in, state};
use crate::support::{PUBLISHED, fact, parse_pack};

const DAY: &str = "2019-05-10";

/// A firm whose spending on research grew by 2 million.
const GROWN: &str = r#"{
    "applicant-kind": "enterprise", "settled-how": "long-here", "registered-in-tianhe": true,
    "taxed-in-tianhe": true, "reports-in-tianhe": true, "independent-legal-person": true,
    "rd-sectors": ["information"], "rd-spending": 900, "rd-spending-before": 700
}"#;

/// A firm that still plans to come.
const PLANNED: &str = r#"{
    "applicant-kind": "enterprise", "settled-how": "planned", "independent-legal-person": true,
    "settler-lists": ["world-500"], "headquarters-plans": ["new"], "settler-strengths": [],
    "registered-in-tianhe": false, "taxed-in-tianhe": false
}"#;

fn topic(pack: &RulePack, id: &str) -> TopicId {
    pack.topics.iter().find(|(_, topic)| &*topic.id == id).unwrap().0
}

/// The results of the published pack about a topic.
fn results(topic_id: &str, answers: &str) -> (Rc<RulePack>, Rc<State>) {
    let pack = parse_pack(PUBLISHED);
    let actions = vec![Action::ToggleTopic(topic(&pack, topic_id)), Action::Show(Screen::Results)];
    let state = state(&pack, DAY, answers, actions);
    (pack, state)
}

fn texts(html: &str, class: &str) -> Vec<String> {
    elements(html, |element: &Element| element.has_class(class)).iter().map(Element::text).collect()
}

#[test]
fn a_card_is_named_by_outcome_title_and_amount() {
    let (pack, state) = results("rd", GROWN);
    let html = render(&pack, &state);
    let first = texts(&html, "ec-card__summary").remove(0);
    assert!(
        first.starts_with("满足条件，企业研发投入增长支持，6 万元，增加 200 万元 × 3%"),
        "{first}"
    );
    assert!(first.ends_with("（发给企业核心管理团队）"), "who gets the money: {first}");
    let english = render_in(Locale::En, &pack, &state);
    let first = texts(&english, "ec-card__summary").remove(0);
    assert!(first.contains(", RMB 60,000, 3% of an increase of RMB 2,000,000"), "{first}");
}

#[test]
fn the_summary_has_at_most_three_figures_and_a_total_only_with_money() {
    let (pack, state) = results("rd", GROWN);
    let figures = texts(&render(&pack, &state), "ec-summary__item");
    assert_eq!(figures[0], "条件都满足，能算出的6 万元");
    assert!(figures.len() <= 3, "{figures:?}");
    let (pack, state) = results("rd", "{}");
    let figures = texts(&render(&pack, &state), "ec-summary__item");
    assert!(figures.iter().all(|figure| !figure.contains("万元")), "{figures:?}");
}

#[test]
fn only_the_measures_of_the_chosen_topics_are_listed() {
    let (pack, state) = results("rd", GROWN);
    let titles = texts(&render(&pack, &state), "ec-card__title");
    assert!(titles.contains(&"企业研发投入增长支持".to_owned()));
    assert!(!titles.contains(&"超百亿商务楼宇".to_owned()), "{titles:?}");
}

#[test]
fn somebody_who_plans_to_come_sees_what_applies_then() {
    let (pack, state) = results("settle", PLANNED);
    let html = render(&pack, &state);
    let groups = texts(&html, "ec-group__title");
    assert!(groups.iter().any(|group| group.starts_with("落户后可申报（")), "{groups:?}");
    let cards = texts(&html, "ec-card__summary");
    let card = cards.iter().find(|card| card.contains("世界500强、中国500强企业落户")).unwrap();
    assert!(card.contains("满足后 2000 万元") && card.contains("前提：在天河登记"), "{card}");
}

#[test]
fn a_missed_threshold_is_shown_with_the_gap() {
    let answers = GROWN.replace("900", "880");
    let (pack, state) = results("rd", &answers);
    let state = State::reduce(state, Action::ToggleGroup(Group::NotMet));
    let reasons = texts(&render(&pack, &state), "ec-card__reason");
    let gap = "增加 180 万元，离 200 万元的门槛还差 20 万元。";
    assert!(reasons.iter().any(|reason| reason == gap), "{reasons:?}");
}

#[test]
fn a_changed_answer_returns_to_the_results() {
    let (pack, state) = results("rd", GROWN);
    let question = fact(&pack, "rd-spending");
    let state = State::reduce(state, Action::GoTo(question));
    assert_eq!(state.screen, Screen::Question);
    let asked = state.asked().to_vec();
    let state = State::reduce(state, Action::Next(asked));
    assert_eq!(state.screen, Screen::Results);
}

#[test]
fn an_added_topic_is_asked_about_next() {
    let (pack, state) = results("rd", GROWN);
    let building = topic(&pack, "building");
    let state = State::reduce(state, Action::AddTopic(building));
    assert_eq!(state.screen, Screen::Question);
    assert_eq!(state.topics, [topic(&pack, "rd"), building]);
    let again = State::reduce(Rc::clone(&state), Action::AddTopic(building));
    assert_eq!(again.topics, state.topics);
}
