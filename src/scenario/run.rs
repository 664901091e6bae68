//! Runs a scenario: compares the actual results with the expected ones.

use crate::engine::{Assessment, CompiledCache, CompiledPack, EvalContext, amount, explain};
use crate::rulebook::{Decimal, RulePack};

use super::Scenario;

/// The results of a scenario.
#[derive(Clone, Debug)]
pub struct ScenarioResult {
    /// The actual results
    pub assessment: Assessment,
    /// Each result that differs from the expected one, as a sentence
    pub differences: Vec<String>,
}

impl ScenarioResult {
    /// Whether all results are as expected.
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }
}

impl Scenario {
    /// Compares the actual results with the expected ones. `compiled` belongs to the pack.
    pub fn run(&self, pack: &RulePack, compiled: &mut CompiledCache) -> ScenarioResult {
        let rules = compiled.get(pack, self.as_of);
        let assessment = rules.assess(pack, &self.answers);
        let differences = self.differences(pack, &rules, &assessment);
        ScenarioResult { assessment, differences }
    }

    /// Each result that differs from the expected one, as a sentence.
    fn differences(
        &self,
        pack: &RulePack,
        rules: &CompiledPack,
        assessment: &Assessment,
    ) -> Vec<String> {
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
