//! What every part of the widget is shown with.

use std::rc::Rc;

use crate::engine::{AsOf, Assessment, Situation};
use crate::rulebook::{FactId, Locale, RuleBook, Text};

use super::catalogue::Catalogue;
use super::heading::Level;
use super::state::State;

/// The rules, what has been said, and what follows.
#[derive(Clone)]
pub struct View {
    pub(super) book: Rc<RuleBook>,
    pub(super) state: Rc<State>,
    pub(super) assessment: Rc<Assessment>,
    pub(super) next: Option<FactId>,
    pub(super) locale: Locale,
    pub(super) catalogue: &'static Catalogue,
    pub(super) level: Level,
    pub(super) as_of: AsOf,
}

impl View {
    /// What conditions are evaluated against.
    pub(super) fn situation(&self) -> Situation<'_> {
        Situation { book: &self.book, answers: &self.state.answers, as_of: self.as_of.evaluated }
    }

    /// A text of the pack in the language shown.
    pub(super) fn text(&self, text: &Text) -> Rc<str> {
        text.get(self.locale)
    }
}
