//! What every part of the widget is shown with.

use std::rc::Rc;

use yew::Html;

use crate::engine::{AsOf, Assessment, Compiled, Situation, Standing};
use crate::rulebook::{FactId, Locale, RuleBook, Text};

use super::catalogue::Catalogue;
use super::details::{Ask, OnAsk, Shows, Told};
use super::element::{Element, el};
use super::heading::Level;
use super::state::State;

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
    pub(super) on_ask: OnAsk,
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

    /// What is written as text apart from the widget; a word of patience until it is at hand.
    pub(super) fn shown_apart(&self, shows: Shows) -> Element {
        let told = self.on_ask.emit(Ask {
            shows,
            as_of: self.as_of.asked,
            heading_level: self.level.number(),
            answers: self.state.answers.clone(),
        });
        match told {
            Told::Text(text) => el("div", "").html(Html::from_html_unchecked(text)),
            Told::NotYet => el("p", "").label(self.catalogue.loading()),
            Told::Never => el("p", "").label(self.catalogue.no_details()),
        }
    }
}
