//! The score of a criterion in words: the points so far, the points needed, and the parts.

use crate::engine::{Score, scores};
use crate::rulebook::{Comparison, Criterion, Decimal};
use crate::widget::evaluation::Evaluation;

use super::catalogue::fill;

/// The scores of a criterion, one per line; empty if it compares no points.
pub(in crate::widget) fn score_texts(
    evaluation: &Evaluation,
    criterion: &Criterion,
) -> Vec<String> {
    let Some(when) = &criterion.when else { return Vec::new() };
    let found = scores(&evaluation.pack.rules, &evaluation.context(), when);
    found.iter().map(|score| score_text(evaluation, score)).collect()
}

fn score_text(evaluation: &Evaluation, score: &Score<'_>) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let bound = match score.comparison {
        Comparison::AtLeast => catalogue.score_at_least(),
        Comparison::MoreThan => catalogue.score_more_than(),
        Comparison::AtMost => catalogue.score_at_most(),
        Comparison::LessThan => catalogue.score_less_than(),
        Comparison::Is => catalogue.score_exactly(),
    };
    let bound = fill(bound, &[("number", &score.needed.to_string())]);
    let total = fill(catalogue.score(), &[("score", &range_text(score.range)), ("bound", &bound)]);
    let parts = score.parts.iter().map(|part| {
        let label = part.label.map(|label| evaluation.text(label));
        let label = label.unwrap_or_else(|| catalogue.score_part_unnamed().clone());
        let text = match part.range[0] < part.range[1] {
            true if part.missing.is_empty() => catalogue.score_part_undefined(),
            true => catalogue.score_part_open(),
            false => catalogue.score_part(),
        };
        fill(text, &[("label", &label), ("points", &range_text(part.range))])
    });
    // A single table is the total.
    if score.parts.len() < 2 {
        return total;
    }
    let parts = parts.collect::<Vec<_>>().join(catalogue.semicolon());
    format!("{total}{}{parts}", catalogue.colon())
}

fn range_text([min, max]: [Decimal; 2]) -> String {
    if min == max { min.to_string() } else { format!("{min}–{max}") }
}
