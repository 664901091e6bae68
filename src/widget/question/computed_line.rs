//! The number that is computed from the questions on a screen, against the threshold of the wanted
//! measures.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answer, ComputedNumber, EvalContext, computed_number};
use crate::rulebook::{Comparison, Decimal, MeasureId, Quantity, QuestionGroup};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::State;
use crate::widget::text::{amount_sentence, fill};

/// The line; empty as long as the number is not known.
///
/// It follows the text fields while a user types. Screen readers hear it when the answers are
/// complete.
pub(super) fn computed_line(evaluation: &Evaluation, state: &State, group: &QuestionGroup) -> Html {
    let mut answers = evaluation.answers.clone();
    for fact in &group.facts {
        let entered = state.entered_value(*fact).map(|(value, _)| Answer::Value(value));
        answers.set(*fact, entered.or(answers.get(*fact)));
    }
    let is_complete = answers == evaluation.answers;
    let context = EvalContext { answers: &answers, ..evaluation.context() };
    let text = computed_number(&context, group)
        .map(|number| {
            let is_wanted = |id: &MeasureId| evaluation.wanted.weight(*id) > 0;
            computed_text(evaluation, group, &number, &is_wanted)
        })
        .unwrap_or_default();
    html! {
        <>
            <p class="ec-computed" aria-hidden="true">{ &text }</p>
            <p class="ec-hidden" role="status">{ if is_complete { &*text } else { "" } }</p>
        </>
    }
}

/// How far a computed number is from the threshold of a measure; `None` if no threshold is missed.
pub(in crate::widget) fn missed_threshold(
    evaluation: &Evaluation,
    measure: MeasureId,
) -> Option<String> {
    evaluation.pack.rules.ask_together.iter().find_map(|group| {
        let number = computed_number(&evaluation.context(), group)?;
        let mut thresholds = number.thresholds.iter();
        let is_missed = thresholds.any(|threshold| {
            threshold.measures.contains(&measure) && !threshold.is_reached_by(number.value)
        });
        is_missed.then(|| computed_text(evaluation, group, &number, &|id| *id == measure))
    })
}

/// The number in words. With one threshold among some measures, also how it compares.
fn computed_text(
    evaluation: &Evaluation,
    group: &QuestionGroup,
    number: &ComputedNumber,
    is_meant: &dyn Fn(&MeasureId) -> bool,
) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let text = |value: Decimal| number_text(evaluation, group, number.unit.as_ref(), value);
    let is_difference =
        matches!(group.computed, Some(Quantity::Difference(..) | Quantity::Growth(..)));
    let (sentence, size) = match (is_difference, number.value) {
        (true, Decimal::ZERO) => (catalogue.computed_same(), Decimal::ZERO),
        (true, value) if value < Decimal::ZERO => {
            (catalogue.computed_less(), Decimal::ZERO - value)
        }
        (true, value) => (catalogue.computed_more(), value),
        (false, value) => (catalogue.computed_number(), value),
    };
    let computed = fill(sentence, &[("amount", &text(size))]);
    let mut thresholds = number.thresholds.iter().filter(|one| one.measures.iter().any(is_meant));
    let (Some(threshold), None) = (thresholds.next(), thresholds.next()) else { return computed };
    let (value, bound) = (number.value, threshold.number);
    let sentence = match threshold.comparison {
        Comparison::AtLeast | Comparison::MoreThan if value < bound => catalogue.threshold_short(),
        Comparison::AtLeast if value == bound => catalogue.threshold_exact(),
        Comparison::MoreThan if value == bound => catalogue.threshold_not_more(),
        Comparison::AtLeast | Comparison::MoreThan => catalogue.threshold_reached(),
        Comparison::AtMost if value <= bound => catalogue.limit_kept(),
        Comparison::AtMost => catalogue.limit_exceeded(),
        Comparison::Is | Comparison::LessThan => return computed,
    };
    let (bound_text, gap) = (text(bound), text(bound - value));
    fill(sentence, &[("computed", &computed), ("threshold", &bound_text), ("gap", &gap)])
}

/// A number with its unit; with a percent sign if it is a growth.
fn number_text(
    evaluation: &Evaluation,
    group: &QuestionGroup,
    unit: Option<&Rc<str>>,
    value: Decimal,
) -> String {
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let Some(unit) = unit else {
        let is_growth = matches!(group.computed, Some(Quantity::Growth(..)));
        return format!("{}{}", catalogue.number(value), if is_growth { "%" } else { "" });
    };
    let sentence = catalogue.amount_exact();
    amount_sentence(catalogue, pack.locale, &pack.rules, unit, sentence, [value; 2])
}
