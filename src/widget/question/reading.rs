//! The line below an input: how a text was read, or a doubt about the answer.

use yew::prelude::*;

use crate::rulebook::{FactId, Value, format_date};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::{doubt_text, fill, value_text};
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
        let doubt = shown_doubt_text(evaluation, state, fact);
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

/// The doubt about an answer as a question to the user; `None` if the user has confirmed it.
pub(super) fn shown_doubt_text(
    evaluation: &Evaluation,
    state: &State,
    fact: FactId,
) -> Option<String> {
    let (value, _) = state.entered_value(fact)?;
    let doubt = state.shown_doubt(fact)?;
    Some(doubt_text(&evaluation.pack, state.as_of().evaluated, (fact, value), doubt))
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
        let amount = value_text(&evaluation.pack, fact, value);
        fill(evaluation.pack.catalogue.read_as(), &[("amount", &amount)])
    })
}
