//! The texts of the static pages, once per language.
//!
//! They are separate from the widget's texts, because only the native command needs them. A missing
//! text is a compile error. `{name}` is a placeholder.

mod en;
mod zh_hans;
mod zh_hant;

use crate::rulebook::{Every, Evidence, Grade, Locale, MaterialUse};
use crate::widget::fill_in;

/// Every text of these pages in one language.
#[derive(Debug)]
pub(crate) struct PageText {
    // Punctuation
    pub(crate) colon: &'static str,
    pub(crate) comma: &'static str,
    /// Between two parts of one sentence
    pub(crate) separator: &'static str,
    /// Delimits a computed number inside another sentence
    pub(crate) grouped: &'static str,
    pub(crate) quoted: &'static str,
    pub(crate) or: &'static str,
    pub(crate) brackets: &'static str,

    // The page
    pub(crate) rules_page: &'static str,
    pub(crate) page_title: &'static str,
    /// For search engines
    pub(crate) description: &'static str,
    pub(crate) self_check: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) languages: &'static str,
    pub(crate) contents: &'static str,
    pub(crate) notices: &'static str,
    pub(crate) topics: &'static str,
    pub(crate) measures: &'static str,
    pub(crate) terms: &'static str,
    pub(crate) terms_intro: &'static str,
    pub(crate) term: &'static str,
    pub(crate) classes: &'static str,
    pub(crate) classes_intro: &'static str,
    pub(crate) assumptions: &'static str,
    pub(crate) relations: &'static str,
    pub(crate) relations_intro: &'static str,
    pub(crate) limits: &'static str,
    pub(crate) limit: &'static str,
    pub(crate) questions: &'static str,
    pub(crate) documents: &'static str,
    pub(crate) indication: &'static str,
    pub(crate) pack: &'static str,

    // The validity of the policy
    pub(crate) in_force: &'static str,
    pub(crate) from_to: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) lapses: &'static str,
    pub(crate) repeals: &'static str,
    pub(crate) followed_by: &'static str,
    pub(crate) instead: &'static str,

    // A measure
    pub(crate) applies: &'static str,
    pub(crate) everyone: &'static str,
    pub(crate) assumed: &'static str,
    pub(crate) conditions: &'static str,
    pub(crate) explicit: &'static str,
    pub(crate) directional: &'static str,
    pub(crate) check: &'static str,
    pub(crate) office_decides: &'static str,
    pub(crate) paraphrase: &'static str,
    pub(crate) original: &'static str,
    pub(crate) official_text: &'static str,
    pub(crate) official_interpretation: &'static str,
    pub(crate) secondary: &'static str,
    pub(crate) materials: &'static str,
    pub(crate) required: &'static str,
    pub(crate) if_applicable: &'static str,
    pub(crate) exempt: &'static str,
    pub(crate) copies: &'static str,
    pub(crate) no_materials: &'static str,
    pub(crate) office: &'static str,
    pub(crate) website: &'static str,
    pub(crate) measure_page: &'static str,
    pub(crate) windows: &'static str,
    pub(crate) only_for: &'static str,
    pub(crate) steps: &'static str,
    pub(crate) duties: &'static str,

    // Benefits
    pub(crate) amount: &'static str,
    pub(crate) up_to: &'static str,
    pub(crate) rate: &'static str,
    pub(crate) no_cap: &'static str,
    pub(crate) no_figure: &'static str,
    pub(crate) tiers: &'static str,
    pub(crate) tier: &'static str,
    pub(crate) tier_amount: &'static str,
    pub(crate) month: &'static str,
    pub(crate) quarter: &'static str,
    pub(crate) year: &'static str,
    pub(crate) times: &'static str,
    pub(crate) times_unknown: &'static str,

    // Limits
    pub(crate) at_most_one: &'static str,
    pub(crate) highest_only: &'static str,
    pub(crate) same_matter: &'static str,
    pub(crate) cap: &'static str,

    // Questions and documents
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) a_date: &'static str,
    pub(crate) a_future_date: &'static str,
    pub(crate) choose_one: &'static str,
    pub(crate) choose_any: &'static str,
    pub(crate) a_number: &'static str,
    pub(crate) not_less: &'static str,
    pub(crate) not_more: &'static str,
    pub(crate) asked_when: &'static str,
    pub(crate) number_of: &'static str,
    pub(crate) used_by: &'static str,
    pub(crate) used_nowhere: &'static str,
    pub(crate) by_notices: &'static str,

    // Conditions in words
    pub(crate) all: &'static str,
    pub(crate) any: &'static str,
    pub(crate) not: &'static str,
    pub(crate) at_least_of: &'static str,
    pub(crate) is: &'static str,
    pub(crate) includes: &'static str,
    pub(crate) exactly: &'static str,
    pub(crate) at_least: &'static str,
    pub(crate) more_than: &'static str,
    pub(crate) at_most: &'static str,
    pub(crate) less_than: &'static str,
    pub(crate) on: &'static str,
    pub(crate) not_before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) not_after: &'static str,
    pub(crate) before: &'static str,
    pub(crate) as_of: &'static str,
    pub(crate) months_since: &'static str,
    pub(crate) days_since: &'static str,
    pub(crate) months: &'static str,
    pub(crate) days: &'static str,
    pub(crate) difference: &'static str,
    pub(crate) plus: &'static str,
    pub(crate) percent: &'static str,
    pub(crate) ratio: &'static str,
    pub(crate) growth: &'static str,
    pub(crate) if_zero: &'static str,
    pub(crate) highest_of: &'static str,
    pub(crate) lowest_of: &'static str,
    pub(crate) points: &'static str,
    pub(crate) points_by: &'static str,
    pub(crate) points_of: &'static str,
    pub(crate) band: &'static str,
    pub(crate) other_bands: &'static str,
    pub(crate) met: &'static str,

    // Classes, assumptions, relations and topics
    pub(crate) in_case: &'static str,
    pub(crate) in_other_cases: &'static str,
    pub(crate) then: &'static str,
    pub(crate) otherwise: &'static str,
    pub(crate) assumed_if: &'static str,
    pub(crate) assumed_answers: &'static str,
    pub(crate) none_chosen: &'static str,
    pub(crate) holds: &'static str,
    pub(crate) preset: &'static str,
    pub(crate) not_asked: &'static str,

    /// The sign-off table
    pub(crate) sign_off: SignOffText,
}

