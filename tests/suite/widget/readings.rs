//! The line below an input: how a text was read, and doubts that the user can confirm. And the
//! searches, which read typed text too.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::{Action, Screen, State};
use serde_json::json;

use crate::dom::elements;
use crate::markup::{render, render_in, state};
use crate::support::{HARBOUR, PUBLISHED, changed_pack, fact, parse_pack};

const DAY: &str = "2019-05-10";

/// Harbour with usual values, a relation and a day in the future.
fn pack() -> Rc<RulePack> {
    changed_pack(HARBOUR, |json| {
        let facts = json["facts"].as_array_mut().unwrap();
        let founded = facts.iter().find(|fact| fact["id"] == "founded").unwrap();
        let (mut moved, mut expires) = (founded.clone(), founded.clone());
        moved["id"] = json!("moved");
        (expires["id"], expires["future"]) = (json!("expires"), json!(true));
        facts.extend([moved, expires]);
        for fact in facts.iter_mut().filter(|fact| fact["id"] == "revenue") {
            fact["kind"]["number"]["usual"] = json!([10, 50000]);
            fact["kind"]["number"]["max"] = json!(10_000_000);
        }
        json["relations"] = json!([
            {"holds": {"at-most": ["founded", "moved"]}, "message": {"zh-Hans": "迁入早于成立。"}},
            {
                "holds": {"not": {"all": [{"is": ["registered", false]}, {"is": ["scale", "large"]}]}},
                "message": {"zh-Hans": "大型单位都已登记。"},
            },
        ]);
    })
}

/// The line below the input of a fact, in the list of all questions.
fn line(pack: &Rc<RulePack>, locale: Locale, id: &str, answers: &str, action: Action) -> String {
    let actions = vec![Action::Show(Screen::AllQuestions), action];
    line_of(pack, locale, id, &state(pack, DAY, answers, actions))
}

fn line_of(pack: &Rc<RulePack>, locale: Locale, id: &str, state: &Rc<State>) -> String {
    let html = render_in(locale, pack, state);
    let field = format!("{id}.reading");
    let lines = elements(&html, |element| element.has("id", &field));
    lines.first().map(|line| line.text()).unwrap_or_default()
}

fn edit(pack: &RulePack, id: &str, text: &str) -> Action {
    Action::EditDraft(fact(pack, id), text.to_owned())
}

fn commit(pack: &RulePack, id: &str, text: &str) -> Action {
    Action::CommitDraft(fact(pack, id), text.to_owned())
}

#[test]
fn a_large_number_is_read_in_words_while_it_is_typed() {
    let pack = parse_pack(PUBLISHED);
    for (locale, text, expected) in [
        (Locale::ZhHans, "9999", ""),
        (Locale::ZhHans, "10000", "读作 1 亿元"),
        (Locale::ZhHant, "12345.6", "讀作 1.23456 億元"),
        (Locale::En, "12345.6", "We read this as RMB 123,456,000"),
    ] {
        let action = edit(&pack, "revenue-last-year", text);
        assert_eq!(line(&pack, locale, "revenue-last-year", "{}", action), expected, "{text}");
    }
    for (locale, expected) in [
        (Locale::ZhHans, "5000 亿元"),
        (Locale::ZhHant, "5000 億元"),
        (Locale::En, "RMB 500,000,000,000"),
    ] {
        let action = edit(&pack, "revenue-last-year", "50000000");
        let found = line(&pack, locale, "revenue-last-year", "{}", action);
        assert!(found.contains(expected), "{found}");
    }
}

#[test]
fn another_spelling_is_read_back_once_it_is_complete() {
    let pack = pack();
    let text = "2018。3。1";
    let found = |action| line(&pack, Locale::ZhHans, "founded", "{}", action);
    assert_eq!(found(edit(&pack, "founded", text)), "");
    assert_eq!(found(commit(&pack, "founded", text)), "读作 2018年3月1日");
    assert_eq!(found(commit(&pack, "founded", "2018-03-01")), "");
    let revenue =
        |text| line(&pack, Locale::ZhHans, "revenue", "{}", commit(&pack, "revenue", text));
    assert_eq!(revenue("￥5,000,000"), "读作 500 万元");
    assert_eq!(revenue("500"), "");
}

