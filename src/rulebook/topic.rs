//! Topics that an applicant chooses from, and questions that share a screen.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::fact::Value;
use super::json_forms::{default_true, is_true};
use super::quantity::Quantity;
use super::table::{FactId, MeasureId};
use super::text::Text;

/// Measures that an applicant may want together, such as those for research and development.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Topic {
    /// The id in cases and output
    pub id: Rc<str>,
    /// The title
    pub title: Text,
    /// The content in one line
    pub summary: Text,
    /// The measures, in the order of the topic, without duplicates
    pub measures: Vec<MeasureId>,
    /// Answers that follow from choosing the topic
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preset: Vec<(FactId, Value)>,
    /// Whether the interview asks about its measures; not for services that are open to everyone
    #[serde(default = "default_true", skip_serializing_if = "is_true")]
    pub ask: bool,
    /// The median number of questions, which `eligibility bundle` determines from scenarios
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub questions: Option<u8>,
    /// The median number of screens, likewise
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screens: Option<u8>,
}

/// Questions on one screen. A fact is in at most one of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct QuestionGroup {
    /// The facts, in the order of the screen
    pub facts: Vec<FactId>,
    /// The heading of the screen
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// A number to display below the questions, computed from their answers
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Quantity>,
}
