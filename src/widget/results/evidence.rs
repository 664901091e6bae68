//! The note of a pack whose figures are all secondary: said once on a screen, with the addresses at
//! which to check them.

use yew::prelude::*;

use crate::rulebook::{Document, Url};
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::disclosure;
use crate::widget::ui::link::web_link;

/// The note with the addresses of the documents; empty if the pack has none.
pub(in crate::widget) fn evidence_note(evaluation: &Evaluation) -> Html {
    let rules = &evaluation.pack.rules;
    let Some(note) = &rules.evidence_note else { return Html::default() };
    let mut pages: Vec<(&Document, &Url)> = Vec::new();
    for (_, document) in rules.documents.iter() {
        if let Some(url) = &document.url
            && !pages.iter().any(|(_, known)| known.as_str() == url.as_str())
        {
            pages.push((document, url));
        }
    }
    let list = html! {
        <ul>
            for (document, url) in &pages {
                <li>{ web_link(url, html! { evaluation.own(&document.title) }) }</li>
            }
        </ul>
    };
    html! {
        <div class="ec-evidence-note">
            <p>{ evaluation.own(note) }</p>
            if !pages.is_empty() {
                { disclosure(evaluation.pack.catalogue.check_at_title().clone(), false, list) }
            }
        </div>
    }
}

/// The note as one line of text for paper, which lists the addresses at its end.
pub(in crate::widget) fn evidence_text(evaluation: &Evaluation) -> Option<String> {
    let rules = &evaluation.pack.rules;
    let note = evaluation.text(rules.evidence_note.as_ref()?);
    let has_addresses = rules.documents.iter().any(|(_, document)| document.url.is_some());
    let addresses = has_addresses.then(|| evaluation.pack.catalogue.check_at_end().as_str());
    let texts: Vec<&str> = [note.as_str()].into_iter().chain(addresses).collect();
    Some(texts.join(" "))
}
