//! Inputs that the fuzz targets once found to go wrong: each must keep the laws of its target ever after.
//!
//! `tests/fuzz/run.sh` looks for new ones; here no fuzzer is needed.

use std::fs;

use crate::fuzz_checks::ALL;
use crate::support::repo_path;

#[test]
fn whatever_fuzzing_once_found_is_mended() {
    for (target, check) in ALL {
        let Ok(folder) = fs::read_dir(repo_path("tests/fuzz/found").join(target)) else { continue };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            println!("{}", file.display());
            check(&fs::read(&file).unwrap());
        }
    }
}
