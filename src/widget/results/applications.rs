//! When to apply for a measure: its windows, and what they mean on the date evaluated.

use crate::engine::{Truth, windows_for};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{applications_text, period_text};

/// Whether a measure that can still be met can be applied for, as a sentence; `None` if no window
/// is published for the applicant. Under old rules, only that applications had closed is of use.
pub(in crate::widget) fn applications_line(
    evaluation: &Evaluation,
    id: MeasureId,
) -> Option<String> {
    let assessed = evaluation.assessment.of(id);
    let applications = evaluation.applications(id);
    if !assessed.can_be_met || evaluation.is_over() && applications.is_closed() != Truth::True {
        return None;
    }
    let (catalogue, day) = (&evaluation.pack.catalogue, evaluation.as_of.evaluated);
    applications_text(catalogue, applications, assessed.outcome, day)
}

/// The application windows of a measure that are meant for the applicant, or may be, one text each.
pub(in crate::widget) fn window_texts(evaluation: &Evaluation, id: MeasureId) -> Vec<String> {
    let catalogue = &evaluation.pack.catalogue;
    let windows = windows_for(&evaluation.context(), id).into_iter().map(|(window, truth)| {
        let days = period_text(catalogue, &window.period).unwrap_or_default();
        let is_over = window.period.to.is_some_and(|last| last < evaluation.as_of.asked);
        let notes = [
            window.label.as_ref().map(|label| evaluation.text(label)),
            is_over.then(|| catalogue.window_over().clone()),
            (truth == Truth::Unknown).then(|| catalogue.need_if_applicable().clone()),
        ];
        let notes: Vec<String> = notes.into_iter().flatten().map(|note| note.to_string()).collect();
        if notes.is_empty() {
            return days;
        }
        days + &catalogue.bracketed(&notes.join(catalogue.list_separator()))
    });
    windows.collect()
}
