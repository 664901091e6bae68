//! Details: what is shown of a measure that is unfolded, pictures and totals, the sheet, and what is kept.
//!
//! # Why
//!
//! Nobody needs them before the first answer, and they are a good part of the browser module. So they are written as text by a
//! module of their own (`www/details`), which a page loads once the questions stand; the widget only puts the text where it
//! belongs. Buttons in it work all the same: what they do is written on them.

use std::rc::Rc;

use yew::Callback;

use crate::engine::{AsOf, Live};
use crate::rulebook::{Locale, RuleBook};

use super::amount_bar::amount_with_bar;
pub use super::ask::{Ask, OnAsk, Shows, Told};
use super::catalogue::Catalogue;
use super::heading::Level;
use super::kept::{kept_file, restore};
use super::measure_details::measure_details;
use super::notices::folded_notices;
use super::said_so_far::said_so_far;
use super::sheet::sheet;
use super::state::State;
use super::timeline::timeline;
use super::totals::{limits, totals};
use super::view::View;
use super::why::why;

/// Writes what is asked for as HTML. What was compiled for the last one is kept for the next.
pub struct Details {
    book: Rc<RuleBook>,
    catalogue: Rc<Catalogue>,
    locale: Locale,
    live: Option<Live>,
}

impl Details {
    /// For these rules in this language.
    pub fn new(book: Rc<RuleBook>, catalogue: Rc<Catalogue>, locale: Locale) -> Details {
        Details { locale: book.language(locale), book, catalogue, live: None }
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// What is asked for, as HTML.
    pub fn write(&mut self, ask: Ask) -> String {
        let as_of = AsOf::new(&self.book, ask.as_of);
        let live = self.live.get_or_insert_with(|| Live::new(&self.book, &ask.answers, as_of.evaluated));
        live.go_on(&self.book, &ask.answers, as_of.evaluated);
        let Live { rules, assessment, .. } = live.clone();
        let state = State::new(Rc::clone(&self.book), ask.as_of).with_answers(ask.answers);
        let view = View {
            book: Rc::clone(&self.book),
            state: Rc::new(state),
            rules,
            assessment,
            next: None,
            locale: self.locale,
            catalogue: Rc::clone(&self.catalogue),
            level: Level::new(ask.heading_level),
            as_of,
            on_ask: Callback::from(|_| Told::NotYet),
            languages: Rc::default(),
            rules_page: None,
            memo: Rc::default(),
        };
        let element = match ask.shows {
            Shows::Measure(measure) => Some(measure_details(&view, measure)),
            Shows::Amount(measure) => Some(amount_with_bar(&view, measure)),
            Shows::Totals => Some(totals(&view)),
            Shows::Limits => limits(&view),
            Shows::Timeline => Some(timeline(&view)),
            Shows::Why(fact) => why(&view, fact),
            Shows::Notices => folded_notices(&view),
            Shows::Summary => Some(said_so_far(&view)),
            Shows::Sheet => Some(sheet(&view)),
            Shows::File => return kept_file(&view),
            Shows::Restore(text) => return restore(&view, &text),
        };
        element.map(|element| element.to_text()).unwrap_or_default()
    }
}
