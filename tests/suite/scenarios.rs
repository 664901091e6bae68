//! `eligibility test` on the published pack, and on an expectation that is wrong.

use std::process::{Command, Output};

use crate::support::at;

/// Runs `eligibility test` in the repository, with or without other scenarios than the repository's.
fn run(arguments: &[&str]) -> (Output, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eligibility"));
    let output = command.arg("test").args(arguments).current_dir(at("")).output().unwrap();
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    (output, text)
}

#[test]
fn every_scenario_of_the_published_pack_passes_and_every_criterion_was_seen_to_hold_and_to_fail() {
    let (output, text) = run(&[]);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("scenario result: ok.") && text.contains("; 0 failed"), "{text}");
    let line = text.lines().find_map(|line| line.strip_prefix("criteria: ")).unwrap();
    let counts: Vec<u32> = line
        .split("; ")
        .map(|part| part.trim_start_matches(|char: char| !char.is_ascii_digit()).parse().unwrap())
        .collect();
    assert!(counts.len() == 3 && counts[0] > 0, "{line}");
    assert_eq!((counts[1], counts[2]), (counts[0], counts[0]), "{text}");
}

#[test]
fn a_wrong_expectation_is_named_with_what_was_expected_and_found() {
    let files = ["--pack", "tests/transcripts/packs/harbour.json", "tests/transcripts/cases/wrong.json"];
    let (output, text) = run(&files);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for difference in [
        "newcomer: outcome should be met, is not-met",
        "newcomer: because should be [], is [\"young\"]",
        "rent: amount should be 0 to 10, is 0 to 30",
    ] {
        assert!(text.contains(difference), "{difference} is not in\n{text}");
    }
}
