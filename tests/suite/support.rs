//! What several tests need: the two packs, their facts by name, and answers read from JSON.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use eligibility_check::engine::{Answers, answers_from_json};
use eligibility_check::rulebook::{Date, FactId, Json, RulePack, parse_date};
use proptest::test_runner::Config as ProptestConfig;

/// A pack with a fact of every kind and a measure for every outcome; the transcripts use it too.
pub(crate) const HARBOUR: &str = include_str!("../transcripts/packs/harbour.json");

/// A pack in two languages that nothing else depends on: codes made with it stand in transcripts.
pub(crate) const KIOSK: &str = include_str!("../transcripts/packs/kiosk.json");

/// The pack that is published.
pub(crate) const PUBLISHED: &str = include_str!("../../rules.json");

/// Reads a sound pack.
pub(crate) fn parse_pack(text: &str) -> Rc<RulePack> {
    Rc::new(RulePack::from_json(text).unwrap())
}

/// The fact with an id.
pub(crate) fn fact(pack: &RulePack, id: &str) -> FactId {
    pack.find_fact(id).unwrap()
}

/// Answers as they stand in files.
pub(crate) fn parse_answers(pack: &RulePack, text: &str) -> Answers {
    answers_from_json(pack, &Json::parse(text).unwrap()).unwrap()
}

/// A day.
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

/// So many generated cases for each property; `LAWS_CASES` asks for another number (20 000 before a release).
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("LAWS_CASES").ok().map(|text| text.parse().unwrap());
    let cases = asked.unwrap_or(usual);
    let usual = ProptestConfig::default();
    // Some laws pass over packs that are too large for brute force, about one in ten: the more cases, the more of them.
    let max_global_rejects = usual.max_global_rejects.max(cases);
    ProptestConfig { cases, max_global_rejects, failure_persistence: None, ..usual }
}
