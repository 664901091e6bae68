//! Pages without script: the rules in full for people to read, and the table for the office to sign.
//!
//! Made from a pack when the command runs, of the elements that the widget is made of. Nobody's answers stand on them,
//! and no clock is read: the same pack gives the same page, byte by byte.

mod amount;
mod cite;
mod condition;
mod document;
mod limit;
mod rulebook;
mod show;
mod sign_off;
mod sign_off_facts;
mod sign_off_tested;
mod text;

use std::rc::Rc;

use crate::rulebook::{Date, Decimal, FactId, Locale, Period, RuleBook, Text};
use crate::widget::{Catalogue, fill_in, with_unit};

pub use document::{RenderError, source_hash};
pub use rulebook::{Elsewhere, rulebook_page};
pub use sign_off::{Seen, Shown, Tested, sign_off_page};

use text::PageText;

/// What every part of a page is made from.
#[derive(Clone, Copy)]
struct Page<'a> {
    book: &'a RuleBook,
    locale: Locale,
    text: &'static PageText,
}

impl<'a> Page<'a> {
    fn new(book: &'a RuleBook, locale: Locale) -> Page<'a> {
        let locale = book.language(locale);
        Page { book, locale, text: PageText::of(locale) }
    }

    /// A text in the page's language.
    fn say(&self, text: &Text) -> Rc<str> {
        text.get(self.locale)
    }

    /// The language of the legal texts: quotes, clauses and numbers stand in it on every page.
    fn original(&self) -> Locale {
        self.book.languages.first().copied().unwrap_or(self.locale)
    }

    /// A question as the name of what it asks for.
    fn subject(&self, fact: FactId) -> String {
        let question = self.say(&self.book.facts[fact].question);
        question.trim_end_matches(['?', '？', ':', '：', '。']).to_owned()
    }

    /// A number with its unit.
    fn money(&self, number: Decimal, unit: &str) -> String {
        if unit == "%" { format!("{number}%") } else { with_unit(self.locale, self.book, unit, number) }
    }

    /// A day as the language writes it.
    fn day(&self, day: Date) -> String {
        Catalogue::of(self.locale).day(day)
    }

    /// The days of a period in words; nothing if it has no end on either side.
    fn period(&self, period: &Period) -> Option<String> {
        let (sentence, from, to) = match (period.from, period.to) {
            (Some(from), Some(to)) => (self.text.from_to, self.day(from), self.day(to)),
            (Some(from), None) => (self.text.from, self.day(from), String::new()),
            (None, Some(to)) => (self.text.to, String::new(), self.day(to)),
            (None, None) => return None,
        };
        Some(fill_in(sentence, &[("from", &from), ("to", &to)]))
    }

    /// The pack that the page was made from.
    fn pack(&self) -> String {
        let hash = self.book.short_hash();
        let values = [("id", &*self.book.id), ("version", &*self.book.version), ("hash", &*hash)];
        fill_in(self.text.pack, &values)
    }
}
