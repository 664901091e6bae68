//! Scenarios: a named case with the results that measures should have.
//!
//! A file is a list of them:
//!
//! ```json
//! [{"name": "…", "as-of": "2019-05-10", "answers": {"fact-id": true},
//!   "expect": {"measure-id": {"outcome": "not-met", "because": ["criterion-id"],
//!              "missing": ["fact-id"], "amount": {"min": "0", "max": "50"}}}}]
//! ```

use jiff::civil::Date;

use crate::engine::{Answers, CompiledPack, EvalContext, Outcome, amount, explain};
use crate::rulebook::{Decimal, MeasureId, RulePack};

/// A case with the expected results.
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) as_of: Date,
    pub(super) answers: Answers,
    pub(super) expect: Vec<Expected>,
}

/// The expected result of one measure. A field that is `None` is not compared.
pub(super) struct Expected {
    pub(super) measure: MeasureId,
    pub(super) outcome: Outcome,
    /// Ids of the criteria that decide the outcome
    pub(super) because: Option<Vec<String>>,
    /// Ids of the facts that can still change the outcome
    pub(super) missing: Option<Vec<String>>,
    /// The exact range; its end is `None` if it has no upper bound
    pub(super) amount: Option<(Decimal, Option<Decimal>)>,
}

impl Scenario {
    /// The measures with an expected outcome.
    pub(super) fn expected_outcomes(&self) -> impl Iterator<Item = (MeasureId, Outcome)> {
        self.expect.iter().map(|expected| (expected.measure, expected.outcome))
    }

    /// The measures with an expected amount.
    pub(super) fn measures_with_amount(&self) -> impl Iterator<Item = MeasureId> {
        let expected = self.expect.iter().filter(|expected| expected.amount.is_some());
        expected.map(|expected| expected.measure)
    }

    /// Each result that differs from the expected one, as a sentence.
    pub(super) fn differences(&self, pack: &RulePack, rules: &CompiledPack) -> Vec<String> {
        let assessment = rules.assess(pack, &self.answers);
        let context = EvalContext { pack, answers: &self.answers, as_of: self.as_of };
        let mut differences = Vec::new();
        for expected in &self.expect {
            let measure = &pack.measures[expected.measure];
            let assessed = assessment.of(expected.measure);
            let mut compare = |key: &str, expected: String, found: String| {
                if expected != found {
                    let id = &measure.id;
                    differences.push(format!("{id}: expected {key} {expected}, found {found}"));
                }
            };
            let outcome = assessed.outcome.name();
            compare("outcome", expected.outcome.name().to_owned(), outcome.to_owned());
            if let Some(because) = &expected.because {
                let explanation = explain(rules, &context, expected.measure);
                let reasons: Vec<&str> =
                    explanation.reasons().map(|line| &*line.criterion.id).collect();
                compare("because", format!("{because:?}"), format!("{reasons:?}"));
            }
            if let Some(missing) = &expected.missing {
                let found: Vec<&str> =
                    assessed.missing.iter().map(|fact| &*pack.facts[*fact].id).collect();
                compare("missing", format!("{missing:?}"), format!("{found:?}"));
            }
            if let Some(range) = &expected.amount {
                let found = amount(&context, expected.measure, assessed)
                    .map(|amount| (amount.min, amount.max));
                compare("amount", range_text(Some(range)), range_text(found.as_ref()));
            }
        }
        differences
    }
}

fn range_text(range: Option<&(Decimal, Option<Decimal>)>) -> String {
    match range {
        Some((min, Some(max))) => format!("{min} to {max}"),
        Some((min, None)) => format!("{min} or more"),
        None => "none".to_owned(),
    }
}
