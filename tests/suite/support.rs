//! Helpers of most tests: packs, facts, answers, dates, paths, and the number of generated cases.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use eligibility_check::engine::{Answers, answers_from_json};
use eligibility_check::rulebook::{Date, FactId, Json, RulePack, parse_date};
use proptest::test_runner::Config as ProptestConfig;
use serde_json::Value;

/// A pack with a fact of every kind and a measure for every outcome. The transcripts use it too.
pub(crate) const HARBOUR: &str = include_str!("../transcripts/packs/harbour.json");

/// A pack in two languages. The transcripts contain receipt codes of it, so it must not change.
pub(crate) const KIOSK: &str = include_str!("../transcripts/packs/kiosk.json");

/// A pack in three languages with every operator, grant and limit. Its first measure has an office,
/// application windows and materials.
pub(crate) const FERRY: &str = include_str!("../transcripts/packs/ferry.json");

/// The published pack.
pub(crate) const PUBLISHED: &str = include_str!("../../rules.json");

/// Parses a valid pack.
pub(crate) fn parse_pack(text: &str) -> Rc<RulePack> {
    Rc::new(RulePack::from_json(text).unwrap())
}

/// Parses a valid pack after a change of its JSON.
pub(crate) fn changed_pack(text: &str, change: impl FnOnce(&mut Value)) -> Rc<RulePack> {
    let mut json = serde_json::from_str(text).unwrap();
    change(&mut json);
    parse_pack(&json.to_string())
}

/// The fact with an id.
pub(crate) fn fact(pack: &RulePack, id: &str) -> FactId {
    pack.find_fact(id).unwrap()
}

/// Parses answers in the form of scenario files.
pub(crate) fn parse_answers(pack: &RulePack, text: &str) -> Answers {
    answers_from_json(pack, &Json::parse(text).unwrap()).unwrap()
}

/// Parses a date.
pub(crate) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// A path in the repository.
pub(crate) fn repo_path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The scenario files, in order.
pub(crate) fn scenario_files() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(repo_path("tests/scenarios")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Configures proptest with a number of cases. The variable `LAWS_CASES` overrides the number.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let requested = std::env::var("LAWS_CASES").ok().map(|text| text.parse().unwrap());
    let cases = requested.unwrap_or(usual);
    let usual = ProptestConfig::default();
    // Some laws reject packs that are too large for brute force, about one in ten.
    let max_global_rejects = usual.max_global_rejects.max(cases);
    ProptestConfig { cases, max_global_rejects, failure_persistence: None, ..usual }
}
