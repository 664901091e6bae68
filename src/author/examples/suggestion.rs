//! The input and the result.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::author::checks::GapText;
use crate::rulebook::{Json, Locale};

/// A request for examples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SuggestInput {
    /// The text of the pack
    pub text: Rc<str>,
    /// The text of the scenarios; empty if there are none
    pub scenarios: Rc<str>,
    /// The language of the words
    pub locale: Locale,
    /// What the examples show
    pub about: About,
}

/// What examples show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Firms that meet a measure, and firms that do not: its id
    Measure(String),
    /// A firm that tests what no scenario tests
    Gap(GapText),
    /// The example of a finding: a case as JSON, and the pointer of the finding
    Case(String, String),
}

/// The examples.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// The examples; there may be none
    pub list: Vec<Suggestion>,
    /// Whether no answers can meet the measure
    pub is_never_met: bool,
}

/// An example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it shows
    pub why: Why,
    /// Its day and its answers in words
    pub answers: Vec<String>,
    /// The case: a JSON object with the day and the answers
    pub case: String,
    /// A name for the scenario
    pub name: String,
    /// What the rules decide
    pub result: SuggestedResult,
}

/// What an example shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The measure is met
    Meets,
    /// The criterion with this label fails
    Fails(String),
    /// The measure does not apply
    DoesNotApply,
    /// It fills a gap, or shows a finding
    Asked,
}

/// What the rules decide about a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedResult {
    /// The id of the measure
    pub measure: String,
    /// Its title
    pub title: String,
    /// The outcome
    pub outcome: String,
    /// The ids of the criteria that decide it
    pub because: Vec<String>,
    /// Their labels
    pub reasons: Vec<String>,
    /// The amount: at least, and at most
    pub amount: Option<(String, Option<String>)>,
    /// The amount in words; empty if the measure is not met
    pub amount_text: String,
}

impl Suggestion {
    /// The scenario that expects an outcome. If it is the outcome of the rules, it also expects
    /// the reasons of a measure that is not met, and the amount of one that is.
    pub fn scenario(&self, outcome: &str) -> Option<String> {
        let Json::Object(case) = Json::parse(&self.case).ok()? else { return None };
        let result = &self.result;
        let mut expected = vec![("outcome".to_owned(), Json::String(outcome.to_owned()))];
        if outcome == result.outcome {
            if outcome == "not-met" && !result.because.is_empty() {
                let ids = result.because.iter().map(|id| Json::String(id.clone()));
                expected.push(("because".to_owned(), Json::Array(ids.collect())));
            }
            if let Some((min, max)) = result.amount.as_ref().filter(|_| outcome == "met") {
                let min = ("min".to_owned(), Json::String(min.clone()));
                let max = max.iter().map(|max| ("max".to_owned(), Json::String(max.clone())));
                let range = [min].into_iter().chain(max).collect();
                expected.push(("amount".to_owned(), Json::Object(range)));
            }
        }
        let expect = Json::Object(vec![(result.measure.clone(), Json::Object(expected))]);
        let mut entries = vec![("name".to_owned(), Json::String(self.name.clone()))];
        entries.extend(case);
        entries.push(("expect".to_owned(), expect));
        Some(Json::Object(entries).to_text())
    }
}
