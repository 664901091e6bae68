//! The rules page, the table to sign and the checklist, in the preview.

use std::fs;

use eligibility_check::author::preview::{Page, PageInput, PageKind, page};
use eligibility_check::page::source_hash;
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::wait_for;

use crate::command_line::{empty_folder, run};
use crate::support::repo_path;

const PACK: &str = include_str!("../../../packs/example-fennmark.json");
const SCENARIOS: &str = include_str!("../../scenarios-fennmark/workshops.json");

fn input(kind: PageKind, text: &str, scenarios: &str, locale: Locale) -> PageInput {
    PageInput {
        text: text.into(),
        scenarios: scenarios.into(),
        kind,
        locale,
        scenario: None,
        printed_at: "2031-12-01 09:30".into(),
    }
}

fn written(kind: PageKind, text: &str, scenarios: &str, locale: Locale) -> Page {
    wait_for(page(&input(kind, text, scenarios, locale))).unwrap()
}

#[test]
fn a_page_is_in_the_chosen_language_or_the_first_one_of_the_pack() {
    let german = Locale::from_any_tag("de").unwrap();
    for (wanted, found) in [(Locale::En, Locale::En), (german, german), (Locale::ZhHans, german)] {
        let page = written(PageKind::Rules, PACK, "", wanted);
        assert_eq!(page.locale, Some(found));
        assert_eq!(page.languages.len(), 2);
        assert!(page.html.starts_with("<!DOCTYPE html>"));
    }
}

#[test]
fn there_is_no_table_to_sign_while_a_scenario_fails() {
    let page = written(PageKind::SignOff, PACK, SCENARIOS, Locale::En);
    assert!(!page.html.is_empty() && !page.has_failed_scenarios);
    let wrong = SCENARIOS.replacen("\"outcome\": \"met\"", "\"outcome\": \"not-met\"", 1);
    let page = written(PageKind::SignOff, PACK, &wrong, Locale::En);
    assert!(page.html.is_empty() && page.has_failed_scenarios);
}

#[test]
fn the_build_allows_the_styles_of_both_pages() {
    let build = include_str!("../../../www/build/author.mjs");
    let template = include_str!("../../../www/author/author.html");
    for (kind, name) in [(PageKind::Rules, "rules-page"), (PageKind::SignOff, "sign-off")] {
        let path = format!("src/page/style/{name}.css");
        assert!(build.contains(&path) && template.contains(&format!("{{{{{name}-hash}}}}")));
        let style = std::fs::read_to_string(repo_path(&path)).unwrap();
        // `author.mjs` trims the style, too.
        let page = written(kind, PACK, SCENARIOS, Locale::En);
        assert!(
            page.html.contains(&source_hash(style.trim_end()).replace('\'', "&#x27;"))
                || page.html.contains(&source_hash(style.trim_end())),
            "{name}"
        );
    }
}

#[test]
fn the_checklist_is_the_file_that_the_command_prints() {
    let json: serde_json::Value = serde_json::from_str(SCENARIOS).unwrap();
    let scenarios = json.as_array().unwrap();
    let folder = empty_folder("paper");
    for (scenario, tag) in [(&scenarios[0], "en"), (&scenarios[3], "de")] {
        let name = scenario["name"].as_str().unwrap();
        let locale = Locale::from_any_tag(tag).unwrap();
        let wanted = PageInput {
            scenario: Some(name.into()),
            ..input(PageKind::Paper, PACK, SCENARIOS, locale)
        };
        let page = wait_for(page(&wanted)).unwrap();
        assert_eq!(page.scenario.as_deref(), Some(name));
        assert_eq!(page.scenarios.len(), scenarios.len());

        let case = folder.join("case.json");
        let of_case = ["as-of", "answers"].map(|key| (key.to_owned(), scenario[key].clone()));
        let of_case = serde_json::Value::Object(of_case.into_iter().collect());
        fs::write(&case, of_case.to_string()).unwrap();
        let pack = "packs/example-fennmark.json";
        let arguments = ["print", "--pack", pack, "--answers", case.to_str().unwrap()];
        let rest = ["--lang", tag, "--printed-at", "2031-12-01 09:30"];
        let (status, printed) = run(&[&arguments[..], &rest].concat());
        assert_eq!(status, Some(0), "{printed}");
        assert!(*page.html == *printed, "{name}");
    }
}

#[test]
fn the_build_allows_the_style_of_the_checklist_in_the_frame_and_no_other() {
    let page = written(PageKind::Paper, PACK, SCENARIOS, Locale::En);
    let frame = page.frame_html();
    assert!(page.html.contains("@page{@top-left") && !frame.contains("@page{@top-left"));
    assert_eq!(frame.matches("<style>").count(), 1);
    let style = frame.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    // What `author.mjs` hashes.
    let list = fs::read_to_string(repo_path("www/styles/widget.css")).unwrap();
    let names =
        list.lines().filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"));
    let joined: String =
        names.map(|name| fs::read_to_string(repo_path("www/styles").join(name)).unwrap()).collect();
    assert!(style == joined);
    assert!(!frame.contains(" style=\""));
}

#[test]
fn without_a_scenario_there_is_no_checklist() {
    for scenarios in ["", "[]", "[1]"] {
        let page = written(PageKind::Paper, PACK, scenarios, Locale::En);
        assert!(page.html.is_empty() && page.scenario.is_none(), "{scenarios}");
    }
}

#[test]
fn a_pack_with_faults_has_no_page() {
    assert_eq!(written(PageKind::Rules, "{", "", Locale::En), Page::default());
}
