//! Measures with their criteria, grants, provisions and materials.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::contact::Url;
use super::date::Period;
use super::grant::Grant;
use super::json_forms::is_default;
use super::material::MaterialUse;
use super::table::{AssumptionId, OfficeId, ProvisionId};
use super::text::Text;
use super::when::When;

/// A policy instrument, such as a subsidy, with the criteria for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measure {
    /// The id in scenarios and output
    pub id: Rc<str>,
    /// The title
    pub title: Text,
    /// A summary in plain words
    pub summary: Text,
    /// Other words for it, for searches
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Text>,
    /// The provisions that create it
    pub provision: Vec<ProvisionId>,
    /// The condition for the measure to apply to the applicant; applies to everyone if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<When>,
    /// The criteria, in the order of the legal text
    pub criteria: Vec<Criterion>,
    /// The assumption for an applicant who still plans to come. If its condition holds, the
    /// measure is judged with the assumed answers
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assume: Option<AssumptionId>,
    /// The grant
    pub grants: Grant,
    /// The materials to submit
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<MaterialUse>,
    /// The office that takes applications, if published
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// The page of the measure: its guide, or the form for online applications
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// The application periods
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// The steps of an application, in order
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Text>,
    /// The obligations of the recipient
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Text>,
    /// The period of validity; the period of the pack if absent
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
    /// Its value in the choice of the next question; derived from the grant if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u8>,
}

/// A condition of a measure, with a label and a citation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criterion {
    /// The id, unique within the measure
    pub id: Rc<str>,
    /// The criterion in plain words
    pub label: Text,
    /// The condition; if absent, the office decides (directional criteria only)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The provisions that it encodes; at least one
    pub provision: Vec<ProvisionId>,
    /// The precision of its definition in the legal text
    pub grade: Grade,
}

/// The precision with which a published text defines a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// The text defines a test that the applicant can answer
    Explicit,
    /// The text gives a direction only; the office decides
    Directional,
}

impl Grade {
    /// All grades.
    pub const ALL: [Grade; 2] = [Grade::Explicit, Grade::Directional];

    /// The keyword in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Grade::Explicit => "explicit",
            Grade::Directional => "directional",
        }
    }
}

/// An application period: its first day, its last day, or both.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Window {
    /// The days
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: Period,
    /// The condition for the window to be meant for the applicant, such as those of one province;
    /// for everyone if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_for: Option<When>,
    /// A label, such as "first round"
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}
