//! The list of scenarios. The open one shows its editor.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::author::checks::{Problem, ScenarioCheck, ScenarioChecks};
use crate::author::context::use_texts;
use crate::author::scenario_files::ScenarioEdit;
use crate::author::text::{Texts, fill};
use crate::author::ui::{TextBox, check_box, tool};
use crate::engine::parse_day;
use crate::rulebook::{Json, Locale, format_date};

use super::answers_view::answers_view;
use super::card::{Card, CardChange};
use super::expected_view::expected_view;
use super::shared_pack::SharedPack;

/// Scenarios that are shown at once.
const PAGE: usize = 30;

/// What the list is about.
#[derive(Clone, PartialEq)]
pub(super) struct ListParts {
    /// The scenarios of each file
    pub(super) lists: Rc<Vec<Option<Vec<Json>>>>,
    /// Their results
    pub(super) checks: Rc<ScenarioChecks>,
    /// Whether the results are about these scenarios
    pub(super) is_current: bool,
    /// The pack
    pub(super) pack: SharedPack,
    /// The language of the pack's texts
    pub(super) locale: Locale,
    /// The language of the page
    pub(super) page_locale: Locale,
    /// Changes a scenario
    pub(super) change: Callback<CardChange, bool>,
}

/// The props of the list.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ScenarioListProps {
    /// What it is about
    pub(super) parts: ListParts,
    /// The index of the scenario that is open
    pub(super) open: Option<usize>,
    /// Opens or closes a scenario
    pub(super) toggle: Callback<usize>,
}

/// The scenarios with their results.
#[component]
pub(super) fn ScenarioList(props: &ScenarioListProps) -> Html {
    let texts = use_texts();
    let query = use_state_eq(String::new);
    let only_wrong = use_state_eq(|| false);
    let most = use_state_eq(|| PAGE);
    let ListParts { lists, checks, is_current, .. } = &props.parts;
    let all: Vec<&Json> = lists.iter().flatten().flatten().collect();
    let check = |index: usize| checks.results.get(index).filter(|_| *is_current);
    let is_shown = |(index, json): &(usize, &&Json)| {
        let is_open = props.open == Some(*index);
        let is_wrong = check(*index).is_some_and(|check| !check.has_passed());
        let name = json.get("name").and_then(Json::as_str).unwrap_or_default();
        is_open || ((!*only_wrong || is_wrong) && name.contains(query.trim()))
    };
    let found: Vec<(usize, &&Json)> = all.iter().enumerate().filter(is_shown).collect();
    let left = found.len().saturating_sub(*most);
    let is_visible =
        |(at, (index, _)): &(usize, &(usize, &&Json))| *at < *most || props.open == Some(*index);
    let items = found.iter().enumerate().filter(is_visible);
    let items = items.map(|(_, (index, json))| {
        let name = json.get("name").and_then(Json::as_str).unwrap_or_default();
        let onclick = {
            let (toggle, index) = (props.toggle.clone(), *index);
            Callback::from(move |_: MouseEvent| toggle.emit(index))
        };
        let is_open = props.open == Some(*index);
        html! {
            <li class={item_class(check(*index))} key={*index}>
                <button
                    class="au-scenario__head"
                    type="button"
                    aria-expanded={is_open.to_string()}
                    {onclick}
                >
                    { name }{ " · " }<strong>{ state(check(*index), &texts) }</strong>
                </button>
                if is_open {
                    { editor(&props.parts, *index, json, check(*index), &texts) }
                }
            </li>
        }
    });
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + PAGE))
    };
    html! {
        <>
            { summary(checks, all.len(), *is_current, &texts) }
            { filters(all.len(), &query, &only_wrong, &texts) }
            <ol class="au-scenarios__list">{ for items }</ol>
            if left > 0 {
                <button class="au-button" type="button" onclick={more}>
                    { fill(texts.cases.more, &[&left.min(PAGE).to_string()]) }
                </button>
            }
        </>
    }
}

