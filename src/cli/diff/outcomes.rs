//! Which scenarios come to something else.

use crate::engine::{Amount, Case, CompiledCache, EvalContext, Outcome, amount};
use crate::rulebook::{Json, Measure, RulePack};

/// What a scenario comes to in both packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The scenario's name
    pub(super) scenario: String,
    /// The measure's id; of a criterion that is gone, the measure's and its own
    pub(super) measure: String,
    /// Outcome before and now; [`GONE`] if there is no such measure or criterion any more
    pub(super) outcomes: (&'static str, &'static str),
    /// Amount before and now, where that changed
    pub(super) amounts: Option<(String, String)>,
}

/// What comes of a measure that the new pack does not have.
const GONE: &str = "gone";

/// What comparing the scenarios found.
#[derive(Debug, Default)]
pub(super) struct Differences {
    /// How many scenarios were compared
    pub(super) compared: usize,
    pub(super) found: Vec<Difference>,
    /// Scenarios that only one of the packs can read, and why
    pub(super) unreadable: Vec<(String, String)>,
    /// There were no scenarios to compare, because nobody named any and the usual folder is not there
    pub(super) skipped: bool,
}

/// Compares the scenarios of a file.
///
/// # Errors
///
/// The file is no list of scenarios.
pub(super) fn compare(
    before: &RulePack,
    after: &RulePack,
    source: &str,
    differences: &mut Differences,
) -> Result<(), String> {
    let json = Json::parse(source).map_err(|error| error.to_string())?;
    let Json::Array(scenarios) = &json else {
        return Err(format!("expected a list of scenarios, found {}", json.describe()));
    };
    let (mut old_days, mut new_days) = (CompiledCache::default(), CompiledCache::default());
    for (place, scenario) in scenarios.iter().enumerate() {
        let Some(name) = scenario.get("name").and_then(Json::as_str) else {
            return Err(format!("scenario {}: `name` must be a string", place + 1));
        };
        let cases = (case(before, scenario), case(after, scenario));
        let (old, new) = match cases {
            (Ok(old), Ok(new)) => (old, new),
            (Err(why), Ok(_)) => {
                differences
                    .unreadable
                    .push((name.to_owned(), format!("only the new pack can read it: {why}")));
                continue;
            }
            (_, Err(why)) => {
                differences.unreadable.push((name.to_owned(), why));
                continue;
            }
        };
        differences.compared += 1;
        let Some(as_of) = new.as_of else { continue };
        let old_outcomes = old_days.get(before, as_of).assess(before, &old.answers);
        let new_outcomes = new_days.get(after, as_of).assess(after, &new.answers);
        let old_situation = EvalContext { pack: before, answers: &old.answers, as_of };
        let new_situation = EvalContext { pack: after, answers: &new.answers, as_of };
        for (old_id, measure) in before.measures.iter() {
            let old_outcome = old_outcomes.of(old_id).outcome;
            let Some(id) = after.find_measure(&measure.id) else {
                let is_met = matches!(old_outcome, Outcome::Met | Outcome::MetInDirection);
                if is_met || expected(scenario, &measure.id).is_some() {
                    differences.push(name, measure.id.to_string(), (old_outcome.name(), GONE));
                }
                continue;
            };
            for criterion in gone_reasons(scenario, measure, &after.measures[id]) {
                differences.push(name, format!("{}/{criterion}", measure.id), ("a reason", GONE));
            }
            let outcomes = (old_outcome, new_outcomes.of(id).outcome);
            let amounts = (
                amount(&old_situation, old_id).as_ref().map(amount_text),
                amount(&new_situation, id).as_ref().map(amount_text),
            );
            let is_possible = outcomes.0.is_possible() && outcomes.1.is_possible();
            let amounts_differ = is_possible && amounts.0 != amounts.1;
            if outcomes.0 != outcomes.1 || amounts_differ {
                let none = || "no figure".to_owned();
                differences.found.push(Difference {
                    scenario: name.to_owned(),
                    measure: measure.id.to_string(),
                    outcomes: (outcomes.0.name(), outcomes.1.name()),
                    amounts: amounts_differ
                        .then(|| (amounts.0.unwrap_or_else(none), amounts.1.unwrap_or_else(none))),
                });
            }
        }
    }
    Ok(())
}

impl Differences {
    fn push(&mut self, scenario: &str, measure: String, outcomes: (&'static str, &'static str)) {
        self.found.push(Difference {
            scenario: scenario.to_owned(),
            measure,
            outcomes,
            amounts: None,
        });
    }
}

/// What a scenario expects of a measure.
fn expected<'a>(scenario: &'a Json, measure: &str) -> Option<&'a Json> {
    scenario.get("expect")?.get(measure)
}

/// The criteria that a scenario gives as reasons, and that the measure does not have any more.
fn gone_reasons<'a>(scenario: &'a Json, before: &Measure, after: &Measure) -> Vec<&'a str> {
    let reasons = expected(scenario, &before.id).and_then(|expected| expected.get("because"));
    let reasons = reasons.map(Json::items).unwrap_or_default().iter().filter_map(Json::as_str);
    let has =
        |measure: &Measure, id: &str| measure.criteria.iter().any(|criterion| &*criterion.id == id);
    reasons.filter(|id| has(before, id) && !has(after, id)).collect()
}

/// The person of a scenario; what should come out of it is not read, nor what is said of facts that the pack does not
/// have: they cannot matter to it.
fn case(book: &RulePack, scenario: &Json) -> Result<Case, String> {
    let Some(as_of) = scenario.get("as-of") else { return Err("`as-of` is missing".to_owned()) };
    let answers = scenario.get("answers").map(Json::entries).unwrap_or_default().iter();
    let answers = answers.filter(|(id, _)| book.find_fact(id).is_some()).cloned().collect();
    let case =
        vec![("as-of".to_owned(), as_of.clone()), ("answers".to_owned(), Json::Object(answers))];
    Case::parse(book, &Json::Object(case).to_text()).map_err(|bad| bad.to_string())
}

fn amount_text(amount: &Amount) -> String {
    match amount.max {
        Some(max) if max == amount.min => format!("{max} {}", amount.unit),
        Some(max) => format!("{} to {max} {}", amount.min, amount.unit),
        None => format!("{} or more {}", amount.min, amount.unit),
    }
}
