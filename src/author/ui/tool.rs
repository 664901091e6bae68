//! A small button.

use yew::prelude::*;

/// A button that shows a short text. Its accessible name begins with it, and adds what it is about.
pub(in crate::author) fn tool(
    id: Option<String>,
    text: impl Into<AttrValue>,
    about: &str,
    is_disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let text = text.into();
    let name = (!about.is_empty()).then(|| format!("{text}: {about}"));
    html! {
        <button
            class="au-tool"
            type="button"
            {id}
            aria-label={name}
            aria-disabled={is_disabled.then_some("true")}
            onclick={if is_disabled { Callback::noop() } else { onclick }}
        >
            { text }
        </button>
    }
}
