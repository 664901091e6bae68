//! The premise of a measure for somebody who still plans to come: the assumption with whose answers
//! it is judged.

use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::fill;

/// The premise as a sentence; `None` if the measure is judged with the given answers.
pub(in crate::widget) fn premise_text(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let rules = &evaluation.pack.rules;
    let measure = &rules.measures[id];
    let assumption = &rules.assumptions[measure.assume?];
    evaluation.context().assumed(measure)?;
    let label = evaluation.text(&assumption.label);
    Some(fill(evaluation.pack.catalogue.premise(), &[("label", &label)]))
}
