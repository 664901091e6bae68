//! A text that is typed and not finished yet.

use gloo::events::EventListener;
use gloo::utils::document as page;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::widget::use_unload_warning;

/// Asks before the page closes while the focus is in a box with a text that is typed and not
/// finished. Boxes change the document when they lose the focus, and a reload takes no focus away.
#[hook]
pub(super) fn use_unfinished_text() {
    let is_unfinished = use_state_eq(|| false);
    let setter = is_unfinished.setter();
    use_effect_with((), move |()| {
        let on = |name: &'static str, is_typing: bool| {
            let setter = setter.clone();
            EventListener::new(&page(), name, move |event| {
                setter.set(is_typing && is_text_box(event));
            })
        };
        let listeners = [on("input", true), on("change", false), on("focusin", false)];
        move || drop(listeners)
    });
    use_unload_warning(*is_unfinished);
}

/// Whether an event is about a text box. A search is no work that can be lost, and the JSON editor
/// changes the document at once.
fn is_text_box(event: &Event) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.type_() == "text")
        || event.target_dyn_into::<HtmlTextAreaElement>().is_some()
}
