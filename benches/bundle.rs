//! Benchmarks of `eligibility bundle`, compiled natively: `make bench`.
#![expect(clippy::expect_used, reason = "a benchmark cannot run without its files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

/// The published pack, with 98 measures in three languages.
const PUBLISHED: &str = include_str!("../rules.json");

/// The parts of a site, except the widget: their content makes no difference.
const PARTS: [&str; 4] =
    ["offline.js", "eligibility-check.css", "page.css", "eligibility-widget.wasm"];

/// A folder with this number of packs, which differ in their ids, and with the parts of a site.
fn input(policies: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bundle-{policies}"));
    let site = folder.join("site");
    fs::create_dir_all(&site).expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(root.join("www/index.html"), site.join("index.html")).expect("the page");
    fs::copy(root.join("www/offline/offline.html"), folder.join("offline.html")).expect("the page");
    for part in PARTS {
        fs::write(folder.join(part), "").expect("a part");
    }
    for number in 0..policies {
        let id = format!("\"policy-{number}\"");
        let pack = PUBLISHED.replacen("\"tianhe-2017-7\"", &id, 1);
        fs::write(folder.join(format!("{number}.json")), pack).expect("a pack");
    }
    folder
}

/// Writes all packs of a folder into its site.
fn bundle(folder: &Path, policies: usize) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eligibility"));
    command.arg("bundle").arg("--parts").arg(folder).arg("--out").arg(folder.join("site"));
    for number in 0..policies {
        command.arg("--pack").arg(folder.join(format!("{number}.json")));
    }
    let status = command.stdout(Stdio::null()).status().expect("the command runs");
    assert!(status.success(), "bundle failed: {status}");
}

fn sites(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("bundle the published pack");
    group.sample_size(10);
    for policies in [1, 10, 50] {
        let folder = input(policies);
        group.bench_function(format!("{policies} times"), |bench| {
            bench.iter(|| bundle(&folder, policies));
        });
    }
    group.finish();
}

criterion_group!(benches, sites);
criterion_main!(benches);
