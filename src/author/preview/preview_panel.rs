//! The panel with everything that is published.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::host::AuthorHost;
use crate::author::ui::{Tab, tabs};
use crate::rulebook::Locale;

use super::page_frame::PageFrame;
use super::pages::PageKind;
use super::widget_preview::WidgetPreview;

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct PreviewPanelProps {
    /// The text of a pack without faults: the last one that there was
    pub(in crate::author) text: Option<Rc<str>>,
    /// Whether the text in the editor has faults, so that an older one is shown
    pub(in crate::author) is_older: bool,
    /// The text of the scenarios
    pub(in crate::author) scenarios: Rc<str>,
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// The widget, the rules page, the table to sign, or the checklist on paper.
#[component]
pub(in crate::author) fn PreviewPanel(props: &PreviewPanelProps) -> Html {
    let texts = use_texts();
    let kind = use_state(|| None::<PageKind>);
    let tab = |one: Option<PageKind>, title: &'static str| {
        let kind = kind.clone();
        let is_shown = *kind == one;
        Tab { title: title.into(), is_shown, onclick: Callback::from(move |_| kind.set(one)) }
    };
    let list = vec![
        tab(None, texts.page_widget),
        tab(Some(PageKind::Rules), texts.page_rules),
        tab(Some(PageKind::SignOff), texts.page_sign_off),
        tab(Some(PageKind::Paper), texts.preview.paper),
    ];
    html! {
        <div class="au-preview">
            { tabs(texts.pages, list) }
            if props.text.is_none() {
                <p>{ texts.preview_none }</p>
            } else if props.is_older {
                <p role="status">{ texts.preview_older }</p>
            }
            // It stays mounted, because it has the answers.
            <WidgetPreview
                text={props.text.clone()}
                is_hidden={kind.is_some()}
                host={props.host.clone()}
            />
            if let (Some(kind), Some(text)) = (*kind, &props.text) {
                <PageFrame
                    key={format!("{kind:?}")}
                    text={Rc::clone(text)}
                    scenarios={Rc::clone(&props.scenarios)}
                    {kind}
                    locale={props.locale}
                    host={props.host.clone()}
                />
            }
        </div>
    }
}
