//! A row with a radio button or checkbox, as wide as its container.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The parameters of [`choice()`].
#[derive(Default)]
pub(in crate::widget) struct Choice {
    /// The id of the input
    pub(in crate::widget) id: AttrValue,
    /// The name of its group
    pub(in crate::widget) name: Option<AttrValue>,
    /// `radio` or `checkbox`
    pub(in crate::widget) kind: &'static str,
    /// The text of its label
    pub(in crate::widget) label: AttrValue,
    /// The language of label and detail, if it is not that of the interface
    pub(in crate::widget) lang: Option<&'static str>,
    /// A line below the label
    pub(in crate::widget) detail: Option<AttrValue>,
    /// A short note at the end of the row
    pub(in crate::widget) aside: Option<AttrValue>,
    /// Whether it is checked
    pub(in crate::widget) is_checked: bool,
    /// Whether it is set apart from the options above it
    pub(in crate::widget) is_apart: bool,
    /// Called with the new checked state
    pub(in crate::widget) on_change: Callback<bool>,
}

/// A row whose whole area is the target. The input precedes its label, so that explore by touch
/// finds it, and so that the stylesheet shows the checked state without a script.
pub(in crate::widget) fn choice(choice: Choice) -> Html {
    let Choice { id, name, kind, label, lang, detail, aside, is_checked, is_apart, on_change } =
        choice;
    // The detail describes the input. It is not part of its name.
    let part = |name: &str| detail.as_ref().map(|_| format!("{id}.{name}"));
    let (label_id, detail_id) = (part("label"), part("detail"));
    let onchange = on_change.reform(|event: Event| {
        event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
    });
    html! {
        <div class={if is_apart { "ec-option ec-option--secondary" } else { "ec-option" }} key={id.to_string()}>
            <input
                class="ec-option__input"
                type={kind}
                id={id.clone()}
                {name}
                autocomplete="off"
                checked={is_checked}
                aria-labelledby={label_id.clone()}
                aria-describedby={detail_id.clone()}
                {onchange}
            />
            <label class="ec-option__label" for={id}>
                <span class="ec-option__text">
                    <span id={label_id} {lang}>{ label }</span>
                    if let Some(detail) = detail {
                        <span class="ec-option__detail" id={detail_id} {lang}>{ detail }</span>
                    }
                </span>
                if let Some(aside) = aside {
                    <span class="ec-option__aside">{ aside }</span>
                }
            </label>
        </div>
    }
}
