//! Packs that do not belong on one site are rejected together, and nothing is written. Questions
//! with one id and different meanings are reported.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command_line::empty_folder;
use crate::site::bundle::{FAIR, bundle, changed, contents};
use crate::site::languages::KIOSK;
use crate::site::policies::{arguments, site_with_page};
use crate::support::{PUBLISHED, repo_path};

fn assert_rejected(site: &Path, packs: &[&str], more: &[&str], expected: &[&str]) {
    let before = contents(site);
    let (status, text) = bundle(&[&arguments(packs, site)[..], more].concat());
    assert_eq!(status, Some(2), "{text}");
    for expected in expected {
        assert!(text.contains(expected), "{text}");
    }
    assert!(contents(site) == before, "a file was written: {text}");
}

#[test]
fn two_packs_with_one_id_are_rejected_with_both_files() {
    let (site, folder) = site_with_page("same-id", FAIR);
    let copy = changed(&folder, KIOSK, "\"id\": \"kiosk-2019\"", "\"id\": \"fair-2019\"");
    let copy = copy.to_str().unwrap();
    let error = format!(
        "error: the id `fair-2019` is that of `{FAIR}` and of `{copy}`\n  = help: pass each policy \
         once, and give each pack its own `id`\n"
    );
    assert_rejected(&site, &[FAIR, copy], &[], &[&error, "nothing was written: 1 pack cannot"]);
}

#[test]
fn the_faults_of_all_packs_are_reported_in_one_run() {
    let (site, folder) = site_with_page("all-faults", FAIR);
    let path = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let fair = fs::read_to_string(repo_path(FAIR)).unwrap();
    let older = path("older.json", &fair.replacen("\"format\": 2", "\"format\": 1", 1));
    let no_json = path("no-json.json", "{");
    let browser = site.join("rules.zh-Hans.json");
    let packs = [&older, FAIR, &no_json, browser.to_str().unwrap(), "no-such-file.json", KIOSK];
    assert_rejected(
        &site,
        &packs,
        &[],
        &[
            &format!("error: `{older}` cannot be used: "),
            &format!("error: `{no_json}` cannot be used: 1 fault\n"),
            &format!("error: `{}` is a pack for browsers\n", browser.display()),
            "error: cannot read `no-such-file.json`: ",
            "error: nothing was written: 4 packs cannot be used\n",
        ],
    );
}

#[test]
fn scenarios_of_several_packs_name_their_pack() {
    let (site, _) = site_with_page("which-scenarios", FAIR);
    let help =
        "  = help: write `--scenarios ID=PATH`, with one of the ids `fair-2019`, `kiosk-2019`";
    for (argument, error) in [
        ("tests/scenarios", "error: `--scenarios tests/scenarios` does not name its pack\n"),
        ("fare=x.json", "error: `--scenarios fare=x.json`: no pack has the id `fare`\n"),
    ] {
        assert_rejected(&site, &[FAIR, KIOSK], &["--scenarios", argument], &[error, help]);
    }
    // One pack needs no name, and may have one.
    for argument in ["x.json", "fair-2019=x.json"] {
        let error = "error: cannot read `x.json`: ";
        assert_rejected(&site, &[FAIR], &["--scenarios", argument], &[error]);
    }
}

#[test]
fn a_pack_nested_too_deeply_for_browsers_is_named() {
    let (site, folder) = site_with_page("nested-policies", FAIR);
    let is = r#"{"is": ["local", true]}"#;
    let when = [r#"{"not": "#.repeat(120), is.to_owned(), "}".repeat(120)].concat();
    let pack = changed(&folder, FAIR, is, &when);
    let packs = [KIOSK, pack.to_str().unwrap()];
    assert_rejected(&site, &packs, &[], &["the conditions of `fair-2019` are nested too deeply"]);
}

#[test]
fn questions_that_mean_different_things_are_reported() {
    let (site, _) = site_with_page("unlike", FAIR);
    let folder = empty_folder("unlike-packs");
    let copy = folder.join("copy.json");
    for (from, to, reason) in [
        (
            "有许可证吗？",
            "有证吗？",
            "`licensed`…: the questions are “有许可证吗？” and “有证吗？”",
        ),
        (
            "\"label\": {\"zh-Hans\": \"公园\"",
            "\"label\": {\"zh-Hans\": \"河边\"",
            "`site`…: an option is “公园” and “河边”",
        ),
        ("\"en\": \"Park\"", "\"en\": \"Garden\"", "`site`…: an option is “Park” and “Garden”"),
        (
            "\"id\": \"park\"",
            "\"id\": \"riverside\"",
            "`site`…: the options are not the same, or not in the same order",
        ),
        (
            "\"unit\": \"万元\", \"min\"",
            "\"unit\": \"元\", \"min\"",
            "`takings`…: the units are “万元” and “元”",
        ),
        ("\"decimals\": 2", "\"decimals\": 1", "`takings`…: they have 2 and 1 decimal places"),
        (
            "\"max\": 5000",
            "\"max\": 4000",
            "`takings`…: the bounds are 0.5 to 5000, and 0.5 to 4000",
        ),
        (
            "\"kind\": \"date\"",
            "\"kind\": \"date\", \"future\": true",
            "`opened`…: only one of them may be a day to come",
        ),
        (
            "\"licensed\", \"kind\": \"yes-no\"",
            "\"licensed\", \"kind\": \"date\"",
            "`licensed`…: it is `yes-no` and `date`",
        ),
        ("看许可证。", "看证。", ""),
    ] {
        let text = fs::read_to_string(repo_path(KIOSK)).unwrap();
        assert!(text.contains(from), "{from}");
        let text = text.replacen(from, to, 1).replacen("\"kiosk-2019\"", "\"copy\"", 1);
        fs::write(&copy, text).unwrap();
        let (status, text) = bundle(&arguments(&[KIOSK, copy.to_str().unwrap()], &site));
        assert_eq!(status, Some(0), "{text}");
        let means =
            " means different things in `kiosk-2019` and `copy`; answers are not carried over";
        let found: Vec<&str> = text.lines().filter(|line| line.contains(means)).collect();
        let expected = reason.replace('…', means);
        assert_eq!(found, if reason.is_empty() { vec![] } else { vec![expected.as_str()] });
    }
}

#[test]
fn many_questions_that_mean_different_things_are_counted() {
    let (site, folder) = site_with_page("unlike-many", FAIR);
    let mut pack: Value = serde_json::from_str(PUBLISHED).unwrap();
    pack["id"] = "other".into();
    let facts = pack["facts"].as_array_mut().unwrap();
    let more = facts.len() - 20;
    for fact in facts {
        fact["question"]["en"] = "Another question?".into();
    }
    let other = folder.join("other.json");
    fs::write(&other, pack.to_string()).unwrap();
    let (status, text) = bundle(&arguments(&["rules.json", other.to_str().unwrap()], &site));
    assert_eq!(status, Some(0), "{text}");
    assert_eq!(text.lines().filter(|line| line.contains("means different things")).count(), 20);
    assert!(text.ends_with(&format!("\n… and {more} more\n")), "{text}");
}
