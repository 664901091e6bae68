//! A text box that changes the document when the text is finished.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::text::fill;

/// The props of the text box.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct TextBoxProps {
    /// The label
    pub(in crate::author) label: AttrValue,
    /// Whether the label is for assistive technology only: the context shows it
    #[prop_or_default]
    pub(in crate::author) is_label_hidden: bool,
    /// The text of the document
    pub(in crate::author) value: AttrValue,
    /// The language of the text
    #[prop_or_default]
    pub(in crate::author) language: Option<AttrValue>,
    /// The number of lines; one makes an input
    #[prop_or(1)]
    pub(in crate::author) lines: usize,
    /// The `inputmode`, for on-screen keyboards
    #[prop_or_default]
    pub(in crate::author) inputmode: Option<&'static str>,
    /// The `id`
    pub(in crate::author) id: AttrValue,
    /// The text about a value that is not accepted
    pub(in crate::author) invalid: AttrValue,
    /// Most characters; counted, not enforced
    #[prop_or_default]
    pub(in crate::author) most: Option<usize>,
    /// Called with the text when it is finished. Returns whether it is accepted
    pub(in crate::author) commit: Callback<String, bool>,
}

/// A text box. The text is finished at `change`: when the box loses the focus, or at Enter. Before
/// that, nothing interferes with typing, also with an input method: the box keeps its own text.
#[component]
pub(in crate::author) fn TextBox(props: &TextBoxProps) -> Html {
    let texts = use_texts();
    let draft = use_state_eq(|| None::<String>);
    let is_invalid = use_state_eq(|| false);
    use_effect_with(props.value.clone(), {
        let (draft, is_invalid) = (draft.setter(), is_invalid.setter());
        move |_| {
            draft.set(None);
            is_invalid.set(false);
        }
    });
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| draft.set(Some(text_of(&event))))
    };
    let onchange = {
        let (commit, value) = (props.commit.clone(), props.value.clone());
        let (draft, is_invalid) = (draft.setter(), is_invalid.setter());
        Callback::from(move |event: Event| {
            let text = text_of(&event);
            let is_accepted = text == *value || commit.emit(text.clone());
            is_invalid.set(!is_accepted);
            if text == *value {
                draft.set(None);
            }
        })
    };
    let text = draft.as_ref().map_or_else(|| props.value.clone(), |text| text.clone().into());
    let invalid = is_invalid.then_some("true");
    let name = props.is_label_hidden.then(|| props.label.clone());
    let count = text.chars().count();
    // Outside the label, whose text is the name of the box.
    let (count_id, error_id) = (format!("{}:count", props.id), format!("{}:error", props.id));
    let notes = [props.most.map(|_| count_id.as_str()), is_invalid.then_some(error_id.as_str())];
    let notes: Vec<&str> = notes.into_iter().flatten().collect();
    let notes = (!notes.is_empty()).then(|| notes.join(" "));
    html! {
        <div class="au-field">
            if !props.is_label_hidden {
                <label class="au-field__label" for={props.id.clone()}>{ &props.label }</label>
            }
            if props.lines > 1 {
                <textarea
                    id={props.id.clone()}
                    lang={props.language.clone()}
                    rows={props.lines.to_string()}
                    aria-label={name}
                    aria-invalid={invalid}
                    aria-describedby={notes}
                    value={text}
                    {oninput}
                    {onchange}
                />
            } else {
                <input
                    type="text"
                    autocomplete="off"
                    id={props.id.clone()}
                    lang={props.language.clone()}
                    inputmode={props.inputmode}
                    aria-label={name}
                    aria-invalid={invalid}
                    aria-describedby={notes}
                    value={text}
                    {oninput}
                    {onchange}
                />
            }
            if let Some(most) = props.most {
                <span id={count_id} class={count_class(count > most)}>
                    { format!("{count} / {most}") }
                </span>
            }
            if *is_invalid {
                <span id={error_id} class="au-field__error" role="alert">
                    { &props.invalid }
                    // A refused text is lost when the card is left.
                    if !props.value.is_empty() {
                        { " " }{ fill(texts.forms.unchanged, &[&props.value]) }
                    }
                </span>
            }
        </div>
    }
}

fn count_class(is_too_long: bool) -> &'static str {
    if is_too_long { "au-field__count au-field__error" } else { "au-field__count" }
}

/// The text of the box that fired an event.
fn text_of(event: &Event) -> String {
    let area = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
    let input = || event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
    area.or_else(input).unwrap_or_default()
}
