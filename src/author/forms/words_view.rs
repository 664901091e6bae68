//! A condition in words.

use yew::prelude::*;

use crate::author::model::words_at;
use crate::page::ConditionWords;

use super::form_pack::FormPack;

/// The condition at a pointer in words, or a note while the text has faults. Nothing for a part of
/// a condition, which has no words of its own.
pub(super) fn words_view(pack: &FormPack, pointer: &str) -> Html {
    let Some(valid) = &pack.valid else {
        return html! { <p class="au-words au-words--none">{ pack.words().words_later }</p> };
    };
    match words_at(valid, pointer, pack.language) {
        Some(words) => {
            html! { <div class="au-words" lang={pack.language.tag()}>{ part(&words) }</div> }
        }
        None => html! {},
    }
}

fn part(words: &ConditionWords) -> Html {
    html! {
        <>
            <p>{ &words.text }</p>
            if !words.parts.is_empty() {
                <ul>{ for words.parts.iter().map(|one| html! { <li>{ part(one) }</li> }) }</ul>
            }
        </>
    }
}
