//! The results: the summary, and the measures by what an applicant does next.

use std::rc::Rc;

use yew::prelude::*;

use super::combination::{alternatives, combination};
use super::groups::groups;
use super::list::list;
use super::panel_props::PanelProps;
use super::search_box::{MANY, search_box};
use super::summary::{calculation, summary};
use crate::widget::context::use_dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::format_combination;

/// The summary and the groups. Renders again only if its own data changed: the nearest misses take
/// longer than all other parts of an answer.
#[component]
pub(in crate::widget) fn ResultsPanel(props: &PanelProps) -> Html {
    let dispatch = use_dispatch();
    let evaluation = &props.evaluation;
    let grouped = use_memo(SameEvaluation(Rc::clone(evaluation)), |same| groups(&same.0));
    let combination = combination(evaluation);
    let pack = &evaluation.pack;
    let combined = format_combination(&pack.catalogue, pack.locale, &pack.rules, &combination);
    let count: usize = grouped.iter().map(|(_, measures)| measures.len()).sum();
    html! {
        <div>
            { summary(evaluation, &grouped, &combination) }
            { calculation(evaluation, combined.as_ref()) }
            if count >= MANY {
                { search_box(evaluation, &props.query, &dispatch) }
            }
            { list(props, &grouped, &alternatives(evaluation, &grouped, &combination), &dispatch) }
        </div>
    }
}

/// Compares evaluations by what they were computed from.
#[derive(Clone)]
struct SameEvaluation(Rc<Evaluation>);

impl PartialEq for SameEvaluation {
    fn eq(&self, other: &SameEvaluation) -> bool {
        self.0.is_same(&other.0)
    }
}
