//! The line below an input: how a text was read, or a doubt about the answer.

use yew::prelude::*;

use crate::engine::Doubt;
use crate::rulebook::{FactId, FactKind, Value, format_date};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::{amount_in_words, fill};
use crate::widget::ui::link_button;

/// Numbers from here on, in millionths, are read back in words.
const LARGE: i64 = 10_000 * 1_000_000;

/// The line below an input.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::widget) struct Reading {
    pub(super) text: AttrValue,
    /// Whether it is a doubt, which the user can dismiss
    pub(super) is_doubt: bool,
}

impl Reading {
    /// The doubt about an answer, or else how its text was read if that is not obvious.
    pub(super) fn of(evaluation: &Evaluation, state: &State, fact: FactId) -> Option<Reading> {
        let doubt = doubt_text(evaluation, state, fact);
        let is_doubt = doubt.is_some();
        let text = doubt.or_else(|| reading_text(evaluation, state, fact))?.into();
        Some(Reading { text, is_doubt })
    }

    /// The button that dismisses a doubt.
    pub(super) fn confirm_button(
        &self,
        evaluation: &Evaluation,
        dispatch: &Dispatch,
        fact: FactId,
    ) -> Option<Html> {
        let label = evaluation.pack.catalogue.confirm_answer();
        let onclick = || dispatch.on_click(Action::ConfirmAnswer(fact));
        self.is_doubt.then(|| link_button(label.clone(), onclick()))
    }
}

/// The doubt about an answer as a question to the user.
pub(super) fn doubt_text(evaluation: &Evaluation, state: &State, fact: FactId) -> Option<String> {
    let catalogue = &evaluation.pack.catalogue;
    let (value, _) = state.entered_value(fact)?;
    Some(match state.shown_doubt(fact)? {
        Doubt::NotYet => {
            let day = catalogue.day(state.as_of().evaluated);
            let date = value_text(evaluation, fact, value);
            fill(catalogue.date_after_as_of(), &[("date", &date), ("day", &day)])
        }
        Doubt::Contradiction(message) => {
            fill(catalogue.contradiction(), &[("message", &evaluation.text(message))])
        }
        Doubt::BelowUsual(usual) | Doubt::AboveUsual(usual) => {
            let [amount, min, max] = [value, Value::Number(usual[0]), Value::Number(usual[1])]
                .map(|value| value_text(evaluation, fact, value));
            let values = [("amount", &*amount), ("min", &*min), ("max", &*max)];
            fill(catalogue.unusual_number(), &values)
        }
    })
}

/// How a typed text was read, if it is another spelling or a large number.
///
/// Other spellings are read when the text is complete. A large number is read at once.
fn reading_text(evaluation: &Evaluation, state: &State, fact: FactId) -> Option<String> {
    let (value, is_answer) = state.entered_value(fact)?;
    let plain = match value {
        Value::Number(number) => number.to_string(),
        Value::Date(date) => format_date(date),
        Value::YesNo(_) | Value::Options(_) => return None,
    };
    let is_large = matches!(value, Value::Number(number) if number.millionths() >= LARGE);
    let is_other = is_answer && state.draft(fact).text.trim() != plain;
    (is_large || is_other).then(|| {
        let amount = value_text(evaluation, fact, value);
        fill(evaluation.pack.catalogue.read_as(), &[("amount", &amount)])
    })
}

/// A number in words, or a date.
fn value_text(evaluation: &Evaluation, fact: FactId, value: Value) -> String {
    let pack = &evaluation.pack;
    match (&pack.rules.facts[fact].kind, value) {
        (FactKind::Number(kind), Value::Number(number)) => {
            amount_in_words(&pack.catalogue, pack.locale, &pack.rules, &kind.unit, number)
        }
        (_, Value::Date(date)) => pack.catalogue.day(date),
        _ => String::new(),
    }
}
