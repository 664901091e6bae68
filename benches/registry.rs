//! `eligibility assess` on a registry, in each format: rows per second, `make bench`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark cannot run without its files"
)]

#[expect(dead_code, reason = "the tests write more types of columns")]
#[path = "../tests/suite/command/registry/firms.rs"]
mod firms;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use eligibility_check::rulebook::{Id, RulePack};
use parquet::basic::Compression;

/// Firms in each file.
const FIRMS: usize = 20_000;

fn main() {
    let pack = RulePack::from_json(include_str!("../rules.json")).unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let [lines, csv, parquet] =
        ["jsonl", "csv", "parquet"].map(|ending| folder.join(format!("registry.{ending}")));
    let mut firms = firms::firms(&pack, FIRMS);
    // Random answers contradict each other; without these facts they cannot.
    for fact in pack.relations.iter().filter_map(|relation| pack.facts_in(&relation.holds).pop()) {
        firms.iter_mut().for_each(|firm| firm[fact.index()] = None);
    }
    fs::write(&lines, firms::json_lines(&pack, &firms)).unwrap();
    fs::write(&csv, firms::csv(&pack, &firms)).unwrap();
    let columns = firms::columns(&pack, &firms);
    let columns: Vec<_> = columns.iter().map(|(name, column)| (name.as_str(), column)).collect();
    firms::write_parquet(&parquet, Compression::SNAPPY, &columns);
    let measure = &*pack.measures.iter().next().unwrap().1.id;
    println!("assess, rules.json, {FIRMS} firms that answer two thirds, rows per second:");
    for (name, path, options) in [
        ("JSON Lines, 1 thread", &lines, &["--jobs", "1"][..]),
        ("JSON Lines, 2 threads", &lines, &["--jobs", "2"]),
        ("JSON Lines, 1 thread, one measure", &lines, &["--jobs", "1", "--only", measure]),
        ("JSON Lines, 1 thread, outcomes", &lines, &["--jobs", "1", "--outcomes"]),
        ("JSON Lines, 2 threads, outcomes", &lines, &["--jobs", "2", "--outcomes"]),
        ("CSV, 1 thread, outcomes", &csv, &["--jobs", "1", "--outcomes"]),
        ("CSV, 2 threads, outcomes", &csv, &["--jobs", "2", "--outcomes"]),
        ("Parquet, 1 thread, outcomes", &parquet, &["--jobs", "1", "--outcomes"]),
        ("Parquet, 2 threads, outcomes", &parquet, &["--jobs", "2", "--outcomes"]),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_eligibility"));
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["assess", "--as-of", "2019-05-10"]);
        command.arg("--input").arg(path).args(options).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        command.status().unwrap();
        let rate = FIRMS as f64 / start.elapsed().as_secs_f64();
        println!("{name:36}{rate:>9.0}");
    }
}
