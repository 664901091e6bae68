//! The receipt, which restores the answers on another machine: the code is typed or scanned.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::handwritten::officer_lines;
use crate::widget::ui::heading;
use crate::widget::ui::qr::qr;

/// The code as a QR symbol and as text, its purpose, and lines for the officer.
///
/// The code contains the answers, and no personal data. A code that is too long for a symbol is
/// shown as text only.
pub(in crate::widget) fn receipt(languages: Bilingual<'_>) -> Html {
    let first = languages.first;
    let code = first.receipt_code();
    let symbol = first.receipt_link().unwrap_or_else(|| code.clone());
    let title = languages.text(|e| e.pack.catalogue.receipt_code_label().to_string());
    html! {
        <section class="ec-checklist__section ec-checklist__receipt">
            { qr(&symbol, first.pack.catalogue.receipt_code_label()).unwrap_or_default() }
            <div class="ec-checklist__receipt-text">
                { heading(first.level.below(1), "ec-checklist__heading", title) }
                <p>{ languages.text(|e| e.pack.catalogue.receipt_note().to_string()) }</p>
                <p class="ec-checklist__code">{ code }</p>
                { officer_lines(languages) }
            </div>
        </section>
    }
}
