//! The summary above the measures, and how its total is calculated.

use yew::prelude::*;

use super::evidence::evidence_note;
use super::figures::figures;
use super::groups::Group;
use crate::engine::Combination;
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{CombinationText, Note};
use crate::widget::ui::disclosure;

/// The figures, each with its unit and label; a sentence if there are none yet.
pub(in crate::widget) fn summary(
    evaluation: &Evaluation,
    groups: &[(Group, Vec<MeasureId>)],
    combination: &Combination<'_>,
) -> Html {
    let figures = figures(evaluation, groups, combination);
    if figures.is_empty() {
        return Html::default();
    }
    html! {
        <dl class="ec-summary">
            for figure in figures {
                // The label precedes its number for screen readers; the stylesheet swaps them.
                <div class="ec-summary__item">
                    <dt class="ec-summary__text">{ figure.label }</dt>
                    <dd class="ec-summary__value">
                        <span class="ec-summary__number">{ figure.number }</span>
                        if !figure.unit.is_empty() {
                            { " " }
                            <span class="ec-summary__unit">{ figure.unit }</span>
                        }
                    </dd>
                </div>
            }
        </dl>
    }
}

/// A disclosure with the limits; empty if the total is the sum of all amounts.
pub(in crate::widget) fn calculation(
    evaluation: &Evaluation,
    combined: Option<&CombinationText>,
) -> Html {
    let note = evidence_note(evaluation);
    match limits(evaluation, combined) {
        Some(limits) => {
            let title = evaluation.pack.catalogue.limits_title().clone();
            html! { <>{ note }{ disclosure(title, false, html! { <div>{ limits }</div> }) }</> }
        }
        None => note,
    }
}
/// The exclusions, the caps, and the measures that the total does not count; `None` if the total is
/// the sum of all amounts.
pub(in crate::widget) fn limits(
    evaluation: &Evaluation,
    combined: Option<&CombinationText>,
) -> Option<Html> {
    let combined = combined?;
    let certain = evaluation.pack.catalogue.total_guaranteed();
    let certain = combined.sides.iter().find(|side| side.name == *certain)?;
    if certain.notes.is_empty() && combined.undecided.is_empty() {
        return None;
    }
    Some(html! {
        <div class="ec-totals__limits">
            { notes(&certain.notes) }
            { notes(&combined.undecided) }
        </div>
    })
}

fn notes(notes: &[Note]) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
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
