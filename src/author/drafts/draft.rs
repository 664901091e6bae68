//! A draft: the parts of a document that would be lost.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::author::scenario_files::ScenarioFile;
use crate::author::state::Document;

/// The version of the form of drafts. Drafts of another one are not offered.
const FORMAT: u32 = 1;

/// A draft of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    format: u32,
    /// The name of the file
    pub(super) name: Rc<str>,
    /// The day and time at which it was written
    pub(super) kept_at: Rc<str>,
    text: Rc<str>,
    is_text_changed: bool,
    scenarios: Vec<FileDraft>,
}

/// The draft of a file of scenarios.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct FileDraft {
    name: Rc<str>,
    text: Rc<str>,
    is_changed: bool,
}

/// The text of a file, for changes that are in no file: nobody has a file with this text.
const NO_FILE: &str = "";

impl Draft {
    /// The draft of a document.
    pub(super) fn new(document: &Document, kept_at: &str) -> Draft {
        Draft {
            format: FORMAT,
            name: Rc::clone(&document.name),
            kept_at: kept_at.into(),
            text: Rc::clone(&document.text),
            is_text_changed: document.text != document.saved,
            scenarios: document.scenario_files.now.iter().map(FileDraft::new).collect(),
        }
    }

    /// The draft in a text of the store; `None` if it has another form.
    pub(super) fn parse(text: &str) -> Option<Draft> {
        let draft: Draft = serde_json::from_str(text).ok()?;
        (draft.format == FORMAT).then_some(draft)
    }

    /// The text for the store.
    pub(super) fn to_text(&self) -> String {
        // OK because a draft has no map.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The document, which continues the draft with this key. What was in no file still is in none.
    pub(super) fn document(&self, key: &str) -> Document {
        let mut document = Document::new(&self.name, &self.text);
        if self.is_text_changed {
            document.saved = NO_FILE.into();
        }
        document.show_scenarios(self.scenarios.iter().map(FileDraft::file).collect());
        document.draft = Some(key.into());
        document
    }
}

impl FileDraft {
    fn new(file: &ScenarioFile) -> FileDraft {
        FileDraft {
            name: Rc::clone(&file.name),
            text: Rc::clone(&file.text),
            is_changed: file.is_changed(),
        }
    }

    fn file(&self) -> ScenarioFile {
        let saved = if self.is_changed { NO_FILE.into() } else { Rc::clone(&self.text) };
        ScenarioFile { name: Rc::clone(&self.name), text: Rc::clone(&self.text), saved }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::scenario_files::ScenarioFiles;

    fn document(text: &str, scenarios: &str) -> Document {
        let mut document = Document::new("rules.json", "{}");
        document.text = text.into();
        let file = ScenarioFile::new("scenarios.json", "");
        let file = ScenarioFile { text: scenarios.into(), ..file };
        document.show_scenarios([file].into_iter().collect::<ScenarioFiles>());
        document
    }

    fn continued(document: &Document) -> Document {
        let text = Draft::new(document, "2031-12-01 09:30").to_text();
        Draft::parse(&text).unwrap().document("key")
    }

    #[test]
    fn a_draft_has_the_pack_and_the_scenarios_and_no_texts_of_the_policy() {
        let mut before = document("{\"id\": \"“”\"}", "[1]");
        before.sources = vec![crate::author::checks::SourceText {
            document: "d1".into(),
            text: "secret".into(),
        }];
        assert!(!Draft::new(&before, "").to_text().contains("secret"));
        let after = continued(&before);
        assert_eq!((&after.name, &after.text), (&before.name, &before.text));
        assert_eq!(after.scenarios, before.scenarios);
        assert_eq!(after.draft.as_deref(), Some("key"));
    }

    #[test]
    fn what_was_in_no_file_still_asks_before_it_is_lost() {
        for (text, scenarios, is_changed) in
            [("{}", "", false), ("[]", "", true), ("{}", "[]", true)]
        {
            let before = document(text, scenarios);
            assert_eq!(before.is_changed(), is_changed);
            assert_eq!(continued(&before).is_changed(), is_changed, "{text} {scenarios}");
        }
    }

    #[test]
    fn a_text_of_another_form_is_no_draft() {
        let other = Draft::new(&document("{}", ""), "").to_text();
        let other = other.replace("\"format\":1", "\"format\":2");
        for text in ["", "{}", "[1", &other] {
            assert_eq!(Draft::parse(text), None, "{text}");
        }
    }
}
