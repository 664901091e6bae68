//! The screen with an open document.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::context::Dispatch;
use crate::author::editor::JsonEditor;
use crate::author::host::AuthorHost;
use crate::author::preview::PreviewPanel;
use crate::author::problems::problem_list;
use crate::author::scenarios::scenario_panel;
use crate::author::state::{Action, Document, Panel, State, View};
use crate::author::text::Texts;

use super::tabs::{Tab, tabs};

/// The document, and the panel next to it.
pub(in crate::author) fn desk_screen(
    state: &State,
    document: &Document,
    host: &AuthorHost,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    html! {
        <div class="au-desk">
            <section class="au-desk__document" aria-label={texts.editor_label}>
                // It stays mounted, because it owns the text and its history.
                <div class="au-desk__view" hidden={state.view != View::Text}>
                    <JsonEditor
                        text={Rc::clone(&document.text)}
                        order={state.order.clone()}
                        checks={document.current_checks().cloned()}
                        language={state.locale.tag().to_owned()}
                    />
                </div>
            </section>
            <section class="au-desk__panel" aria-label={texts.panels}>
                { panel_tabs(state, document, texts, dispatch) }
                { match state.panel {
                    Panel::Problems => problem_list(document, texts, dispatch),
                    Panel::Scenarios => scenario_panel(document, texts, dispatch),
                    Panel::Preview => html! {
                        <PreviewPanel
                            text={document.usable.clone()}
                            is_older={document.usable.as_ref() != Some(&document.text)}
                            host={host.clone()}
                        />
                    },
                } }
            </section>
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
        tab(Panel::Preview, texts.panel_preview, 0),
    ];
    tabs(texts.panels, list)
}
