//! The panel with the scenarios.

use std::rc::Rc;

use gloo::utils::document as page;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::author::checks::ScenarioChecks;
use crate::author::context::{use_dispatch, use_texts};
use crate::author::examples::About;
use crate::author::host::AuthorHost;
use crate::author::notice::use_notice;
use crate::author::scenario_files::ScenarioEdit;
use crate::author::state::{Action, ScenarioHistory};
use crate::author::text::fill;
use crate::rulebook::{Json, Locale, RulePack};

use super::card::{CardChange, scenario_id};
use super::example_section::ExampleSection;
use super::examples::Examples;
use super::file_list::FileList;
use super::gap_list::GapList;
use super::scenario_list::{ListParts, ScenarioList};
use super::shared_pack::SharedPack;

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct ScenarioPanelProps {
    /// The files of scenarios
    pub(in crate::author) history: ScenarioHistory,
    /// All scenarios as one text
    pub(in crate::author) scenarios: Rc<str>,
    /// The last results
    pub(in crate::author) checks: Option<Rc<ScenarioChecks>>,
    /// Whether the results are about these scenarios
    pub(in crate::author) is_current: bool,
    /// Whether the scenarios are running
    pub(in crate::author) is_checking: bool,
    /// Whether they could not run
    pub(in crate::author) has_failed: bool,
    /// The text of a pack without faults: the last one that there was
    pub(in crate::author) text: Option<Rc<str>>,
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// The scenarios with their editor, examples, and what nobody has tried.
#[component]
pub(in crate::author) fn ScenarioPanel(props: &ScenarioPanelProps) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let notice = use_notice::<_, String>(&props.history.now);
    let open = use_state_eq(|| None::<usize>);
    let suggested = use_state_eq(|| None::<About>);
    let focus = use_mut_ref(|| None::<String>);
    let pack = use_memo(props.text.clone(), |text| {
        text.as_ref()
            .and_then(|text| RulePack::from_json(text).ok())
            .map(|pack| SharedPack(Rc::new(pack)))
    });
    let files = &props.history.now;
    let lists = use_memo(files.clone(), |files| files.lists());
    use_effect({
        let focus = Rc::clone(&focus);
        move || {
            let mut wanted = focus.borrow_mut();
            if wanted.as_ref().is_some_and(|id| move_focus(id)) {
                *wanted = None;
            }
        }
    });

    let change = {
        let (dispatch, files, focus) = (dispatch.clone(), files.clone(), Rc::clone(&focus));
        let (open, notice, texts) = (open.setter(), notice.setter(), Rc::clone(&texts));
        Callback::from(move |change: CardChange| {
            let name = files.name_of(change.index);
            let changed = change
                .edits
                .iter()
                .try_fold(files.clone(), |files, edit| files.edit(change.index, edit));
            let Some(changed) = changed else { return false };
            match change.edits.as_slice() {
                [ScenarioEdit::Delete] => {
                    open.set(None);
                    notice.set_after_change(fill(texts.cases.deleted, &[&name]));
                    *focus.borrow_mut() = Some(UNDO.to_owned());
                }
                [ScenarioEdit::Duplicate] => {
                    let copy = change.index + 1;
                    open.set(Some(copy));
                    notice
                        .set_after_change(fill(texts.cases.duplicated, &[&changed.name_of(copy)]));
                    *focus.borrow_mut() = Some(scenario_id(copy, "name"));
                }
                _ => *focus.borrow_mut() = change.focus.clone(),
            }
            dispatch.emit(Action::EditScenarios(changed));
            true
        })
    };
    let add = {
        let (dispatch, files, focus) = (dispatch.clone(), files.clone(), Rc::clone(&focus));
        let (open, notice, texts) = (open.setter(), notice.setter(), Rc::clone(&texts));
        let suggested = suggested.setter();
        Callback::from(move |scenario: String| {
            let Some((files, index)) = files.add(&scenario) else {
                return notice.set(texts.compare.add_failed.to_owned());
            };
            open.set(Some(index));
            suggested.set(None);
            notice.set_after_change(fill(texts.cases.added, &[&files.name_of(index)]));
            *focus.borrow_mut() = Some(scenario_id(index, "name"));
            dispatch.emit(Action::EditScenarios(files));
        })
    };
    let step = |action: Action, text: &'static str| {
        let (dispatch, notice, open) = (dispatch.clone(), notice.setter(), open.setter());
        Callback::from(move |_: MouseEvent| {
            open.set(None);
            notice.set_after_change(text.to_owned());
            dispatch.emit(action.clone());
        })
    };
    let show = {
        let suggested = suggested.setter();
        Callback::from(move |about: Option<About>| suggested.set(about))
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |index: usize| {
            open.set(if *open == Some(index) { None } else { Some(index) });
        })
    };
    let examples = Examples {
        text: props.text.clone().unwrap_or_default(),
        scenarios: Rc::clone(&props.scenarios),
        locale: props.locale,
        host: props.host.clone(),
        shown: (*suggested).clone(),
        show,
        add: add.clone(),
    };
    let rename = props.history.rename.as_ref();
    let rename = rename.map(|rename| fill(texts.cases.renamed, &[&rename.from, &rename.to]));
    let locale = pack.as_ref().as_ref().map_or(props.locale, |pack| pack.language(props.locale));
    let new = new_scenario(pack.as_ref().as_ref(), texts.cases.new_name);
    html! {
        <div class="au-scenarios" aria-busy={props.is_checking.to_string()}>
            <FileList files={files.clone()} lists={Rc::clone(&lists)} />
            <div class="au-tools" role="group" aria-label={texts.cases.history}>
                { history_button(UNDO, texts.cases.undo, props.history.past.is_empty(),
                    step(Action::UndoScenarios, texts.cases.undone)) }
                { history_button("au-scenarios-redo", texts.cases.redo,
                    props.history.future.is_empty(),
                    step(Action::RedoScenarios, texts.cases.redone)) }
                <button class="au-button" type="button" disabled={new.is_none()} onclick={{
                    let add = add.clone();
                    Callback::from(move |_: MouseEvent| {
                        new.iter().for_each(|new| add.emit(new.clone()));
                    })
                }}>{ texts.cases.new }</button>
            </div>
            <p class="au-scenarios__notice" role="status">
                { notice.content().cloned().unwrap_or_default() }{ " " }{ for rename }
            </p>
            if let Some(pack) = pack.as_ref() {
                <p role="status">
                    if props.is_checking { { texts.checking } }
                    if props.has_failed { { texts.check_failed } }
                </p>
                <ScenarioList
                    parts={ListParts {
                        lists,
                        checks: props.checks.clone().unwrap_or_default(),
                        is_current: props.is_current,
                        pack: pack.clone(),
                        locale,
                        page_locale: props.locale,
                        change,
                    }}
                    open={*open}
                    {toggle}
                />
                <ExampleSection pack={pack.clone()} examples={examples.clone()} />
                if let Some(checks) = &props.checks {
                    <GapList gaps={checks.gaps.clone()} {examples} />
                }
            } else {
                <p role="status">{ texts.preview_none }</p>
            }
        </div>
    }
}

