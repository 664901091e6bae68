//! A field with a text that the browser does not copy by itself.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::ids;

/// A field to copy from by hand. The whole text is selected when the field gets the focus.
pub(in crate::widget) fn copy_field(text: String, label: &AttrValue) -> Html {
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            field.select();
        }
    });
    html! {
        <input
            class="ec-input ec-input--wide"
            id={ids::COPY_FIELD}
            type="text"
            readonly=true
            value={text}
            autocomplete="off"
            aria-label={label}
            {onfocus}
        />
    }
}
