//! The panel that compares.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::host::AuthorHost;
use crate::author::notice::use_notice;
use crate::author::scenario_files::is_list;
use crate::author::start::{FileError, read_pack};
use crate::author::state::Action;
use crate::author::task::Task;
use crate::author::text::{CompareTexts, Texts, fill};
use crate::rulebook::Locale;

use super::change_list::item_list;
use super::compared::{Changes, CompareError, CompareInput, ScenarioChange};
use super::measure_list::{count, measure_list};

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct ComparePanelProps {
    /// The text of a pack without faults: the last one that there was
    pub(in crate::author) text: Option<Rc<str>>,
    /// Whether the text in the editor has faults, so that an older one is compared
    pub(in crate::author) is_older: bool,
    /// The text of the scenarios
    pub(in crate::author) scenarios: Rc<str>,
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// Whether the panel is shown. A hidden one does not compare
    pub(in crate::author) is_shown: bool,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// The published version: the name and the text of its file.
type Published = (Rc<str>, Rc<str>);

/// The result of the worker; `None` if it failed.
type Compared = Option<Rc<Result<Changes, CompareError>>>;

/// Opens the published version, and compares the document with it after each change.
#[component]
pub(in crate::author) fn ComparePanel(props: &ComparePanelProps) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let published = use_state(|| None::<Published>);
    let problem = use_state(|| None::<(FileError, Rc<str>)>);
    let result = use_state(|| None::<Compared>);
    // Whether the last firm was added to the scenarios.
    let has_added = use_notice::<_, bool>(&props.scenarios);
    let text = &texts.compare;

    let input = published.as_ref().zip(props.text.as_ref()).filter(|_| props.is_shown);
    let input = input.map(|((_, old), new)| CompareInput {
        old: Rc::clone(old),
        new: Rc::clone(new),
        scenarios: Rc::clone(&props.scenarios),
        locale: props.locale,
    });
    use_effect_with((input, props.host.clone()), {
        let result = result.setter();
        move |(input, host)| {
            if let Some(input) = input {
                host.request(Task::Compare, input, move |found| result.set(Some(found)));
            }
        }
    });

    let onchange = {
        let (published, problem, result) = (published.setter(), problem.setter(), result.setter());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let file = input.files().and_then(|files| files.get(0));
            input.set_value("");
            let Some(file) = file else { return };
            let (published, problem, result) = (published.clone(), problem.clone(), result.clone());
            spawn_local(async move {
                let name: Rc<str> = file.name().into();
                match read_pack(file).await {
                    Ok(text) => {
                        result.set(None);
                        problem.set(None);
                        published.set(Some((name, text.into())));
                    }
                    Err(error) => problem.set(Some((error, name))),
                }
            });
        })
    };
    let add = {
        let (scenarios, has_added) = (Rc::clone(&props.scenarios), has_added.setter());
        Callback::from(move |scenario: String| {
            if is_list(&scenarios) {
                has_added.set_after_change(true);
            } else {
                has_added.set(false);
            }
            dispatch.emit(Action::AddScenario(scenario));
        })
    };
    html! {
        <div class="au-compare">
            <p>{ text.intro }</p>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button">{ text.open }</span>
                    <input type="file" accept=".json,application/json" {onchange} />
                </label>
            </p>
            if let Some((error, name)) = &*problem {
                <p class="au-error" role="alert">{ error.text(&texts, name) }</p>
            }
            <p role="status">
                if has_added.content() == Some(&true) {
                    { text.added_scenario }
                }
            </p>
            if has_added.content() == Some(&false) {
                <p class="au-error" role="alert">{ text.add_failed }</p>
            }
            if let Some((name, _)) = &*published {
                if props.text.is_none() {
                    <p role="status">{ texts.preview_none }</p>
                } else if props.is_older {
                    <p role="status">{ text.older }</p>
                }
                { match &*result {
                    None if props.text.is_none() => html! {},
                    None => html! { <p role="status">{ text.comparing }</p> },
                    Some(None) => html! { <p class="au-error" role="alert">{ text.failed }</p> },
                    Some(Some(result)) => outcome(name, result, &texts, &add),
                } }
            }
        </div>
    }
}

fn outcome(
    name: &str,
    result: &Result<Changes, CompareError>,
    texts: &Texts,
    add: &Callback<String>,
) -> Html {
    let text = &texts.compare;
    match result {
        Ok(changes) => all_changes(name, changes, texts, add),
        Err(CompareError::NewFaults) => html! { <p role="status">{ texts.preview_none }</p> },
        Err(CompareError::OldFaults(count, first)) => html! {
            <p class="au-error" role="alert">
                { fill(text.old_faults, &[name, &count.to_string()]) }
                { " " }<span lang="en">{ first }</span>
            </p>
        },
    }
}

/// All differences, those of meaning first.
fn all_changes(name: &str, changes: &Changes, texts: &Texts, add: &Callback<String>) -> Html {
    let text = &texts.compare;
    let count_text = |text: &str, count: usize| {
        html! { if count > 0 { <p>{ fill(text, &[&count.to_string()]) }</p> } }
    };
    let heading =
        |text: &str, count: usize| html! { <h2>{ fill(text, &[&count.to_string()]) }</h2> };
    let is_same =
        changes.measures.is_empty() && changes.items.is_empty() && changes.scenarios.is_empty();
    html! {
        <>
            <p>{ fill(text.versions, &[name, &changes.old_version, &changes.new_version]) }</p>
            if let Some(id) = &changes.other_policy {
                <p class="au-error" role="alert">{ fill(text.other_policy, &[id]) }</p>
            }
            if is_same {
                <p>{ text.same }</p>
            }
            { count_text(text.gain, count(&changes.measures, true)) }
            { count_text(text.lose, count(&changes.measures, false)) }
            if !changes.measures.is_empty() {
                { heading(text.measures, changes.measures.len()) }
                { measure_list(&changes.measures, texts, add) }
            }
            { scenario_list(changes, text) }
            if !changes.items.is_empty() {
                { heading(text.items, changes.items.len()) }
                { item_list(&changes.items, texts) }
            }
            if !changes.wording.is_empty() {
                { heading(text.wording, changes.wording.len()) }
                { item_list(&changes.wording, texts) }
            }
        </>
    }
}

fn scenario_list(changes: &Changes, texts: &CompareTexts) -> Html {
    if changes.compared_scenarios == 0 && changes.unreadable.is_empty() {
        return html! { <p>{ texts.no_scenarios }</p> };
    }
    let mut names: Vec<&str> = changes.scenarios.iter().map(|one| &*one.scenario).collect();
    names.dedup();
    let counts = [names.len(), changes.compared_scenarios].map(|count| count.to_string());
    let [changed, all] = &counts;
    let line = |one: &ScenarioChange| {
        html! {
            <li>
                { &one.scenario }{ " · " }{ &one.measure }{ " · " }
                <del>{ &one.before }</del>{ " " }<ins>{ &one.after }</ins>
            </li>
        }
    };
    let unreadable = changes.unreadable.iter().map(|(name, why)| {
        html! { <li>{ name }{ " · " }<span lang="en">{ why }</span></li> }
    });
    html! {
        <>
            <h2>{ fill(texts.scenarios, &[changed, all]) }</h2>
            <ul>{ for changes.scenarios.iter().map(line) }</ul>
            if !changes.unreadable.is_empty() {
                <h2>{ fill(texts.unreadable, &[&changes.unreadable.len().to_string()]) }</h2>
                <ul>{ for unreadable }</ul>
            }
        </>
    }
}
