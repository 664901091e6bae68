//! What every form needs: the pack, its texts, and a way to change it.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::author::checks::QuotePlace;
use crate::author::document::{Document, EditError, Edits};
use crate::author::model::{Facts, OptionForm, PackOutline};
use crate::author::text::{FormTexts, Texts};
use crate::rulebook::{Json, Locale, RulePack};

use super::problems_by_place::ProblemsByPlace;

/// A change of the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Change {
    /// The edits
    pub(super) edits: Edits,
    /// The id of the element that gets the keyboard focus afterwards
    pub(super) focus: Option<String>,
    /// The pointer to the definition that is shown afterwards
    pub(super) select: Option<String>,
}

/// The pack in the editor, read once for each text.
#[derive(Clone)]
pub(super) struct FormPack {
    /// The document
    pub(super) document: Rc<Document>,
    /// Its facts and classes, in the language of the texts
    pub(super) facts: Rc<Facts>,
    /// Its definitions
    pub(super) outline: Rc<PackOutline>,
    /// The pack, if the text has no faults. Conditions in words need it
    pub(super) valid: Option<Rc<RulePack>>,
    /// The language of words and titles
    pub(super) language: Locale,
    /// The problems by their places
    pub(super) problems: Rc<ProblemsByPlace>,
    /// The quotes that were looked up in the texts of the documents, by provision
    pub(super) quotes: Rc<BTreeMap<String, QuotePlace>>,
    /// The texts of the page
    pub(super) texts: Rc<Texts>,
    /// Applies a change
    pub(super) change: Callback<Change>,
    /// Corrects the problem with an index
    pub(super) on_fix: Callback<usize>,
}

impl FormPack {
    /// The texts of the forms.
    pub(super) fn words(&self) -> &'static FormTexts {
        self.texts.forms
    }

    /// The pack as JSON.
    pub(super) fn json(&self) -> &Json {
        self.document.json()
    }

    /// The options of a fact, or the values of a class.
    pub(super) fn options(&self, id: &str) -> Vec<OptionForm> {
        use crate::author::model::FactKindForm::{Choice, Choices};
        let of_class = || self.facts.classes.iter().find(|class| class.id == id);
        match self.facts.find(id).map(|fact| &fact.kind) {
            Some(Choice(options) | Choices(options)) => options.clone(),
            _ => of_class().map(|class| class.values.clone()).unwrap_or_default(),
        }
    }

    /// The number of problems at a pointer, and inside its value.
    pub(super) fn problems_at(&self, pointer: &str) -> usize {
        self.problems.inside(pointer).count()
    }

    /// A click handler that changes the document, and moves the focus if there is an id.
    pub(super) fn on_click(
        &self,
        focus: Option<String>,
        operation: impl Fn(&Document) -> Result<Edits, EditError> + 'static,
    ) -> Callback<MouseEvent> {
        let pack = self.clone();
        Callback::from(move |_| {
            pack.run(focus.clone(), operation(&pack.document));
        })
    }

    /// A handler of a committed value, which changes the document. It returns whether the value was
    /// accepted.
    pub(super) fn on_commit(
        &self,
        operation: impl Fn(&Document, &str) -> Result<Edits, EditError> + 'static,
    ) -> Callback<String, bool> {
        let pack = self.clone();
        Callback::from(move |text: String| pack.run(None, operation(&pack.document, &text)))
    }

    /// A handler of a committed text, which sets a value. A text without a value is not accepted.
    pub(super) fn on_parse(
        &self,
        parse: impl Fn(&str) -> Option<Json> + 'static,
        operation: impl Fn(&Document, Json) -> Result<Edits, EditError> + 'static,
    ) -> Callback<String, bool> {
        let pack = self.clone();
        Callback::from(move |text: String| {
            parse(&text).is_some_and(|json| pack.run(None, operation(&pack.document, json)))
        })
    }

    /// [`FormPack::on_parse`], which also moves the focus to the element with an id.
    pub(super) fn on_parse_then(
        &self,
        focus: String,
        parse: impl Fn(&str) -> Option<Json> + 'static,
        operation: impl Fn(&Document, Json) -> Result<Edits, EditError> + 'static,
    ) -> Callback<String, bool> {
        let pack = self.clone();
        Callback::from(move |text: String| {
            let focus = Some(focus.clone());
            parse(&text).is_some_and(|json| pack.run(focus, operation(&pack.document, json)))
        })
    }

    /// A handler of a committed value, which replaces the value at a pointer by what it computes.
    pub(super) fn on_replace(
        &self,
        pointer: &str,
        value: impl Fn(&str) -> Option<Json> + 'static,
    ) -> Callback<String, bool> {
        let pointer = pointer.to_owned();
        self.on_parse(value, move |document, json| document.set(&pointer, &json))
    }

    fn run(&self, focus: Option<String>, edits: Result<Edits, EditError>) -> bool {
        match edits {
            Ok(edits) => {
                self.change.emit(Change { edits, focus, select: None });
                true
            }
            Err(_) => false,
        }
    }
}

/// The `id` of an element that a pointer and a name identify.
pub(super) fn place_id(pointer: &str, name: &str) -> String {
    format!("au{pointer}:{name}")
}
