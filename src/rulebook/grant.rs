//! Grants: what a measure gives, in exact figures or in kind.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::provision::Evidence;
use super::table::ProvisionId;
use super::text::Text;
use super::when::Quantity;

/// What a measure gives, and how sure the figure is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Grant {
    /// The benefit
    pub benefit: Benefit,
    /// How sure the figure is
    pub evidence: Evidence,
    /// The provisions that state it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<ProvisionId>,
    /// What else there is to know, such as "in two instalments"
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What one payment is for; the figures are for the whole if absent
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<GrantPeriod>,
}

/// A grant paid again and again: its figures are for one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GrantPeriod {
    /// The period of one payment
    pub every: Every,
    /// At most so many payments; not published if absent
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
}

/// How often a payment comes.
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
    /// Every period there is.
    pub const ALL: [Every; 3] = [Every::Month, Every::Quarter, Every::Year];

    /// Its word in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Every::Month => "month",
            Every::Quarter => "quarter",
            Every::Year => "year",
        }
    }
}

/// The benefit itself. Amounts are exact, in their unit (mostly 万元).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Benefit {
    /// Exactly so much
    Fixed(Money),
    /// Nothing to so much
    UpTo(Money),
    /// So much by where a number lies
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
    /// How much
    pub amount: Decimal,
    /// Of what, such as 万元
    pub unit: Rc<str>,
}

/// Amounts by where a number lies.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tiers {
    /// The number
    pub by: Quantity,
    /// Unit of the amounts
    pub unit: Rc<str>,
    /// The tiers, in the author's order
    pub tiers: Vec<Tier>,
}

/// One tier; both ends belong to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tier {
    /// Least number
    pub from: Decimal,
    /// Greatest number
    pub to: Decimal,
    /// What is granted
    pub amount: Decimal,
}

/// A percentage of a quantity.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rate {
    /// So many percent
    pub percent: Decimal,
    /// Of this quantity, in the unit of the amount
    pub of: Quantity,
    /// At most so much; no published cap if absent
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Unit of the amount
    pub unit: Rc<str>,
}
