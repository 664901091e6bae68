//! The results of scenarios, and what they leave untested.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::coverage::Coverage;
use crate::diagnostics::{AuthoredPack, Diagnostic, of_scenario_faults, parse_json};
use crate::engine::CompiledCache;
use crate::rulebook::Json;
use crate::scenario::{Scenario, ScenarioFault, ScenarioResult, parse_scenarios};

use super::difference::DifferenceText;
use super::gap::GapText;
use super::problem::Problem;

/// The results of all scenarios.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScenarioChecks {
    /// The faults of the text with the scenarios. A scenario with faults does not run
    pub faults: Vec<Problem>,
    /// The results, in the order of the text. None if the text is not a list
    pub results: Vec<ScenarioCheck>,
    /// What no scenario tests
    pub gaps: Vec<GapText>,
}

/// The result of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioCheck {
    /// Its name; empty if it has none
    pub name: String,
    /// Whether it ran: it has no faults
    pub has_run: bool,
    /// Each result that differs from the expected one
    pub differences: Vec<DifferenceText>,
    /// The results of the measures about which it expects something
    pub found: Vec<FoundResult>,
}

impl ScenarioCheck {
    /// Whether all results are as expected.
    pub fn has_passed(&self) -> bool {
        self.has_run && self.differences.is_empty()
    }
}

/// The result of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundResult {
    /// The id of the measure
    pub measure: String,
    /// The outcome
    pub outcome: String,
    /// The ids of the criteria that decide it
    pub because: Vec<String>,
    /// The ids of the facts that can still change it
    pub missing: Vec<String>,
    /// The amount: at least, and at most
    pub amount: Option<(String, Option<String>)>,
}

/// Runs the scenarios in a text; an empty one has none.
pub(super) fn run_scenarios(authored: &AuthoredPack, text: &str) -> ScenarioChecks {
    let source = if text.trim().is_empty() { "[]" } else { text };
    let problems = |diagnostics: Vec<Diagnostic>| Problem::list(source, &diagnostics);
    let json = match parse_json(source) {
        Ok(json) => json,
        Err(diagnostics) => {
            return ScenarioChecks { faults: problems(diagnostics), ..ScenarioChecks::default() };
        }
    };
    let (scenarios, faults) = sound_scenarios(authored, &json);
    let mut coverage = Coverage::new(&authored.pack, &authored.json);
    let mut compiled = CompiledCache::default();
    let mut results = Vec::new();
    for (json, scenario) in json.items().iter().zip(scenarios) {
        let name = json.get("name").and_then(Json::as_str).unwrap_or_default().to_owned();
        let Some(scenario) = scenario else {
            results.push(ScenarioCheck { name, ..ScenarioCheck::default() });
            continue;
        };
        let result = scenario.run(&authored.pack, &mut compiled);
        coverage.add(&scenario, &result.assessment);
        let found = found(authored, &scenario, &result, &mut compiled);
        let differences = result.differences.iter();
        let differences =
            differences.filter_map(|one| DifferenceText::new(&authored.pack, one)).collect();
        results.push(ScenarioCheck { name, has_run: true, differences, found });
    }
    let gaps = coverage.report().gaps;
    let gaps = gaps.iter().map(|gap| GapText::new(&authored.pack, &coverage, gap));
    let faults = problems(of_scenario_faults(source, &faults));
    ScenarioChecks { faults, results, gaps: gaps.collect() }
}

/// The scenarios of a list, each `None` if it has faults; and all faults.
pub(in crate::author) fn sound_scenarios(
    authored: &AuthoredPack,
    json: &Json,
) -> (Vec<Option<Scenario>>, Vec<ScenarioFault>) {
    let faults = match parse_scenarios(&authored.pack, json) {
        Ok(scenarios) => return (scenarios.into_iter().map(Some).collect(), Vec::new()),
        Err(faults) => faults,
    };
    let token = |fault: &ScenarioFault| fault.pointer.split('/').nth(1)?.parse::<usize>().ok();
    let faulty: BTreeSet<usize> = faults.iter().filter_map(token).collect();
    let items = json.items().iter().enumerate();
    let sound = items.filter(|(index, _)| !faulty.contains(index));
    let sound = Json::Array(sound.map(|(_, item)| item.clone()).collect());
    let sound = parse_scenarios(&authored.pack, &sound).unwrap_or_default();
    let mut sound = sound.into_iter();
    let scenarios = (0..json.items().len())
        .map(|index| if faulty.contains(&index) { None } else { sound.next() });
    (scenarios.collect(), faults)
}

fn found(
    authored: &AuthoredPack,
    scenario: &Scenario,
    result: &ScenarioResult,
    compiled: &mut CompiledCache,
) -> Vec<FoundResult> {
    let pack = &authored.pack;
    let measures = scenario.expect.iter().map(|expected| {
        let found = scenario.found(pack, compiled, &result.assessment, expected.measure);
        FoundResult {
            measure: pack.measures[expected.measure].id.to_string(),
            outcome: found.outcome.name().to_owned(),
            because: found.because,
            missing: found.missing,
            amount: found
                .amount
                .map(|(min, max)| (min.to_string(), max.map(|max| max.to_string()))),
        }
    });
    measures.collect()
}
