//! The authoring page publishes the files that the command writes, with a record.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::rc::Rc;

use eligibility_check::author::checks::CheckInput;
use eligibility_check::author::publish::{
    FileChange, OtherFile, Publication, PublishInput, RECORD, Refusal, SITE, SiteError, publish,
    zip_of,
};
use eligibility_check::author::{Task, work};
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::wait_for;
use zip::ZipArchive;

use crate::command_line::{empty_folder, run};
use crate::site::bundle::{FAIR, bundle, contents};
use crate::site::policies::site_with_page;
use crate::support::{KIOSK, repo_path};

const FENNMARK: &str = "packs/example-fennmark.json";
const SCENARIOS: &str = "tests/scenarios-fennmark/workshops.json";

fn text(path: &str) -> Rc<str> {
    fs::read_to_string(repo_path(path)).unwrap().into()
}

/// The example with its scenarios.
fn input() -> PublishInput {
    PublishInput {
        document: CheckInput { text: text(FENNMARK), ..CheckInput::default() },
        scenarios: text(SCENARIOS),
        others: Vec::new(),
        is_new_site: false,
        site_name: "site".into(),
        date: "2031-12-01".into(),
        locale: Locale::En,
    }
}

fn other(name: &str, text: &str) -> OtherFile {
    OtherFile { name: name.into(), text: text.into() }
}

/// A folder as a ZIP file, below another folder.
fn zipped(folder: &Path, prefix: &str) -> Vec<u8> {
    let files = contents(folder).into_iter();
    zip_of(&files.map(|(name, content)| (format!("{prefix}{name}"), content)).collect()).unwrap()
}

fn published(input: &PublishInput, site: &[u8]) -> Result<Publication, Refusal> {
    wait_for(publish(input, site)).unwrap()
}

/// The files of a ZIP file below a folder.
fn files(zip: &[u8], folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if let Some(name) = name.strip_prefix(&format!("{folder}/")) {
            files.insert(name.to_owned(), content);
        }
    }
    files
}

fn of_folder(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    contents(folder).into_iter().collect()
}

/// Lets the command write packs into the site, each with its scenarios.
fn command(site: &Path, packs: &[&str], scenarios: &str) {
    let packs = packs.iter().flat_map(|pack| ["--pack", pack]);
    let out = ["--scenarios", scenarios, "--out", site.to_str().unwrap()];
    let (status, text) = bundle(&packs.chain(out).collect::<Vec<_>>());
    assert_eq!(status, Some(0), "{text}");
}

