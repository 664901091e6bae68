//! The question screen of the published pack: questions that are asked together, the computed
//! number, the estimate of screens, and the sentence about what the last answers changed.

use std::rc::Rc;

use eligibility_check::engine::Answer;
use eligibility_check::rulebook::{Locale, RulePack, Value};
use eligibility_check::widget::preview::Preview;
use eligibility_check::widget::{Action, Screen, State};
use yew::Reducible;

use crate::dom::elements;
use crate::markup::{render, render_in, state, widget_pack};
use crate::support::{PUBLISHED, fact, parse_answers, parse_pack};

const YES: Option<Answer> = Some(Answer::Value(Value::YesNo(true)));

#[test]
fn next_needs_only_the_questions_of_a_screen_that_can_still_change_an_outcome() {
    let pack = parse_pack(PUBLISHED);
    let group = GROUP.map(|id| fact(&pack, id));
    let kind = r#"{"applicant-kind": "enterprise"}"#;
    let first = Action::GoTo(group[0]);
    let on_screen = |answers: Vec<Action>| {
        let actions = [first.clone()].into_iter().chain(answers).collect();
        let state = chosen(&pack, &["rd"], kind, actions);
        render(&pack, &state)
    };
    let no = Action::Answer(group[0], Some(Answer::Value(Value::YesNo(false))));
    let rest = "其余的不用答，不影响结果。";
    assert!(!on_screen(vec![]).contains(rest));
    assert!(!on_screen(vec![Action::Answer(group[0], YES)]).contains(rest));
    assert!(on_screen(vec![no]).contains(rest));
    let missing = on_screen(vec![Action::Next(group.to_vec())]);
    assert_eq!(missing.matches("还有 4 题没有答").count(), 1, "one message for the screen");
    assert!(!missing.contains("ec-errors"), "and no summary");
}

/// Questions of the published pack that are asked together.
const GROUP: [&str; 4] =
    ["registered-in-tianhe", "taxed-in-tianhe", "reports-in-tianhe", "independent-legal-person"];

/// The state after choosing topics, and after some answers and actions.
fn chosen(pack: &Rc<RulePack>, topics: &[&str], answers: &str, actions: Vec<Action>) -> Rc<State> {
    let topics = topics.iter().map(|id| Action::ToggleTopic(pack.find_topic(id).unwrap()));
    let start = topics.chain([Action::StartTopics]);
    state(pack, "2019-05-10", answers, start.chain(actions).collect())
}

#[test]
fn two_numbers_are_compared_with_the_threshold_while_they_are_typed() {
    let pack = parse_pack(PUBLISHED);
    let [last, before] = ["rd-spending", "rd-spending-before"].map(|id| fact(&pack, id));
    let known = r#"{"applicant-kind": "enterprise", "rd-sectors": ["information"]}"#;
    let line = |locale: Locale, numbers: [&str; 2]| {
        let edits = [(last, numbers[0]), (before, numbers[1])]
            .map(|(fact, text)| Action::EditDraft(fact, text.to_owned()));
        let actions = [Action::GoTo(last)].into_iter().chain(edits).collect();
        let html = render_in(locale, &pack, &chosen(&pack, &["rd"], known, actions));
        elements(&html, |element| element.has_class("ec-computed"))[0].text()
    };
    for (numbers, text) in [
        (["900", ""], ""),
        (["900", "o"], ""),
        (["900", "700"], "增加 200 万元，刚好达到 200 万元的门槛。"),
        (["900", "700.01"], "增加 199.99 万元，离 200 万元的门槛还差 0.01 万元。"),
        (["900.5", "700"], "增加 200.5 万元，超过 200 万元的门槛。"),
        (["700", "700"], "没有增减，离 200 万元的门槛还差 200 万元。"),
        (["650", "700"], "减少 50 万元，离 200 万元的门槛还差 250 万元。"),
    ] {
        assert_eq!(line(Locale::ZhHans, numbers), text, "{numbers:?}");
    }
    let exact = ["900", "700"];
    assert_eq!(line(Locale::ZhHant, exact), "增加 200 萬元，剛好達到 200 萬元的門檻。");
    assert_eq!(
        line(Locale::En, exact),
        "Increase of RMB 2,000,000: exactly the threshold of RMB 2,000,000."
    );
}

/// The sentence for screen readers about what the last screen changed.
fn announced(locale: Locale, pack: &Rc<RulePack>, state: &Rc<State>) -> String {
    let html = render_in(locale, pack, state);
    elements(&html, |element| element.has_class("ec-hidden") && element.has("role", "status"))[0]
        .text()
}

