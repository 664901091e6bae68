//! The record for the file: what was published when, and what was known about it.

use std::rc::Rc;

use serde::Serialize;

use crate::author::checks::{Checks, FoundResult, Localized, Problem, ScenarioCheck, Summary};
use crate::author::text::Texts;
use crate::author::words::{difference_words, gap_words};
use crate::diagnostics::AuthoredPack;
use crate::rulebook::Locale;

use super::input::PublishInput;
use super::plan::{FileChange, Plan, SiteFile};

/// The record. Its JSON has format 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Record {
    format: u32,
    /// The title of the policy, in the language of the record
    pub(super) title: Rc<str>,
    /// The pack, its version and its fingerprint
    pub(super) pack: Summary,
    /// The day
    pub(super) date: Rc<str>,
    /// The ids of all policies of the site, in order
    pub(super) policies: Vec<String>,
    /// The ids of policies that the site has lost
    pub(super) lost: Vec<String>,
    /// What is probably unintended
    pub(super) findings: Vec<Problem>,
    /// The scenarios with their results
    pub(super) scenarios: Vec<RecordedScenario>,
    /// What no scenario tests, as the command prints it
    pub(super) gaps: Vec<String>,
    /// What no scenario tests, in the language of the record
    #[serde(skip)]
    pub(super) gap_words: Vec<String>,
    /// Whether there is a table to sign
    pub(super) has_sign_off: bool,
    /// The files of the site
    pub(super) files: Vec<SiteFile>,
    /// The name of each removed file, with the reason
    pub(super) removed: Vec<(String, String)>,
    /// What a web team should know
    pub(super) messages: Vec<String>,
}

/// A scenario with its results.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct RecordedScenario {
    /// Its name
    pub(super) name: String,
    has_run: bool,
    /// Each result that differs from the expected one, as the command prints it
    differences: Vec<String>,
    found: Vec<FoundResult>,
    /// Each result that differs, in the language of the record
    #[serde(skip)]
    pub(super) words: Vec<String>,
}

/// A finding without the words of its example, which the page shows in several languages.
fn without_words(finding: &Problem) -> Problem {
    Problem { example_words: Localized::default(), ..finding.clone() }
}

impl RecordedScenario {
    fn new(check: ScenarioCheck, texts: &Texts, locale: Locale) -> RecordedScenario {
        let ScenarioCheck { name, has_run, differences, found } = check;
        let words = differences.iter().map(|one| difference_words(one, texts, locale)).collect();
        let differences = differences.into_iter().map(|one| one.sentence).collect();
        RecordedScenario { name, has_run, differences, found, words }
    }
}

impl Record {
    pub(super) fn new(
        input: &PublishInput,
        authored: &AuthoredPack,
        checks: &Checks,
        plan: &Plan,
        policies: &[String],
        has_sign_off: bool,
    ) -> Record {
        let (pack, texts) = (&authored.pack, Texts::of(input.locale));
        let scenarios = checks.scenarios.clone().unwrap_or_default();
        let locale: Locale = pack.language(input.locale);
        // OK because a pack without faults has a summary.
        let summary = checks.summary.clone().unwrap_or_else(|| Summary {
            id: pack.id.to_string(),
            version: pack.version.to_string(),
            fingerprint: pack.short_hash(),
            measures: pack.measures.len(),
            facts: pack.facts.len(),
            provisions: pack.provisions.len(),
            quotes: Vec::new(),
        });
        Record {
            format: 1,
            title: pack.title.get(locale),
            pack: summary,
            date: Rc::clone(&input.date),
            policies: policies.to_vec(),
            lost: plan.concerns.lost.clone(),
            findings: checks.problems.iter().map(without_words).collect(),
            scenarios: scenarios
                .results
                .into_iter()
                .map(|check| RecordedScenario::new(check, &texts, input.locale))
                .collect(),
            gap_words: scenarios
                .gaps
                .iter()
                .map(|gap| gap_words(gap, &texts.results, input.locale))
                .collect(),
            gaps: scenarios.gaps.into_iter().map(|gap| gap.sentence).collect(),
            has_sign_off,
            files: plan.files.clone(),
            removed: plan.removed.clone(),
            messages: plan.messages.clone(),
        }
    }

    /// The record as JSON.
    pub(super) fn json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// The names of the files that change.
    pub(super) fn changed_files(&self) -> impl Iterator<Item = &str> {
        let changed = self.files.iter().filter(|file| file.change != FileChange::Same);
        changed.map(|file| file.name.as_str())
    }
}
