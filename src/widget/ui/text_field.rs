//! A text field with a note, an error message and the parsed value.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The parameters of [`text_field()`].
#[derive(Default)]
pub(in crate::widget) struct TextField {
    /// The id of the input, and prefix of the ids of note, error and reading
    pub(in crate::widget) id: AttrValue,
    /// The text
    pub(in crate::widget) value: AttrValue,
    /// The unit, or an example
    pub(in crate::widget) note: AttrValue,
    /// The error message
    pub(in crate::widget) error: Option<AttrValue>,
    /// The parsed value, if it is not obvious from the text
    pub(in crate::widget) reading: Option<AttrValue>,
    /// A button after the parsed value, to confirm it
    pub(in crate::widget) confirm: Option<Html>,
    /// The accessible name, if there is no `<label>`
    pub(in crate::widget) label: Option<AttrValue>,
    /// The `inputmode` attribute, for on-screen keyboards
    pub(in crate::widget) inputmode: Option<&'static str>,
    /// Whether it is disabled
    pub(in crate::widget) is_disabled: bool,
    /// Called with the text at every `input` event
    pub(in crate::widget) on_edit: Callback<String>,
    /// Called with the text at a `change` event, when the field loses the focus
    pub(in crate::widget) on_commit: Callback<String>,
}

/// A text field: the error message before the input that it describes, the note after it.
///
/// Not `type="number"`: browsers discard text there that is not a number, and typed text must not
/// be lost.
pub(in crate::widget) fn text_field(field: TextField) -> Html {
    let TextField {
        id,
        value,
        note,
        error,
        reading,
        confirm,
        label,
        inputmode,
        is_disabled,
        on_edit,
        on_commit,
    } = field;
    let part = |name: &str| format!("{id}.{name}");
    // The error and the reading are never shown together.
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
                <p class="ec-field__reading" role="status">
                    <span id={part("reading")}>{ reading }</span>
                    { confirm }
                </p>
            }
        </div>
    }
}

/// The class of a field.
pub(in crate::widget) fn field_class(is_invalid: bool) -> &'static str {
    if is_invalid { "ec-field ec-field--error" } else { "ec-field" }
}

/// The value of the input that fired an event.
pub(in crate::widget) fn input_value(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}
