//! The start screen of a policy that is not in force yet.

use std::rc::Rc;

use yew::prelude::*;

use super::policy_number;
use super::start_screen::{begin_button, title};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::export::save_first_day_button;
use crate::widget::state::State;
use crate::widget::text::fill;
use crate::widget::ui::{lapsed_badge, title_bar};

/// The first day, a calendar file with it, and the questions as a second step.
pub(super) fn not_yet(evaluation: &Rc<Evaluation>, state: &State, dispatch: &Dispatch) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let day = rules.in_force.from.map(|from| catalogue.day(from)).unwrap_or_default();
    html! {
        <>
            { title_bar(html! { policy_number(evaluation).unwrap_or_default() }) }
            <div class="ec-start__head">
                <p>{ lapsed_badge(fill(catalogue.not_yet_mark(), &[("day", &day)])) }</p>
                { title(evaluation) }
                <p>{ fill(catalogue.not_yet_sentence(), &[("day", &day)]) }</p>
            </div>
            <p>{ save_first_day_button(evaluation) }</p>
            { begin_button(evaluation, state, dispatch, catalogue.preview_button()) }
        </>
    }
}
