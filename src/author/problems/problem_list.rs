//! All problems of the document.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::checks::{Checks, Problem, Severity, Summary};
use crate::author::context::{use_dispatch, use_texts};
use crate::author::examples::{About, SuggestionList};
use crate::author::host::AuthorHost;
use crate::author::notice::use_notice;
use crate::author::state::{Action, Document};
use crate::author::text::{Texts, fill};
use crate::author::ui::tool;
use crate::rulebook::Locale;

use super::problem_card::problem_card;

/// Most cards at once. A pack that was just begun has hundreds of problems, and the first ones
/// cause the others.
const MOST: usize = 50;

/// The props of the list.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct ProblemListProps {
    /// The document
    pub(in crate::author) document: Document,
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// The problems of the document, and its size.
#[component]
pub(in crate::author) fn ProblemList(props: &ProblemListProps) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    // The example that is shown in words: at most one, as the worker answers the last request.
    let shown = use_state_eq(|| None::<About>);
    let document = &props.document;
    let files = &document.scenario_files.now;
    // The name of the added scenario, or why none was added.
    let notice = use_notice::<_, Result<String, &'static str>>(files);
    let is_current = document.current_checks().is_some();
    let note = if document.has_check_failed { texts.check_failed } else { texts.checking };
    let add = {
        let (dispatch, shown, notice) = (dispatch.clone(), shown.setter(), notice.setter());
        let (files, texts) = (files.clone(), Rc::clone(&texts));
        Callback::from(move |scenario: String| {
            let Some((files, index)) = files.add(&scenario) else {
                return notice.set(Err(texts.compare.add_failed));
            };
            notice.set_after_change(Ok(fill(texts.cases.added, &[&files.name_of(index)])));
            shown.set(None);
            dispatch.emit(Action::EditScenarios(files));
        })
    };
    let example = |problem: &Problem| {
        let Some(case) = &problem.example else { return html! {} };
        let about = About::Case(case.clone(), problem.place.pointer.clone());
        let is_shown = shown.as_ref() == Some(&about);
        let toggle = {
            let (shown, about) = (shown.setter(), about.clone());
            Callback::from(move |_: MouseEvent| shown.set((!is_shown).then(|| about.clone())))
        };
        html! {
            <>
                { example_text(problem, props.locale, &texts) }
                { tool(None, texts.cases.example_scenario, &problem.place.pointer, false, toggle) }
                if let Some(text) = document.usable.as_ref().filter(|_| is_shown) {
                    <SuggestionList
                        {about}
                        text={Rc::clone(text)}
                        scenarios={Rc::clone(&document.scenarios)}
                        locale={props.locale}
                        host={props.host.clone()}
                        add={add.clone()}
                    />
                }
            </>
        }
    };
    html! {
        <div class="au-problems" aria-busy={(!is_current).to_string()}>
            <p class="au-problems__state" role="status">
                if let Some(checks) = document.current_checks() {
                    { counts(checks, &texts) }
                } else {
                    { note }
                }
            </p>
            <p role="status">
                if let Some(Ok(added)) = notice.content() {
                    { added }
                }
            </p>
            if let Some(Err(why)) = notice.content() {
                <p class="au-error" role="alert">{ why }</p>
            }
            if let Some((_, checks)) = &document.checks {
                <ol class="au-problems__list">
                    { for checks.problems.iter().enumerate().take(MOST).map(|(index, problem)| {
                        problem_card(
                            index, problem, is_current, example(problem), &texts, &dispatch,
                        )
                    }) }
                </ol>
                { undecided(checks, &texts) }
                if let Some(summary) = &checks.summary {
                    <p class="au-problems__summary">{ summary_text(summary, &texts) }</p>
                }
            }
        </div>
    }
}

/// The case in words; as JSON if the pack does not accept it.
fn example_text(problem: &Problem, locale: Locale, texts: &Texts) -> Html {
    let words = problem.example_words.get(locale);
    match &problem.example {
        Some(json) if words.is_empty() => {
            html! { <p><code>{ fill(texts.example, &[json]) }</code></p> }
        }
        _ => html! { <p>{ fill(texts.example, &[words]) }</p> },
    }
}

fn counts(checks: &Checks, texts: &Texts) -> String {
    if checks.problems.is_empty() {
        return texts.no_problems.to_owned();
    }
    let count = |severity, text| {
        let count = checks.count(severity);
        (count > 0).then(|| fill(text, &[&count.to_string()]))
    };
    let counts = [count(Severity::Fault, texts.faults), count(Severity::Finding, texts.findings)];
    counts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn undecided(checks: &Checks, texts: &Texts) -> Html {
    let lines = checks.undecided.iter().map(|one| {
        html! {
            <li>
                { fill(texts.undecided, &[&one.id]) }
                <p>{ &one.reason }</p>
                <p>{ &one.help }</p>
            </li>
        }
    });
    html! {
        if !checks.undecided.is_empty() {
            <ul class="au-problems__undecided">{ for lines }</ul>
        }
    }
}

fn summary_text(summary: &Summary, texts: &Texts) -> String {
    let numbers = [summary.measures, summary.facts, summary.provisions];
    let [measures, facts, provisions] = numbers.map(|number| number.to_string());
    let values = [&measures, &facts, &provisions, &summary.version, &summary.fingerprint];
    fill(texts.summary, &values.map(String::as_str))
}
