//! Limits: measures that exclude each other, or that share a cap.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::grant::Money;
use super::table::{MeasureId, ProvisionId};
use super::text::Text;

/// A restriction on several measures of one applicant.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limit {
    /// The kind of restriction
    pub kind: LimitKind,
    /// The measures it restricts, in source order, without duplicates
    pub measures: Vec<MeasureId>,
    /// The restriction in plain words
    pub label: Text,
    /// The provisions that state it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<ProvisionId>,
}

/// The kind of a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitKind {
    /// At most one of the measures; the applicant chooses
    AtMostOne,
    /// 就高不就低: only the measure with the highest amount
    HighestOnly,
    /// The measures support the same matter, which is supported only once
    SameMatter,
    /// The sum of the amounts is at most this
    Cap(Money),
}

impl LimitKind {
    /// The keyword in the pack.
    pub fn name(&self) -> &'static str {
        match self {
            LimitKind::AtMostOne => "at-most-one",
            LimitKind::HighestOnly => "highest-only",
            LimitKind::SameMatter => "same-matter",
            LimitKind::Cap(_) => "cap",
        }
    }

    /// Whether granting one of the measures excludes the others.
    pub fn is_exclusive(&self) -> bool {
        match self {
            LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => true,
            LimitKind::Cap(_) => false,
        }
    }

    /// The kind with this keyword. Only a cap uses the amount and the unit.
    pub(super) fn from_name(name: &str, amount: Decimal, unit: Rc<str>) -> LimitKind {
        match name {
            "at-most-one" => LimitKind::AtMostOne,
            "highest-only" => LimitKind::HighestOnly,
            "same-matter" => LimitKind::SameMatter,
            _ => LimitKind::Cap(Money { amount, unit }),
        }
    }
}
