//! Pins the questions that the engine chooses.

use std::rc::Rc;

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen, State};

/// Pins the next questions on an empty question screen, so that an answer does not replace them.
/// Goes on to the results if there are none.
///
/// An effect, because the state does not contain the evaluation that the choice depends on.
#[hook]
pub(crate) fn use_asked_questions(state: &State, evaluation: &Rc<Evaluation>, dispatch: &Dispatch) {
    let is_empty = state.screen == Screen::Question && state.asked().is_empty();
    let asked = is_empty.then(|| evaluation.shown_questions(state));
    let dispatch = dispatch.clone();
    use_effect_with(asked, move |asked| match asked {
        None => {}
        Some(facts) if facts.is_empty() => dispatch.emit(Action::Show(Screen::Results)),
        Some(facts) => dispatch.emit(Action::Ask(facts.clone())),
    });
}
