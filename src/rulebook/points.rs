//! Points: a table of bands, each with a number of points.

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::quantity::Quantity;
use super::text::Text;
use super::when::{Comparison, When};

/// The points of the first band that holds.
///
/// If a band is undefined, because a denominator is zero, the points may be those of any band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Points {
    /// The name of the indicator
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The number that the bands compare; absent if every band has a condition of its own
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Quantity>,
    /// The bands, in the order of the text; at least one
    pub bands: Vec<Band>,
    /// The points if no band holds
    pub otherwise: Decimal,
}

/// One row of a table of points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Band {
    /// The test of the band
    pub test: BandTest,
    /// The points
    pub points: Decimal,
    /// The name of the band, as in the text
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// The test of a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BandTest {
    /// The number of the table compares like this with a constant
    By(Comparison, Decimal),
    /// A condition
    When(When),
}

impl Points {
    /// The condition of each band with its points, in order.
    pub fn conditions(&self) -> impl Iterator<Item = (When, Decimal)> {
        self.bands.iter().map(|band| {
            let when = match (&band.test, &self.by) {
                (BandTest::When(when), _) => when.clone(),
                (BandTest::By(comparison, bound), Some(by)) => {
                    When::Compare(by.clone(), *comparison, Quantity::Constant(*bound))
                }
                // OK because validation requires a number for such a band.
                (BandTest::By(..), None) => When::Any(Vec::new()),
            };
            (when, band.points)
        })
    }

    /// All points that the table can give.
    pub fn values(&self) -> impl Iterator<Item = Decimal> {
        self.bands.iter().map(|band| band.points).chain([self.otherwise])
    }

    /// Visits the conditions of bands that have one of their own.
    pub fn each_condition<'a>(&'a self, visit: &mut dyn FnMut(&'a When)) {
        for band in &self.bands {
            if let BandTest::When(when) = &band.test {
                visit(when);
            }
        }
    }
}
