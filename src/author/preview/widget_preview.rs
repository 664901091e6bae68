//! The panel with the widget.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::host::AuthorHost;
use crate::author::work::Task;

use super::element::PreviewElement;
use super::packs::BrowserPacks;

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct PreviewPanelProps {
    /// The text of a pack without faults: the last one that there was
    pub(in crate::author) text: Option<Rc<str>>,
    /// Whether the text in the editor has faults, so that an older one is shown
    pub(in crate::author) is_older: bool,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// The widget that is published, with the rules of the document. Its answers stay when the rules
/// change.
#[component]
pub(in crate::author) fn PreviewPanel(props: &PreviewPanelProps) -> Html {
    let texts = use_texts();
    let node = use_node_ref();
    let packs = use_state(|| None::<Rc<BrowserPacks>>);
    use_effect_with((props.text.clone(), props.host.clone()), {
        let packs = packs.setter();
        move |(text, host)| {
            if let Some(text) = text {
                host.request(Task::Packs, text, move |found| packs.set(found));
            }
        }
    });
    use_effect_with((*packs).clone(), {
        let node = node.clone();
        move |packs| {
            let list = packs.as_ref().and_then(|packs| serde_json::to_string(&packs.packs).ok());
            if let (Some(element), Some(list)) = (node.cast::<PreviewElement>(), list) {
                element.show(&list);
            }
        }
    });
    html! {
        <div class="au-preview">
            if props.text.is_none() {
                <p>{ texts.preview_none }</p>
            } else if props.is_older {
                <p role="status">{ texts.preview_older }</p>
            }
            <@{"pack-preview"} ref={node} hidden={props.text.is_none()} />
        </div>
    }
}