#[test]
fn an_unusual_number_is_asked_back_with_what_is_usual() {
    let pack = pack();
    let found = |action| line(&pack, Locale::ZhHans, "revenue", "{}", action);
    let high = "读作 500 亿元，一般在 10 万元至 5 亿元之间。请核对数字和单位。";
    assert_eq!(found(edit(&pack, "revenue", "5000000")), high);
    // More digits may follow.
    assert_eq!(found(edit(&pack, "revenue", "9")), "");
    assert!(found(commit(&pack, "revenue", "9")).contains("一般在"));
    assert_eq!(found(commit(&pack, "revenue", "10")), "");
}

#[test]
fn an_event_in_the_future_and_a_contradiction_are_asked_back_at_once() {
    let pack = pack();
    let found = |id: &str, answers: &str, text: &str| {
        line(&pack, Locale::ZhHans, id, answers, edit(&pack, id, text))
    };
    let not_yet = "2030年1月1日晚于查询日期（2019年5月10日），按还没有发生处理。请核对年份。";
    assert_eq!(found("founded", "{}", "2030-01-01"), not_yet);
    assert_eq!(found("expires", "{}", "2030-01-01"), "");
    let founded = r#"{"founded": "2018-03-01"}"#;
    assert_eq!(found("moved", founded, "2018-02-28"), "迁入早于成立。请核对这几项回答。");
    assert_eq!(found("moved", founded, "2018-03-01"), "");
}

#[test]
fn a_contradiction_between_options_is_shown_at_both() {
    let pack = pack();
    let answers = r#"{"registered": false, "scale": "large"}"#;
    let actions = vec![Action::Show(Screen::AllQuestions)];
    let html = render(&pack, &state(&pack, DAY, answers, actions));
    assert_eq!(html.matches("大型单位都已登记。").count(), 2);
}

#[test]
fn a_confirmed_answer_is_not_doubted_again_until_it_changes() {
    let pack = pack();
    let revenue = fact(&pack, "revenue");
    let actions = |more: Vec<Action>| {
        let first = [Action::Show(Screen::AllQuestions), commit(&pack, "revenue", "5000000")];
        state(&pack, DAY, "{}", first.into_iter().chain(more).collect())
    };
    let found = |more| line_of(&pack, Locale::ZhHans, "revenue", &actions(more));
    assert!(found(vec![]).contains("一般在"));
    let confirm = Action::ConfirmAnswer(revenue);
    assert_eq!(found(vec![confirm.clone()]), "读作 500 亿元");
    assert!(found(vec![confirm, commit(&pack, "revenue", "6000000")]).contains("一般在"));
}

#[test]
fn a_doubt_that_was_on_the_screen_does_not_hold_the_user_back() {
    let pack = pack();
    let revenue = fact(&pack, "revenue");
    let go_to = [Action::Show(Screen::Question), Action::GoTo(revenue)];
    let pinned = |more: Vec<Action>| {
        state(&pack, DAY, "{}", go_to.iter().cloned().chain(more).collect())
            .asked()
            .first()
            .copied()
    };
    assert_eq!(pinned(vec![edit(&pack, "revenue", "5000000"), Action::Next(vec![revenue])]), None);
    // A small number is doubted only when it is complete: held back once.
    let low = vec![edit(&pack, "revenue", "9"), Action::Next(vec![revenue])];
    assert_eq!(pinned(low.clone()), Some(revenue));
    assert_eq!(pinned([low, vec![Action::Next(vec![revenue])]].concat()), None);
}

#[test]
fn the_searches_ignore_width_and_find_synonyms() {
    let pack = parse_pack(PUBLISHED);
    let titles = |query: &str| {
        let actions = vec![Action::Show(Screen::AllQuestions), Action::SetQuery(query.to_owned())];
        render(&pack, &state(&pack, DAY, "{}", actions))
    };
    for (query, title) in [
        ("５００", "世界500强"),
        ("高企", "高新技术企业认定奖励"),
        ("\u{200b}高 新", "高新技术企业认定奖励"),
        ("ｒ＆ｄ", "企业研发投入增长支持"),
    ] {
        assert!(titles(query).contains(title), "{query}");
    }
    let lists = fact(&pack, "settler-lists");
    let search = |text: &str| {
        let actions = vec![
            Action::Show(Screen::Question),
            Action::GoTo(lists),
            Action::SearchOptions(lists, text.to_owned()),
        ];
        render(&pack, &state(&pack, DAY, "{}", actions))
    };
    let option = "中国民营企业500强";
    assert!(search("５００").contains(option) && search("500 强").contains(option));
    assert!(!search("银行卡").contains(option));
}
