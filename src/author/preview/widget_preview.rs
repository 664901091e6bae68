//! The widget with the packs of the document.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::host::AuthorHost;
use crate::author::task::Task;

use super::element::PreviewElement;
use super::packs::BrowserPacks;

/// The props of the widget.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WidgetPreviewProps {
    /// The text of a pack without faults; `None` if there never was one
    pub(super) text: Option<Rc<str>>,
    /// Whether another page is shown
    pub(super) is_hidden: bool,
    /// What only the browser's page can do
    pub(super) host: AuthorHost,
}

/// The widget that is published, with the rules of the document. Its answers stay when the rules
/// change.
#[component]
pub(super) fn WidgetPreview(props: &WidgetPreviewProps) -> Html {
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
    html! { <@{"pack-preview"} ref={node} hidden={props.is_hidden || props.text.is_none()} /> }
}
