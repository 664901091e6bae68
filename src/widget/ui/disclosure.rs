//! A disclosure.

use yew::prelude::*;

/// A `<details>` element. The browser toggles it; a change of `is_open` opens or closes it, too.
pub(in crate::widget) fn disclosure(summary: AttrValue, is_open: bool, body: Html) -> Html {
    html! {
        <details class="ec-disclosure" open={is_open}>
            <summary class="ec-disclosure__summary"><span>{ summary }</span></summary>
            { body }
        </details>
    }
}
