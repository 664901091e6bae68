//! Measures: what is granted, on which criteria, by which provision, with which materials.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::date::Period;
use super::grant::Grant;
use super::json_forms::is_default;
use super::material::MaterialUse;
use super::table::{OfficeId, ProvisionId};
use super::text::Text;
use super::when::When;

/// A policy instrument that an applicant may meet.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measure {
    /// Its name in answers, scenarios and output
    pub id: Rc<str>,
    /// What people call it
    pub title: Text,
    /// What it gives, in plain words
    pub summary: Text,
    /// The provisions that create it
    pub provision: Vec<ProvisionId>,
    /// Whom it concerns; everyone, if there is no such condition
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<When>,
    /// What must hold, in the order of the text
    pub criteria: Vec<Criterion>,
    /// What it grants
    pub grants: Grant,
    /// The papers to bring
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<MaterialUse>,
    /// Where to apply, if the text says so
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// When applications are taken
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// What to do, in order
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Text>,
    /// What the applicant is bound to
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Text>,
    /// When it is in force; as long as the pack, if nothing else is said
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
}

/// A labelled, cited condition of a measure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criterion {
    /// Its name within the measure
    pub id: Rc<str>,
    /// What it asks, in plain words
    pub label: Text,
    /// The condition; without one the office alone decides (directional criteria only)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The provisions it encodes; never empty
    pub provision: Vec<ProvisionId>,
    /// How far the text fixes it
    pub grade: Grade,
}

/// How far a published text fixes a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// The text fixes the test and the applicant can answer it
    Explicit,
    /// The text names a direction only; the office decides
    Directional,
}

impl Grade {
    /// Every grade there is.
    pub const ALL: [Grade; 2] = [Grade::Explicit, Grade::Directional];

    /// Its word in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Grade::Explicit => "explicit",
            Grade::Directional => "directional",
        }
    }
}

/// A time in which applications are taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Window {
    /// Its days
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: Period,
    /// What it is for
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}