/// The `id` of the undo button, which gets the focus after a scenario was deleted.
const UNDO: &str = "au-scenarios-undo";

fn history_button(
    id: &'static str,
    text: &'static str,
    is_disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button class="au-button" type="button" {id} disabled={is_disabled} {onclick}>{ text }</button>
    }
}

/// A scenario without answers, which expects the first measure to be open.
fn new_scenario(pack: Option<&SharedPack>, name: &str) -> Option<String> {
    let pack = pack?;
    let (_, measure) = pack.measures.iter().next()?;
    let day = pack.in_force.from.or(pack.in_force.to);
    let day = day.map_or_else(|| "2026-01-01".to_owned(), crate::rulebook::format_date);
    let string = |text: &str| Json::String(text.to_owned());
    let object = |key: &str, value: Json| Json::Object(vec![(key.to_owned(), value)]);
    let scenario = Json::Object(vec![
        ("name".to_owned(), string(name)),
        ("as-of".to_owned(), Json::String(day)),
        ("answers".to_owned(), Json::Object(Vec::new())),
        ("expect".to_owned(), object(&measure.id, object("outcome", string("open")))),
    ]);
    Some(scenario.to_text())
}

/// Moves the focus to the element with an id. Returns whether there is one that takes it.
fn move_focus(id: &str) -> bool {
    let found = page().get_element_by_id(id);
    let element = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        let _ = element.focus();
        page().active_element().is_some_and(|active| active.id() == id)
    })
}
