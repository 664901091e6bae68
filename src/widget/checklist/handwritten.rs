//! Lines to fill in by hand: the firm and the officer.

use yew::prelude::*;

use super::bilingual::Bilingual;
use crate::widget::text::Catalogue;

/// The length of a unified social credit code (GB 32100-2015).
const CODE_LENGTH: usize = 18;

/// Lines for the firm. They are filled in on paper; the widget neither asks for these details nor
/// stores them.
pub(in crate::widget) fn firm_details(languages: Bilingual<'_>) -> Html {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    html! {
        <div class="ec-checklist__firm">
            <p>{ text(Catalogue::handwritten_note) }</p>
            <ul class="ec-checklist__lines">
                <li class="ec-checklist__line ec-checklist__line--long">{ text(Catalogue::firm_name) }</li>
                <li class="ec-checklist__line">{ text(Catalogue::contact_person) }</li>
                <li class="ec-checklist__code-line">
                    { text(Catalogue::firm_code) }
                    <span class="ec-checklist__cells" aria-hidden="true">
                        for _ in 0..CODE_LENGTH {
                            <i />
                        }
                    </span>
                </li>
                <li class="ec-checklist__line">{ text(Catalogue::phone) }</li>
            </ul>
        </div>
    }
}

/// Lines for the officer.
pub(super) fn officer_lines(languages: Bilingual<'_>) -> Html {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    html! {
        <ul class="ec-checklist__lines">
            <li class="ec-checklist__line">{ text(Catalogue::checked_by_label) }</li>
            <li class="ec-checklist__line">{ text(Catalogue::checked_on_label) }</li>
        </ul>
    }
}