#[test]
fn the_sentence_after_a_screen_says_what_it_changed() {
    let pack = parse_pack(PUBLISHED);
    let [kind, last, before] =
        ["applicant-kind", "rd-spending", "rd-spending-before"].map(|id| fact(&pack, id));
    let known = r#"{
        "applicant-kind": "enterprise", "rd-sectors": ["information"], "registered-in-tianhe": true,
        "taxed-in-tianhe": true, "reports-in-tianhe": true, "independent-legal-person": true
    }"#;
    let after = |numbers: [&str; 2]| {
        let edits = [(last, numbers[0]), (before, numbers[1])]
            .map(|(fact, text)| Action::EditDraft(fact, text.to_owned()));
        let next = [Action::Ask(vec![last, before])].into_iter().chain(edits);
        let actions = next.chain([Action::Next(vec![last, before])]).collect();
        chosen(&pack, &["rd"], known, actions)
    };
    let met = after(["900", "700"]);
    for (locale, sentence) in [
        (Locale::ZhHans, "现在可以申报：企业研发投入增长支持，6 万元。"),
        (Locale::ZhHant, "現在可以申請：企業研發投入增長支持，6 萬元。"),
        (Locale::En, "You can now apply for: Support for growth in R&D spending, RMB 60,000."),
    ] {
        assert_eq!(announced(locale, &pack, &met), sentence);
    }
    let not_met = after(["800", "700"]);
    assert_eq!(announced(Locale::ZhHans, &pack, &not_met), "又排除了：企业研发投入增长支持。");
    // An answer to the next question does not change it. Going elsewhere ends it.
    let next = Rc::clone(&met).reduce(Action::Ask(vec![kind]));
    let edited = Rc::clone(&next).reduce(Action::Answer(kind, Some(Answer::NotSure)));
    assert_eq!(announced(Locale::ZhHans, &pack, &edited), announced(Locale::ZhHans, &pack, &met));
    let results = Rc::clone(&met).reduce(Action::Show(Screen::Results));
    assert_eq!(
        announced(Locale::ZhHans, &pack, &results),
        announced(Locale::ZhHans, &pack, &met),
        "no question is left, so the results follow"
    );
    for action in [Action::Show(Screen::Results), Action::Back, Action::GoTo(last)] {
        let elsewhere = Rc::clone(&next).reduce(action);
        assert_eq!(announced(Locale::ZhHans, &pack, &elsewhere), "");
    }
}

#[test]
fn many_measures_that_are_ruled_out_are_counted_not_named() {
    let pack = parse_pack(PUBLISHED);
    let kind = fact(&pack, "applicant-kind");
    let other = pack.facts[kind].kind.option("other").unwrap();
    let actions = vec![
        Action::Ask(vec![kind]),
        Action::Answer(kind, Some(Answer::Value(Value::Options(other)))),
        Action::Next(vec![kind]),
    ];
    let sentence = announced(Locale::ZhHans, &pack, &chosen(&pack, &["rd"], "{}", actions));
    assert_eq!(sentence, "又排除了：16 项。");
}

#[test]
fn the_estimate_of_screens_is_possible_and_does_not_jump() {
    let mut pack = Rc::unwrap_or_clone(parse_pack(PUBLISHED));
    let topics = pack.topics.len();
    pack.set_topic_medians((0..topics).map(|_| (Some(9), Some(6))));
    let pack = Rc::new(pack);
    let known = r#"{
        "applicant-kind": "enterprise", "rd-sectors": ["information"], "registered-in-tianhe": true,
        "taxed-in-tianhe": true, "reports-in-tianhe": true, "independent-legal-person": true,
        "rd-spending": 900, "rd-spending-before": 700
    }"#;
    let known = parse_answers(&pack, known);
    let mut state = chosen(&pack, &["rd"], "{}", vec![]);
    let mut preview = Preview::new(widget_pack(Locale::ZhHans, &pack));
    let mut totals = Vec::new();
    for number in 1.. {
        let Some(next) = preview.evaluation(&state).next else { break };
        state = state.reduce(Action::Ask(next.screen.clone()));
        let html = render(&pack, &state);
        let text = elements(&html, |element| element.has_class("ec-bar__number"))[0].text();
        let (shown, total) = text.split_once(" / ").unwrap();
        assert_eq!(shown, number.to_string());
        totals.push(total.parse::<usize>().unwrap());
        for fact in &next.screen {
            state = state.reduce(match known.get(*fact) {
                Some(Answer::Value(Value::Number(number))) => {
                    Action::CommitDraft(*fact, number.to_string())
                }
                answer => Action::Answer(*fact, answer.or(Some(Answer::NotSure))),
            });
        }
        state = state.reduce(Action::Next(next.screen));
    }
    assert_eq!(totals.first(), Some(&6));
    // The last question might have led to another one.
    assert_eq!(totals.last(), Some(&(totals.len() + 1)));
    assert!(totals.is_sorted_by(|one, next| one.abs_diff(*next) <= 1), "{totals:?}");
    assert!(totals.iter().enumerate().all(|(index, total)| *total > index), "{totals:?}");
}
