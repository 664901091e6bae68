//! What every part of the widget is shown with.

use std::rc::Rc;

use yew::{AttrValue, Html};

use crate::engine::{self, AsOf, Assessment, Compiled, Situation, Standing};
use crate::rulebook::{FactId, FactKind, Locale, RuleBook, Text};

use super::catalogue::Catalogue;
use super::details::{Ask, OnAsk, Shows, Told};
use super::element::{Element, el};
use super::heading::Level;
use super::memo::Memo;
use super::state::State;
use super::unit_text::unit_title;

/// The rules, what has been said, and what follows.
#[derive(Clone)]
pub(super) struct View {
    pub(super) book: Rc<RuleBook>,
    pub(super) state: Rc<State>,
    pub(super) rules: Rc<Compiled>,
    pub(super) assessment: Rc<Assessment>,
    pub(super) next: Option<engine::Ask>,
    pub(super) locale: Locale,
    pub(super) catalogue: Rc<Catalogue>,
    pub(super) level: Level,
    pub(super) as_of: AsOf,
    pub(super) on_ask: OnAsk,
    pub(super) languages: Rc<[Locale]>,
    pub(super) rules_page: Option<AttrValue>,
    pub(super) memo: Rc<Memo>,
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

    /// The question on the screen where there is one at a time.
    pub(super) fn shown_question(&self) -> Option<FactId> {
        self.state.stays_with().or(self.next.as_ref().map(|next| next.fact))
    }

    /// What is wrong with what stands in the box of a fact, or that it has no answer and was to be left.
    pub(super) fn error(&self, fact: FactId) -> Option<String> {
        if self.state.is_skipped(fact) {
            return Some(self.catalogue.skipped().as_str().to_owned());
        }
        let unit = match &self.book.facts[fact].kind {
            FactKind::Number(number) => unit_title(self.locale, &self.book, &number.unit),
            _ => Rc::default(),
        };
        Some(self.catalogue.answer_error(self.state.draft(fact).error.as_ref()?, &unit))
    }

    /// What is to be written as text apart from the widget.
    pub(super) fn ask(&self, shows: Shows) -> Ask {
        Ask {
            shows,
            as_of: self.as_of.asked,
            heading_level: self.level.number(),
            answers: self.state.answers.clone(),
        }
    }

    /// What is written as text apart from the widget; a word of patience until it is at hand.
    pub(super) fn shown_apart(&self, shows: Shows) -> Element {
        match self.on_ask.emit(self.ask(shows)) {
            Told::Text(text) => el("div", "").html(Html::from_html_unchecked(text)),
            Told::NotYet => el("p", "").label(self.catalogue.loading()),
            Told::Never => el("p", "").label(self.catalogue.no_details()),
        }
    }

    /// The same where it can be done without, or where a `div` cannot stand; empty until it is at hand.
    pub(super) fn told_apart(&self, shows: Shows) -> Html {
        match self.on_ask.emit(self.ask(shows)) {
            Told::Text(text) => Html::from_html_unchecked(text),
            Told::NotYet | Told::Never => Html::default(),
        }
    }
}
