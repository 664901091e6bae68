//! Coverage-guided fuzzing: the code that all targets share.
//!
//! `run.sh` builds and runs the targets; see `README.md`.

// The properties that each target asserts. They do not depend on libFuzzer, so that `cargo test`
// checks earlier failures as well (`tests/suite/laws/fuzz_inputs.rs`).
mod checks;

// The initial corpus, and a mutator for JSON documents.
mod mutate;
mod seeds;

use std::sync::OnceLock;

pub use libfuzzer_sys;
use libfuzzer_sys::Corpus;

static TARGET: OnceLock<&'static str> = OnceLock::new();

/// Initialises a target, and writes its seeds to the folder in `FUZZ_SEEDS`, if set.
pub fn init(target: &'static str) {
    TARGET.get_or_init(|| target);
    if let Some(folder) = std::env::var_os("FUZZ_SEEDS") {
        seeds::write(target, folder.as_ref());
    }
}

/// Checks one input, and decides whether it enters the corpus.
pub fn check(input: &[u8]) -> Corpus {
    let target = TARGET.get();
    let check = checks::ALL.iter().find(|(name, _)| Some(name) == target).map(|(_, check)| check);
    let check = check.expect("the target has a check");
    if check(input) { Corpus::Keep } else { Corpus::Reject }
}

/// Mutates an input in place, and returns its new length.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    match TARGET.get() {
        Some(&"receipt") | None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
        Some(_) => mutate::mutate_document(data, size, max_size, seed),
    }
}

/// Defines the fuzz target of a binary.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        use $crate::libfuzzer_sys;
        libfuzzer_sys::fuzz_target!(init: $crate::init($name), |data: &[u8]| -> libfuzzer_sys::Corpus {
            $crate::check(data)
        });
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            $crate::mutate(data, size, max_size, seed)
        });
    };
}
