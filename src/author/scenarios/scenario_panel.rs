//! The panel with the scenarios.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::checks::{GapText, ScenarioCheck, ScenarioChecks};
use crate::author::context::Dispatch;
use crate::author::problems::problem_card;
use crate::author::start::read_pack;
use crate::author::state::{Action, Document};
use crate::author::text::{Texts, fill};
use crate::widget::download_text;

/// Most gaps at once.
const MOST_GAPS: usize = 50;

/// The results of the scenarios, and what nobody has tried.
pub(in crate::author) fn scenario_panel(
    document: &Document,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    let checks = document.checks.as_ref().and_then(|(_, checks)| checks.scenarios.as_ref());
    html! {
        <div class="au-scenarios">
            { files(document, texts, dispatch) }
            if let Some(checks) = checks {
                { results(checks, texts, dispatch) }
            } else {
                <p role="status">{ texts.preview_none }</p>
            }
        </div>
    }
}

fn files(document: &Document, texts: &Texts, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let file = input.files().and_then(|files| files.get(0));
            input.set_value("");
            let dispatch = dispatch.clone();
            if let Some(file) = file {
                spawn_local(async move {
                    if let Ok(text) = read_pack(file).await {
                        dispatch.emit(Action::OpenScenarios(text.into()));
                    }
                });
            }
        })
    };
    let save = {
        let (scenarios, dispatch) = (Rc::clone(&document.scenarios), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            download_text("application/json", "scenarios.json", &scenarios);
            dispatch.emit(Action::SavedScenarios(Rc::clone(&scenarios)));
        })
    };
    html! {
        <p class="au-start__ways">
            <label class="au-file">
                <span class="au-button">{ texts.scenarios_open }</span>
                <input type="file" accept=".json,application/json" {onchange} />
            </label>
            if !document.scenarios.is_empty() {
                <button class="au-button" type="button" onclick={save}>{ texts.scenarios_save }</button>
            }
        </p>
    }
}

fn results(checks: &ScenarioChecks, texts: &Texts, dispatch: &Dispatch) -> Html {
    let passed = checks.results.iter().filter(|result| result.differences.is_empty()).count();
    let count = [checks.results.len(), passed].map(|count| count.to_string());
    let [all, passed] = &count;
    let faults = checks.faults.iter().enumerate();
    html! {
        <>
            if !checks.faults.is_empty() {
                <ol class="au-problems__list">
                    { for faults.map(|(index, fault)| problem_card(index, fault, false, texts, dispatch)) }
                </ol>
            } else if checks.results.is_empty() {
                <p>{ texts.scenarios_none }</p>
            } else {
                <p role="status">{ fill(texts.scenarios_count, &[all, passed]) }</p>
                <ul class="au-scenarios__list">{ for checks.results.iter().map(|one| result(one, texts)) }</ul>
            }
            { gaps(&checks.gaps, texts) }
        </>
    }
}

fn result(result: &ScenarioCheck, texts: &Texts) -> Html {
    let state =
        if result.differences.is_empty() { texts.scenario_passed } else { texts.scenario_failed };
    html! {
        <li>
            { &result.name }{ " · " }<strong>{ state }</strong>
            { for result.differences.iter().map(|one| html! { <p lang="en">{ one }</p> }) }
        </li>
    }
}

fn gaps(gaps: &[GapText], texts: &Texts) -> Html {
    if gaps.is_empty() {
        return html! { <p>{ texts.gaps_none }</p> };
    }
    html! {
        <>
            <h2>{ fill(texts.gaps, &[&gaps.len().to_string()]) }</h2>
            <ul lang="en">
                { for gaps.iter().take(MOST_GAPS).map(|gap| html! { <li>{ &gap.sentence }</li> }) }
            </ul>
        </>
    }
}
