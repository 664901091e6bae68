//! `eligibility test` on the published pack, on a wrong expectation, and its coverage.

use crate::command_line::{empty_folder, run};
use crate::support::HARBOUR;

#[test]
fn every_scenario_of_the_published_pack_passes_with_full_coverage() {
    let (status, text) = run(&["test"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("scenario result: ok.") && text.contains("; 0 failed"), "{text}");
    for (name, numbers) in
        [("criteria: ", 3), ("atomic conditions: ", 3), ("measures: ", 4), ("limits: ", 2)]
    {
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        let counts: Vec<u32> = line
            .split("; ")
            .map(|part| {
                part.trim_start_matches(|char: char| !char.is_ascii_digit()).parse().unwrap()
            })
            .collect();
        assert!(counts.len() == numbers && counts[0] > 0, "{line}");
        assert!(counts.iter().all(|count| *count == counts[0]), "{text}");
    }
    let passed = text.lines().filter(|line| line.ends_with(" ... ok")).count();
    assert!(passed >= 60, "only {passed} scenarios passed");
}

#[test]
fn a_wrong_expectation_is_reported_with_expected_and_actual_values() {
    let files = [
        "test",
        "--pack",
        "tests/transcripts/packs/harbour.json",
        "tests/transcripts/cases/wrong.json",
    ];
    let (status, text) = run(&files);
    assert_eq!(status, Some(1), "{text}");
    for difference in [
        "newcomer: expected outcome met, found not-met",
        "newcomer: expected because [], found [\"young\"]",
        "rent: expected amount 0 to 10, found 0 to 30",
    ] {
        assert!(text.contains(difference), "{difference} is not in\n{text}");
    }
}

/// The output of `eligibility test` for a pack and scenarios.
fn output_for(name: &str, pack: &str, scenarios: &str) -> String {
    let folder = empty_folder(&format!("scenarios/{name}"));
    let (pack_file, file) = (folder.join("pack.json"), folder.join("scenarios.json"));
    std::fs::write(&pack_file, pack).unwrap();
    std::fs::write(&file, scenarios).unwrap();
    run(&["test", "--pack", pack_file.to_str().unwrap(), file.to_str().unwrap()]).1
}

#[test]
fn what_the_bounds_of_facts_exclude_is_no_gap() {
    let pack = include_str!("../../transcripts/findings.in/fixed-comparison.json");
    let scenario = r#"[{"name": "rich", "as-of": "2019-01-01", "answers": {"revenue": 38},
        "expect": {"prize": {"outcome": "open"}}}]"#;
    let text = output_for("fixed", pack, scenario);
    assert!(text.contains("; fixed by bounds: 1\n"), "{text}");
    assert!(text.contains(r#"never false: {"at-least":["revenue","37.5"]}"#), "{text}");
    // Revenue has a `min` of 0.
    assert!(!text.contains(r#"{"less-than":["revenue",0]}"#), "{text}");
}

#[test]
fn a_scenario_covers_only_measures_that_it_expects_and_that_are_in_force() {
    // `registered` is true and false, but the one scenario expects another measure, and in the
    // other nothing is in force.
    let text = output_for(
        "about",
        HARBOUR,
        r#"[
          {"name": "谈租金", "as-of": "2019-05-10", "answers": {"registered": true, "scale": "large"},
           "expect": {"rent": {"outcome": "not-applicable"}}},
          {"name": "来得太早", "as-of": "2001-05-10", "answers": {"registered": false},
           "expect": {"opening": {"outcome": "not-in-force"}}}]"#,
    );
    assert!(text.contains("; 0 failed"), "{text}");
    assert!(text.contains("opening/local: never decided"), "{text}");
    // `rent` is not applicable, so its criteria are not covered.
    assert!(text.contains("rent/applies-when: never true"), "{text}");
    assert!(
        text.contains(r#"rent/modest: never decided: {"less-than":["revenue",2000]}"#),
        "{text}"
    );
}

#[test]
fn a_limit_is_covered_if_two_measures_are_met_and_a_cap_if_it_is_exceeded() {
    let met = |id: &str, amount: u32| {
        format!(
            r#"{{"id": "{id}", "title": {{"zh-Hans": "{id}"}}, "summary": {{"zh-Hans": "{id}"}}, "provision": ["p"],
            "criteria": [{{"id": "c", "label": {{"zh-Hans": "c"}}, "provision": ["p"], "grade": "explicit",
              "when": {{"is": ["{id}-done", true]}}}}],
            "grants": {{"fixed": {{"amount": {amount}, "unit": "万元"}}, "evidence": "official-text", "provision": ["p"]}}}}"#
        )
    };
    let fact = |id: &str| {
        format!(
            r#"{{"id": "{id}-done", "kind": "yes-no", "section": "s", "question": {{"zh-Hans": "{id}"}}}}"#
        )
    };
    let pack = format!(
        r#"{{"format": 2, "id": "caps", "version": "1", "languages": ["zh-Hans"], "title": {{"zh-Hans": "上限"}},
        "in-force": {{}}, "documents": [{{"id": "d", "title": {{"zh-Hans": "文件"}}}}],
        "provisions": [{{"id": "p", "document": "d", "clause": "一", "evidence": "official-text"}}],
        "sections": [{{"id": "s", "title": {{"zh-Hans": "情况"}}}}], "facts": [{}, {}], "measures": [{}, {}],
        "limits": [{{"kind": "cap", "amount": 50, "unit": "万元", "measures": ["a", "b"],
          "label": {{"zh-Hans": "合计"}}, "provision": ["p"]}}]}}"#,
        fact("a"),
        fact("b"),
        met("a", 30),
        met("b", 30)
    );
    let scenario = |answers: &str, b: &str| {
        format!(
            r#"[{{"name": "甲", "as-of": "2019-05-10", "answers": {answers},
            "expect": {{"a": {{"outcome": "met"}}, "b": {{"outcome": "{b}"}}}}}}]"#
        )
    };
    let one =
        output_for("cap-one", &pack, &scenario(r#"{"a-done": true, "b-done": false}"#, "not-met"));
    assert!(
        one.contains("limits: 1; exercised: 0") && one.contains("limit 1: never exercised"),
        "{one}"
    );
    let open = output_for("cap-open", &pack, &scenario(r#"{"a-done": true}"#, "open"));
    assert!(open.contains("limits: 1; exercised: 0"), "{open}");
    let both =
        output_for("cap-both", &pack, &scenario(r#"{"a-done": true, "b-done": true}"#, "met"));
    assert!(both.contains("limits: 1; exercised: 1"), "{both}");
    let wide = pack.replace("\"amount\": 50", "\"amount\": 61");
    let below =
        output_for("cap-wide", &wide, &scenario(r#"{"a-done": true, "b-done": true}"#, "met"));
    assert!(below.contains("limits: 1; exercised: 0"), "{below}");
}
