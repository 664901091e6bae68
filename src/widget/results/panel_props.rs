//! What the results show, besides the evaluation.

use std::rc::Rc;

use yew::prelude::*;

use super::groups::Group;
use crate::rulebook::{Id, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Screen, State};
use crate::widget::ui::Level;

/// The props of `ResultsPanel`.
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