/// The texts that only the sign-off table uses.
#[derive(Debug)]
pub(crate) struct SignOffText {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) coverage: &'static str,
    pub(crate) clause: &'static str,
    pub(crate) condition: &'static str,
    pub(crate) grade: &'static str,
    pub(crate) when_true: &'static str,
    pub(crate) when_false: &'static str,
    pub(crate) checked: &'static str,
    pub(crate) signed: &'static str,
    pub(crate) others: &'static str,
    pub(crate) gaps: &'static str,
    pub(crate) scenarios: &'static str,
    pub(crate) in_none: &'static str,
    pub(crate) not_checked: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) signature: &'static str,
    pub(crate) seal: &'static str,
    pub(crate) date: &'static str,
}

impl PageText {
    /// The texts of a language; English for one that the interface does not have.
    pub(crate) fn of(locale: Locale) -> &'static PageText {
        match locale {
            Locale::ZhHans => &zh_hans::ZH_HANS,
            Locale::ZhHant => &zh_hant::ZH_HANT,
            Locale::En | Locale::Other(_) => &en::EN,
        }
    }

    /// A text in the brackets of the language.
    pub(crate) fn bracketed(&self, text: &str) -> String {
        fill_in(self.brackets, &[("text", text)])
    }

    /// The number of copies of a material; `None` if the measure does not specify it.
    pub(crate) fn copies(&self, used: &MaterialUse) -> Option<String> {
        Some(fill_in(self.copies, &[("number", &used.copies?.to_string())]))
    }

    pub(crate) fn evidence(&self, evidence: Evidence) -> &'static str {
        match evidence {
            Evidence::OfficialText => self.official_text,
            Evidence::OfficialInterpretation => self.official_interpretation,
            Evidence::Secondary => self.secondary,
        }
    }

    pub(crate) fn grade(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Explicit => self.explicit,
            Grade::Directional => self.directional,
        }
    }

    pub(crate) fn every(&self, every: Every) -> &'static str {
        match every {
            Every::Month => self.month,
            Every::Quarter => self.quarter,
            Every::Year => self.year,
        }
    }
}
