//! The card of a measure: title and amount, and the details while it is expanded.

use std::rc::Rc;

use yew::prelude::*;

use super::amount::amount_with_bar;
use super::measure_details::measure_details;
use super::premise::premise_text;
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::context::use_dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::Action;

/// The props of [`MeasureCard`].
#[derive(Clone, Properties)]
pub(in crate::widget) struct MeasureCardProps {
    /// The evaluation; of its answers, only those to facts that the measure depends on are used
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    /// The measure
    pub(in crate::widget) measure: MeasureId,
    /// Whether the details are shown
    pub(in crate::widget) is_expanded: bool,
}

/// A card renders the same if the answers that its measure depends on are the same.
impl PartialEq for MeasureCardProps {
    fn eq(&self, other: &MeasureCardProps) -> bool {
        self.measure == other.measure
            && self.is_expanded == other.is_expanded
            && self.evaluation.renders_same(&other.evaluation, self.measure)
    }
}

/// A disclosure with title and amount.
///
/// The state controls it, not the browser, so that the card stays open when it moves to another
/// group.
#[component]
pub(in crate::widget) fn MeasureCard(props: &MeasureCardProps) -> Html {
    let dispatch = use_dispatch();
    let MeasureCardProps { evaluation, measure, is_expanded } = props;
    let is_settled = evaluation.assessment.of(*measure).outcome == Outcome::MetOnceSettled;
    let premise = if is_settled { premise_text(evaluation, *measure) } else { None };
    let title = &evaluation.pack.rules.measures[*measure].title;
    html! {
        <details class="ec-measure" open={*is_expanded}>
            <summary
                class="ec-measure__summary"
                onclick={dispatch.on_click(Action::ToggleMeasure(*measure))}
            >
                <span>
                    <span class="ec-measure__title">{ evaluation.text(title) }</span>
                    if let Some(premise) = premise {
                        <span class="ec-measure__premise">{ premise }</span>
                    }
                    { amount_with_bar(evaluation, *measure) }
                </span>
            </summary>
            if *is_expanded {
                <div>{ measure_details(evaluation, *measure, &dispatch) }</div>
            }
        </details>
    }
}
