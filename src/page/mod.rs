//! Static pages without scripts: the rules page, and the sign-off table for the issuing department.
//!
//! `eligibility rulebook` renders them from a pack with Yew's server renderer. They contain no
//! answers and do not depend on the current date: the same pack always gives the same bytes.

mod amount;
mod cite;
mod condition;
mod document;
mod limit;
mod rulebook;
mod show;
mod sign_off;
mod sign_off_facts;
mod sign_off_measures;
mod sign_off_tested;
mod text;

use std::rc::Rc;

use crate::rulebook::{Date, Decimal, FactId, Locale, Period, RulePack, Text};
use crate::widget::{Catalogue, fill_in, with_unit};

pub use document::{RenderError, source_hash};
pub use rulebook::{Elsewhere, rulebook_page};
pub use sign_off::{Seen, Shown, Tested, sign_off_page};

use text::PageText;

/// The input of every part of a page.
#[derive(Clone, Copy)]
struct Page<'a> {
    book: &'a RulePack,
    locale: Locale,
    text: &'static PageText,
}

impl<'a> Page<'a> {
    fn new(book: &'a RulePack, locale: Locale) -> Page<'a> {
        let locale = book.language(locale);
        Page { book, locale, text: PageText::of(locale) }
    }

    /// A text in the page's language.
    fn translate(&self, text: &Text) -> Rc<str> {
        text.get(self.locale)
    }

    /// The language of the legal texts. Quotes, clauses and document numbers are not translated.
    fn original(&self) -> Locale {
        self.book.languages.first().copied().unwrap_or(self.locale)
    }

    /// The `lang` attribute of an original text; `None` if the page is in the same language.
    fn original_lang(&self) -> Option<&'static str> {
        let original = self.original();
        (original != self.locale).then(|| original.tag())
    }

    /// A question without its final punctuation, as the name of a fact.
    fn subject(&self, fact: FactId) -> String {
        let question = self.translate(&self.book.facts[fact].question);
        question.trim_end_matches(['?', '？', ':', '：', '。']).to_owned()
    }

    /// A number with its unit.
    fn with_unit(&self, number: Decimal, unit: &str) -> String {
        if unit == "%" {
            format!("{number}%")
        } else {
            with_unit(self.locale, self.book, unit, number)
        }
    }

    /// A date in the format of the language.
    fn day(&self, day: Date) -> String {
        Catalogue::of(self.locale).day(day)
    }

    /// A period in words; `None` if it is unbounded on both sides.
    fn period(&self, period: &Period) -> Option<String> {
        let (sentence, from, to) = match (period.from, period.to) {
            (Some(from), Some(to)) => (self.text.from_to, self.day(from), self.day(to)),
            (Some(from), None) => (self.text.from, self.day(from), String::new()),
            (None, Some(to)) => (self.text.to, String::new(), self.day(to)),
            (None, None) => return None,
        };
        Some(fill_in(sentence, &[("from", &from), ("to", &to)]))
    }

    /// The id, version and hash of the pack.
    fn pack(&self) -> String {
        let hash = self.book.short_hash();
        let values = [("id", &*self.book.id), ("version", &*self.book.version), ("hash", &*hash)];
        fill_in(self.text.pack, &values)
    }
}
