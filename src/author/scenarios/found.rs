//! What the rules decide, in place of what a scenario expects.

use crate::author::checks::FoundResult;
use crate::author::model::decimal_text;
use crate::author::scenario_files::ScenarioEdit;
use crate::rulebook::{Decimal, Json};

/// The changes that make a scenario expect what was found about a measure. Only keys that it has
/// already are changed.
pub(super) fn take_found(id: &str, expected: &Json, found: &FoundResult) -> Vec<ScenarioEdit> {
    let mut edits = Vec::new();
    if expected.get("outcome").and_then(Json::as_str) != Some(&found.outcome) {
        edits.push(ScenarioEdit::Outcome(id.to_owned(), found.outcome.clone()));
    }
    let mut replace = |key: &'static str, value: Option<Json>, is_same: bool| {
        if !is_same {
            edits.push(ScenarioEdit::Expected(id.to_owned(), key, value));
        }
    };
    if let Some(amount) = expected.get("amount") {
        let value = found.amount_json();
        let is_same = value.as_ref().is_some_and(|value| is_same_amount(value, amount));
        replace("amount", value, is_same);
    }
    for (key, ids) in [("because", &found.because), ("missing", &found.missing)] {
        if let Some(list) = expected.get(key) {
            replace(key, Some(list_of(ids)), *list == list_of(ids));
        }
    }
    edits
}

impl FoundResult {
    /// The amount as a scenario has it.
    pub(super) fn amount_json(&self) -> Option<Json> {
        let (min, max) = self.amount.as_ref()?;
        let min = ("min".to_owned(), Json::String(min.clone()));
        let max = max.iter().map(|max| ("max".to_owned(), Json::String(max.clone())));
        Some(Json::Object([min].into_iter().chain(max).collect()))
    }
}

/// Whether two amounts have the same numbers, which can be written in several ways.
pub(super) fn is_same_amount(one: &Json, other: &Json) -> bool {
    let number = |amount: &Json, key: &str| {
        amount.get(key).and_then(|json| decimal_text(json).parse::<Decimal>().ok())
    };
    ["min", "max"].into_iter().all(|key| number(one, key) == number(other, key))
}

/// A list of ids.
pub(super) fn list_of(ids: &[String]) -> Json {
    Json::Array(ids.iter().map(|id| Json::String(id.clone())).collect())
}
