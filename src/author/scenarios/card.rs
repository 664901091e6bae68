//! What the parts of a scenario's editor share.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::checks::{Problem, ScenarioCheck};
use crate::author::scenario_files::ScenarioEdit;
use crate::author::text::Texts;
use crate::rulebook::{Json, Locale, RulePack};

/// An open scenario.
pub(super) struct Card<'a> {
    /// Its index among the scenarios of all files
    pub(super) index: usize,
    /// It, as JSON
    pub(super) json: &'a Json,
    /// Its results; `None` while they are computed
    pub(super) check: Option<&'a ScenarioCheck>,
    /// Its faults
    pub(super) faults: Vec<&'a Problem>,
    /// The pack
    pub(super) pack: &'a Rc<RulePack>,
    /// The language of the pack's texts
    pub(super) locale: Locale,
    /// The language of the page
    pub(super) page_locale: Locale,
    /// The texts of the page
    pub(super) texts: &'a Texts,
    /// Makes changes, then moves the focus to the element with an id. Returns whether they are
    /// possible
    pub(super) change: Callback<CardChange, bool>,
}

/// Changes of the scenario with an index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CardChange {
    /// The index
    pub(super) index: usize,
    /// The changes, in order
    pub(super) edits: Vec<ScenarioEdit>,
    /// The `id` of the element that gets the focus afterwards
    pub(super) focus: Option<String>,
}

impl Card<'_> {
    /// The `id` of an element of this scenario.
    pub(super) fn id(&self, name: &str) -> String {
        scenario_id(self.index, name)
    }

    /// A handler of a value. `edit` returns the change, or `None` if the value is not accepted.
    pub(super) fn on_value<V: 'static>(
        &self,
        edit: impl Fn(V) -> Option<ScenarioEdit> + 'static,
    ) -> Callback<V, bool> {
        let (index, change) = (self.index, self.change.clone());
        Callback::from(move |value| {
            edit(value).is_some_and(|edit| {
                change.emit(CardChange { index, edits: vec![edit], focus: None })
            })
        })
    }

    /// A click handler that makes changes.
    pub(super) fn on_click(
        &self,
        edits: Vec<ScenarioEdit>,
        focus: Option<String>,
    ) -> Callback<MouseEvent> {
        let (change, this) = (self.change.clone(), CardChange { index: self.index, edits, focus });
        Callback::from(move |_| {
            change.emit(this.clone());
        })
    }
}

/// The `id` of an element of a scenario.
pub(super) fn scenario_id(index: usize, name: &str) -> String {
    format!("au-scenario-{index}-{name}")
}
