//! What is written by hand: who applies, and who checked it.

use yew::prelude::*;

use super::bilingual::Bilingual;
use crate::widget::text::Catalogue;

/// The length of a unified social credit code (GB 32100-2015).
const CODE_LENGTH: usize = 18;

/// Lines for the firm, to be filled in on paper: nothing of it is ever typed or saved.
pub(in crate::widget) fn firm_details(languages: Bilingual<'_>) -> Html {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    html! {
        <div class="ec-checklist__firm">
            <p>{ text(Catalogue::by_hand) }</p>
            <ul class="ec-checklist__lines">
                <li class="ec-checklist__line ec-checklist__line--long">{ text(Catalogue::firm_name) }</li>
                <li class="ec-checklist__line">{ text(Catalogue::contact) }</li>
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

/// Lines for the officer at the end.
pub(super) fn officer_lines(languages: Bilingual<'_>) -> Html {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    html! {
        <ul class="ec-checklist__lines">
            <li class="ec-checklist__line">{ text(Catalogue::checked_by) }</li>
            <li class="ec-checklist__line">{ text(Catalogue::checked_on) }</li>
        </ul>
    }
}
