//! The first screen.

use web_sys::File;
use yew::prelude::*;

use crate::author::context::{use_dispatch, use_texts};
use crate::author::drafts::{DraftList, DraftSwitch};
use crate::author::state::{Action, Document};

use super::use_open_pack::on_choice;

/// A pack with one measure, to begin with.
const TEMPLATE: &str = include_str!("../../../tests/transcripts/guide/start.json");

/// The props of the screen.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct StartScreenProps {
    /// Opens a file
    pub(in crate::author) open: Callback<File>,
}

/// Continues a draft, opens a file, or starts from the template.
#[component]
pub(in crate::author) fn StartScreen(props: &StartScreenProps) -> Html {
    let dispatch = use_dispatch();
    let texts = use_texts();
    let onchange = on_choice(&props.open);
    let template = Document::new(texts.name_unsaved, TEMPLATE);
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
                <button class="au-button" type="button" onclick={dispatch.on_click(Action::Open(template))}>
                    { texts.start_new }
                </button>
            </p>
            <p>{ texts.drop_hint }</p>
            <div class="au-start__draft">
                <DraftSwitch />
            </div>
        </section>
    }
}
