//! The files that `eligibility rulebook` writes, and its errors.

use std::fs;
use std::path::PathBuf;

use crate::command_line::{empty_folder, run};

fn folder(name: &str) -> PathBuf {
    empty_folder(&format!("rulebook/{name}"))
}

/// Runs `eligibility rulebook`.
fn rulebook(arguments: &[&str]) -> (Option<i32>, String) {
    run(&[&["rulebook"], arguments].concat())
}

fn names(folder: &PathBuf) -> Vec<String> {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

const FERRY: &str = "tests/transcripts/packs/ferry.json";
const SCENARIOS: &str = "tests/transcripts/cases/ferry-scenarios.json";

#[test]
fn a_folder_gets_a_page_in_each_language_with_links_to_the_others() {
    let folder = folder("languages");
    let (status, text) = rulebook(&["--pack", FERRY, "--out", folder.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    assert_eq!(names(&folder), ["rulebook.en.html", "rulebook.html", "rulebook.zh-Hant.html"]);
    let page = fs::read_to_string(folder.join("rulebook.html")).unwrap();
    assert!(page.contains("<html lang=\"zh-Hans\">"));
    for other in ["rulebook.en.html", "rulebook.zh-Hant.html"] {
        assert!(page.contains(&format!("href=\"{other}\"")));
        assert!(fs::read_to_string(folder.join(other)).unwrap().contains("href=\"rulebook.html\""));
    }
}

#[test]
fn a_file_and_a_language_write_that_file_only() {
    let folder = folder("one");
    let file = folder.join("rules.html");
    let (status, text) =
        rulebook(&["--pack", FERRY, "--lang", "en", "--out", file.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    assert_eq!(names(&folder), ["rules.html"]);
    let page = fs::read_to_string(file).unwrap();
    assert!(page.contains("<html lang=\"en\">") && !page.contains("hreflang"));
}

#[test]
fn the_sign_off_table_cites_scenarios_by_number_and_lists_each_once() {
    let folder = folder("sign-off");
    let out = folder.to_str().unwrap();
    let (status, text) =
        rulebook(&["--sign-off", "--pack", FERRY, "--scenarios", SCENARIOS, "--out", out]);
    assert_eq!(status, Some(0), "{text}");
    let page = fs::read_to_string(folder.join("sign-off.html")).unwrap();
    assert!(page.contains("情景 6 个，全部通过"));
    // Five scenarios answer `fuel`. Three of them expect something of the measure.
    let fuel = page.split("（fuel）").nth(1).unwrap().split("</tbody>").next().unwrap();
    assert!(
        fuel.contains("1 铁渡轮") && fuel.contains("4 货船乙") && fuel.contains("6 货船丁"),
        "{fuel}"
    );
    assert!(!fuel.contains("货船甲"), "{fuel}");
    let (before, appendix) = page.split_once("附：情景").unwrap();
    assert_eq!(appendix.matches("<li").count(), 6);
    assert!(
        before.contains("没有情景试过的") && before.contains("never true"),
        "the gaps are missing"
    );
}

#[test]
fn no_sign_off_table_is_written_without_scenarios() {
    let folder = folder("no-scenarios");
    let empty = folder.join("scenarios");
    fs::create_dir_all(&empty).unwrap();
    let out = folder.to_str().unwrap();
    let (status, text) = rulebook(&[
        "--sign-off",
        "--pack",
        FERRY,
        "--scenarios",
        empty.to_str().unwrap(),
        "--out",
        out,
    ]);
    assert_eq!(status, Some(2));
    assert!(text.contains("no scenarios in "), "{text}");
    assert_eq!(names(&folder), ["scenarios"]);
}

#[test]
fn a_page_in_one_language_has_the_name_that_other_pages_link_to() {
    let folder = folder("one-language");
    for (language, file) in [("en", "rulebook.en.html"), ("zh-Hans", "rulebook.html")] {
        let (status, text) =
            rulebook(&["--pack", FERRY, "--lang", language, "--out", folder.to_str().unwrap()]);
        assert_eq!(status, Some(0), "{text}");
        let page = fs::read_to_string(folder.join(file)).unwrap();
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
    }
    assert_eq!(names(&folder), ["rulebook.en.html", "rulebook.html"]);
}

#[test]
fn no_sign_off_table_is_written_if_a_scenario_fails() {
    let folder = folder("failed");
    let pack = "tests/transcripts/packs/harbour.json";
    let wrong = "tests/transcripts/cases/wrong.json";
    let out = folder.to_str().unwrap();
    let (status, text) =
        rulebook(&["--sign-off", "--pack", pack, "--scenarios", wrong, "--out", out]);
    assert_eq!(status, Some(1));
    assert!(
        text.contains("was not written: 2 scenarios failed") && text.contains("`eligibility test`"),
        "{text}"
    );
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn an_output_path_that_cannot_be_written_is_named() {
    let missing = folder("unwritable").join("missing");
    let file = missing.join("page.html");
    for out in [&missing, &file] {
        let (status, text) = rulebook(&["--pack", FERRY, "--out", out.to_str().unwrap()]);
        assert_eq!(status, Some(2), "{text}");
        assert!(text.starts_with("error: ") && text.contains(missing.to_str().unwrap()), "{text}");
    }
}
