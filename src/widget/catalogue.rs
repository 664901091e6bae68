//! What the interface itself says, once per language.
//!
//! # Why
//!
//! A struct with one field for each text, and one constant for each language: a text that is missing
//! does not compile, and nothing is parsed or looked up. `{name}` marks what is filled in.

mod zh_hans;

use crate::engine::{AnswerError, Outcome, Standing, Truth};
use crate::rulebook::{Evidence, Locale};

/// Every text of the interface in one language.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) colon: &'static str,
    pub(crate) semicolon: &'static str,
    pub(crate) list_comma: &'static str,
    pub(crate) brackets: &'static str,

    pub(crate) indication: &'static str,
    pub(crate) private: &'static str,
    pub(crate) in_force_between: &'static str,
    pub(crate) in_force_now: &'static str,
    pub(crate) lapsed: &'static str,
    pub(crate) not_yet: &'static str,
    pub(crate) historical: &'static str,
    pub(crate) followed_by: &'static str,
    pub(crate) as_of: &'static str,
    pub(crate) as_of_hint: &'static str,
    pub(crate) notices: &'static str,

    pub(crate) questions: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) not_sure: &'static str,
    pub(crate) none_of_these: &'static str,
    pub(crate) choose_any: &'static str,
    pub(crate) date_hint: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) answered: &'static str,

    pub(crate) not_a_number: &'static str,
    pub(crate) stray_unit: &'static str,
    pub(crate) too_many_places: &'static str,
    pub(crate) whole_only: &'static str,
    pub(crate) too_small: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) not_a_date: &'static str,
    pub(crate) no_such_day: &'static str,

    pub(crate) results: &'static str,
    pub(crate) met: &'static str,
    pub(crate) met_in_direction: &'static str,
    pub(crate) open: &'static str,
    pub(crate) not_met: &'static str,
    pub(crate) not_applicable: &'static str,
    pub(crate) not_in_force: &'static str,

    pub(crate) holds: &'static str,
    pub(crate) fails: &'static str,
    pub(crate) undecided: &'static str,
    pub(crate) office_decides: &'static str,
    pub(crate) directional: &'static str,
    pub(crate) your_answer: &'static str,
    pub(crate) unanswered: &'static str,
    pub(crate) applies_because: &'static str,
    pub(crate) criteria: &'static str,
    pub(crate) still_needed: &'static str,
    pub(crate) ask_next: &'static str,
    pub(crate) provision: &'static str,
    pub(crate) paraphrase: &'static str,

    pub(crate) benefit: &'static str,
    pub(crate) exactly: &'static str,
    pub(crate) up_to: &'static str,
    pub(crate) range: &'static str,
    pub(crate) at_least: &'static str,
    pub(crate) no_figure: &'static str,
    pub(crate) official_text: &'static str,
    pub(crate) official_interpretation: &'static str,
    pub(crate) secondary: &'static str,

    pub(crate) combination: &'static str,
    pub(crate) guaranteed: &'static str,
    pub(crate) possible: &'static str,
    pub(crate) no_total: &'static str,
    pub(crate) excluded: &'static str,
    pub(crate) cut: &'static str,
    pub(crate) cut_without_bound: &'static str,
    pub(crate) highest_undecided: &'static str,
    pub(crate) without_figure: &'static str,
    pub(crate) unconfirmed: &'static str,
    pub(crate) not_all_compared: &'static str,

    pub(crate) materials: &'static str,
    pub(crate) required: &'static str,
    pub(crate) if_applicable: &'static str,
    pub(crate) no_materials: &'static str,
    pub(crate) office: &'static str,
    pub(crate) windows: &'static str,
    pub(crate) from_to: &'static str,
    pub(crate) steps: &'static str,
    pub(crate) duties: &'static str,

    pub(crate) to_sheet: &'static str,
    pub(crate) to_questions: &'static str,
    pub(crate) print: &'static str,
    pub(crate) sheet_title: &'static str,
    pub(crate) firm_name: &'static str,
    pub(crate) firm_code: &'static str,
    pub(crate) contact: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) by_hand: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) measure: &'static str,
    pub(crate) outcome: &'static str,
    pub(crate) criterion: &'static str,
    pub(crate) state: &'static str,
    pub(crate) window_check: &'static str,
    pub(crate) other_measures: &'static str,
    pub(crate) pack_version: &'static str,
    pub(crate) receipt: &'static str,
    /// `{changes}`, `{outcome}`
    pub(crate) nearest: &'static str,
    /// `{day}`
    pub(crate) wait_until: &'static str,
    pub(crate) not_concerned: &'static str,
}

impl Catalogue {
    /// The texts of a language.
    pub fn of(locale: Locale) -> &'static Catalogue {
        match locale {
            // The other two come with their rule texts; until then they are read in simplified Chinese.
            Locale::ZhHans | Locale::ZhHant | Locale::En => &zh_hans::ZH_HANS,
        }
    }

    /// Something said in passing.
    pub(crate) fn bracketed(&self, text: &str) -> String {
        fill(self.brackets, &[("text", text)])
    }

    pub(crate) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Met => self.met,
            Outcome::MetInDirection => self.met_in_direction,
            Outcome::Open => self.open,
            Outcome::NotMet => self.not_met,
            Outcome::NotApplicable => self.not_applicable,
            Outcome::NotInForce => self.not_in_force,
        }
    }

    pub(crate) fn evidence(&self, evidence: Evidence) -> &'static str {
        match evidence {
            Evidence::OfficialText => self.official_text,
            Evidence::OfficialInterpretation => self.official_interpretation,
            Evidence::Secondary => self.secondary,
        }
    }

    pub(crate) fn truth(&self, truth: Truth) -> &'static str {
        match truth {
            Truth::True => self.holds,
            Truth::False => self.fails,
            Truth::Unknown => self.undecided,
        }
    }

    pub(crate) fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::InForce => self.in_force_now,
            Standing::Lapsed => self.lapsed,
            Standing::NotYet => self.not_yet,
        }
    }

    /// How to mend what was typed.
    pub(crate) fn answer_error(&self, error: &AnswerError, unit: &str) -> String {
        match error {
            AnswerError::NotANumber | AnswerError::WrongKind(_) | AnswerError::NoSuchOption => {
                fill(self.not_a_number, &[("unit", unit)])
            }
            AnswerError::StrayUnit(typed) => fill(self.stray_unit, &[("typed", typed), ("unit", unit)]),
            AnswerError::TooManyPlaces(0) => self.whole_only.to_owned(),
            AnswerError::TooManyPlaces(places) => {
                fill(self.too_many_places, &[("places", &places.to_string())])
            }
            AnswerError::TooSmall(bound) => {
                fill(self.too_small, &[("bound", &bound.to_string()), ("unit", unit)])
            }
            AnswerError::TooLarge(bound) => {
                fill(self.too_large, &[("bound", &bound.to_string()), ("unit", unit)])
            }
            AnswerError::NotADate => self.not_a_date.to_owned(),
            AnswerError::NoSuchDay => self.no_such_day.to_owned(),
        }
    }
}

/// Fills `{name}` marks; a mark without a value stays, so that it is seen.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
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
        assert_eq!(fill("{a}+{b}={c}", &[("a", "{b}"), ("b", "2")]), "{b}+2={c}");
        assert_eq!(fill("a { b", &[]), "a { b");
    }
}
