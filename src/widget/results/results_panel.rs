//! The results: the summary, and the measures by what an applicant does next.

use std::rc::Rc;

use yew::prelude::*;

use super::combination::{alternatives, combination};
use super::groups::{Group, groups};
use super::list::list;
use super::search_box::{MANY, search_box};
use super::summary::{calculation, summary};
use crate::rulebook::{Id, MeasureId};
use crate::widget::context::use_dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Screen, State};
use crate::widget::text::format_combination;
use crate::widget::ui::Level;

/// The props of [`ResultsPanel`].
#[derive(Clone, Properties)]
pub(in crate::widget) struct PanelProps {
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    /// The screen that contains the results
    pub(in crate::widget) screen: Screen,
    /// The search text
    pub(in crate::widget) query: Rc<str>,
    /// The groups with all measures shown
    pub(in crate::widget) shown_groups: Vec<Group>,
    /// Whether each measure is expanded
    pub(in crate::widget) expanded: Rc<[bool]>,
}

impl PanelProps {
    pub(in crate::widget) fn new(evaluation: &Rc<Evaluation>, state: &State) -> PanelProps {
        PanelProps {
            evaluation: Rc::clone(evaluation),
            screen: state.screen,
            query: Rc::clone(&state.query),
            shown_groups: state.shown_groups.clone(),
            expanded: state.expanded(),
        }
    }

    /// The level of the heading of the results.
    pub(super) fn level(&self) -> Level {
        match self.screen {
            Screen::AllQuestions => self.evaluation.level.below(1),
            _ => self.evaluation.level,
        }
    }

    pub(super) fn is_expanded(&self, measure: MeasureId) -> bool {
        self.expanded.get(measure.index()).copied().unwrap_or_default()
    }
}

impl PartialEq for PanelProps {
    fn eq(&self, other: &PanelProps) -> bool {
        self.evaluation.is_same(&other.evaluation)
            && self.screen == other.screen
            && (&self.query, &self.shown_groups) == (&other.query, &other.shown_groups)
            && self.expanded == other.expanded
    }
}

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
