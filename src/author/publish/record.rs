//! The record for the file: what was published when, and what was known about it.

use std::rc::Rc;

use serde::Serialize;

use crate::author::checks::{Checks, Problem, ScenarioCheck, ScenarioChecks, Summary};
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
    pub(super) scenarios: Vec<ScenarioCheck>,
    /// What no scenario tests
    pub(super) gaps: Vec<String>,
    /// Whether there is a table to sign
    pub(super) has_sign_off: bool,
    /// The files of the site
    pub(super) files: Vec<SiteFile>,
    /// The name of each removed file, with the reason
    pub(super) removed: Vec<(String, String)>,
    /// What a web team should know
    pub(super) messages: Vec<String>,
}

impl Record {
    pub(super) fn new(
        input: &PublishInput,
        authored: &AuthoredPack,
        checks: &Checks,
        tried: &ScenarioChecks,
        plan: &Plan,
        policies: &[String],
    ) -> Record {
        let pack = &authored.pack;
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
            findings: checks.problems.clone(),
            scenarios: tried.results.clone(),
            gaps: tried.gaps.iter().map(|gap| gap.sentence.clone()).collect(),
            has_sign_off: false,
            files: plan.files.clone(),
            removed: plan.removed.clone(),
            messages: plan.messages.clone(),
        }
    }

    /// The record of a publication with a table to sign, or without.
    pub(super) fn with_sign_off(self, has_sign_off: bool) -> Record {
        Record { has_sign_off, ..self }
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
