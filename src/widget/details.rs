//! Details: what is shown of a measure that is unfolded, and the sheet.
//!
//! # Why
//!
//! Nobody needs them before the first answer, and they are a tenth of the browser module. So they are written as text by a
//! module of their own (`www/details`), which a page loads once the questions stand; the widget only puts the text where it
//! belongs. Buttons in it work all the same: what they do is written on them.

use std::rc::Rc;

use jiff::civil::Date;
use yew::{AttrValue, Callback};

use crate::engine::{Answers, AsOf, Live};
use crate::rulebook::{Id, Locale, MeasureId, RuleBook, date_text, parse_date};

use super::catalogue::Catalogue;
use super::heading::Level;
use super::measure_details::measure_details;
use super::sheet::sheet;
use super::state::State;
use super::view::View;

/// What is asked for: all that the text depends on but the rules and their language.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// What to show
    pub shows: Shows,
    /// The day asked about
    pub as_of: Date,
    /// Level of the widget's own heading
    pub heading_level: u8,
    /// What has been said
    pub answers: Answers,
}

/// What is shown as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Everything about one measure
    Measure(MeasureId),
    /// The checklist as it is printed
    Sheet,
}

/// What comes of asking.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The text, as HTML
    Text(AttrValue),
    /// It is not at hand yet
    NotYet,
    /// It will not come: what writes it could not be loaded
    Never,
}

/// Who is asked.
pub type OnAsk = Callback<Ask, Told>;

impl Ask {
    /// As it is handed to another module of the page.
    pub fn written(&self) -> String {
        let place = match self.shows {
            Shows::Measure(measure) => measure.place().to_string(),
            Shows::Sheet => "sheet".to_owned(),
        };
        let (day, said) = (date_text(self.as_of), self.answers.packed());
        [&*place, &*self.heading_level.to_string(), &*day, &*said].join(" ")
    }

    /// Reads what [`Ask::written`] wrote with the same rules.
    pub fn read(book: &RuleBook, text: &str) -> Option<Ask> {
        let mut parts = text.splitn(4, ' ');
        let shows = match parts.next()? {
            "sheet" => Shows::Sheet,
            place => {
                let place = place.parse().ok().filter(|place| *place < book.measures.len())?;
                Shows::Measure(MeasureId::at(place))
            }
        };
        let heading_level = parts.next()?.parse().ok()?;
        let as_of = parse_date(parts.next()?)?;
        Some(Ask { shows, heading_level, as_of, answers: Answers::unpacked(book, parts.next()?) })
    }
}

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
        };
        match ask.shows {
            Shows::Measure(measure) => measure_details(&view, measure).to_text(),
            Shows::Sheet => sheet(&view).to_text(),
        }
    }
}
