//! The scenarios that have other results in the new pack.

use crate::engine::{Amount, Case, CompiledCache, EvalContext, Outcome, amount};
use crate::rulebook::{Json, Measure, RulePack};

/// A result of a scenario that differs between the packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeChange {
    /// The scenario's name
    pub scenario: String,
    /// The measure's id, or `measure/criterion` for a removed criterion
    pub measure: String,
    /// The old and new result
    pub results: (PackResult, PackResult),
    /// The old and new amount, if it changed; `None` of a measure without a figure
    pub amounts: Option<(Option<Amount>, Option<Amount>)>,
}

/// A result of a scenario with one of the packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackResult {
    /// The outcome of a measure
    Outcome(Outcome),
    /// A criterion that the scenario expects as a reason
    Reason,
    /// The new pack does not have the measure or criterion
    Removed,
}

impl PackResult {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            PackResult::Outcome(outcome) => outcome.name(),
            PackResult::Reason => "reason",
            PackResult::Removed => "removed",
        }
    }
}

impl OutcomeChange {
    /// The old and new amount in reports, if it changed.
    pub(super) fn amount_texts(&self) -> Option<(String, String)> {
        let (before, after) = self.amounts.as_ref()?;
        Some((amount_text(before.as_ref()), amount_text(after.as_ref())))
    }
}

/// The comparison of the results of scenarios.
#[derive(Clone, Debug, Default)]
pub struct OutcomeChanges {
    /// The number of scenarios compared
    pub compared: usize,
    /// The results that differ
    pub found: Vec<OutcomeChange>,
    /// Scenarios that are not valid for both packs, each with the reason
    pub unreadable: Vec<(String, String)>,
    /// Whether there were no scenarios: none are given, and the default folder does not exist
    pub skipped: bool,
}

/// Compares the scenarios of a text.
///
/// # Errors
///
/// The text is not a list of scenarios.
pub(super) fn compare_outcomes(
    before: &RulePack,
    after: &RulePack,
    source: &str,
    changes: &mut OutcomeChanges,
) -> Result<(), String> {
    let json = Json::parse(source).map_err(|error| error.to_string())?;
    let Json::Array(scenarios) = &json else {
        return Err(format!("expected a list of scenarios, found {}", json.describe()));
    };
    let (mut old_days, mut new_days) = (CompiledCache::default(), CompiledCache::default());
    for (index, scenario) in scenarios.iter().enumerate() {
        let Some(name) = scenario.get("name").and_then(Json::as_str) else {
            return Err(format!("scenario {}: `name` must be a string", index + 1));
        };
        let cases = (case(before, scenario), case(after, scenario));
        let (old, new) = match cases {
            (Ok(old), Ok(new)) => (old, new),
            (Err(reason), Ok(_)) => {
                changes
                    .unreadable
                    .push((name.to_owned(), format!("not valid for the old pack: {reason}")));
                continue;
            }
            (_, Err(reason)) => {
                changes.unreadable.push((name.to_owned(), reason));
                continue;
            }
        };
        changes.compared += 1;
        let Some(as_of) = new.as_of else { continue };
        let old_outcomes = old_days.get(before, as_of).assess(before, &old.answers);
        let new_outcomes = new_days.get(after, as_of).assess(after, &new.answers);
        let old_context = EvalContext { pack: before, answers: &old.answers, as_of };
        let new_context = EvalContext { pack: after, answers: &new.answers, as_of };
        for (old_id, measure) in before.measures.iter() {
            let old_outcome = old_outcomes.of(old_id).outcome;
            let Some(id) = after.find_measure(&measure.id) else {
                let is_met = matches!(old_outcome, Outcome::Met | Outcome::MetInDirection);
                if is_met || expected(scenario, &measure.id).is_some() {
                    changes.push(name, measure.id.to_string(), PackResult::Outcome(old_outcome));
                }
                continue;
            };
            for criterion in removed_reasons(scenario, measure, &after.measures[id]) {
                changes.push(name, format!("{}/{criterion}", measure.id), PackResult::Reason);
            }
            let outcomes = (old_outcome, new_outcomes.of(id).outcome);
            let amounts = (
                amount(&old_context, old_id, old_outcomes.of(old_id)),
                amount(&new_context, id, new_outcomes.of(id)),
            );
            let is_possible = outcomes.0.is_possible() && outcomes.1.is_possible();
            let amounts_differ = is_possible && amounts.0 != amounts.1;
            if outcomes.0 != outcomes.1 || amounts_differ {
                changes.found.push(OutcomeChange {
                    scenario: name.to_owned(),
                    measure: measure.id.to_string(),
                    results: (PackResult::Outcome(outcomes.0), PackResult::Outcome(outcomes.1)),
                    amounts: amounts_differ.then_some(amounts),
                });
            }
        }
    }
    Ok(())
}

impl OutcomeChanges {
    /// Adds a result that the new pack does not have.
    fn push(&mut self, scenario: &str, measure: String, before: PackResult) {
        self.found.push(OutcomeChange {
            scenario: scenario.to_owned(),
            measure,
            results: (before, PackResult::Removed),
            amounts: None,
        });
    }
}

/// The result that a scenario expects of a measure.
fn expected<'a>(scenario: &'a Json, measure: &str) -> Option<&'a Json> {
    scenario.get("expect")?.get(measure)
}

/// The criteria that a scenario expects as reasons, and that the new measure does not have.
fn removed_reasons<'a>(scenario: &'a Json, before: &Measure, after: &Measure) -> Vec<&'a str> {
    let reasons = expected(scenario, &before.id).and_then(|expected| expected.get("because"));
    let reasons = reasons.map(Json::items).unwrap_or_default().iter().filter_map(Json::as_str);
    let has =
        |measure: &Measure, id: &str| measure.criteria.iter().any(|criterion| &*criterion.id == id);
    reasons.filter(|id| has(before, id) && !has(after, id)).collect()
}

/// The case of a scenario, without answers to facts that the pack does not have: they cannot affect
/// its results.
fn case(pack: &RulePack, scenario: &Json) -> Result<Case, String> {
    let Some(as_of) = scenario.get("as-of") else {
        return Err("the key `as-of` is missing".to_owned());
    };
    let answers = scenario.get("answers").map(Json::entries).unwrap_or_default().iter();
    let answers = answers.filter(|(id, _)| pack.find_fact(id).is_some()).cloned().collect();
    let case =
        vec![("as-of".to_owned(), as_of.clone()), ("answers".to_owned(), Json::Object(answers))];
    Case::parse(pack, &Json::Object(case).to_text()).map_err(|error| error.to_string())
}

fn amount_text(amount: Option<&Amount>) -> String {
    let Some(amount) = amount else { return "no figure".to_owned() };
    match amount.max {
        Some(max) if max == amount.min => format!("{max} {}", amount.unit),
        Some(max) => format!("{} to {max} {}", amount.min, amount.unit),
        None => format!("{} or more {}", amount.min, amount.unit),
    }
}
