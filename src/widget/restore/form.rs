//! The form to resume from a receipt code, a saved file, or a picture of a receipt.

use jiff::civil::Date;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::error_text::error_text;
use super::import::{Import, ImportSource, RejectedImport};
use super::read_file::read_file;
use crate::widget::context::{use_dispatch, use_host};
use crate::widget::pack::Pack;
use crate::widget::state::Action;
use crate::widget::ui::text_field::field_class;
use crate::widget::ui::{TextField, disclosure, ids, text_field};

#[derive(PartialEq, Properties)]
pub(in crate::widget) struct RestoreFormProps {
    pub(in crate::widget) pack: Pack,
    /// The as-of date
    pub(in crate::widget) as_of: Date,
    /// The text in the code input
    pub(in crate::widget) code: AttrValue,
    /// The latest import, if it was rejected
    pub(in crate::widget) rejected: Option<RejectedImport>,
}

/// An input for a receipt code, and one for files and pictures, in a disclosure.
///
/// An error appears at the input that caused it, and opens the disclosure.
#[component]
pub(in crate::widget) fn RestoreForm(props: &RestoreFormProps) -> Html {
    let RestoreFormProps { pack, as_of, code, rejected } = props;
    let error = |is_wanted: fn(ImportSource) -> bool| {
        let rejected = rejected.as_ref().filter(|rejected| is_wanted(rejected.source))?;
        Some(AttrValue::from(error_text(pack, *as_of, &rejected.error)))
    };
    let body = html! {
        <div>
            <CodeForm
                pack={pack.clone()}
                code={code.clone()}
                error={error(|source| source == ImportSource::Code)}
            />
            <FileField pack={pack.clone()} error={error(|source| source != ImportSource::Code)} />
        </div>
    };
    disclosure(pack.catalogue.restore_title().clone(), rejected.is_some(), body)
}

#[derive(PartialEq, Properties)]
struct CodeFormProps {
    pack: Pack,
    code: AttrValue,
    error: Option<AttrValue>,
}

#[component]
fn CodeForm(props: &CodeFormProps) -> Html {
    let dispatch = use_dispatch();
    let catalogue = &props.pack.catalogue;
    let on_edit = {
        let dispatch = dispatch.clone();
        Callback::from(move |text| dispatch.emit(Action::EditCode(text)))
    };
    let onsubmit = {
        let code = props.code.clone();
        Callback::from(move |event: SubmitEvent| {
            // The browser would send the form and reload the page.
            event.prevent_default();
            let import = Import { source: ImportSource::Code, content: code.to_string() };
            dispatch.emit(Action::Restore(import));
        })
    };
    let field = text_field(TextField {
        id: ids::CODE.into(),
        value: props.code.clone(),
        note: catalogue.code_hint().clone(),
        error: props.error.clone(),
        on_edit,
        ..TextField::default()
    });
    html! {
        <form novalidate=true autocomplete="off" {onsubmit}>
            <label class="ec-field__label" for={ids::CODE}>{ catalogue.receipt_code_label() }</label>
            { field }
            <button class="ec-button" type="submit">{ catalogue.restore_button() }</button>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct FileFieldProps {
    pack: Pack,
    error: Option<AttrValue>,
}

#[component]
fn FileField(props: &FileFieldProps) -> Html {
    let (dispatch, host) = (use_dispatch(), use_host());
    let catalogue = &props.pack.catalogue;
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let dispatch = dispatch.clone();
        read_file(
            file,
            &host.scan,
            Callback::from(move |import| dispatch.emit(Action::Restore(import))),
        );
        // Otherwise choosing the same file again would not fire `change`.
        input.set_value("");
    });
    let is_invalid = props.error.is_some();
    let [note_id, error_id] = ["note", "error"].map(|part| format!("{}.{part}", ids::FILE));
    let described = if is_invalid { format!("{note_id} {error_id}") } else { note_id.clone() };
    html! {
        <div class={field_class(is_invalid)}>
            <label class="ec-field__label" for={ids::FILE}>{ catalogue.file_label() }</label>
            if let Some(error) = &props.error {
                <p class="ec-field__error" id={error_id}>{ error }</p>
            }
            <input
                class="ec-input ec-input--file"
                type="file"
                id={ids::FILE}
                autocomplete="off"
                aria-describedby={described}
                aria-invalid={is_invalid.then_some("true")}
                accept=".json,application/json,image/*"
                {onchange}
            />
            <span class="ec-field__note" id={note_id}>{ catalogue.file_hint() }</span>
        </div>
    }
}
