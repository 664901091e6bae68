//! Amounts from a secondary source: marked with an asterisk, which is explained once per table. The
//! whole sentence in a narrow cell would make its row several lines higher.

use yew::prelude::*;

use super::bilingual::Bilingual;
use crate::rulebook::{Evidence, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::marked_amount_text;

/// The mark of an amount, and of the note that explains it.
const MARK: &str = "*";

fn evidence(evaluation: &Evaluation) -> &str {
    evaluation.pack.catalogue.evidence(Evidence::Secondary)
}

/// The amount without its evidence, and whether that is secondary and must be said.
fn parts(evaluation: &Evaluation, id: MeasureId) -> Option<(String, bool)> {
    let text = marked_amount_text(evaluation, id)?;
    let words = evaluation.pack.catalogue.bracketed(evidence(evaluation));
    Some(match text.strip_suffix(&words) {
        Some(amount) => (amount.to_owned(), true),
        None => (text, false),
    })
}

/// The amount, with an asterisk if its source is secondary.
pub(super) fn amount_with_mark(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let (amount, is_secondary) = parts(evaluation, id)?;
    Some(if is_secondary { amount + MARK } else { amount })
}

/// What the asterisk means, below a table with these measures.
pub(super) fn secondary_note(languages: Bilingual<'_>, measures: &[MeasureId]) -> Html {
    let is_secondary = |id: &MeasureId| parts(languages.first, *id).is_some_and(|(_, is)| is);
    if !measures.iter().any(is_secondary) {
        return Html::default();
    }
    let note = |e: &Evaluation| format!("{MARK} {}", evidence(e));
    html! { <p class="ec-checklist__small">{ languages.text(note) }</p> }
}
