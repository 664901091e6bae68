//! Transcripts of the command line: input, exact output and exit status.
//!
//! After an intended change, run `TRYCMD=overwrite cargo test --test suite transcripts` and review
//! the diff.

use eligibility_check::lint::LINTS;
use eligibility_check::rulebook::FaultCode;

use crate::command_line::run_with_input;
use crate::support::repo_path;

#[test]
fn the_command_prints_every_transcript() {
    // Fix the language of system errors, and disable colour.
    let cases = trycmd::TestCases::new();
    cases.env("LC_ALL", "C").env("NO_COLOR", "1");
    cases.case("tests/transcripts/*.trycmd").case("tests/transcripts/*.toml");
    cases.case("README.md").case("docs/*/*.md").skip("docs/explanation/security-model.md");
    cases.run();
}

/// trycmd cannot pass standard input in Markdown, so this runs the example of `assess` itself.
#[test]
fn the_assess_example_of_the_reference_is_exact() {
    let reference = std::fs::read_to_string(repo_path("docs/reference/command-line.md")).unwrap();
    let (_, section) = reference.split_once("\n## assess\n").unwrap();
    let mut blocks = section.split("```json\n").skip(1);
    let mut next_block = || blocks.next().unwrap().split("```").next().unwrap();
    let (cases, replies) = (next_block(), next_block());
    let arguments = ["assess", "--pack", "tests/transcripts/packs/kiosk.json"];
    assert_eq!(run_with_input(&arguments, cases).1, replies);
}

/// The next fault code. A new code does not compile until it is listed here.
fn next(code: FaultCode) -> Option<FaultCode> {
    Some(match code {
        FaultCode::Syntax => FaultCode::MissingKey,
        FaultCode::MissingKey => FaultCode::UnknownKey,
        FaultCode::UnknownKey => FaultCode::RepeatedKey,
        FaultCode::RepeatedKey => FaultCode::WrongType,
        FaultCode::WrongType => FaultCode::BadId,
        FaultCode::BadId => FaultCode::DuplicateId,
        FaultCode::DuplicateId => FaultCode::UnknownId,
        FaultCode::UnknownId => FaultCode::UnknownOption,
        FaultCode::UnknownOption => FaultCode::WrongKind,
        FaultCode::WrongKind => FaultCode::MissingLanguage,
        FaultCode::MissingLanguage => FaultCode::BadDate,
        FaultCode::BadDate => FaultCode::BadDecimal,
        FaultCode::BadDecimal => FaultCode::BadRange,
        FaultCode::BadRange => FaultCode::Cycle,
        FaultCode::Cycle => FaultCode::UnknownFormat,
        FaultCode::UnknownFormat => return None,
    })
}

#[test]
fn every_fault_code_has_a_transcript() {
    let transcript = std::fs::read_to_string(repo_path("tests/transcripts/lint.trycmd")).unwrap();
    let codes = std::iter::successors(Some(FaultCode::Syntax), |code| next(*code));
    assert!(codes.clone().eq(FaultCode::ALL), "`FaultCode::ALL` is incomplete");
    for code in codes {
        let name = code.name();
        assert!(transcript.contains(&format!("--pack {name}.json")), "no transcript of `{name}`");
        assert!(transcript.contains(&format!("error[{name}]")), "`{name}` is never printed");
    }
}

#[test]
fn every_lint_has_a_transcript() {
    let transcript =
        std::fs::read_to_string(repo_path("tests/transcripts/findings.trycmd")).unwrap();
    for lint in LINTS {
        assert!(
            transcript.contains(&format!("--pack {}.json", lint.name)),
            "no transcript of `{}`",
            lint.name
        );
        assert!(
            transcript.contains(&format!("warning[{}]", lint.name)),
            "`{}` is never printed",
            lint.name
        );
    }
}
