//! Grants: money in exact figures, or benefits in kind.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::provision::Evidence;
use super::quantity::Quantity;
use super::table::ProvisionId;
use super::text::Text;

/// The benefit of a measure, with the evidence for its figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Grant {
    /// The benefit
    pub benefit: Benefit,
    /// The grade of evidence for the figure
    pub evidence: Evidence,
    /// The provisions that state it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<ProvisionId>,
    /// Further information, such as "in two instalments"
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The period of one payment; the figures are for the whole grant if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<GrantPeriod>,
}

/// The periods of a recurring grant. Its figures are for one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GrantPeriod {
    /// The period of one payment
    pub every: Every,
    /// The maximum number of payments; not published if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
}

/// The interval between payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Each month
    Month,
    /// Each quarter
    Quarter,
    /// Each year
    Year,
}

impl Every {
    /// All intervals.
    pub const ALL: [Every; 3] = [Every::Month, Every::Quarter, Every::Year];

    /// The keyword in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Every::Month => "month",
            Every::Quarter => "quarter",
            Every::Year => "year",
        }
    }
}

/// A benefit. Amounts are exact, in their unit (mostly 万元).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Benefit {
    /// A fixed amount
    Fixed(Money),
    /// Any amount from zero to this one
    UpTo(Money),
    /// An amount that depends on the range of a number
    Tiers(Tiers),
    /// A percentage of a quantity, up to a cap
    Rate(Rate),
    /// Not money
    InKind(Text),
    /// No published text gives a figure
    Unspecified,
}

/// An amount with its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Money {
    /// The amount
    pub amount: Decimal,
    /// The unit, such as 万元
    pub unit: Rc<str>,
}

/// Amounts by ranges of a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tiers {
    /// The number that selects the tier
    pub by: Quantity,
    /// The unit of the amounts
    pub unit: Rc<str>,
    /// The tiers, in source order
    pub tiers: Vec<Tier>,
}

/// One tier; both bounds are inclusive.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tier {
    /// Smallest number
    pub from: Decimal,
    /// Largest number
    pub to: Decimal,
    /// The amount granted
    pub amount: Decimal,
}

/// A percentage of a quantity.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rate {
    /// The percentage
    pub percent: Decimal,
    /// The quantity, in the unit of the amount
    pub of: Quantity,
    /// The maximum amount; no published cap if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// The unit of the amount
    pub unit: Rc<str>,
}
