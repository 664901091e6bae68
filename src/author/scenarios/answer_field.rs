//! The answer to one question: a control for its kind.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::model::decimal_text;
use crate::author::text::Texts;
use crate::author::ui::{SelectBox, SelectGroup, TextBox, check_box, tool};
use crate::engine::{Answer, answer_from_json, answer_to_json, parse_answer};
use crate::rulebook::{Fact, FactKind, Json, Locale, RulePack};
use crate::widget::unit_title;

/// The answer in place of a value, for a firm that does not know.
fn not_sure() -> Json {
    Json::Object(vec![("not-sure".to_owned(), Json::Bool(true))])
}

/// The first answer to a question that is added.
pub(super) fn first_answer(fact: &Fact) -> Json {
    match &fact.kind {
        FactKind::YesNo => Json::Bool(true),
        FactKind::Choice(options) => {
            options.first().map_or_else(not_sure, |option| Json::String(option.id.to_string()))
        }
        FactKind::Choices(_) => Json::Array(Vec::new()),
        FactKind::Number(_) | FactKind::Date => not_sure(),
    }
}

/// The control. `commit` gets an answer, and returns whether it is accepted.
pub(super) fn answer_field(
    pack: &Rc<RulePack>,
    locale: Locale,
    fact: &Fact,
    answer: &Json,
    id: &str,
    texts: &Texts,
    commit: &Callback<Json, bool>,
) -> Html {
    let question = fact.question.get(locale).to_string();
    let is_not_sure = *answer == not_sure();
    match &fact.kind {
        FactKind::YesNo => {
            let options = [("true", texts.cases.yes), ("false", texts.cases.no)];
            menu(question, options, answer, id, texts, commit, |value| Json::Bool(value == "true"))
        }
        FactKind::Choice(options) => {
            let labels: Vec<(String, String)> = options
                .iter()
                .map(|option| (option.id.to_string(), option.label.get(locale).to_string()))
                .collect();
            let value = |value: &str| Json::String(value.to_owned());
            menu(question, labels, answer, id, texts, commit, value)
        }
        FactKind::Choices(options) => {
            let chosen: Vec<&str> = answer.items().iter().filter_map(Json::as_str).collect();
            let all: Vec<String> = options.iter().map(|option| option.id.to_string()).collect();
            let boxes = options.iter().map(|option| {
                let is_chosen = chosen.contains(&&*option.id);
                let toggle = {
                    let (all, id, commit) = (all.clone(), option.id.to_string(), commit.clone());
                    let chosen: Vec<String> = chosen.iter().map(|id| (*id).to_owned()).collect();
                    Callback::from(move |is_on: String| {
                        let is_in = |one: &String| match *one == id {
                            true => is_on == "true",
                            false => chosen.contains(one),
                        };
                        let ids = all.iter().filter(|one| is_in(one)).cloned().map(Json::String);
                        commit.emit(Json::Array(ids.collect()))
                    })
                };
                check_box(option.label.get(locale).to_string(), is_chosen, toggle)
            });
            html! {
                <fieldset class="au-answer" id={id.to_owned()} tabindex="-1">
                    <legend>{ question }</legend>
                    { for boxes }
                    { not_sure_box(is_not_sure, Json::Array(Vec::new()), texts, commit) }
                </fieldset>
            }
        }
        kind @ (FactKind::Number(_) | FactKind::Date) => {
            let value = if is_not_sure { String::new() } else { decimal_text(answer) };
            let typed = {
                let (pack, kind, commit) = (Rc::clone(pack), kind.clone(), commit.clone());
                Callback::from(move |text: String| {
                    let parsed = parse_answer(&pack, &kind, &text).ok().flatten();
                    let json = parsed.map(|value| answer_to_json(&kind, Answer::Value(value)));
                    json.is_some_and(|json| commit.emit(json))
                })
            };
            let label = match kind {
                FactKind::Number(number) => {
                    format!("{question} ({})", unit_title(locale, pack, &number.unit))
                }
                _ => question.clone(),
            };
            let unsure = {
                let commit = commit.clone();
                Callback::from(move |_: MouseEvent| {
                    commit.emit(not_sure());
                })
            };
            html! {
                <div class="au-row">
                    <TextBox
                        {label}
                        {value}
                        id={AttrValue::from(id.to_owned())}
                        inputmode={matches!(kind, FactKind::Number(_)).then_some("decimal")}
                        invalid={invalid_text(pack, locale, kind, texts)}
                        commit={typed}
                    />
                    if is_not_sure {
                        <strong class="au-answer__unsure">{ texts.cases.not_sure }</strong>
                    } else {
                        { tool(None, texts.cases.not_sure, &question, false, unsure) }
                    }
                </div>
            }
        }
    }
}

fn invalid_text(pack: &RulePack, locale: Locale, kind: &FactKind, texts: &Texts) -> String {
    let FactKind::Number(number) = kind else { return texts.cases.day_invalid.to_owned() };
    let unit = unit_title(locale, pack, &number.unit);
    let min = number.min.map(|min| format!("≥ {min}"));
    let bounds: Vec<String> =
        min.into_iter().chain(number.max.map(|max| format!("≤ {max}"))).collect();
    format!("{} ({unit} {})", texts.cases.answer_invalid, bounds.join(", "))
}

fn not_sure_box(
    is_not_sure: bool,
    otherwise: Json,
    texts: &Texts,
    commit: &Callback<Json, bool>,
) -> Html {
    let commit = commit.clone();
    let toggle = Callback::from(move |is_on: String| {
        commit.emit(if is_on == "true" { not_sure() } else { otherwise.clone() })
    });
    check_box(texts.cases.not_sure, is_not_sure, toggle)
}

fn menu<V: Into<AttrValue>, T: Into<AttrValue>>(
    question: String,
    options: impl IntoIterator<Item = (V, T)>,
    answer: &Json,
    id: &str,
    texts: &Texts,
    commit: &Callback<Json, bool>,
    json: impl Fn(&str) -> Json + 'static,
) -> Html {
    let value = match answer {
        Json::String(id) => id.clone(),
        Json::Bool(yes) => yes.to_string(),
        unsure if *unsure == not_sure() => "?".to_owned(),
        other => other.to_text(),
    };
    let options = options.into_iter().map(|(value, text)| (value.into(), text.into()));
    let mut all: Vec<(AttrValue, AttrValue)> = options.collect();
    all.push(("?".into(), texts.cases.not_sure.into()));
    let commit = {
        let commit = commit.clone();
        Callback::from(move |value: String| {
            commit.emit(if value == "?" { not_sure() } else { json(&value) })
        })
    };
    html! {
        <SelectBox
            label={question}
            {value}
            groups={SelectGroup::plain(all)}
            id={AttrValue::from(id.to_owned())}
            {commit}
        />
    }
}

/// Whether the pack accepts an answer.
pub(super) fn is_accepted(pack: &RulePack, fact: &Fact, answer: &Json) -> bool {
    answer_from_json(pack, &fact.kind, answer).is_ok()
}
