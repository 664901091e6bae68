//! The card of a measure: badge, title, amount and reason, and the details while it is expanded.

use std::rc::Rc;

use yew::prelude::*;

use super::amount::card_amount;
use super::applications::applications_line;
use super::groups::Group;
use super::measure_details::measure_details;
use super::reason::{reason_text, to_answer};
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::context::{Dispatch, use_dispatch};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::Action;
use crate::widget::text::fill;
use crate::widget::ui::{Level, badge, heading, link_button, near_badge, out_of_reach_badge};

/// The props of [`MeasureCard`].
#[derive(Clone, Properties)]
pub(in crate::widget) struct MeasureCardProps {
    /// The evaluation; of its answers, only those to facts that the measure depends on are used
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    /// The level of the title
    pub(in crate::widget) level: Level,
    /// The measure
    pub(in crate::widget) measure: MeasureId,
    /// Its group
    pub(in crate::widget) group: Group,
    /// Whether it is one of several of which only one is granted
    #[prop_or_default]
    pub(in crate::widget) is_choice: bool,
    /// Whether the details are shown
    pub(in crate::widget) is_expanded: bool,
}

/// A card renders the same if the answers that its measure depends on are the same.
impl PartialEq for MeasureCardProps {
    fn eq(&self, other: &MeasureCardProps) -> bool {
        (self.level, self.measure, self.group) == (other.level, other.measure, other.group)
            && (self.is_choice, self.is_expanded) == (other.is_choice, other.is_expanded)
            && self.evaluation.renders_same(&other.evaluation, self.measure)
    }
}

/// A disclosure. Its name is outcome, title and amount, then the reason.
///
/// The state controls it, not the browser, so that the card stays open when it moves to another
/// group.
#[component]
pub(in crate::widget) fn MeasureCard(props: &MeasureCardProps) -> Html {
    let dispatch = use_dispatch();
    let MeasureCardProps { evaluation, level, measure, group, is_choice, is_expanded } = props;
    let catalogue = &evaluation.pack.catalogue;
    let title = evaluation.own(&evaluation.pack.rules.measures[*measure].title);
    // Only for screen readers: the layout separates the parts.
    let comma = html! { <span class="ec-hidden">{ catalogue.comma() }</span> };
    let amount = card_amount(evaluation, *measure);
    html! {
        <div class={classes!("ec-card", is_choice.then_some("ec-card--choice"))}>
            <details class="ec-card__details" open={*is_expanded}>
                <summary
                    class="ec-card__summary"
                    onclick={dispatch.on_click(Action::ToggleMeasure(*measure))}
                >
                    { group_badge(evaluation, *measure, *group) }
                    { comma.clone() }
                    { heading(*level, "ec-card__title", title) }
                    if let Some(amount) = amount {
                        { comma.clone() }
                        { amount }
                    }
                    for line in [
                        applications_line(evaluation, *measure),
                        reason_text(evaluation, *measure, *group),
                    ]
                    .into_iter()
                    .flatten() {
                        { comma.clone() }
                        <span class="ec-card__reason">{ line }</span>
                    }
                </summary>
                if *is_expanded {
                    { measure_details(evaluation, *measure, &dispatch) }
                }
            </details>
            if *group == Group::Open && !is_expanded {
                { question_link(evaluation, *measure, &dispatch) }
            }
        </div>
    }
}

fn group_badge(evaluation: &Evaluation, measure: MeasureId, group: Group) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    match (evaluation.assessment.of(measure).outcome, group) {
        (_, Group::Near) => near_badge(catalogue),
        // Open, but out of reach.
        (Outcome::Open, Group::NotMet) => out_of_reach_badge(catalogue),
        (outcome, _) => badge(catalogue, outcome),
    }
}

/// A button to the first question that the measure needs. Below the summary, because a summary must
/// not contain a button.
fn question_link(evaluation: &Evaluation, measure: MeasureId, dispatch: &Dispatch) -> Html {
    let questions = to_answer(evaluation, measure);
    let Some(fact) = questions.first() else { return Html::default() };
    let catalogue = &evaluation.pack.catalogue;
    let question = evaluation.text(&evaluation.pack.rules.facts[*fact].question);
    let count = questions.len();
    let text = match count {
        1 => catalogue.answer_question_link(),
        _ => catalogue.answer_questions_link(),
    };
    let text = fill(text, &[("question", &question), ("count", &count.to_string())]);
    html! {
        <p class="ec-card__ask">{ link_button(text, dispatch.on_click(Action::GoTo(*fact))) }</p>
    }
}
