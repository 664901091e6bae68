//! The web pages of the cited documents, as text: paper has no links.

use yew::prelude::*;

use super::bilingual::Bilingual;
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::heading;

/// The documents with a published web page; empty if there are none.
pub(in crate::widget) fn sources(languages: Bilingual<'_>) -> Html {
    let lines = languages.texts(lines);
    if lines.is_empty() {
        return Html::default();
    }
    let title = languages.text(|e| e.pack.catalogue.sources_title().to_string());
    html! {
        <section class="ec-checklist__section">
            { heading(languages.first.level.below(1), "ec-checklist__heading", title) }
            <ul class="ec-checklist__notices">
                for line in lines {
                    <li>{ line }</li>
                }
            </ul>
        </section>
    }
}

fn lines(evaluation: &Evaluation) -> Vec<String> {
    let documents = evaluation.pack.rules.documents.iter().filter_map(|(_, document)| {
        let (url, title) = (document.url.as_ref()?.as_str(), evaluation.text(&document.title));
        let number = document.number.as_deref().unwrap_or_default();
        let name = format!("{title} {number}");
        Some(format!("{}{}{url}", name.trim_end(), evaluation.pack.catalogue.colon()))
    });
    documents.collect()
}
