//! What every part of the widget is shown with.

use std::rc::Rc;

use crate::engine::{AsOf, Assessment, Compiled, Situation, Standing};
use crate::rulebook::{FactId, Locale, RuleBook, Text};

use yew::Callback;

use super::Effect;
use super::catalogue::Catalogue;
use super::heading::Level;
use super::state::{Action, State};

/// The rules, what has been said, and what follows.
#[derive(Clone)]
pub(super) struct View {
    pub(super) book: Rc<RuleBook>,
    pub(super) state: Rc<State>,
    pub(super) rules: Rc<Compiled>,
    pub(super) assessment: Rc<Assessment>,
    pub(super) next: Option<FactId>,
    pub(super) locale: Locale,
    pub(super) catalogue: Rc<Catalogue>,
    pub(super) level: Level,
    pub(super) as_of: AsOf,
}

/// Who hears what a person does and what the widget asks for.
#[derive(Clone)]
pub(super) struct Hear {
    pub(super) dispatch: Callback<Action>,
    pub(super) on_effect: Callback<Effect>,
}

impl View {
    /// What conditions are evaluated against.
    pub(super) fn situation(&self) -> Situation<'_> {
        Situation { book: &self.book, answers: &self.state.answers, as_of: self.as_of.evaluated }
    }

    /// Whether what is shown is history: the policy has lapsed on the day asked about.
    pub(super) fn is_history(&self) -> bool {
        self.as_of.standing == Standing::Lapsed
    }

    /// A text of the pack in the language shown.
    pub(super) fn text(&self, text: &Text) -> Rc<str> {
        text.get(self.locale)
    }
}
