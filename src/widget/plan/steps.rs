//! The numbered steps: ask, prepare, find out. A step with nothing to do is left out.

use std::rc::Rc;

use yew::prelude::*;

use super::ask::ask;
use super::find_out::find_out;
use super::prepare::prepare;
use super::step::{Step, step_item};
use crate::rulebook::MeasureId;
use crate::widget::checklist::{Content, PrintOptions};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::State;
use crate::widget::text::fill;
use crate::widget::ui::heading;

/// The measures to apply for and those that the office decides, in the order of the checklist.
pub(in crate::widget) fn plan_measures(evaluation: &Evaluation) -> Vec<MeasureId> {
    Content::new(evaluation, &PrintOptions::default()).measures
}

/// The heading with the number of steps, and the steps.
pub(in crate::widget) fn steps(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let measures = plan_measures(evaluation);
    let steps = [
        ask(evaluation, &measures),
        prepare(evaluation, &measures, state, dispatch),
        find_out(evaluation, state, dispatch),
    ];
    let steps: Vec<Step> = steps.into_iter().flatten().collect();
    let title = match steps.len() {
        0 => catalogue.plan_ready().to_string(),
        count => fill(catalogue.plan_steps_title(), &[("count", &count.to_string())]),
    };
    html! {
        <section>
            { heading(evaluation.level.below(1), "ec-plan__title", html! { title }) }
            <ol class="ec-plan__steps">
                for step in steps {
                    { step_item(evaluation, step) }
                }
            </ol>
        </section>
    }
}
