//! The buttons that save spreadsheets.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::host::{AuthorHost, Reply};
use crate::author::notice::use_notice;
use crate::author::task::Task;
use crate::author::text::fill;
use crate::rulebook::Locale;
use crate::widget::download_bytes;

use super::error_text::failure_text;
use super::exchange::{SheetExport, SheetFailure, SheetFormat};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv;charset=utf-8";

/// The props of the buttons.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExportFormProps {
    /// The text of the pack
    pub(super) text: Rc<str>,
    /// The name of its file
    pub(super) name: Rc<str>,
    /// What only the browser's page can do
    pub(super) host: AuthorHost,
}

/// The state of the last file, unless it was saved.
#[derive(Clone, Debug, PartialEq)]
enum Export {
    Running,
    Failed(String),
}

/// Saves the texts as a workbook or as CSV, and the measures as CSV.
#[component]
pub(super) fn ExportForm(props: &ExportFormProps) -> Html {
    let texts = use_texts();
    let export = use_state(|| None::<Export>);
    let saved = use_notice::<_, String>(&props.text);
    let language = use_state(AttrValue::default);
    let text = texts.sheets;
    let further = Locale::from_any_tag(language.trim());
    let is_unknown = !language.trim().is_empty() && further.is_none();
    let save = |format: SheetFormat| {
        let (props, export, saved) = (props.clone(), export.clone(), saved.setter());
        Callback::from(move |_: MouseEvent| {
            saved.clear();
            export.set(Some(Export::Running));
            let input = SheetExport { text: Rc::clone(&props.text), format, further };
            let name = file_name(&props.name, format);
            let (export, saved) = (export.clone(), saved.clone());
            props.host.request_with(Task::SheetExport, &input, Rc::default(), move |reply| {
                let result: Option<Reply<Result<(), SheetFailure>>> = reply;
                export.set(match result.as_ref().map(|(result, file)| (&**result, file)) {
                    Some((Ok(()), file)) => {
                        let mime_type = if format == SheetFormat::Xlsx { XLSX } else { CSV };
                        download_bytes(mime_type, &name, file);
                        saved.set(fill(text.saved, &[&name]));
                        None
                    }
                    Some((Err(failure), _)) => {
                        Some(Export::Failed(failure_text(failure, &name, &text)))
                    }
                    None => Some(Export::Failed(fill(text.not_written, &[""]))),
                });
            });
        })
    };
    let oninput = {
        let language = language.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                language.set(input.value().into());
            }
        })
    };
    let button = |format: SheetFormat, title: &'static str| {
        html! {
            <button class="au-button" type="button" disabled={is_unknown} onclick={save(format)}>
                { title }
            </button>
        }
    };
    html! {
        <>
            <h2>{ text.export }</h2>
            <p>{ text.export_intro }</p>
            <div class="au-field">
                <label class="au-field__label" for="au-sheet-language">{ text.language }</label>
                <input
                    id="au-sheet-language"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    value={(*language).clone()}
                    aria-invalid={is_unknown.then_some("true")}
                    aria-describedby="au-sheet-language-hint"
                    {oninput}
                />
                <span
                    id="au-sheet-language-hint"
                    class={if is_unknown { "au-field__error" } else { "au-field__count" }}
                >
                    { if is_unknown { text.language_unknown } else { text.language_hint } }
                </span>
            </div>
            <p class="au-start__ways">
                { button(SheetFormat::Xlsx, text.save_xlsx) }
                { button(SheetFormat::Texts, text.save_texts) }
                { button(SheetFormat::Measures, text.save_measures) }
            </p>
            <p role="status">
                { match &*export {
                    Some(Export::Running) => text.saving.to_owned(),
                    Some(Export::Failed(_)) => String::new(),
                    None => saved.content().cloned().unwrap_or_default(),
                } }
            </p>
            if let Some(Export::Failed(why)) = &*export {
                <p class="au-error" role="alert">{ why }</p>
            }
        </>
    }
}

/// The name of a spreadsheet, from that of the pack.
fn file_name(pack: &str, format: SheetFormat) -> String {
    let stem = pack.strip_suffix(".json").unwrap_or(pack);
    match format {
        SheetFormat::Xlsx => format!("{stem}-texts.xlsx"),
        SheetFormat::Texts => format!("{stem}-texts.csv"),
        SheetFormat::Measures => format!("{stem}-measures.csv"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_begins_with_that_of_the_pack() {
        assert_eq!(file_name("rules.json", SheetFormat::Xlsx), "rules-texts.xlsx");
        assert_eq!(file_name("kiosk", SheetFormat::Measures), "kiosk-measures.csv");
    }
}
