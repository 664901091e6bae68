//! Assumptions about applicants who still plan to come.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::RulePack;
use super::decimal::Decimal;
use super::fact::{FactKind, Options, Value};
use super::quantity::Quantity;
use super::table::FactId;
use super::text::Text;
use super::when::{Comparison, When};

/// Facts that may be assumed for an applicant who still plans to come, such as the registration in
/// the district.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Assumption {
    /// The id in measures
    pub id: Rc<str>,
    /// The assumed facts in words, for results
    pub label: Text,
    /// The condition for assuming them: the applicant still plans to come
    pub when: When,
    /// The assumed answers, in the pack's order. They replace the given ones
    pub answers: Vec<(FactId, Assumed)>,
}

/// An assumed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assumed {
    /// A value
    Value(Value),
    /// The as-of date
    AsOf,
}

impl Assumed {
    /// The condition for a fact to have this answer.
    pub fn condition(self, pack: &RulePack, fact: FactId) -> When {
        let is =
            |quantity, number| When::Compare(quantity, Comparison::Is, Quantity::Constant(number));
        match self {
            Assumed::AsOf => is(Quantity::DaysSince(fact), Decimal::ZERO),
            Assumed::Value(Value::YesNo(yes)) => When::Is(fact, yes),
            Assumed::Value(Value::Number(number)) => is(Quantity::Fact(fact), number),
            Assumed::Value(Value::Date(date)) => When::CompareDate(fact, Comparison::Is, date),
            Assumed::Value(Value::Options(options)) => match &pack.facts[fact].kind {
                FactKind::Choices(all) => {
                    let parts = (0..all.len()).map(Options::single).map(|option| {
                        let includes = When::Includes(fact, option);
                        match options.intersects(option) {
                            true => includes,
                            false => When::Not(Box::new(includes)),
                        }
                    });
                    When::All(parts.collect())
                }
                _ => When::OneOf(fact, options),
            },
        }
    }
}
