//! Static pages without scripts that are written from a pack: the rules page, and the
//! sign-off table for the issuing department. And one from several packs: the list of policies.
//!
//! Yew's server renderer renders them. They contain no answers and do not depend on the current
//! date: the same pack always gives the same bytes.

// The pages, one folder or file each.
mod policies_page;
mod rules_page;
mod sign_off;

// Parts that both pages use: conditions, definitions, amounts, limits and citations in words.
mod amount;
mod citation;
mod condition;
mod definitions;
mod limit;
mod plain;
mod points;
mod quantity;
mod words;

// HTML: the frame of a page, and shared elements.
mod elements;
mod html_document;

// The texts of the pages, one file per language.
mod text;

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{Date, Decimal, FactId, Locale, Period, RulePack, Text};
use crate::widget::{Catalogue, fill_in, with_unit};

pub use html_document::source_hash;
pub use plain::{grade_text, grant_text, office_decides};
pub use policies_page::policies_page;
pub use rules_page::{LanguageLink, RULES_PAGE_STYLE, SiteFiles, rules_page, rules_pages};
pub use sign_off::{ConditionCoverage, MeasureCoverage, ScenarioResults, sign_off_page};
pub use words::{ConditionWords, condition_words};

use text::PageText;

/// The input of every part of a page.
#[derive(Clone, Copy)]
struct Page<'a> {
    pack: &'a RulePack,
    locale: Locale,
    text: &'static PageText,
}

impl<'a> Page<'a> {
    fn new(pack: &'a RulePack, locale: Locale) -> Page<'a> {
        let locale = pack.language(locale);
        Page { pack, locale, text: PageText::of(locale) }
    }

    /// A text in the page's language.
    fn translate(&self, text: &Text) -> Rc<str> {
        text.get(self.locale)
    }

    /// A text of the pack as content, with its language if the words around it are English only
    /// because the interface lacks that language.
    fn own(&self, text: &Text) -> Html {
        let text = self.translate(text);
        match self.locale {
            Locale::Other(_) => html! { <span lang={self.locale.tag()}>{ text }</span> },
            _ => html! { text },
        }
    }

    /// The language of the legal texts. Quotes, clauses and document numbers are not translated.
    fn original(&self) -> Locale {
        self.pack.languages.first().copied().unwrap_or(self.locale)
    }

    /// The `lang` attribute of an original text; `None` if the page is in the same language.
    fn original_lang(&self) -> Option<&'static str> {
        let original = self.original();
        (original != self.locale.interface()).then(|| original.tag())
    }

    /// A question without its final punctuation, as the name of a fact.
    fn subject(&self, fact: FactId) -> String {
        let question = self.translate(&self.pack.facts[fact].question);
        question.trim_end_matches(['?', '？', ':', '：', '。']).to_owned()
    }

    /// A number with its unit.
    fn with_unit(&self, number: Decimal, unit: &str) -> String {
        if unit == "%" {
            format!("{number}%")
        } else {
            with_unit(self.locale, self.pack, unit, number)
        }
    }

    /// A date in the format of the language.
    fn date(&self, date: Date) -> String {
        Catalogue::of(self.locale).day(date)
    }

    /// A period in words; `None` if it is unbounded on both sides.
    fn period(&self, period: &Period) -> Option<String> {
        let (sentence, from, to) = match (period.from, period.to) {
            (Some(from), Some(to)) => (self.text.from_to, self.date(from), self.date(to)),
            (Some(from), None) => (self.text.from, self.date(from), String::new()),
            (None, Some(to)) => (self.text.to, String::new(), self.date(to)),
            (None, None) => return None,
        };
        Some(fill_in(sentence, &[("from", &from), ("to", &to)]))
    }

    /// The pack's id, version and short hash, as a sentence.
    fn pack_label(&self) -> String {
        let hash = self.pack.short_hash();
        let values = [("id", &*self.pack.id), ("version", &*self.pack.version), ("hash", &*hash)];
        fill_in(self.text.pack, &values)
    }
}
