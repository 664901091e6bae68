//! A disclosure.

use yew::prelude::*;

/// A `<details>` element. The browser toggles it; `is_open` opens it from outside.
pub(in crate::widget) fn folded(summary: AttrValue, is_open: bool, body: Html) -> Html {
    html! {
        <details class="ec-disclosure" open={is_open}>
            <summary class="ec-disclosure__summary"><span>{ summary }</span></summary>
            { body }
        </details>
    }
}
