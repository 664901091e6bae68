//! The next round: measures that are met, but for which applications are over this year.

use yew::prelude::*;

use crate::widget::checklist::{Content, PrintOptions};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{Group, next_round_texts};
use crate::widget::ui::heading;

/// Each measure with its last day, and what to prepare; empty if there is none.
pub(in crate::widget) fn next_round(evaluation: &Evaluation) -> Html {
    let measures = Content::new(evaluation, &PrintOptions::default()).next_round;
    if measures.is_empty() {
        return Html::default();
    }
    let title = html! { Group::NextRound.title(evaluation) };
    html! {
        <section class="ec-plan__section">
            { heading(evaluation.level.below(1), "ec-plan__heading", title) }
            <ul class="ec-plan__list">
                for id in measures {
                    <li>
                        <p class="ec-plan__name">
                            { evaluation.text(&evaluation.pack.rules.measures[id].title) }
                        </p>
                        for text in next_round_texts(evaluation, id) {
                            <p>{ text }</p>
                        }
                    </li>
                }
            </ul>
        </section>
    }
}
