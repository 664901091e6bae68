//! Details: what is shown of a measure that is unfolded, pictures and totals, the sheet, and what is kept.
//!
//! # Why
//!
//! Nobody needs them before the first answer, and they are a good part of the browser module. So they are written as text by a
//! module of their own (`www/details`), which a page loads once the questions stand; the widget only puts the text where it
//! belongs. Buttons in it work all the same: what they do is written on them.

use std::cell::OnceCell;
use std::rc::Rc;

use jiff::civil::Date;
use yew::Callback;

use crate::engine::{Answers, AsOf, Live};
use crate::rulebook::{Locale, RuleBook};

use super::amount_bar::amount_with_bar;
pub use super::ask::{Ask, FileKind, OnAsk, Shows, Told};
use super::catalogue::Catalogue;
use super::combination_text::Together;
use super::heading::Level;
use super::kept::{kept_file, restore};
use super::measure_details::measure_details;
use super::notices::folded_notices;
use super::said_so_far::said_so_far;
use super::sheet::sheet;
use super::sheet_tools::sheet_tools;
use super::state::State;
use super::timeline::timeline;
use super::totals::{limits, together_now, totals};
use super::view::View;
use super::why::why;

/// Writes what is asked for as HTML. What was compiled for the last one is kept for the next.
pub struct Details {
    book: Rc<RuleBook>,
    catalogue: Rc<Catalogue>,
    locale: Locale,
    live: Option<Live>,
    last: Option<Seen>,
}

/// What the last text was made of: for one answer dozens of texts are asked for.
struct Seen {
    view: View,
    together: OnceCell<Option<Together>>,
}

impl Details {
    /// For these rules in this language.
    pub fn new(book: Rc<RuleBook>, catalogue: Rc<Catalogue>, locale: Locale) -> Details {
        Details { locale: book.language(locale), book, catalogue, live: None, last: None }
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// What is asked for, as HTML.
    pub fn write(&mut self, ask: Ask) -> String {
        let Ask { shows, as_of, heading_level, answers } = ask;
        let seen = match self.last.take() {
            Some(seen) if seen.is_of(as_of, heading_level, &answers) => seen,
            _ => self.see(as_of, heading_level, answers),
        };
        let text = seen.write(shows);
        self.last = Some(seen);
        text
    }

    fn see(&mut self, asked: Date, heading_level: u8, answers: Answers) -> Seen {
        let as_of = AsOf::new(&self.book, asked);
        let live = self.live.get_or_insert_with(|| Live::new(&self.book, &answers, as_of.evaluated));
        live.go_on(&self.book, &answers, as_of.evaluated);
        let Live { rules, assessment, .. } = live.clone();
        let state = State::new(Rc::clone(&self.book), asked).with_answers(answers);
        let view = View {
            book: Rc::clone(&self.book),
            state: Rc::new(state),
            rules,
            assessment,
            next: None,
            locale: self.locale,
            catalogue: Rc::clone(&self.catalogue),
            level: Level::new(heading_level),
            as_of,
            on_ask: Callback::from(|_| Told::NotYet),
            languages: Rc::default(),
            rules_page: None,
            memo: Rc::default(),
        };
        Seen { view, together: OnceCell::new() }
    }
}

impl Seen {
    fn is_of(&self, as_of: Date, heading_level: u8, answers: &Answers) -> bool {
        let view = &self.view;
        view.as_of.asked == as_of && view.level == Level::new(heading_level) && view.state.answers == *answers
    }

    fn write(&self, shows: Shows) -> String {
        let view = &self.view;
        let together = || self.together.get_or_init(|| together_now(view)).as_ref();
        let element = match shows {
            Shows::Measure(measure) => Some(measure_details(view, measure)),
            Shows::Amount(measure) => Some(amount_with_bar(view, measure)),
            Shows::Totals => Some(totals(view, together())),
            Shows::Limits => limits(view, together()),
            Shows::Timeline => Some(timeline(view)),
            Shows::Why(fact) => why(view, fact),
            Shows::Notices => folded_notices(view),
            Shows::Summary => Some(said_so_far(view)),
            Shows::Sheet(paper) => Some(sheet(view, &paper)),
            Shows::SheetTools(paper) => Some(sheet_tools(view, &paper)),
            Shows::File(FileKind::Answers, _) => return kept_file(view),
            Shows::Restore(text) => return restore(view, &text),
        };
        element.map(|element| element.to_text()).unwrap_or_default()
    }
}
