//! Inputs that once failed a fuzz target. They need no fuzzer here.
//!
//! `tests/fuzz/run.sh` searches for new ones.

use std::fs;

use crate::fuzz_checks::ALL;
use crate::support::repo_path;

#[test]
fn inputs_that_once_failed_a_fuzz_target_pass() {
    for (target, check) in ALL {
        let Ok(folder) = fs::read_dir(repo_path("tests/fuzz/regressions").join(target)) else {
            continue;
        };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            println!("{}", file.display());
            check(&fs::read(&file).unwrap());
        }
    }
}
