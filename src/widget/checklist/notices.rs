//! Notices that apply to all measures, each with its clauses. The rules page quotes the clauses.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::measure_block::clauses;
use crate::widget::ui::heading;

/// The notices of the pack; empty if it has none.
pub(in crate::widget) fn checklist_notices(languages: Bilingual<'_>) -> Html {
    let notices = &languages.first.pack.rules.notices;
    if notices.is_empty() {
        return Html::default();
    }
    let texts = languages.texts(|e| {
        e.pack.rules.notices.iter().map(|notice| e.text(&notice.text).to_string()).collect()
    });
    let title = languages.text(|e| e.pack.catalogue.notices_title().to_string());
    html! {
        <section class="ec-checklist__section">
            { heading(languages.first.level.below(1), "ec-checklist__heading", title) }
            <ul class="ec-checklist__notices">
                for (notice, text) in notices.iter().zip(texts) {
                    <li>
                        { text }
                        if !notice.provision.is_empty() {
                            { " " }
                            { clauses(languages, &notice.provision) }
                        }
                    </li>
                }
            </ul>
        </section>
    }
}