fn item_class(check: Option<&ScenarioCheck>) -> &'static str {
    match check {
        Some(check) if !check.has_passed() => "au-scenario au-scenario--wrong",
        _ => "au-scenario",
    }
}

fn state(check: Option<&ScenarioCheck>, texts: &Texts) -> &'static str {
    match check {
        None => texts.cases.unchecked,
        Some(check) if !check.has_run => texts.cases.faulty,
        Some(check) if check.has_passed() => texts.scenario_passed,
        Some(_) => texts.scenario_failed,
    }
}

/// The number of scenarios, and the faults of a text that is not a list.
fn summary(checks: &ScenarioChecks, count: usize, is_current: bool, texts: &Texts) -> Html {
    let passed = checks.results.iter().filter(|check| check.has_passed()).count();
    let counts = [count, passed].map(|count| count.to_string());
    let [all, passed] = &counts;
    let general = checks.faults.iter().filter(|fault| fault.place.pointer.is_empty());
    html! {
        <>
            if count == 0 {
                <p>{ texts.scenarios_none }</p>
            } else if is_current {
                <p role="status">{ fill(texts.scenarios_count, &[all, passed]) }</p>
            }
            { for general.map(fault_text) }
        </>
    }
}

fn fault_text(fault: &Problem) -> Html {
    html! {
        <p class="au-error" lang="en">
            { &fault.message }
            if let Some(help) = &fault.help {
                { ". " }{ help }
            }
        </p>
    }
}

fn filters(
    count: usize,
    query: &UseStateHandle<String>,
    only_wrong: &UseStateHandle<bool>,
    texts: &Texts,
) -> Html {
    if count < 2 {
        return html! {};
    }
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value());
            }
        })
    };
    let toggle = {
        let only_wrong = only_wrong.setter();
        Callback::from(move |is_on: String| {
            only_wrong.set(is_on == "true");
            true
        })
    };
    html! {
        <div class="au-row">
            <label class="au-field">
                <span class="au-field__label">{ texts.cases.find }</span>
                <input type="search" value={(**query).clone()} {oninput} />
            </label>
            { check_box(texts.cases.only_wrong, **only_wrong, toggle) }
        </div>
    }
}

fn editor(
    parts: &ListParts,
    index: usize,
    json: &Json,
    check: Option<&ScenarioCheck>,
    texts: &Texts,
) -> Html {
    let pointer = format!("/{index}");
    let inside = format!("{pointer}/");
    let is_own = |fault: &&Problem| {
        fault.place.pointer == pointer || fault.place.pointer.starts_with(&inside)
    };
    let card = Card {
        index,
        json,
        check,
        faults: parts.checks.faults.iter().filter(|_| parts.is_current).filter(is_own).collect(),
        pack: &parts.pack.0,
        locale: parts.locale,
        page_locale: parts.page_locale,
        texts,
        change: parts.change.clone(),
    };
    let words = &texts.cases;
    let text = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
    let set_name = card.on_value(|name: String| Some(ScenarioEdit::Name(name.trim().to_owned())));
    let set_day =
        card.on_value(|day: String| parse_day(&day).map(|day| ScenarioEdit::Day(format_date(day))));
    let name = text("name");
    html! {
        <div class="au-scenario__editor">
            { for card.faults.iter().map(|fault| fault_text(fault)) }
            <TextBox
                label={words.name}
                value={name.clone()}
                id={AttrValue::from(card.id("name"))}
                invalid={words.name_invalid}
                commit={set_name}
            />
            <TextBox
                label={words.day}
                value={text("as-of")}
                id={AttrValue::from(card.id("day"))}
                invalid={words.day_invalid}
                commit={set_day}
            />
            { answers_view(&card) }
            { expected_view(&card) }
            <div class="au-tools">
                { tool(None, words.duplicate, &name, false,
                    card.on_click(vec![ScenarioEdit::Duplicate], None)) }
                { tool(None, words.delete, &name, false,
                    card.on_click(vec![ScenarioEdit::Delete], None)) }
            </div>
        </div>
    }
}
