//! The switch, with its explanation.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::text::{DraftTexts, fill};

use super::store::StoreError;
use super::use_drafts::Drafts;

/// Turns drafts on and off. It explains where they are, who can read them, and when they go away.
#[component]
pub(in crate::author) fn DraftSwitch() -> Html {
    let texts = use_texts();
    let drafts = use_context::<Drafts>().unwrap_or_default();
    let text = texts.drafts;
    let onchange = {
        let switch = drafts.switch.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            switch.emit(input.checked());
        })
    };
    html! {
        <>
            <label class="au-check">
                <input
                    type="checkbox"
                    checked={drafts.is_on}
                    aria-describedby="au-draft-about"
                    {onchange}
                />
                <span>{ text.switch }</span>
            </label>
            <p id="au-draft-about">{ text.about }</p>
            <p role="status">
                if let Some(time) = &drafts.kept_at {
                    { fill(text.kept_at, &[time]) }
                }
            </p>
            if let Some(problem) = drafts.problem {
                <p class="au-error" role="alert">{ problem_text(problem, &text) }</p>
            }
        </>
    }
}

fn problem_text(problem: StoreError, texts: &DraftTexts) -> &'static str {
    match problem {
        StoreError::Unavailable => texts.unavailable,
        StoreError::Full => texts.full,
    }
}
