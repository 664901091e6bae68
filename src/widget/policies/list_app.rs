//! The list as an app of its own: its state, contexts, and the opening of a policy.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use super::list::List;
use super::list_screen::{ListView, list_screen};
use super::list_state::ListState;
use crate::widget::context::{Dispatch, Host};
use crate::widget::hooks::use_heading_focus;
use crate::widget::restore::Import;
use crate::widget::text::fill;
use crate::widget::ui::Level;
use crate::widget::ui::menu::MenuSettings;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListAppProps {
    pub(super) list: List,
    pub(super) day: Date,
    pub(super) heading_level: u8,
    /// The policy that failed to load last, and how many did
    pub(super) failed: Option<(u32, AttrValue)>,
    /// Saved answers to open. Read once, on mount
    pub(super) import: Option<Import>,
    /// Whether the list takes the place of another screen
    pub(super) takes_focus: bool,
    pub(super) has_language_failed: bool,
    pub(super) host: Host,
    /// Opens a policy, with saved answers if there are any
    pub(super) open: Callback<(AttrValue, Option<Import>)>,
}

/// The list of policies.
#[component]
pub(super) fn ListApp(props: &ListAppProps) -> Html {
    let root = use_node_ref();
    let state = use_reducer(|| {
        let state = ListState::new(props.list.clone());
        match &props.import {
            Some(import) => state.imported(import.clone()),
            None => state,
        }
    });
    use_heading_focus(&root, props.takes_focus);
    // The policy that is loading, and the number of failures before.
    let opening = use_state(|| None::<(AttrValue, u32)>);
    let failures = props.failed.as_ref().map_or(0, |(count, _)| *count);
    let open = {
        let (opening, open) = (opening.clone(), props.open.clone());
        Callback::from(move |(id, import): (AttrValue, Option<Import>)| {
            opening.set(Some((id.clone(), failures)));
            open.emit((id, import));
        })
    };
    {
        let open = open.clone();
        use_effect_with(state.accepted.clone(), move |accepted| {
            if let Some((id, import)) = accepted {
                open.emit((id.clone().into(), Some(import.clone())));
            }
        });
    }
    let dispatch = {
        let dispatcher = state.dispatcher();
        Dispatch::new(Callback::from(move |action| dispatcher.dispatch(action)))
    };
    let settings = MenuSettings {
        catalogue: Rc::clone(&props.list.catalogue),
        locale: props.list.locale,
        languages: Rc::clone(&props.list.languages),
        is_large_text: state.is_large_text,
    };
    let loading = opening.as_ref().filter(|(_, before)| *before == failures);
    let view = ListView {
        list: &props.list,
        state: &state,
        day: Some(props.day),
        level: Level::new(props.heading_level),
        opening: loading.map(|(id, _)| id.as_str()),
        open: open.reform(|id| (id, None)),
        dispatch: &dispatch,
    };
    let class = if state.is_large_text { "ec ec--large" } else { "ec" };
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
            <ContextProvider<Host> context={props.host.clone()}>
                <div ref={root} {class} lang={props.list.locale.interface().tag()}>
                    { notices(props) }
                    <ContextProvider<MenuSettings> context={settings}>
                        <div>{ list_screen(&view) }</div>
                    </ContextProvider<MenuSettings>>
                </div>
            </ContextProvider<Host>>
        </ContextProvider<Dispatch>>
    }
}

/// What failed to load: a policy, or a language.
fn notices(props: &ListAppProps) -> Html {
    let catalogue = &props.list.catalogue;
    let policy = props.failed.as_ref().map(|(_, id)| {
        let title = props.list.find(id).map(|policy| &*policy.title).unwrap_or(id);
        fill(catalogue.policy_failed(), &[("title", title)])
    });
    let language =
        props.has_language_failed.then(|| catalogue.language_failed_notice().to_string());
    let notices: Vec<String> = policy.into_iter().chain(language).collect();
    if notices.is_empty() {
        return Html::default();
    }
    html! { <p class="ec-alert" role="alert">{ notices.join(" ") }</p> }
}
