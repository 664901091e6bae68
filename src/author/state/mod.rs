//! The state of the page: pure functions and data.

mod action;
mod cases;
mod reduce;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::author::checks::{CheckInput, Checks, ScenarioChecks, ScenarioInput, SourceText};
use crate::author::scenario_files::{PackIds, Rename, ScenarioFiles};
use crate::rulebook::Locale;

pub(in crate::author) use action::Action;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The language of the page
    pub locale: Locale,
    /// The open document; `None` on the start screen
    pub document: Option<Document>,
    /// The number of documents that were opened; it distinguishes them
    pub opened: u32,
    /// The view of the document
    pub view: View,
    /// The panel next to it
    pub panel: Panel,
    /// The last order to the editor, with a number that differs from that of the one before
    pub order: (u32, Order),
}

impl State {
    /// The start screen.
    pub fn new(locale: Locale) -> State {
        State {
            locale,
            document: None,
            opened: 0,
            view: View::Text,
            panel: Panel::Problems,
            order: (0, Order::None),
        }
    }
}

/// An open pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The name of its file
    pub name: Rc<str>,
    /// The text in the editor
    pub text: Rc<str>,
    /// The text of the file
    pub saved: Rc<str>,
    /// The scenarios of all open files that are lists, as one text; empty if there are none
    pub scenarios: Rc<str>,
    /// The open files of scenarios, and their history
    pub scenario_files: ScenarioHistory,
    /// The ids of the pack at the last check that could read them
    pub ids: Option<Rc<PackIds>>,
    /// The texts of the pack's documents, in which quotes are looked up
    pub sources: Vec<SourceText>,
    /// The last result of the checks, and what it is about
    pub checks: Option<(Rc<CheckInput>, Rc<Checks>)>,
    /// The last result of the scenarios, and what it is about; `None` if the worker failed
    pub scenario_checks: Option<(Rc<ScenarioInput>, Option<Rc<ScenarioChecks>>)>,
    /// The last text without faults
    pub usable: Option<Rc<str>>,
    /// Whether the worker failed at the last check
    pub has_check_failed: bool,
    /// The key of the draft that it continues
    pub draft: Option<Rc<str>>,
}

impl Document {
    /// A document with a text that is in no file, or in one with this name.
    pub fn new(name: &str, text: &str) -> Document {
        Document {
            name: name.into(),
            text: text.into(),
            saved: text.into(),
            scenarios: "".into(),
            scenario_files: ScenarioHistory::default(),
            ids: None,
            sources: Vec::new(),
            checks: None,
            scenario_checks: None,
            usable: None,
            has_check_failed: false,
            draft: None,
        }
    }

    /// Whether there are changes that are in no file.
    pub fn is_changed(&self) -> bool {
        self.text != self.saved || self.scenario_files.now.is_changed()
    }

    /// Shows other files of scenarios, without a step of their history.
    pub(in crate::author) fn show_scenarios(&mut self, files: ScenarioFiles) {
        self.scenarios = files.readable();
        self.scenario_files.now = files;
    }

    /// What is checked.
    pub fn check_input(&self) -> CheckInput {
        CheckInput { text: Rc::clone(&self.text), sources: self.sources.clone() }
    }

    /// What the scenarios are run against. `None` if there was no text without faults yet.
    pub fn scenario_input(&self) -> Option<ScenarioInput> {
        let text = self.usable.clone()?;
        Some(ScenarioInput { text, scenarios: Rc::clone(&self.scenarios) })
    }

    /// The result of the checks of the current text. `None` while they run.
    pub fn current_checks(&self) -> Option<&Rc<Checks>> {
        let (input, checks) = self.checks.as_ref()?;
        (input.text == self.text).then_some(checks)
    }
}

/// The files of scenarios, with the versions before and after. The text of the pack has a history
/// of its own, in the editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScenarioHistory {
    /// The files as they are
    pub now: ScenarioFiles,
    /// Earlier versions; the last one is the latest
    pub past: Vec<ScenarioFiles>,
    /// Versions that were taken back; the last one is the next
    pub future: Vec<ScenarioFiles>,
    /// The last rename in the pack that the scenarios followed
    pub rename: Option<Rename>,
}

/// The view of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The text
    Text,
    /// Cards and tables
    Forms,
}

/// The panel next to the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Faults and findings
    Problems,
    /// The scenarios, and what they leave untested
    Scenarios,
    /// The texts of the pack's documents
    Sources,
    /// The widget, and the pages
    Preview,
    /// The comparison with the published version
    Compare,
    /// Publishing
    Publish,
    /// Spreadsheets for colleagues
    Sheets,
}

/// An order to the editor.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Nothing
    None,
    /// Opens another text
    Open(Rc<str>),
    /// Replaces ranges of the text; offsets count its bytes
    Edit(Vec<TextEdit>),
    /// Takes back the last change
    Undo,
    /// Makes it again
    Redo,
    /// Selects a range; offsets count bytes
    Select(usize, usize),
}

/// A replacement of a range. Offsets count bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// The first byte
    pub from: usize,
    /// The byte after the last one
    pub to: usize,
    /// The new text
    pub text: String,
}
