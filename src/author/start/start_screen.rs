//! The first screen.

use web_sys::File;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::drafts::{DraftList, DraftSwitch};
use crate::author::forms::TemplateForm;
use crate::author::state::{Action, Document, View};
use crate::author::ui::on_choice;
use crate::rulebook::Locale;

/// The props of the screen.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct StartScreenProps {
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// Opens a file
    pub(in crate::author) open: Callback<File>,
}

/// Continues a draft, opens a file, or starts from the template.
#[component]
pub(in crate::author) fn StartScreen(props: &StartScreenProps) -> Html {
    let dispatch = use_dispatch();
    let texts = use_texts();
    let onchange = on_choice(&props.open);
    let on_start = {
        let (dispatch, name) = (dispatch.clone(), texts.name_unsaved);
        Callback::from(move |text: String| {
            dispatch.emit(Action::Open(Document::new(name, &text).into()));
            dispatch.emit(Action::Show(View::Forms));
        })
    };
    html! {
        <section class="au-start">
            <h1>{ texts.title }</h1>
            <p>{ texts.intro }</p>
            <DraftList />
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button au-button--main">{ texts.open_file }</span>
                    <input type="file" accept=".json,application/json" {onchange} />
                </label>
            </p>
            <p>{ texts.drop_hint }</p>
            <TemplateForm locale={props.locale} {on_start} />
            <div class="au-start__draft">
                <DraftSwitch />
            </div>
        </section>
    }
}
