//! The answers of the scenarios: plausible firms to start from.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use eligibility_check::engine::{Answers, answers_from_json};
use eligibility_check::rulebook::{Json, RulePack};

/// The answers of every scenario in a folder. Scenarios that test errors are left out.
pub(crate) fn scenarios(pack: &RulePack, folder: &Path) -> Result<Vec<Answers>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    // The order of a folder depends on the file system.
    files.sort();
    let mut firms = Vec::new();
    for file in files {
        let document = Json::parse(&fs::read_to_string(&file)?)?;
        let answers = document.items().iter().filter_map(|scenario| scenario.get("answers"));
        firms.extend(answers.filter_map(|answers| answers_from_json(pack, answers).ok()));
    }
    Ok(firms)
}
