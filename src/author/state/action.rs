//! What changes the state.

use std::rc::Rc;

use crate::author::checks::{CheckInput, Checks};
use crate::rulebook::Locale;

use super::{Document, Panel, TextEdit, View};

/// A change of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a document
    Open(Document),
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
    /// The text was saved to a file
    Saved(Rc<str>),
    /// Replaces the text of the scenarios
    SetScenarios(Rc<str>),
    /// Opens a file of scenarios
    OpenScenarios(Rc<str>),
    /// The scenarios were saved to a file
    SavedScenarios(Rc<str>),
    /// Shows a view
    Show(View),
    /// Shows a panel
    ShowPanel(Panel),
    /// Changes the language of the page
    SetLanguage(Locale),
}
