//! The form to resume from a receipt code, a saved file, or a picture of a receipt.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::import::{Import, ImportSource};
use super::lines::lines;
use super::read_file::read_file;
use crate::widget::context::{use_dispatch, use_host};
use crate::widget::state::Action;
use crate::widget::text::Catalogue;
use crate::widget::ui::text_field::field_class;
use crate::widget::ui::{disclosure, ids};

#[derive(PartialEq, Properties)]
pub(in crate::widget) struct RestoreFormProps {
    pub(in crate::widget) catalogue: Rc<Catalogue>,
    /// The text in the code input
    pub(in crate::widget) code: AttrValue,
    /// The source of the latest import, and its error, if it was rejected
    pub(in crate::widget) error: Option<(ImportSource, AttrValue)>,
}

/// An input for a picture, one for a receipt code, and one for a file, in a disclosure.
///
/// An error appears at the input that caused it, and opens the disclosure.
#[component]
pub(in crate::widget) fn RestoreForm(props: &RestoreFormProps) -> Html {
    let RestoreFormProps { catalogue, code, error: rejected } = props;
    let error = |is_wanted: fn(ImportSource) -> bool| {
        let (_, text) = rejected.as_ref().filter(|(source, _)| is_wanted(*source))?;
        Some(text.clone())
    };
    let body = html! {
        <div>
            <PictureField
                catalogue={Rc::clone(catalogue)}
                error={error(|source| source.is_picture())}
            />
            <CodeForm
                catalogue={Rc::clone(catalogue)}
                code={code.clone()}
                error={error(|source| source == ImportSource::Code)}
            />
            <FileField catalogue={Rc::clone(catalogue)} error={error(|source| source == ImportSource::File)} />
        </div>
    };
    disclosure(catalogue.restore_title().clone(), rejected.is_some(), body)
}

#[derive(PartialEq, Properties)]
struct CodeFormProps {
    catalogue: Rc<Catalogue>,
    code: AttrValue,
    error: Option<AttrValue>,
}

/// The code in lines of twenty characters, each with its check.
#[component]
fn CodeForm(props: &CodeFormProps) -> Html {
    let dispatch = use_dispatch();
    let catalogue = &props.catalogue;
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                dispatch.emit(Action::EditCode(area.value()));
            }
        })
    };
    let onsubmit = {
        let code = props.code.clone();
        Callback::from(move |event: SubmitEvent| {
            // The browser would send the form and reload the page.
            event.prevent_default();
            dispatch.emit(Action::Restore(Import::of_code(&code)));
        })
    };
    let is_invalid = props.error.is_some();
    let [note_id, error_id] = ["note", "error"].map(|part| format!("{}.{part}", ids::CODE));
    let described = if is_invalid { format!("{note_id} {error_id}") } else { note_id.clone() };
    html! {
        <form novalidate=true autocomplete="off" {onsubmit}>
            <div class={field_class(is_invalid)}>
                <label class="ec-field__label" for={ids::CODE}>{ catalogue.receipt_code_label() }</label>
                <p class="ec-field__note" id={note_id}>{ catalogue.code_hint() }</p>
                if let Some(error) = &props.error {
                    <p class="ec-field__error" id={error_id}>{ error }</p>
                }
                <textarea
                    class="ec-input ec-restore__code"
                    id={ids::CODE}
                    rows="4"
                    value={props.code.clone()}
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby={described}
                    aria-invalid={is_invalid.then_some("true")}
                    {oninput}
                />
                { lines(&props.catalogue, &props.code) }
            </div>
            <button class="ec-button ec-button--main" type="submit">{ catalogue.restore_button() }</button>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct UploadProps {
    catalogue: Rc<Catalogue>,
    error: Option<AttrValue>,
}

/// A photo or a picture of a receipt.
#[component]
fn PictureField(props: &UploadProps) -> Html {
    let catalogue = &props.catalogue;
    upload(Upload {
        id: ids::PICTURE,
        class: "ec-button ec-button--main ec-upload__label",
        accept: "image/*",
        label: catalogue.picture_label(),
        note: catalogue.picture_hint(),
        error: props.error.clone(),
        onchange: use_import(),
    })
}

/// A saved file. Also takes a picture.
#[component]
fn FileField(props: &UploadProps) -> Html {
    let catalogue = &props.catalogue;
    upload(Upload {
        id: ids::FILE,
        class: "ec-button ec-upload__label",
        accept: ".json,application/json,image/*",
        label: catalogue.file_label(),
        note: catalogue.file_hint(),
        error: props.error.clone(),
        onchange: use_import(),
    })
}

/// Reads the chosen file and restores from it.
#[hook]
fn use_import() -> Callback<Event> {
    let (dispatch, host) = (use_dispatch(), use_host());
    Callback::from(move |event: Event| {
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
    })
}

struct Upload<'a> {
    id: &'static str,
    class: &'static str,
    accept: &'static str,
    label: &'a AttrValue,
    note: &'a AttrValue,
    error: Option<AttrValue>,
    onchange: Callback<Event>,
}

/// A file input that looks like a button. The browser's own text, such as "No file chosen", is in
/// the language of the browser.
fn upload(upload: Upload<'_>) -> Html {
    let Upload { id, class, accept, label, note, error, onchange } = upload;
    let is_invalid = error.is_some();
    let [note_id, error_id] = ["note", "error"].map(|part| format!("{id}.{part}"));
    let described = if is_invalid { format!("{note_id} {error_id}") } else { note_id.clone() };
    html! {
        <div class={field_class(is_invalid)}>
            if let Some(error) = error {
                <p class="ec-field__error" id={error_id}>{ error }</p>
            }
            <div class="ec-upload">
                <input
                    class="ec-upload__input"
                    type="file"
                    {id}
                    autocomplete="off"
                    aria-describedby={described}
                    aria-invalid={is_invalid.then_some("true")}
                    {accept}
                    {onchange}
                />
                <label {class} for={id}>{ label }</label>
            </div>
            <p class="ec-field__note" id={note_id}>{ note }</p>
        </div>
    }
}
