//! Coverage-guided fuzzing: what every target shares.
//!
//! `checks` says what must hold for an input, `seeds` makes the inputs to begin with, `mutate` makes others of them.
//! `run.sh` builds and runs it all. The checks stand apart from libFuzzer, so that the ordinary tests run whatever was
//! once found through them again (`tests/suite/laws/fuzz_inputs.rs`).

mod checks;
mod mutate;
mod seeds;

use std::sync::OnceLock;

pub use libfuzzer_sys;
use libfuzzer_sys::Corpus;

static TARGET: OnceLock<&'static str> = OnceLock::new();

/// Before the first input: remembers the target, and writes its seeds where `FUZZ_SEEDS` says.
pub fn begin(target: &'static str) {
    TARGET.get_or_init(|| target);
    if let Some(folder) = std::env::var_os("FUZZ_SEEDS") {
        seeds::write(target, folder.as_ref());
    }
}

/// One input; whether to go on from it.
pub fn check(input: &[u8]) -> Corpus {
    let target = TARGET.get();
    let check = checks::ALL.iter().find(|(name, _)| Some(name) == target).map(|(_, check)| check);
    let check = check.expect("targets are named as in `checks`");
    if check(input) { Corpus::Keep } else { Corpus::Reject }
}

/// Makes another input of one, in place; says how long it is.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    match TARGET.get() {
        Some(&"receipt") | None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
        Some(_) => mutate::document(data, size, max_size, seed),
    }
}

/// Makes a file a fuzz target.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        use $crate::libfuzzer_sys;
        libfuzzer_sys::fuzz_target!(init: $crate::begin($name), |data: &[u8]| -> libfuzzer_sys::Corpus {
            $crate::check(data)
        });
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            $crate::mutate(data, size, max_size, seed)
        });
    };
}
