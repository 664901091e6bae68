//! Changes of the scenarios and of the documents' texts.

use std::rc::Rc;

use crate::author::checks::SourceText;
use crate::author::scenarios::{Named, PackIds, ScenarioFiles, renamed};
use crate::rulebook::{Json, Kind};

use super::{Action, Document};

/// Most steps of the history of scenarios.
const MOST_STEPS: usize = 100;

/// The name of the file for scenarios that come from none.
const NAME: &str = "scenarios.json";

impl Document {
    /// Applies an action about scenarios or sources. Ignores all others.
    pub(super) fn change_cases(&mut self, action: Action) {
        match action {
            Action::SetScenarios(text) => {
                let files = [(NAME.to_owned(), text.to_string())];
                self.edit_scenarios(ScenarioFiles::default().open(files));
            }
            Action::OpenScenarios(files) => {
                self.edit_scenarios(self.scenario_files.now.open(files));
            }
            Action::EditScenarios(files) => self.edit_scenarios(files),
            Action::AddScenario(scenario) => {
                if let Some((files, _)) = self.scenario_files.now.add(&scenario) {
                    self.edit_scenarios(files);
                }
            }
            Action::UndoScenarios => {
                if let Some(before) = self.scenario_files.past.pop() {
                    let now = self.scenario_files.now.clone();
                    self.show_scenarios(before.with_saved_of(&now));
                    self.scenario_files.future.push(now);
                }
            }
            Action::RedoScenarios => {
                if let Some(after) = self.scenario_files.future.pop() {
                    let now = self.scenario_files.now.clone();
                    self.show_scenarios(after.with_saved_of(&now));
                    self.scenario_files.past.push(now);
                }
            }
            Action::ScenariosSaved(file, text) => {
                self.scenario_files.now = self.scenario_files.now.saved(file, &text);
            }
            Action::SetSource(document, text) => self.set_source(document, text),
            _ => {}
        }
    }

    /// Shows other files of scenarios. The former ones can be shown again by undo.
    fn edit_scenarios(&mut self, files: ScenarioFiles) {
        let history = &mut self.scenario_files;
        history.rename = None;
        if files == history.now {
            return;
        }
        history.past.push(history.now.clone());
        if history.past.len() > MOST_STEPS {
            history.past.remove(0);
        }
        history.future.clear();
        self.show_scenarios(files);
    }

    fn set_source(&mut self, document: Rc<str>, text: Rc<str>) {
        let index = self.sources.iter().position(|source| source.document == document);
        match (index, text.trim().is_empty()) {
            (Some(index), true) => drop(self.sources.remove(index)),
            (None, true) => {}
            (Some(index), false) => {
                if let Some(source) = self.sources.get_mut(index) {
                    source.text = text;
                }
            }
            (None, false) => self.sources.push(SourceText { document, text }),
        }
    }

    /// Renames in scenarios and sources what a checked text has renamed.
    pub(super) fn follow_renames(&mut self, text: &str) {
        if self.scenarios.is_empty() && self.sources.is_empty() {
            self.ids = None;
            return;
        }
        let Some(ids) = Json::parse(text).ok().and_then(|json| PackIds::read(&json)) else {
            return;
        };
        let rename = self.ids.as_ref().and_then(|known| known.rename_to(&ids));
        self.ids = Some(Rc::new(ids));
        let Some(rename) = rename else { return };
        if rename.named == Named::Definition(Kind::Document) {
            let of_document = |source: &&mut SourceText| *source.document == *rename.from;
            if let Some(source) = self.sources.iter_mut().find(of_document) {
                source.document = rename.to.as_str().into();
            }
            return;
        }
        // Not a step of the history, in which all versions have the new name.
        let follow = |files: &ScenarioFiles| files.map(|text| renamed(text, &rename));
        let history = &mut self.scenario_files;
        history.past.iter_mut().chain(&mut history.future).for_each(|files| *files = follow(files));
        let files = follow(&history.now);
        if files != history.now {
            self.show_scenarios(files);
            self.scenario_files.rename = Some(rename);
        }
    }
}
