//! The note on the screens after the start that nobody can apply under the policy today.

use yew::prelude::*;

use crate::engine::PolicyStatus;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Screen, State};
use crate::widget::text::fill;

/// One line; empty while the policy is in force, and where the screen says it anyway. `name` marks
/// it in a page that is rendered for any day.
pub(in crate::widget) fn history_note(
    evaluation: &Evaluation,
    state: &State,
    name: Option<&'static str>,
) -> Html {
    let (catalogue, today) = (&evaluation.pack.catalogue, state.today());
    if matches!(state.screen, Screen::Start | Screen::Day) {
        return Html::default();
    }
    let text = match today.status {
        // The question screen has a short mark below its bar.
        PolicyStatus::Lapsed if state.screen == Screen::Question => return Html::default(),
        PolicyStatus::InForce => return Html::default(),
        PolicyStatus::Lapsed => catalogue.lapsed_note(),
        PolicyStatus::NotYet => catalogue.not_yet_note(),
    };
    let day = catalogue.day(evaluation.as_of.evaluated);
    html! { <p class="ec-history" data-ec={name}>{ fill(text, &[("day", &day)]) }</p> }
}
