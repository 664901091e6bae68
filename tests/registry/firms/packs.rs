//! Writes small invented packs with every kind of fact and operator: the packs of the property
//! tests in `tests/suite`.
//!
//! ```sh
//! cargo run -p eligibility-firms --bin packs -- --folder packs --count 100 --seed 1
//! ```
//!
//! The same arguments give the same bytes on every machine.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the modules of the property tests stop at a mistake"
)]

#[expect(dead_code, reason = "the property tests use the rest")]
#[path = "../../suite/answer_space.rs"]
mod answer_space;
#[path = "../../suite/generate.rs"]
mod generate;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use clap::Parser;
use eligibility_check::rulebook::RulePack;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Write invented packs
#[derive(Parser)]
struct Arguments {
    /// The folder to write `1.json`, `2.json`, … to
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
    /// The number of packs
    #[arg(long, default_value_t = 100)]
    count: usize,
    /// Other seeds give other packs
    #[arg(long, default_value_t = 1)]
    seed: u8,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    fs::create_dir_all(&arguments.folder)?;
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[arguments.seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let mut written = 0;
    while written < arguments.count {
        let text =
            generate::pack().new_tree(&mut runner).map_err(|reason| reason.to_string())?.current();
        // A generated pack may have faults.
        if RulePack::from_json(&text).is_ok() {
            written += 1;
            fs::write(arguments.folder.join(format!("{written}.json")), text)?;
        }
    }
    println!("{}", answer_space::AS_OF);
    Ok(())
}
