//! Lists of measures in a sentence.

use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::fill;

/// Measures that a sentence names.
const NAMED: usize = 3;

/// The titles of the first measures, and the number of all if there are more.
pub(super) fn titles(evaluation: &Evaluation, measures: &[MeasureId]) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let named = measures.iter().take(NAMED);
    let named =
        named.map(|id| evaluation.text(&evaluation.pack.rules.measures[*id].title).to_string());
    let named = named.collect::<Vec<_>>().join(catalogue.list_separator());
    if measures.len() <= NAMED {
        return named;
    }
    let count = measures.len().to_string();
    fill(catalogue.and_others(), &[("measures", &named), ("count", &count)])
}
