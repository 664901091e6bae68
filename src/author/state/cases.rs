//! Changes of the scenarios and of the documents' texts.

use std::rc::Rc;

use crate::author::checks::SourceText;
use crate::author::scenario_files::{Named, PackIds, ScenarioFiles, renamed};
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
        // Also without scenarios: those that are added later are checked without the text.
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;

    const PACK: &str = include_str!("../../../tests/transcripts/guide/start.json");
    const SCENARIO: &str = r#"{"name": "a", "as-of": "2018-06-01", "answers": {"registered": true},
        "expect": {"welcome": {"outcome": "met"}}}"#;

    fn after(mut document: Document, actions: impl IntoIterator<Item = Action>) -> Document {
        actions.into_iter().for_each(|action| document.change_cases(action));
        document
    }

    fn with_scenario() -> Document {
        let document = Document::new("rules.json", PACK);
        after(document, [Action::AddScenario(SCENARIO.to_owned())])
    }

    #[test]
    fn a_new_scenario_is_unsaved_work_until_its_file_is_saved() {
        let document = with_scenario();
        assert!(document.is_changed());
        let text = Rc::clone(&document.scenarios);
        let document = after(document, [Action::ScenariosSaved(0, text)]);
        assert!(!document.is_changed());
    }

    #[test]
    fn undo_and_redo_lead_back_and_forth() {
        let document = with_scenario();
        let text = Rc::clone(&document.scenarios);
        let undone = after(document, [Action::UndoScenarios]);
        assert_eq!(&*undone.scenarios, "");
        assert!(!undone.is_changed());
        let redone = after(undone, [Action::RedoScenarios, Action::RedoScenarios]);
        assert_eq!(redone.scenarios, text);
    }

    #[test]
    fn undo_after_saving_is_a_change_of_the_saved_file() {
        let document = with_scenario();
        let document = after(document, [Action::AddScenario(SCENARIO.to_owned())]);
        let text = Rc::clone(&document.scenarios);
        let actions = [Action::ScenariosSaved(0, text), Action::UndoScenarios];
        assert!(after(document, actions).is_changed());
    }

    #[test]
    fn scenarios_follow_a_renamed_id_and_its_undo_in_all_versions() {
        let mut document = with_scenario();
        document.follow_renames(PACK);
        let renamed = PACK.replacen(r#""id": "registered""#, r#""id": "local""#, 1);
        document.follow_renames("not JSON");
        document.follow_renames(&renamed);
        assert!(document.scenarios.contains(r#""local": true"#), "{}", document.scenarios);
        assert_eq!(document.scenario_files.rename.as_ref().unwrap().to, "local");
        let undone = after(document.clone(), [Action::UndoScenarios, Action::RedoScenarios]);
        assert_eq!(undone.scenarios, document.scenarios);
        document.follow_renames(PACK);
        assert!(document.scenarios.contains(r#""registered": true"#));
    }

    #[test]
    fn scenarios_that_were_added_after_the_last_check_follow_a_renamed_id() {
        let mut document = Document::new("rules.json", PACK);
        document.follow_renames(PACK);
        let mut document = after(document, [Action::AddScenario(SCENARIO.to_owned())]);
        document.follow_renames(&PACK.replacen(r#""id": "registered""#, r#""id": "local""#, 1));
        assert!(document.scenarios.contains(r#""local": true"#), "{}", document.scenarios);
    }

    #[test]
    fn the_text_of_a_document_follows_its_id_and_an_empty_one_is_removed() {
        let set = |text: &str| Action::SetSource("d1".into(), text.into());
        let mut document = after(Document::new("rules.json", PACK), [set("one"), set("two")]);
        assert_eq!(document.sources.len(), 1);
        document.follow_renames(PACK);
        document.follow_renames(&PACK.replace(r#""id": "d1","#, r#""id": "notice","#));
        assert_eq!(&*document.sources.first().unwrap().document, "notice");
        let document = after(document, [Action::SetSource("notice".into(), " ".into())]);
        assert_eq!(document.sources, []);
    }
}
