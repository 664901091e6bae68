//! Which questions on a screen need an answer.

use crate::rulebook::FactId;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::State;

/// Whether an answer to a fact can still change the outcome of a wanted measure.
pub(super) fn is_needed(evaluation: &Evaluation, fact: FactId) -> bool {
    evaluation.next.as_ref().is_some_and(|next| next.questions.contains(&fact))
}

/// The questions of a screen that need an answer before the next screen.
///
/// Those that can still change an outcome, and those with a text or an answer: the text may not
/// parse, or may have been removed from its field since. All of them if there are none, so that a
/// screen is not left without an answer.
pub(super) fn required(evaluation: &Evaluation, state: &State, facts: &[FactId]) -> Vec<FactId> {
    let is_required = |fact: &FactId| {
        is_needed(evaluation, *fact)
            || state.answers.get(*fact).is_some()
            || state.draft(*fact).error.is_some()
            || state.entered_value(*fact).is_some()
    };
    let required: Vec<FactId> = facts.iter().copied().filter(is_required).collect();
    if required.is_empty() { facts.to_vec() } else { required }
}
