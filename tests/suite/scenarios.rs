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
fn every_scenario_of_the_published_pack_passes_and_everything_was_tried() {
    let (output, text) = run(&[]);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("scenario result: ok.") && text.contains("; 0 failed"), "{text}");
    for (name, numbers) in [("criteria: ", 3), ("single tests: ", 3), ("measures: ", 4), ("limits: ", 2)] {
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        let counts: Vec<u32> = line
            .split("; ")
            .map(|part| part.trim_start_matches(|char: char| !char.is_ascii_digit()).parse().unwrap())
            .collect();
        assert!(counts.len() == numbers && counts[0] > 0, "{line}");
        assert!(counts.iter().all(|count| *count == counts[0]), "{text}");
    }
    let people: Vec<&str> = text.lines().filter(|line| line.ends_with(" ... ok")).collect();
    assert!(people.len() >= 60, "{}", people.len());
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
