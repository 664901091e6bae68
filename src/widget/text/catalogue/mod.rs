//! The catalogue: the interface texts in each language.
//!
//! # Why
//!
//! The native command has all languages as constants, so a missing text does not compile.
//! `eligibility bundle` writes the texts into the packs for browsers, one language each. A page
//! therefore loads only the texts of its language, and the module contains none. `{name}` is a
//! placeholder.

// The lists of all texts.
mod texts;

// The texts of each language, for the native command only.
#[cfg(feature = "author")]
mod en;
#[cfg(feature = "author")]
mod zh_hans;
#[cfg(feature = "author")]
mod zh_hant;

use std::collections::BTreeMap;

use jiff::civil::Date;
use yew::AttrValue;

use crate::engine::{AnswerError, EARLIEST_YEAR, Outcome, PolicyStatus, Truth};
#[cfg(feature = "author")]
use crate::rulebook::Locale;
use crate::rulebook::{BrowserPackError, Evidence};

use texts::{COUNT, plan, policies, questions, results};

/// The interface texts in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    questions: [AttrValue; questions::COUNT],
    results: [AttrValue; results::COUNT],
    plan: [AttrValue; plan::COUNT],
    policies: [AttrValue; policies::COUNT],
}

/// The catalogue of a language, from its module.
#[cfg(feature = "author")]
macro_rules! catalogue {
    ($language:ident) => {
        Catalogue {
            questions: $language::questions::TEXTS.list(),
            results: $language::results::TEXTS.list(),
            plan: $language::plan::TEXTS.list(),
            policies: $language::policies::TEXTS.list(),
        }
    };
}

/// The catalogues of the native command.
#[cfg(feature = "author")]
impl Catalogue {
    /// The texts of a language; English for one that the interface does not have.
    pub fn of(locale: Locale) -> &'static Catalogue {
        const ZH_HANS: &Catalogue = &catalogue!(zh_hans);
        const ZH_HANT: &Catalogue = &catalogue!(zh_hant);
        const EN: &Catalogue = &catalogue!(en);
        match locale {
            Locale::ZhHans => ZH_HANS,
            Locale::ZhHant => ZH_HANT,
            Locale::En | Locale::Other(_) => EN,
        }
    }

    /// The texts by name, for a browser pack.
    pub fn interface(&self) -> BTreeMap<String, String> {
        let parts = [
            (questions::NAMES, &self.questions[..]),
            (results::NAMES, &self.results[..]),
            (plan::NAMES, &self.plan[..]),
            (policies::NAMES, &self.policies[..]),
        ];
        let texts = parts.into_iter().flat_map(|(names, texts)| names.iter().zip(texts));
        texts.map(|(name, text)| ((*name).to_owned(), text.to_string())).collect()
    }
}

impl Catalogue {
    /// Creates a catalogue from the texts of a browser pack; the inverse of
    /// [`Catalogue::interface`].
    ///
    /// # Errors
    ///
    /// A name is missing or unknown: the texts belong to another version of the widget.
    pub fn from_interface(
        interface: &BTreeMap<String, String>,
    ) -> Result<Catalogue, BrowserPackError> {
        // With the same number of texts, a text for each name means that none is unknown.
        if interface.len() != COUNT {
            return Err(BrowserPackError::OtherFormat);
        }
        const EMPTY: AttrValue = AttrValue::Static("");
        let mut catalogue = Catalogue {
            questions: [EMPTY; questions::COUNT],
            results: [EMPTY; results::COUNT],
            plan: [EMPTY; plan::COUNT],
            policies: [EMPTY; policies::COUNT],
        };
        let parts = [
            (questions::NAMES, &mut catalogue.questions[..]),
            (results::NAMES, &mut catalogue.results[..]),
            (plan::NAMES, &mut catalogue.plan[..]),
            (policies::NAMES, &mut catalogue.policies[..]),
        ];
        for (name, text) in parts.into_iter().flat_map(|(names, texts)| names.iter().zip(texts)) {
            let found = interface.get(*name).ok_or(BrowserPackError::OtherFormat)?;
            *text = AttrValue::Rc(found.as_str().into());
        }
        Ok(catalogue)
    }

    /// A text in the brackets of the language.
    pub(crate) fn bracketed(&self, text: &str) -> String {
        fill(self.in_brackets(), &[("text", text)])
    }

