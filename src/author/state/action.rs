//! What changes the state.

use std::rc::Rc;

use crate::author::checks::{CheckInput, Checks, ScenarioChecks, ScenarioInput};
use crate::author::scenario_files::ScenarioFiles;
use crate::rulebook::Locale;

use super::{Document, Panel, TextEdit, View};

/// A change of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a document
    Open(Box<Document>),
    /// Closes the document
    Close,
    /// The person has changed the text in the editor
    SetText(Rc<str>),
    /// Changes the text by edits of the current one
    Edit(Vec<TextEdit>),
    /// Takes back the last change of the text
    Undo,
    /// Makes it again
    Redo,
    /// Corrects the problem with this index
    Fix(usize),
    /// Selects a range of the text in the editor
    Select(usize, usize),
    /// The result of the checks of something; `None` if the worker failed
    SetChecks(Rc<CheckInput>, Option<Rc<Checks>>),
    /// The result of scenarios; `None` if the worker failed
    SetScenarioChecks(Rc<ScenarioInput>, Option<Rc<ScenarioChecks>>),
    /// The text was saved to a file
    Saved(Rc<str>),
    /// Replaces the scenarios by one text
    SetScenarios(Rc<str>),
    /// Opens files of scenarios: names and texts
    OpenScenarios(Vec<(String, String)>),
    /// Changes the files of scenarios
    EditScenarios(ScenarioFiles),
    /// Adds a scenario: a JSON object
    AddScenario(String),
    /// Takes back the last change of the scenarios
    UndoScenarios,
    /// Makes it again
    RedoScenarios,
    /// The file of scenarios with this index was saved with this text
    ScenariosSaved(usize, Rc<str>),
    /// Sets the text of the document with this id; an empty one removes it
    SetSource(Rc<str>, Rc<str>),
    /// Shows a view
    Show(View),
    /// Shows a panel
    ShowPanel(Panel),
    /// Changes the language of the page
    SetLanguage(Locale),
}
