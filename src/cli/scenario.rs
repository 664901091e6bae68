//! Scenarios: people with answers, and the outcomes they should get.
//!
//! A file is a list of them:
//!
//! ```json
//! [{"name": "…", "as-of": "2019-05-10", "answers": {"fact-id": true},
//!   "expect": {"measure-id": {"outcome": "not-met", "because": ["criterion-id"],
//!              "missing": ["fact-id"], "amount": {"min": "0", "max": "50"}}}}]
//! ```

use std::path::Path;

use jiff::civil::Date;

use crate::engine::{Answers, CompiledPack, EvalContext, Outcome, amount, explain};
use crate::rulebook::{Decimal, MeasureId, RulePack};

use super::report::Report;
use super::scenario_read::Reader;
use super::{Stop, pack};

/// A person, and what they should get.
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) as_of: Date,
    pub(super) answers: Answers,
    pub(super) expect: Vec<Expect>,
}

/// What one measure should come to; what is not stated is not compared.
pub(super) struct Expect {
    pub(super) measure: MeasureId,
    pub(super) outcome: Outcome,
    pub(super) because: Option<Vec<String>>,
    pub(super) missing: Option<Vec<String>>,
    pub(super) amount: Option<(Decimal, Option<Decimal>)>,
}

impl Scenario {
    /// Reads a file of scenarios, or prints everything in it that cannot be used.
    pub(super) fn read_file(book: &RulePack, path: &Path) -> Result<Vec<Scenario>, Stop> {
        let source = pack::read_text(path)?;
        let json = pack::parse(path, &source)?;
        Reader::read(book, &json).map_err(|problems| {
            let path = path.display().to_string();
            let report = Report::of_problems(&path, &source, &problems);
            complain!("{}", report.text());
            complain!("\nerror: {path} cannot be used; mistakes: {}", problems.len());
            Stop::Reported
        })
    }

    /// What measures should come to, as far as it is stated.
    pub(super) fn expected(&self) -> impl Iterator<Item = (MeasureId, Outcome)> {
        self.expect.iter().map(|expect| (expect.measure, expect.outcome))
    }

    /// The measures of which an amount is stated.
    pub(super) fn amounts(&self) -> impl Iterator<Item = MeasureId> {
        self.expect.iter().filter(|expect| expect.amount.is_some()).map(|expect| expect.measure)
    }

    /// What differs from what should be; empty if nothing does.
    pub(super) fn differences(&self, book: &RulePack, rules: &CompiledPack) -> Vec<String> {
        let assessment = rules.assess(book, &self.answers);
        let context = EvalContext { pack: book, answers: &self.answers, as_of: self.as_of };
        let mut differences = Vec::new();
        for expect in &self.expect {
            let measure = &book.measures[expect.measure];
            let assessed = assessment.of(expect.measure);
            let mut differ = |what: &str, expected: String, found: String| {
                if expected != found {
                    differences
                        .push(format!("{}: {what} should be {expected}, is {found}", measure.id));
                }
            };
            differ("outcome", expect.outcome.name().to_owned(), assessed.outcome.name().to_owned());
            if let Some(because) = &expect.because {
                let explanation = explain(rules, &context, expect.measure);
                let reasons: Vec<&str> =
                    explanation.reasons().map(|line| &*line.criterion.id).collect();
                differ("because", format!("{because:?}"), format!("{reasons:?}"));
            }
            if let Some(missing) = &expect.missing {
                let found: Vec<&str> =
                    assessed.missing.iter().map(|fact| &*book.facts[*fact].id).collect();
                differ("missing", format!("{missing:?}"), format!("{found:?}"));
            }
            if let Some(range) = &expect.amount {
                let found = amount(&context, expect.measure).map(|amount| (amount.min, amount.max));
                differ("amount", range_text(Some(range)), range_text(found.as_ref()));
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
