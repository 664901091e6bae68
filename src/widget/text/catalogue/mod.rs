//! What the interface itself says, once per language.
//!
//! # Why
//!
//! The native command has every language as a constant; a text that is missing does not compile. It writes them into the
//! packs that browsers load, one language each, so that a page loads the texts of its own language only and the program
//! holds none. `{name}` marks what is filled in.

#[cfg(feature = "cli")]
mod en;
mod texts;
#[cfg(feature = "cli")]
mod zh_hans;
#[cfg(feature = "cli")]
mod zh_hant;

use std::collections::BTreeMap;

use jiff::civil::Date;
use yew::AttrValue;

use crate::engine::{AnswerError, Outcome, PolicyStatus, Truth};
#[cfg(feature = "cli")]
use crate::rulebook::Locale;
use crate::rulebook::{BrowserPackError, Evidence};

use texts::{COUNT, NAMES};

/// Every text of the interface in one language.
#[derive(Clone, Debug)]
pub struct Catalogue {
    texts: [AttrValue; COUNT],
}

/// The languages that the native command has.
#[cfg(feature = "cli")]
impl Catalogue {
    /// The texts of a language.
    pub fn of(locale: Locale) -> &'static Catalogue {
        const ZH_HANS: &Catalogue = &Catalogue { texts: zh_hans::ZH_HANS.list() };
        const ZH_HANT: &Catalogue = &Catalogue { texts: zh_hant::ZH_HANT.list() };
        const EN: &Catalogue = &Catalogue { texts: en::EN.list() };
        match locale {
            Locale::ZhHans => ZH_HANS,
            Locale::ZhHant => ZH_HANT,
            Locale::En => EN,
        }
    }

    /// The texts by name, as a browser pack holds them.
    pub fn interface(&self) -> BTreeMap<String, String> {
        let names = NAMES.iter().map(|name| (*name).to_owned());
        names.zip(self.texts.iter().map(|text| text.to_string())).collect()
    }
}

impl Catalogue {
    /// Reads what [`Catalogue::interface`] wrote.
    ///
    /// # Errors
    ///
    /// A name is missing or unknown: they are the texts of another version of the widget.
    pub fn from_interface(
        interface: &BTreeMap<String, String>,
    ) -> Result<Catalogue, BrowserPackError> {
        // As many texts as names, and one for each name: none is unknown.
        if interface.len() != COUNT {
            return Err(BrowserPackError::OtherFormat);
        }
        let mut catalogue = Catalogue { texts: [const { AttrValue::Static("") }; COUNT] };
        for (text, name) in catalogue.texts.iter_mut().zip(NAMES) {
            let found = interface.get(*name).ok_or(BrowserPackError::OtherFormat)?;
            *text = AttrValue::Rc(found.as_str().into());
        }
        Ok(catalogue)
    }

    /// A text in brackets.
    pub(crate) fn bracketed(&self, text: &str) -> String {
        fill(self.brackets(), &[("text", text)])
    }

    /// A day as the language writes it in a sentence. In boxes and files days are written 2019-03-31.
    pub(crate) fn day(&self, date: Date) -> String {
        let number = date.month().to_string();
        let month = self
            .months()
            .split(',')
            .nth(usize::from(date.month().unsigned_abs()).saturating_sub(1));
        let month = month.filter(|name| !name.is_empty()).unwrap_or(&number);
        let (year, day) = (date.year().to_string(), date.day().to_string());
        fill(self.date(), &[("year", &year), ("month", month), ("day", &day)])
    }

    pub(crate) fn outcome_text(&self, outcome: Outcome) -> &AttrValue {
        match outcome {
            Outcome::Met => self.met(),
            Outcome::MetInDirection => self.met_in_direction(),
            Outcome::Open => self.open(),
            Outcome::NotMet => self.not_met(),
            Outcome::NotApplicable => self.not_applicable(),
            Outcome::NotInForce => self.not_in_force(),
        }
    }

    pub(crate) fn evidence(&self, evidence: Evidence) -> &AttrValue {
        match evidence {
            Evidence::OfficialText => self.official_text(),
            Evidence::OfficialInterpretation => self.official_interpretation(),
            Evidence::Secondary => self.secondary(),
        }
    }

    pub(crate) fn truth(&self, truth: Truth) -> &AttrValue {
        match truth {
            Truth::True => self.holds(),
            Truth::False => self.fails(),
            Truth::Unknown => self.undecided(),
        }
    }

    pub(crate) fn standing(&self, status: PolicyStatus) -> &AttrValue {
        match status {
            PolicyStatus::InForce => self.in_force_now(),
            PolicyStatus::Lapsed => self.lapsed(),
            PolicyStatus::NotYet => self.not_yet(),
        }
    }

    /// How to correct what was typed.
    pub(crate) fn answer_error(&self, error: &AnswerError, unit: &str) -> String {
        match error {
            AnswerError::NotANumber | AnswerError::WrongKind(_) | AnswerError::NoSuchOption => {
                fill(self.not_a_number(), &[("unit", unit)])
            }
            AnswerError::StrayUnit(typed) => {
                fill(self.stray_unit(), &[("typed", typed), ("unit", unit)])
            }
            AnswerError::TooManyPlaces(0) => self.whole_only().as_str().to_owned(),
            AnswerError::TooManyPlaces(places) => {
                fill(self.too_many_places(), &[("places", &places.to_string())])
            }
            AnswerError::TooSmall(bound) => {
                fill(self.too_small(), &[("bound", &self.number(*bound)), ("unit", unit)])
            }
            AnswerError::TooLarge(bound) => {
                fill(self.too_large(), &[("bound", &self.number(*bound)), ("unit", unit)])
            }
            AnswerError::NotADate => self.not_a_date().as_str().to_owned(),
            AnswerError::NoSuchDay => self.no_such_day().as_str().to_owned(),
        }
    }
}

/// Fills `{name}` marks; a mark without a value stays, so that it is seen.
pub(crate) fn fill(text: &AttrValue, values: &[(&str, &str)]) -> String {
    fill_in(text.as_str(), values)
}

/// The same for a text that is not the catalogue's.
pub(crate) fn fill_in(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_filled_once_and_values_are_never_read_as_marks() {
        assert_eq!(fill(&"{a}+{b}={c}".into(), &[("a", "{b}"), ("b", "2")]), "{b}+2={c}");
        assert_eq!(fill(&"a { b".into(), &[]), "a { b");
    }
}
