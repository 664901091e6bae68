//! A text box with a note, an error and a reading.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a text box is rendered from.
#[derive(Default)]
pub(in crate::widget) struct TextField {
    /// Its id; the ids of note, error and reading begin with it
    pub(in crate::widget) id: AttrValue,
    /// Its text
    pub(in crate::widget) value: AttrValue,
    /// The unit, or how to write the text
    pub(in crate::widget) note: AttrValue,
    /// What is wrong with the text
    pub(in crate::widget) error: Option<AttrValue>,
    /// How the text was understood, where that is not obvious
    pub(in crate::widget) reading: Option<AttrValue>,
    /// Its accessible name, if no label names it
    pub(in crate::widget) label: Option<AttrValue>,
    /// The keyboard that a phone shows
    pub(in crate::widget) inputmode: Option<&'static str>,
    /// Whether it is disabled
    pub(in crate::widget) is_disabled: bool,
    /// Called with the text after every letter
    pub(in crate::widget) on_edit: Callback<String>,
    /// Called with the text when the person leaves the box
    pub(in crate::widget) on_commit: Callback<String>,
}

/// A text box: the error before the input that it describes, the note after it.
///
/// Not `type="number"`: browsers drop what they cannot read from those, and what was typed must never be lost.
pub(in crate::widget) fn text_field(field: TextField) -> Html {
    let TextField {
        id,
        value,
        note,
        error,
        reading,
        label,
        inputmode,
        is_disabled,
        on_edit,
        on_commit,
    } = field;
    let part = |name: &str| format!("{id}.{name}");
    // At most one of error and reading is there.
    let more = match (&error, &reading) {
        (Some(_), _) => format!(" {}", part("error")),
        (None, Some(_)) => format!(" {}", part("reading")),
        (None, None) => String::new(),
    };
    let is_invalid = error.is_some();
    html! {
        <div class={field_class(is_invalid)}>
            if let Some(error) = error {
                <p class="ec-field__error" id={part("error")}>{ error }</p>
            }
            <input
                class="ec-input"
                type="text"
                id={id.clone()}
                {value}
                disabled={is_disabled}
                autocomplete="off"
                {inputmode}
                aria-label={label}
                aria-describedby={format!("{}{more}", part("note"))}
                aria-invalid={is_invalid.then_some("true")}
                oninput={on_edit.reform(|event: InputEvent| input_value(&event))}
                onchange={on_commit.reform(|event: Event| input_value(&event))}
            />
            <span class="ec-field__note" id={part("note")}>{ note }</span>
            if let Some(reading) = reading {
                <p class="ec-field__reading" id={part("reading")}>{ reading }</p>
            }
        </div>
    }
}

/// The class of a field.
pub(in crate::widget) fn field_class(is_invalid: bool) -> &'static str {
    if is_invalid { "ec-field ec-field--error" } else { "ec-field" }
}

/// The text of the input that an event is about.
pub(in crate::widget) fn input_value(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}
