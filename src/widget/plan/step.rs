//! A numbered step of the plan.

use yew::prelude::*;

use crate::widget::evaluation::Evaluation;
use crate::widget::ui::heading;

/// A step: its title, one line about it, and the details behind it.
pub(super) struct Step {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) details: Html,
}

pub(super) fn step_item(evaluation: &Evaluation, step: Step) -> Html {
    let Step { title, summary, details } = step;
    html! {
        <li class="ec-plan__step">
            <details class="ec-plan__details">
                <summary class="ec-plan__summary">
                    { heading(evaluation.level.below(2), "ec-plan__step-title", html! { title }) }
                    <span class="ec-plan__text">{ summary }</span>
                </summary>
                { details }
            </details>
        </li>
    }
}
