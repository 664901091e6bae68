//! A check box.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A check box with its label after it.
pub(in crate::author) fn check_box(
    label: impl Into<AttrValue>,
    is_checked: bool,
    commit: Callback<String, bool>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if !commit.emit(input.checked().to_string()) {
            input.set_checked(is_checked);
        }
    });
    html! {
        <label class="au-check">
            <input type="checkbox" checked={is_checked} {onchange} />
            <span>{ label.into() }</span>
        </label>
    }
}
