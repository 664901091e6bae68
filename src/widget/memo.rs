//! Cards that are made again only when what they show has changed.
//!
//! # Why
//!
//! Most of the measures depend on few of the facts, and what a card shows is written by another module of the page. A
//! component for each card would do the same, and cost the browser module 4 KB.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answer, AsOf};
use crate::rulebook::{Id, Locale, MeasureId};

use super::details::OnAsk;
use super::heading::Level;
use super::view::View;

/// What a card depends on.
#[derive(Clone, Debug, PartialEq)]
struct Watch {
    /// The rules, by where they are: they never change in place
    book: usize,
    locale: Locale,
    level: Level,
    as_of: AsOf,
    answers: Vec<Option<Answer>>,
    unfolded: bool,
    /// Who writes what is in it
    on_ask: OnAsk,
}

/// The cards as they were made last.
#[derive(Default)]
pub(super) struct Memo {
    cards: RefCell<Vec<Option<(Watch, Html)>>>,
}

impl Memo {
    /// The card of a measure, made by `make` if anything it depends on has changed: the answers to the measure's own facts,
    /// whether it is unfolded, and what everything is shown with.
    pub(super) fn card(&self, view: &View, id: MeasureId, make: fn(&View, MeasureId) -> Html) -> Html {
        let facts = view.book.facts_of(id).iter();
        let watch = Watch {
            book: Rc::as_ptr(&view.book).addr(),
            locale: view.locale,
            level: view.level,
            as_of: view.as_of,
            answers: facts.map(|fact| view.state.answers.get(*fact)).collect(),
            unfolded: view.state.is_unfolded(id),
            on_ask: view.on_ask.clone(),
        };
        let mut cards = self.cards.borrow_mut();
        cards.resize(view.book.measures.len(), None);
        let Some(card) = cards.get_mut(id.place()) else { return make(view, id) };
        match card {
            Some((before, html)) if *before == watch => html.clone(),
            _ => {
                let html = make(view, id);
                *card = Some((watch, html.clone()));
                html
            }
        }
    }
}
