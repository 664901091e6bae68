//! The screen with an open document.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::compare::ComparePanel;
use crate::author::context::Dispatch;
use crate::author::document::Edits;
use crate::author::editor::JsonEditor;
use crate::author::forms::{FormsView, HistoryStep};
use crate::author::host::AuthorHost;
use crate::author::preview::PreviewPanel;
use crate::author::problems::ProblemList;
use crate::author::publish::PublishPanel;
use crate::author::scenarios::ScenarioPanel;
use crate::author::sheets::SheetPanel;
use crate::author::sources::SourcePanel;
use crate::author::state::{Action, Document, Panel, State, TextEdit, View};
use crate::author::text::Texts;
use crate::author::ui::{Tab, tabs};

/// The document, and the panel next to it.
pub(in crate::author) fn desk_screen(
    state: &State,
    document: &Document,
    host: &AuthorHost,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    html! {
        // Another document gets panels of its own, without the files of the one before.
        <div class="au-desk" key={state.opened}>
            <section class="au-desk__document" aria-label={texts.document_label}>
                { view_tabs(state, texts, dispatch) }
                // It stays mounted, because it owns the text and its history.
                <div class="au-desk__view" hidden={state.view != View::Text}>
                    <JsonEditor
                        text={Rc::clone(&document.text)}
                        order={state.order.clone()}
                        checks={document.current_checks().cloned()}
                        language={state.locale.tag().to_owned()}
                    />
                </div>
                { forms(state, document, dispatch) }
            </section>
            <section class="au-desk__panel" aria-label={texts.panels}>
                { panel_tabs(state, document, texts, dispatch) }
                { match state.panel {
                    Panel::Problems => html! {
                        <ProblemList
                            document={document.clone()}
                            locale={state.locale}
                            host={host.clone()}
                        />
                    },
                    // Nothing is known about the pack before the first result of the checks.
                    Panel::Scenarios | Panel::Preview
                        if document.checks.is_none() && !document.has_check_failed =>
                    {
                        html! { <p role="status">{ texts.checking }</p> }
                    }
                    Panel::Scenarios => scenarios(state, document, host),
                    Panel::Preview => html! {
                        <PreviewPanel
                            text={document.usable.clone()}
                            is_older={document.usable.as_ref() != Some(&document.text)}
                            scenarios={Rc::clone(&document.scenarios)}
                            locale={state.locale}
                            host={host.clone()}
                        />
                    },
                    Panel::Sources | Panel::Compare | Panel::Publish | Panel::Sheets => html! {},
                } }
                // They stay mounted, because they have what the person opened or pasted.
                <div hidden={state.panel != Panel::Sources}>
                    <SourcePanel
                        text={Rc::clone(&document.text)}
                        sources={document.sources.clone()}
                        checks={document.checks.as_ref().map(|(_, checks)| Rc::clone(checks))}
                        locale={state.locale}
                        is_shown={state.panel == Panel::Sources}
                    />
                </div>
                <div hidden={state.panel != Panel::Compare}>
                    <ComparePanel
                        text={document.usable.clone()}
                        is_older={document.usable.as_ref() != Some(&document.text)}
                        scenarios={Rc::clone(&document.scenarios)}
                        locale={state.locale}
                        is_shown={state.panel == Panel::Compare}
                        host={host.clone()}
                    />
                </div>
                <div hidden={state.panel != Panel::Sheets}>
                    <SheetPanel
                        text={Rc::clone(&document.text)}
                        name={Rc::clone(&document.name)}
                        is_shown={state.panel == Panel::Sheets}
                        host={host.clone()}
                    />
                </div>
                <div hidden={state.panel != Panel::Publish}>
                    <PublishPanel
                        document={document.check_input()}
                        scenarios={document.scenario_files.now.joined()}
                        locale={state.locale}
                        host={host.clone()}
                    />
                </div>
            </section>
        </div>
    }
}

fn scenarios(state: &State, document: &Document, host: &AuthorHost) -> Html {
    let current = document.scenario_input();
    let checks = document.scenario_checks.as_ref();
    let is_checking = checks.map(|(input, _)| &**input) != current.as_ref();
    let checks = checks.filter(|_| current.is_some());
    // Results of an older pack are shown until there are new ones.
    let is_current = checks.is_some_and(|(input, _)| input.scenarios == document.scenarios);
    let has_failed = !is_checking && checks.is_some_and(|(_, checks)| checks.is_none());
    html! {
        <ScenarioPanel
            history={document.scenario_files.clone()}
            scenarios={Rc::clone(&document.scenarios)}
            checks={checks.and_then(|(_, checks)| checks.clone())}
            {is_current}
            {is_checking}
            {has_failed}
            text={document.usable.clone()}
            locale={state.locale}
            host={host.clone()}
        />
    }
}

fn view_tabs(state: &State, texts: &Texts, dispatch: &Dispatch) -> Html {
    let tab = |view: View, title: &'static str| Tab {
        title: title.into(),
        is_shown: state.view == view,
        onclick: dispatch.on_click(Action::Show(view)),
    };
    tabs(texts.views, vec![tab(View::Text, texts.view_text), tab(View::Forms, texts.view_forms)])
}

/// The forms. They stay mounted, so that they show the same definition again.
fn forms(state: &State, document: &Document, dispatch: &Dispatch) -> Html {
    let on_edit = {
        let dispatch = dispatch.clone();
        Callback::from(move |edits: Edits| {
            let edits = edits.iter().map(|edit| TextEdit {
                from: edit.range.start,
                to: edit.range.end,
                text: edit.text.clone(),
            });
            dispatch.emit(Action::Edit(edits.collect()));
        })
    };
    let on_select = {
        let dispatch = dispatch.clone();
        Callback::from(move |(from, to)| dispatch.emit(Action::Select(from, to)))
    };
    let on_fix = {
        let dispatch = dispatch.clone();
        Callback::from(move |index| dispatch.emit(Action::Fix(index)))
    };
    let on_history = {
        let dispatch = dispatch.clone();
        Callback::from(move |step| {
            dispatch.emit(match step {
                HistoryStep::Undo => Action::Undo,
                HistoryStep::Redo => Action::Redo,
            });
        })
    };
    html! {
        <div class="au-desk__view" hidden={state.view != View::Forms}>
            <FormsView
                text={Rc::clone(&document.text)}
                checks={document.current_checks().cloned()}
                locale={state.locale}
                is_shown={state.view == View::Forms}
                {on_edit}
                {on_fix}
                {on_select}
                {on_history}
            />
        </div>
    }
}

fn panel_tabs(state: &State, document: &Document, texts: &Texts, dispatch: &Dispatch) -> Html {
    let tab = |panel: Panel, title: &'static str, count: usize| Tab {
        title: if count > 0 { format!("{title} ({count})").into() } else { title.into() },
        is_shown: state.panel == panel,
        onclick: dispatch.on_click(Action::ShowPanel(panel)),
    };
    let problems = document.checks.as_ref().map_or(0, |(_, checks)| checks.problems.len());
    let list = vec![
        tab(Panel::Problems, texts.panel_problems, problems),
        tab(Panel::Scenarios, texts.panel_scenarios, 0),
        tab(Panel::Sources, texts.cases.sources, 0),
        tab(Panel::Preview, texts.panel_preview, 0),
        tab(Panel::Compare, texts.compare.panel, 0),
        tab(Panel::Sheets, texts.sheets.panel, 0),
        tab(Panel::Publish, texts.publish.panel, 0),
    ];
    tabs(texts.panels, list)
}
