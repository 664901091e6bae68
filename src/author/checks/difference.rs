//! The differences between actual and expected results, so that the page can say them in any of its
//! languages.

use serde::{Deserialize, Serialize};

use crate::rulebook::{Locale, Measure, RulePack};
use crate::scenario::{Difference, ResultPart};

use super::{Localized, Titled};

/// A result that differs from the expected one. It does not depend on the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceText {
    /// The difference as `eligibility test` prints it
    pub sentence: String,
    /// The measure
    pub measure: Titled,
    /// The expected result
    pub expected: ResultWords,
    /// The actual result, of the same kind
    pub found: ResultWords,
}

/// A part of a result in words of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResultWords {
    /// The name of the outcome
    Outcome(String),
    /// The labels of the criteria that decide it
    Because(Vec<Localized>),
    /// The questions whose answers can still change it
    Missing(Vec<Localized>),
    /// The amount: at least, and at most; `None` of a measure without a figure
    Amount(Option<(String, Option<String>)>),
}

impl DifferenceText {
    /// A difference of a scenario. `None` if the pack does not have the measure.
    pub(super) fn new(pack: &RulePack, difference: &Difference) -> Option<DifferenceText> {
        let measure = &pack.measures[pack.find_measure(&difference.measure)?];
        Some(DifferenceText {
            sentence: difference.to_string(),
            measure: Titled {
                id: measure.id.to_string(),
                title: Localized::of(pack, &measure.title),
            },
            expected: words(pack, measure, &difference.expected),
            found: words(pack, measure, &difference.found),
        })
    }
}

fn words(pack: &RulePack, measure: &Measure, part: &ResultPart) -> ResultWords {
    let label = |id: &String, locale: Locale| {
        let criterion = measure.criteria.iter().find(|criterion| *criterion.id == **id);
        criterion.map_or_else(|| id.clone(), |one| one.label.get(locale).to_string())
    };
    let question = |id: &String, locale: Locale| {
        let fact = pack.find_fact(id).map(|fact| &pack.facts[fact]);
        fact.map_or_else(|| id.clone(), |fact| fact.question.get(locale).to_string())
    };
    match part {
        ResultPart::Outcome(outcome) => ResultWords::Outcome(outcome.name().to_owned()),
        ResultPart::Because(ids) => {
            let labels = ids.iter().map(|id| Localized::new(pack, |locale| label(id, locale)));
            ResultWords::Because(labels.collect())
        }
        ResultPart::Missing(ids) => {
            let questions =
                ids.iter().map(|id| Localized::new(pack, |locale| question(id, locale)));
            ResultWords::Missing(questions.collect())
        }
        ResultPart::Amount(amount) => ResultWords::Amount(
            amount.map(|(min, max)| (min.to_string(), max.map(|max| max.to_string()))),
        ),
    }
}