#[test]
fn the_site_in_the_file_is_the_one_that_the_command_writes() {
    let (site, _) = site_with_page("published", FAIR);
    fs::write(site.join("own-page.html"), "<p>Ours</p>").unwrap();
    for prefix in ["", "dist/", "www/eligibility/"] {
        let publication = published(&input(), &zipped(&site, prefix)).unwrap();
        let copy = empty_folder("published-by-command").join("dist");
        copy_folder(&site, &copy);
        command(&copy, &[FENNMARK], SCENARIOS);
        let found = files(&publication.zip, SITE);
        assert!(found == of_folder(&copy), "{prefix:?}: {:?}", found.keys());
        assert_eq!(found["own-page.html"], b"<p>Ours</p>");
        assert_eq!(publication.plan.concerns.lost, ["fair-2019"]);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    for (name, content) in contents(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

#[test]
fn the_other_policies_of_the_site_stay_and_the_record_has_their_packs() {
    let (site, _) = site_with_page("published-others", FAIR);
    let (status, text) =
        bundle(&["--pack", FAIR, "--pack", FENNMARK, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    let before = zipped(&site, "");
    let fair = fs::read_to_string(repo_path(FAIR)).unwrap();
    let with_fair = PublishInput { others: vec![other("fair.json", &fair)], ..input() };
    let publication = published(&with_fair, &before).unwrap();
    assert!(publication.plan.concerns.is_empty(), "{:?}", publication.plan.concerns);
    command(&site, &[FAIR, FENNMARK], &format!("example-fennmark={SCENARIOS}"));
    assert!(files(&publication.zip, SITE) == of_folder(&site));

    // The next publication opens this file, which has the pack of the other policy.
    let again = published(&input(), &publication.zip).unwrap();
    assert_eq!(again.plan.concerns.lost, [""; 0]);
    assert!(again.plan.files.iter().all(|file| file.change == FileChange::Same));
    assert!(files(&again.zip, SITE) == of_folder(&site));
    // So does one of the other policy.
    let document = CheckInput { text: fair.as_str().into(), ..CheckInput::default() };
    let fair_again =
        published(&PublishInput { document, scenarios: "".into(), ..input() }, &again.zip).unwrap();
    assert_eq!(fair_again.plan.concerns.lost, [""; 0]);
    assert!(files(&fair_again.zip, SITE) == of_folder(&site));
    // A new policy comes last.
    let kiosk = PublishInput { others: vec![other("kiosk.json", KIOSK)], ..input() };
    let three = files(&published(&kiosk, &again.zip).unwrap().zip, SITE);
    assert_eq!(three["packs.json"], b"{\"id\":\"fair-2019 example-fennmark kiosk-2019\"}\n");
}

#[test]
fn scenarios_of_another_policy_are_opened_with_it_or_its_site_has_their_result() {
    let (site, _) = site_with_page("published-medians", FAIR);
    let scenarios = format!("example-fennmark={SCENARIOS}");
    command(&site, &[FAIR, FENNMARK], &scenarios);
    let before = zipped(&site, "");
    let document = CheckInput { text: text(FAIR), ..CheckInput::default() };
    let fennmark = other("rules.json", &text(FENNMARK));
    let of_fair = |others: Vec<OtherFile>, zip: &[u8]| {
        let (document, scenarios) = (document.clone(), "".into());
        published(&PublishInput { document, scenarios, others, ..input() }, zip)
    };
    // The rules on the site are the same, so it has the numbers of questions.
    let publication = of_fair(vec![fennmark.clone()], &before).unwrap();
    assert_eq!(publication.plan.concerns.uncounted, [""; 0]);
    assert!(files(&publication.zip, SITE) == of_folder(&site));
    // Other rules have other numbers.
    let changed = text(FENNMARK).replacen("\"1200\"", "\"1300\"", 1);
    assert_ne!(*changed, *text(FENNMARK));
    let newer = other("rules.json", &changed);
    let publication = of_fair(vec![newer], &before).unwrap();
    assert_eq!(publication.plan.concerns.uncounted, ["example-fennmark"]);
    // Opened scenarios are used, and the record has them for the next publication.
    let opened = other("workshops.json", &text(SCENARIOS));
    let (empty, _) = site_with_page("published-medians-new", FAIR);
    let publication = of_fair(vec![opened.clone(), fennmark.clone()], &zipped(&empty, "")).unwrap();
    assert_eq!(publication.plan.concerns.uncounted, [""; 0]);
    assert!(files(&publication.zip, SITE) == of_folder(&site));
    let record = files(&publication.zip, RECORD);
    assert_eq!(record["others/example-fennmark/scenarios.json"], text(SCENARIOS).as_bytes());
    let again = of_fair(Vec::new(), &publication.zip).unwrap();
    assert!(files(&again.zip, SITE) == of_folder(&site));
    // Scenarios of no other policy are not ignored.
    let refusal = of_fair(vec![opened], &before).unwrap_err();
    assert_eq!(refusal, Refusal::OtherScenarios("workshops.json".to_owned()));
}

#[test]
fn every_file_of_a_new_site_is_new_and_nothing_is_removed() {
    let (site, _) = site_with_page("published-new", FENNMARK);
    let new = PublishInput { is_new_site: true, ..input() };
    let publication = published(&new, &zipped(&site, "")).unwrap();
    assert!(publication.plan.files.iter().all(|file| file.change == FileChange::New));
    assert_eq!(publication.plan.removed, []);
    let record = files(&publication.zip, RECORD);
    let instructions = String::from_utf8(record["INSTRUCTIONS.en.txt"].clone()).unwrap();
    assert!(instructions.contains("remove these files from the server:\r\n(none)\r\n"));
}

#[test]
fn the_record_has_the_table_to_sign_and_instructions_in_each_language() {
    let (site, _) = site_with_page("published-record", FENNMARK);
    let publication = published(&input(), &zipped(&site, "")).unwrap();
    assert_eq!(publication.plan.file_name, "example-fennmark-2031-12-01.zip");
    assert!(publication.plan.concerns.is_empty(), "{:?}", publication.plan.concerns);
    let record = files(&publication.zip, RECORD);
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let expected = [
        "INSTRUCTIONS.en.txt",
        "guides/hosting.md",
        "guides/hosting/nginx.conf",
        "guides/hosting/web.config",
        "guides/hosting/web.xml",
        "guides/update-the-rules.md",
        "record.json",
        "record.txt",
        "rules.json",
        "scenarios.json",
        "sign-off.en.html",
        "sign-off.html",
    ];
    assert_eq!(names, expected);
    assert_eq!(record["rules.json"], text(FENNMARK).as_bytes());
    assert_eq!(record["scenarios.json"], text(SCENARIOS).as_bytes());

    let folder = empty_folder("published-sign-off");
    for (name, tag) in [("sign-off.html", "de"), ("sign-off.en.html", "en")] {
        let path = folder.join(name);
        let out = path.to_str().unwrap();
        let arguments = ["rulebook", "--sign-off", "--pack", FENNMARK, "--lang", tag];
        let arguments = [&arguments[..], &["--scenarios", SCENARIOS, "--out", out]].concat();
        let (status, text) = run(&arguments);
        assert_eq!(status, Some(0), "{text}");
        assert!(record[name] == fs::read(&path).unwrap(), "{name}");
    }
    let json: serde_json::Value = serde_json::from_slice(&record["record.json"]).unwrap();
    assert_eq!(json["date"], "2031-12-01");
    assert_eq!(json["pack"]["id"], "example-fennmark");
    assert_eq!(json["findings"], serde_json::json!([]));
    let of = |name: &str| String::from_utf8(record[name].clone()).unwrap();
    let fingerprint = json["pack"]["fingerprint"].as_str().unwrap();
    for name in ["record.txt", "INSTRUCTIONS.en.txt"] {
        let text = of(name);
        assert!(text.starts_with('\u{feff}') && text.contains(fingerprint), "{text}");
        assert!(text.contains("2031-12-01") && !text.contains("{}"), "{text}");
    }
    assert!(of("record.txt").contains("Scenarios: "));
}

#[test]
fn a_finding_a_failing_scenario_and_a_gap_are_listed_and_there_is_no_table_to_sign() {
    let (site, _) = site_with_page("published-concerns", FENNMARK);
    let scenarios = r#"[{"name": "wrong", "as-of": "2031-12-01", "answers": {"on-island": true},
        "expect": {"advice": {"outcome": "not-met"}}}]"#;
    let mut input = input();
    input.scenarios = scenarios.into();
    let publication = published(&input, &zipped(&site, "")).unwrap();
    let concerns = &publication.plan.concerns;
    assert_eq!(concerns.failed, ["wrong"]);
    assert!(concerns.gaps > 0 && !concerns.is_untested);
    let record = files(&publication.zip, RECORD);
    assert!(!record.contains_key("sign-off.html"));
    let text = |name: &str| String::from_utf8(record[name].clone()).unwrap();
    let difference = "(advice) · Outcome: expected “Not met”, found “Conditions met”";
    let for_people = text("record.txt");
    assert!(for_people.contains(difference) && !for_people.contains('{'), "{for_people}");
    // Programs read the sentences of the command.
    assert!(text("record.json").contains("advice: expected outcome not-met, found met"));

    input.scenarios = "".into();
    let publication = published(&input, &zipped(&site, "")).unwrap();
    assert!(publication.plan.concerns.is_untested);
    let record = files(&publication.zip, RECORD);
    assert!(!record.contains_key("sign-off.html") && !record.contains_key("scenarios.json"));
}

#[test]
fn nothing_is_published_while_there_are_faults_or_the_site_is_none() {
    let (site, _) = site_with_page("refused", FENNMARK);
    let zip = zipped(&site, "");
    let refused = |change: &dyn Fn(&mut PublishInput), site: &[u8]| {
        let mut input = input();
        change(&mut input);
        published(&input, site).unwrap_err()
    };
    let faults = refused(&|input| input.document.text = "{}".into(), &zip);
    assert!(matches!(faults, Refusal::Faults(count) if count > 0), "{faults:?}");
    let faults = refused(&|input| input.scenarios = "[1]".into(), &zip);
    assert!(matches!(faults, Refusal::ScenarioFaults(_)), "{faults:?}");
    for text in ["{}", &text(FENNMARK)] {
        let refusal = refused(&|input| input.others = vec![other("other.json", text)], &zip);
        assert_eq!(refusal, Refusal::OtherPolicy("other.json".to_owned()));
    }
    let refusal = refused(&|input| input.site_name = "v0.1.0-0089fbd7".into(), &zip);
    assert!(matches!(&refusal, Refusal::Bundle(why) if why.contains("must not change")));
    let refusal = refused(&|_| {}, &zipped(&site, "v0.1.0-0089fbd7/"));
    assert!(matches!(&refusal, Refusal::Bundle(why) if why.contains("must not change")));
    assert_eq!(refused(&|_| {}, b""), Refusal::Site(SiteError::None));
    assert_eq!(refused(&|_| {}, b"<html>"), Refusal::Site(SiteError::Damaged));
    let empty = zip_of(&BTreeMap::new()).unwrap();
    assert_eq!(refused(&|_| {}, &empty), Refusal::Site(SiteError::NotASite));
}

#[test]
fn the_worker_returns_the_plan_and_the_file() {
    let (site, _) = site_with_page("published-by-worker", FENNMARK);
    let zip = zipped(&site, "");
    let json = serde_json::to_string(&input()).unwrap();
    let output = wait_for(work(Task::Publish.name(), &json, &zip)).unwrap().unwrap();
    let publication = published(&input(), &zip).unwrap();
    // The same input always gives the same bytes.
    assert_eq!(output.attachment, publication.zip);
    let plan = serde_json::to_value(Ok::<_, Refusal>(publication.plan)).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&output.json).unwrap(), plan);
}