    /// A date in the format of the language, for sentences. Text fields and files use `2019-03-31`.
    ///
    /// Not `jiff::fmt::strtime`: it has English names only, and would enlarge the module.
    pub(crate) fn day(&self, date: Date) -> String {
        let number = date.month().to_string();
        let month = self
            .month_names()
            .split(',')
            .nth(usize::from(date.month().unsigned_abs()).saturating_sub(1));
        let month = month.filter(|name| !name.is_empty()).unwrap_or(&number);
        let (year, day) = (date.year().to_string(), date.day().to_string());
        fill(self.date_format(), &[("year", &year), ("month", month), ("day", &day)])
    }

    /// The label of an outcome.
    pub(crate) fn outcome_text(&self, outcome: Outcome) -> &AttrValue {
        match outcome {
            Outcome::Met => self.outcome_met(),
            Outcome::MetInDirection => self.outcome_met_in_direction(),
            Outcome::MetOnceSettled => self.outcome_met_once_settled(),
            Outcome::Open => self.outcome_open(),
            Outcome::NotMet => self.outcome_not_met(),
            Outcome::NotApplicable => self.outcome_not_applicable(),
            Outcome::NotInForce => self.outcome_not_in_force(),
        }
    }

    /// The label of an evidence grade.
    pub(crate) fn evidence(&self, evidence: Evidence) -> &AttrValue {
        match evidence {
            Evidence::OfficialText => self.evidence_official_text(),
            Evidence::OfficialInterpretation => self.evidence_official_interpretation(),
            Evidence::Secondary => self.evidence_secondary(),
        }
    }

    /// The label of a truth value.
    pub(crate) fn truth(&self, truth: Truth) -> &AttrValue {
        match truth {
            Truth::True => self.truth_true(),
            Truth::False => self.truth_false(),
            Truth::Unknown => self.truth_unknown(),
        }
    }

    pub(crate) fn status(&self, status: PolicyStatus) -> &AttrValue {
        match status {
            PolicyStatus::InForce => self.status_in_force(),
            PolicyStatus::Lapsed => self.status_lapsed(),
            PolicyStatus::NotYet => self.status_not_yet(),
        }
    }

    /// The error message for an answer: how to correct it.
    pub(crate) fn answer_error(&self, error: &AnswerError, unit: &str) -> String {
        match error {
            AnswerError::NotANumber | AnswerError::WrongKind(_) | AnswerError::NoSuchOption => {
                fill(self.not_a_number(), &[("unit", unit)])
            }
            AnswerError::StrayUnit(typed) => {
                fill(self.stray_unit(), &[("typed", typed), ("unit", unit)])
            }
            AnswerError::TooManyPlaces(0) => self.not_whole().as_str().to_owned(),
            AnswerError::TooManyPlaces(places) => {
                fill(self.too_many_places(), &[("places", &places.to_string())])
            }
            AnswerError::TooSmall(bound) => {
                fill(self.too_small(), &[("bound", &self.number(*bound)), ("unit", unit)])
            }
            AnswerError::TooLarge(bound) => {
                fill(self.too_large(), &[("bound", &self.number(*bound)), ("unit", unit)])
            }
            AnswerError::SeveralNumbers => self.one_number().as_str().to_owned(),
            AnswerError::UnclearSeparators(typed) => {
                fill(self.unclear_separators(), &[("typed", typed)])
            }
            AnswerError::Ambiguous(typed) => {
                fill(self.ambiguous_number(), &[("typed", typed), ("unit", unit)])
            }
            AnswerError::NotADate => self.not_a_date().as_str().to_owned(),
            AnswerError::NoYear => self.no_year().as_str().to_owned(),
            AnswerError::UnclearDate(typed) => fill(self.unclear_date(), &[("typed", typed)]),
            AnswerError::TooEarly => {
                fill(self.date_too_early(), &[("year", &EARLIEST_YEAR.to_string())])
            }
            AnswerError::NoSuchDay => self.no_such_day().as_str().to_owned(),
        }
    }
}

/// Fills the placeholders of a catalogue text. A placeholder without a value stays, so that the
/// mistake is visible.
///
/// Not a template crate: placeholders are the only syntax, and the catalogue is loaded at run time.
pub(crate) fn fill(text: &AttrValue, values: &[(&str, &str)]) -> String {
    fill_in(text.as_str(), values)
}

/// Fills the placeholders of any text.
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
    fn placeholders_are_filled_once_and_values_are_not_parsed() {
        assert_eq!(fill(&"{a}+{b}={c}".into(), &[("a", "{b}"), ("b", "2")]), "{b}+2={c}");
        assert_eq!(fill(&"a { b".into(), &[]), "a { b");
    }
}
