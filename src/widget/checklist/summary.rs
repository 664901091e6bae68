//! The summary: a table of measures with outcome and amount.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::content::Content;
use super::measure_block::if_met;
use super::table::{Column, table};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{current_combination, marked_amount_text};
use crate::widget::text::Catalogue;
use crate::widget::ui::heading;

/// A row for each measure with a block, with the number of the block.
pub(in crate::widget) fn summary(languages: Bilingual<'_>, content: &Content) -> Html {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    let title = if content.with_answers {
        text(Catalogue::summary_title)
    } else {
        text(Catalogue::measures_title)
    };
    let body = if content.measures.is_empty() {
        html! { <p>{ text(Catalogue::no_measures_in_reach) }</p> }
    } else {
        let rows = content.measures.iter().enumerate();
        let rows =
            rows.map(|(index, id)| row(languages, index + 1, *id, content.with_answers)).collect();
        html! {
            <>
                { table(columns(languages, content.with_answers), rows) }
                if content.with_answers {
                    { granted_together(languages) }
                }
                <p>{ text(Catalogue::missing_details_note) }</p>
            </>
        }
    };
    html! {
        <section class="ec-checklist__section">
            { heading(languages.first.level.below(1), "ec-checklist__heading", title) }
            { body }
        </section>
    }
}

fn columns(languages: Bilingual<'_>, with_answers: bool) -> Vec<Column> {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    let mut columns = vec![(text(Catalogue::measure_column), None)];
    if with_answers {
        columns.push((text(Catalogue::outcome_column), Some("ec-table__outcome")));
        columns.push((text(Catalogue::benefit_title), Some("ec-table__amount")));
    }
    columns.push((text(Catalogue::window_check_column), Some("ec-table__check")));
    columns
}

fn row(languages: Bilingual<'_>, number: usize, id: MeasureId, with_answers: bool) -> Html {
    let outcome =
        |e: &Evaluation| e.pack.catalogue.outcome_text(e.assessment.of(id).outcome).to_string();
    html! {
        <tr>
            <th scope="row">
                { format!("{number}. ") }
                <span>{ languages.text(|e| e.text(&e.pack.rules.measures[id].title).to_string()) }</span>
            </th>
            if with_answers {
                <td>{ languages.text(outcome) }</td>
                <td>{ languages.text(|e| if_met(e, id, marked_amount_text(e, id))) }</td>
            }
            <td />
        </tr>
    }
}

/// The totals of the best combination of measures, and the limits on the certain total. No totals
/// before a measure with money is met.
///
/// The limits on the possible total are only on the screen: they change with every answer, and
/// would fill a page.
fn granted_together(languages: Bilingual<'_>) -> Html {
    let Some(combined) = current_combination(languages.first) else { return Html::default() };
    let label = |e: &Evaluation| {
        format!("{}{}", e.pack.catalogue.combination_title(), e.pack.catalogue.colon())
    };
    html! {
        <>
            if !combined.sums().is_empty() {
                <p>
                    <span class="ec-checklist__label">{ languages.text(label) }</span>
                    { languages.text(sums) }
                </p>
            }
            for note in languages.texts(certain_notes) {
                <p>{ note }</p>
            }
        </>
    }
}

fn sums(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let Some(combined) = current_combination(evaluation) else { return String::new() };
    let sums = combined.sums().into_iter();
    let sums = sums.map(|(name, sum)| format!("{name}{}{sum}", catalogue.colon()));
    sums.collect::<Vec<_>>().join(catalogue.semicolon())
}

fn certain_notes(evaluation: &Evaluation) -> Vec<String> {
    let catalogue = &evaluation.pack.catalogue;
    let Some(combined) = current_combination(evaluation) else { return Vec::new() };
    let certain = combined.sides.first();
    let notes =
        certain.into_iter().flat_map(|certain| &certain.notes).map(|note| match &note.limit {
            Some((label, cited)) => format!("{}{} {cited}", note.text, catalogue.bracketed(label)),
            None => note.text.clone(),
        });
    notes.collect()
}
