//! The results of scenarios, and what they leave untested.

use serde::{Deserialize, Serialize};

use crate::coverage::Coverage;
use crate::diagnostics::{AuthoredPack, of_scenario_faults, parse_json};
use crate::engine::CompiledCache;
use crate::scenario::parse_scenarios;

use super::problem::Problem;

/// The results of all scenarios.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScenarioChecks {
    /// The faults of the text with the scenarios. If there are any, no scenario runs
    pub faults: Vec<Problem>,
    /// The results, in the order of the text
    pub results: Vec<ScenarioCheck>,
    /// What no scenario tests
    pub gaps: Vec<GapText>,
}

/// The result of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioCheck {
    /// Its name
    pub name: String,
    /// Each result that differs from the expected one, as a sentence
    pub differences: Vec<String>,
}

/// A part of the pack that no scenario tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapText {
    /// JSON Pointer to the condition, measure, limit or period
    pub pointer: String,
    /// The gap in words
    pub sentence: String,
}

/// Runs the scenarios in a text; an empty one has none.
pub(super) fn run_scenarios(authored: &AuthoredPack, text: &str) -> ScenarioChecks {
    let source = if text.trim().is_empty() { "[]" } else { text };
    let problems = |diagnostics: Vec<crate::diagnostics::Diagnostic>| ScenarioChecks {
        faults: Problem::list(source, &diagnostics),
        ..ScenarioChecks::default()
    };
    let json = match parse_json(source) {
        Ok(json) => json,
        Err(diagnostics) => return problems(diagnostics),
    };
    let scenarios = match parse_scenarios(&authored.pack, &json) {
        Ok(scenarios) => scenarios,
        Err(faults) => return problems(of_scenario_faults(source, &faults)),
    };
    let mut coverage = Coverage::new(&authored.pack, &authored.json);
    let mut compiled = CompiledCache::default();
    let mut results = Vec::new();
    for scenario in &scenarios {
        let result = scenario.run(&authored.pack, &mut compiled);
        coverage.add(scenario, &result.assessment);
        let (name, differences) = (scenario.name.clone(), result.differences);
        results.push(ScenarioCheck { name, differences });
    }
    let gaps = coverage.report().gaps.into_iter();
    let gaps = gaps.map(|gap| GapText { pointer: gap.pointer, sentence: gap.sentence });
    ScenarioChecks { faults: Vec::new(), results, gaps: gaps.collect() }
}
