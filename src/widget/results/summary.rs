//! The summary: the strip of outcomes, the best combination, and the limits that apply to it.

use yew::prelude::*;

use super::outcome_strip::outcome_strip;
use crate::engine::{candidates, combine};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{CombinationText, Note, SideText, format_combination};

/// The best combination of measures as text; `None` if nothing can be granted.
pub(in crate::widget) fn current_combination(evaluation: &Evaluation) -> Option<CombinationText> {
    let pack = &evaluation.pack;
    let candidates = candidates(&evaluation.context(), &evaluation.assessment);
    format_combination(
        &pack.catalogue,
        pack.locale,
        &pack.rules,
        &combine(&pack.rules, &candidates),
    )
}

/// The strip and the two totals; only the strip before a measure with money is met.
pub(in crate::widget) fn totals(
    evaluation: &Evaluation,
    combined: Option<&CombinationText>,
) -> Html {
    let sums = combined.map(CombinationText::sums).unwrap_or_default();
    html! {
        <div class="ec-totals">
            { outcome_strip(evaluation) }
            if !sums.is_empty() {
                <p class="ec-totals__title">{ evaluation.pack.catalogue.combination_title() }</p>
                <dl class="ec-totals__rows">
                    for (name, sum) in sums {
                        <div class="ec-totals__row">
                            <dt>{ name }</dt>
                            <dd class="ec-totals__sum">{ sum }</dd>
                        </div>
                    }
                </dl>
            }
        </div>
    }
}

/// The exclusions, the caps, and the measures that are not counted; `None` if the totals are sums
/// of all amounts.
pub(in crate::widget) fn limits(
    evaluation: &Evaluation,
    combined: Option<&CombinationText>,
) -> Option<Html> {
    let combined = combined?;
    let has_notes = |side: &&SideText| !side.notes.is_empty();
    let sides: Vec<&SideText> = combined.sides.iter().filter(has_notes).collect();
    if sides.is_empty() && combined.undecided.is_empty() {
        return None;
    }
    Some(html! {
        <div class="ec-totals__limits">
            for side in sides {
                <div>
                    <p class="ec-totals__name">
                        { format!("{}{}", side.name, evaluation.pack.catalogue.colon()) }
                    </p>
                    { notes(&side.notes) }
                </div>
            }
            if !combined.undecided.is_empty() {
                { notes(&combined.undecided) }
            }
        </div>
    })
}

fn notes(notes: &[Note]) -> Html {
    html! {
        <ul class="ec-totals__notes">
            for note in notes {
                <li>
                    { note.text.clone() }
                    if let Some((label, citations)) = &note.limit {
                        <p class="ec-totals__limit">
                            { format!("{label} ") }
                            <cite class="ec-citation__clause">{ citations.clone() }</cite>
                        </p>
                    }
                </li>
            }
        </ul>
    }
}
