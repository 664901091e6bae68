//! Runs a scenario: compares the actual results with the expected ones.

use std::rc::Rc;

use crate::engine::{
    Assessment, CompiledCache, CompiledPack, EvalContext, MeasureAssessment, Outcome, amount,
    explain,
};
use crate::rulebook::{Decimal, MeasureId, RulePack};

use super::{Difference, ResultPart, Scenario};

/// The results of a scenario.
#[derive(Clone, Debug)]
pub struct ScenarioResult {
    /// The actual results
    pub assessment: Assessment,
    /// Each result that differs from the expected one
    pub differences: Vec<Difference>,
}

/// The actual result of a measure, as a scenario would expect it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The outcome
    pub outcome: Outcome,
    /// The ids of the criteria that decide it
    pub because: Vec<String>,
    /// The ids of the facts that can still change it
    pub missing: Vec<String>,
    /// The exact range; its end is `None` if it has no upper bound
    pub amount: Option<(Decimal, Option<Decimal>)>,
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

    /// The actual result of a measure. `compiled` belongs to the pack.
    pub fn found(
        &self,
        pack: &RulePack,
        compiled: &mut CompiledCache,
        assessment: &Assessment,
        measure: MeasureId,
    ) -> Found {
        let rules = compiled.get(pack, self.as_of);
        let context = EvalContext { pack, answers: &self.answers, as_of: self.as_of };
        let assessed = assessment.of(measure);
        Found {
            outcome: assessed.outcome,
            because: because(&rules, &context, measure),
            missing: missing(pack, assessed),
            amount: range(&context, measure, assessed),
        }
    }

    /// Each result that differs from the expected one.
    fn differences(
        &self,
        pack: &RulePack,
        rules: &CompiledPack,
        assessment: &Assessment,
    ) -> Vec<Difference> {
        let context = EvalContext { pack, answers: &self.answers, as_of: self.as_of };
        let mut differences = Vec::new();
        for expected in &self.expect {
            let measure = expected.measure;
            let assessed = assessment.of(measure);
            let mut compare = |expected: ResultPart, found: ResultPart| {
                if expected != found {
                    let id = Rc::clone(&pack.measures[measure].id);
                    differences.push(Difference { measure: id, expected, found });
                }
            };
            compare(ResultPart::Outcome(expected.outcome), ResultPart::Outcome(assessed.outcome));
            if let Some(because_of) = &expected.because {
                let found = because(rules, &context, measure);
                compare(ResultPart::Because(because_of.clone()), ResultPart::Because(found));
            }
            if let Some(facts) = &expected.missing {
                let found = missing(pack, assessed);
                compare(ResultPart::Missing(facts.clone()), ResultPart::Missing(found));
            }
            if let Some(amount) = &expected.amount {
                let found = range(&context, measure, assessed);
                compare(ResultPart::Amount(Some(*amount)), ResultPart::Amount(found));
            }
        }
        differences
    }
}

/// The ids of the criteria that decide the outcome of a measure.
fn because(rules: &CompiledPack, context: &EvalContext<'_>, measure: MeasureId) -> Vec<String> {
    let explanation = explain(rules, context, measure);
    explanation.reasons().map(|line| line.criterion.id.to_string()).collect()
}

/// The ids of the facts that can still change the outcome.
fn missing(pack: &RulePack, assessed: &MeasureAssessment) -> Vec<String> {
    assessed.missing.iter().map(|fact| pack.facts[*fact].id.to_string()).collect()
}

/// The amount of a measure.
fn range(
    context: &EvalContext<'_>,
    measure: MeasureId,
    assessed: &MeasureAssessment,
) -> Option<(Decimal, Option<Decimal>)> {
    amount(context, measure, assessed).map(|amount| (amount.min, amount.max))
}
