//! Limits: which measures cannot all be granted together, or not in full.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::grant::Money;
use super::table::{MeasureId, ProvisionId};
use super::text::Text;

/// A rule about several measures of one applicant.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limit {
    /// What it forbids
    pub kind: LimitKind,
    /// The measures it is about, in the author's order, each once
    pub measures: Vec<MeasureId>,
    /// What it says, in plain words
    pub label: Text,
    /// Where it stands
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<ProvisionId>,
}

/// What a limit forbids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitKind {
    /// Only one of them; the applicant chooses
    AtMostOne,
    /// 就高不就低: only the one with the highest amount
    HighestOnly,
    /// They support the same matter, and no matter is supported twice
    SameMatter,
    /// Together they come to no more than this
    Cap(Money),
}

impl LimitKind {
    /// Its word in the pack.
    pub fn name(&self) -> &'static str {
        match self {
            LimitKind::AtMostOne => "at-most-one",
            LimitKind::HighestOnly => "highest-only",
            LimitKind::SameMatter => "same-matter",
            LimitKind::Cap(_) => "cap",
        }
    }

    /// Whether one of its measures excludes the others.
    pub fn is_exclusive(&self) -> bool {
        match self {
            LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => true,
            LimitKind::Cap(_) => false,
        }
    }

    /// The kind with this word; a cap has an amount and a unit.
    pub(super) fn of(word: &str, amount: Decimal, unit: Rc<str>) -> LimitKind {
        match word {
            "at-most-one" => LimitKind::AtMostOne,
            "highest-only" => LimitKind::HighestOnly,
            "same-matter" => LimitKind::SameMatter,
            _ => LimitKind::Cap(Money { amount, unit }),
        }
    }
}
