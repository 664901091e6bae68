//! The example pack of another country: lint, scenarios, and a site with it.

use std::fs;

use crate::command_line::{empty_folder, run, run_with_input};
use crate::site::bundle::{bundle, site};

const PACK: &str = "packs/example-fennmark.json";
const SCENARIOS: &str = "tests/scenarios-fennmark";

#[test]
fn the_example_has_no_findings_and_its_scenarios_cover_everything() {
    let (status, text) = run(&["lint", "--pack", PACK]);
    assert!(status == Some(0) && text.contains("no faults, no findings"), "{text}");
    let (status, text) = run(&["test", "--pack", PACK, SCENARIOS]);
    assert_eq!(status, Some(0), "{text}");
    for line in [
        "criteria: 8; true in a scenario: 8; false in a scenario: 8",
        "atomic conditions: 6; true in a scenario: 6; false in a scenario: 6",
        "measures: 4; expected met: 4; not met: 4; open: 4",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn a_site_of_the_example_has_files_in_its_languages_without_a_chinese_character() {
    let (site, _) = site("fennmark", PACK);
    fs::write(site.join("eligibility-check.js"), "f(import.meta.url,[\"zh-Hans\",\"en\"]);")
        .unwrap();
    fs::write(site.join("index.html"), "<eligibility-check></eligibility-check>").unwrap();
    let (status, text) = bundle(&["--pack", PACK, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    assert_eq!(read("eligibility-check.js"), "f(import.meta.url,[\"de\",\"en\"]);");
    for name in [
        "rules.de.json",
        "rules.en.json",
        "rulebook.html",
        "rulebook.en.html",
        "index.html",
        "offline.html",
    ] {
        let text = read(name);
        let chinese = text.chars().find(|char| ('\u{4e00}'..='\u{9fff}').contains(char));
        assert_eq!(chinese, None, "{name}");
        assert!(!text.contains("Tianhe"), "{name}");
    }
    let page = read("rulebook.html");
    assert!(page.contains("<html lang=\"en\">"));
    assert!(page.contains("<span lang=\"de\">Startgeld</span>"), "{page}");
    assert!(page.contains("<strong aria-current=\"true\">Deutsch</strong>"), "{page}");
    assert!(read("index.html").contains("<template data-ec=\"in-force\" lang=\"de\""));

    // The languages of another pack replace these.
    let fair = crate::site::bundle::FAIR;
    let (status, text) = bundle(&["--pack", fair, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    assert!(!site.join("rules.de.json").exists() && site.join("rules.zh-Hans.json").exists());
    assert!(text.contains("rules.de.json: removed: the pack does not have this language"));
}

#[test]
fn the_command_writes_english_around_german_texts_and_amounts_in_the_unit_of_the_pack() {
    let answers = r#"{"on-island": true, "founded": "2030-01-01", "staff": 5, "craft": "boats",
        "repair": "20000"}"#;
    let input = format!(r#"{{"as-of": "2031-12-01", "answers": {answers}}}"#).replace('\n', " ");
    let (status, text) = run_with_input(&["explain", "--pack", PACK], &input);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("Conditions met  Zuschuss zur Helling  [slipway]"), "{text}");
    assert!(text.contains("3,000 Taler (official text)"), "{text}");
    let (_, line) = run_with_input(&["assess", "--pack", PACK], &input);
    assert!(line.contains(r#"{"min":"3000","max":"3000","unit":"Taler""#), "{line}");

    let folder = empty_folder("fennmark-print");
    let out = folder.join("paper.html");
    let arguments = ["print", "--pack", PACK, "--lang", "de", "--beside", "en", "--out"];
    let arguments: Vec<&str> = arguments.into_iter().chain([out.to_str().unwrap()]).collect();
    let (status, text) = run_with_input(&arguments, &input);
    assert_eq!(status, Some(0), "{text}");
    assert!(fs::read_to_string(&out).unwrap().contains("<html lang=\"en\">"));

    let page = folder.join("rules.html");
    let arguments = ["rulebook", "--pack", PACK, "--lang", "de", "--out", page.to_str().unwrap()];
    let (status, text) = run(&arguments);
    assert_eq!(status, Some(0), "{text}");
    let (status, text) = run(&["rulebook", "--pack", PACK, "--lang", "fr", "--out", "x.html"]);
    assert_eq!(status, Some(2));
    assert!(text.contains("the pack has no texts in `fr`"), "{text}");
    assert!(text.contains("choose one of `de`, `en`"), "{text}");
}
