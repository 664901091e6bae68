//! `eligibility invite`: the groups agree with `assess`, links contain what they promise, and no
//! cell is a formula.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use eligibility_check::engine::{Answers, Receipt};
use eligibility_check::rulebook::RulePack;
use serde_json::{Value, json};

use crate::command_line::{empty_folder, run_apart, run_with_input};
use crate::support::{PUBLISHED, date, parse_answers, parse_pack, scenario_files};

const DAY: &str = "2019-05-10";
const KIOSK: [&str; 3] = ["--pack", "tests/transcripts/packs/kiosk.json", "--as-of=2019-05-10"];
const SITE: &str = "https://www.example.org/check/index.html";

/// The firms of all scenarios of the published pack, on one day. Their keys are numbers.
fn firms() -> Vec<Value> {
    let mut firms = Vec::new();
    for path in scenario_files() {
        let scenarios: Vec<Value> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        for scenario in scenarios {
            firms.push(json!({"id": firms.len(), "answers": scenario["answers"]}));
        }
    }
    firms
}

fn lines(firms: &[Value]) -> String {
    firms.iter().map(|firm| format!("{firm}\n")).collect()
}

/// The rows of a list by the names of the columns. The file begins with a UTF-8 BOM.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The lists in a folder by the id of their measure.
fn lists(folder: &Path) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let id = |name: &str| Some(name.strip_prefix("invite-")?.strip_suffix(".csv")?.to_owned());
    names.filter_map(|name| Some((id(&name)?, rows(&folder.join(&name))))).collect()
}

/// Runs `invite` on the published pack. Returns the summary.
fn invite(arguments: &[&str], input: &str) -> Value {
    let arguments = [&["invite", "--json", "--as-of", DAY], arguments].concat();
    let (status, output, errors) = run_apart(&arguments, input);
    assert_eq!((status, &*errors), (Some(0), ""), "{output}");
    serde_json::from_str(&output).unwrap()
}

/// The replies of `assess`. Few firms at a time: the test writes all input before it reads.
fn assess(firms: &[Value]) -> Vec<Value> {
    let replies = firms.chunks(30).map(|firms| {
        let (_, replies) = run_with_input(&["assess", "--as-of", DAY], &lines(firms));
        replies.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>()
    });
    replies.collect::<Vec<_>>().concat()
}

fn topics_of(pack: &RulePack, measure: &str) -> Vec<String> {
    let measure = pack.find_measure(measure).unwrap();
    let topics = pack.topics.iter().filter(|(_, topic)| topic.measures.contains(&measure));
    topics.map(|(_, topic)| topic.id.to_string()).collect()
}

fn decode(pack: &RulePack, link: &str) -> Receipt {
    let code = link.strip_prefix(&format!("{SITE}#r=")).unwrap();
    Receipt::decode(pack, code).unwrap()
}

#[test]
fn groups_and_lists_agree_with_assess_and_links_contain_the_answers() {
    let (pack, firms) = (parse_pack(PUBLISHED), firms());
    let input = lines(&firms);
    let folder = empty_folder("invite-receipts");
    let out = folder.to_str().unwrap();
    let options = ["--out", out, "--site", SITE, "--receipts", "--at-most-missing", "2"];
    let summary = invite(&options, &input);
    let replies = assess(&firms);
    let (lists, mut seen) = (lists(&folder), BTreeSet::new());
    for measure in summary["measures"].as_array().unwrap() {
        let id = measure["id"].as_str().unwrap();
        let mut counted: BTreeMap<&str, u64> = BTreeMap::new();
        for group in measure["groups"].as_array().unwrap() {
            let (name, firms) = (group["group"].as_str().unwrap(), group["firms"].as_u64());
            seen.insert(name.to_owned());
            let is_open = ["lacks", "lacks-more", "cannot-be-met"].contains(&name);
            *counted.entry(if is_open { "open" } else { name }).or_default() += firms.unwrap();
        }
        let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
        for reply in &replies {
            *expected.entry(reply["outcomes"][id].as_str().unwrap()).or_default() += 1;
        }
        assert_eq!(counted, expected, "{id}");
        for row in lists.get(id).into_iter().flatten() {
            let index: usize = row["key"].parse().unwrap();
            let reply = &replies[index];
            assert_eq!(row["outcome"], reply["outcomes"][id], "{id}: {row:?}");
            let missing: Vec<&str> = row["missing"].split_whitespace().collect();
            assert_eq!(json!(missing), reply["missing"].get(id).cloned().unwrap_or(json!([])));
            let amount = &reply["amounts"][id];
            let text = |key: &str| amount[key].as_str().unwrap_or_default();
            assert_eq!((&*row["amount_min"], &*row["amount_max"]), (text("min"), text("max")));
            let receipt = decode(&pack, &row["link"]);
            let answers = parse_answers(&pack, &firms[index]["answers"].to_string());
            assert_eq!((receipt.answers, receipt.as_of), (answers, date(DAY)), "{row:?}");
            let topic = receipt.topics.first().map(|topic| pack.topics[*topic].id.to_string());
            assert!(topics_of(&pack, id).contains(&topic.unwrap()), "{row:?}");
        }
    }
    let all = ["cannot-be-met", "lacks", "lacks-more", "met", "met-in-direction"];
    let all = [&all[..], &["met-once-settled", "not-applicable", "not-met"]].concat();
    assert_eq!(Vec::from_iter(&seen), all, "a group is never counted");
}

#[test]
fn a_link_without_receipts_has_the_topic_only_and_is_the_same_for_all_firms() {
    let pack = parse_pack(PUBLISHED);
    let folder = empty_folder("invite-topic");
    let out = folder.to_str().unwrap();
    invite(&["--out", out, "--site", SITE, "--topic", "software"], &lines(&firms()));
    let lists = lists(&folder);
    assert!(!lists.is_empty());
    for (id, rows) in lists {
        assert!(topics_of(&pack, &id).contains(&"software".to_owned()), "{id}");
        let links: BTreeSet<&str> = rows.iter().map(|row| &*row["link"]).collect();
        assert_eq!(links.len(), 1, "{id}");
        let receipt = decode(&pack, links.first().unwrap());
        assert_eq!(receipt.topics, [pack.find_topic("software").unwrap()]);
        assert_eq!(receipt.answers, Answers::none(&pack));
    }
}

#[test]
fn lists_and_faults_are_exact_and_no_key_is_a_formula() {
    let folder = empty_folder("invite-exact");
    let input = r#"{"id": "=HYPERLINK(\"x\")", "answers": {"sells": ["papers"]}}
{"id": "＋1", "answers": {"sells": ["papers"], "opened": "2004-02-29"}}
{"id": "@a", "answers": {"opend": 1}}
{"answers": {}}
"#;
    let (status, _, errors) = run_apart(
        &[&["invite", "--lang=en", "--out", folder.to_str().unwrap()][..], &KIOSK].concat(),
        input,
    );
    assert_eq!(status, Some(1));
    assert_eq!(
        errors,
        "error: line 3: `opend`: no fact has this id; did you mean `opened`?\n\
         error: line 4: expected the key of the firm\n"
    );
    let read = |name| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(
        read("invite-old-kiosk.csv").replace("\r\n", "\n"),
        "\u{feff}\"key\",\"measure\",\"title\",\"outcome\",\"missing\",\"questions\",\
         \"amount_min\",\"amount_max\",\"amount_unit\",\"applications\",\"applications_day\",\"link\"\n\
         \"'=HYPERLINK(\"\"x\"\")\",\"old-kiosk\",\"Award for old kiosks\",\"open\",\"opened\",\
         \"When was it opened?\",\"1\",\"1\",\"万元\",\"unpublished\",\"\",\"\"\n\
         \"'＋1\",\"old-kiosk\",\"Award for old kiosks\",\"met\",\"\",\"\",\"1\",\"1\",\"万元\",\
         \"unpublished\",\"\",\"\"\n"
    );
    assert_eq!(
        read("not-assessed.csv").replace("\r\n", "\n"),
        "\u{feff}\"position\",\"key\",\"field\",\"message\"\n\
         \"line 3\",\"'@a\",\"opend\",\"`opend`: no fact has this id; did you mean `opened`?\"\n\
         \"line 4\",\"\",\"id\",\"expected the key of the firm\"\n"
    );
}

#[test]
fn the_note_in_the_folder_states_what_a_link_reveals_as_the_help_does() {
    let folder = empty_folder("invite-note");
    let out = folder.to_str().unwrap();
    let (status, _, _) = run_apart(&[&["invite", "--out", out][..], &KIOSK].concat(), "");
    assert_eq!(status, Some(0));
    let note = fs::read_to_string(folder.join("README.txt")).unwrap();
    let (_, help) = run_with_input(&["invite", "--help"], "");
    let (_, links) = help.split_once("What a link reveals:\n").unwrap();
    let (links, _) = links.split_once("\n\n").unwrap();
    assert!(links.contains("answers of the firm") && note.contains(links), "{note}");
    assert!(note.contains("链接没有加密"), "{note}");
    assert_eq!(lists(&folder), BTreeMap::new(), "a list without firms");
}

#[test]
fn only_the_first_faults_are_named_and_the_list_has_all() {
    let folder = empty_folder("invite-many-faults");
    let input = "{\"id\": 1, \"answers\": []}\n".repeat(30);
    let out = folder.to_str().unwrap();
    let (status, _, errors) = run_apart(&[&["invite", "--out", out][..], &KIOSK].concat(), &input);
    assert_eq!((status, errors.lines().count()), (Some(1), 21));
    let last = "error: 30 rows cannot be used; not-assessed.csv lists all";
    assert_eq!(errors.lines().last(), Some(last));
    assert_eq!(rows(&folder.join("not-assessed.csv")).len(), 30);
    let (_, _, errors) = run_apart(&[&["invite"][..], &KIOSK].concat(), &input);
    assert!(errors.ends_with("error: 30 rows cannot be used; `--out FOLDER` lists all\n"));
}

#[test]
fn a_folder_with_files_and_an_address_with_a_fragment_are_rejected() {
    let folder = empty_folder("invite-not-empty");
    fs::write(folder.join("old.csv"), "").unwrap();
    let out = folder.to_str().unwrap();
    let (status, _, errors) = run_apart(&[&["invite", "--out", out][..], &KIOSK].concat(), "");
    assert!(status == Some(2) && errors.contains("is not empty"), "{errors}");
    for site in ["https://example.org/#x", "example.org", "https://"] {
        let options = ["invite", "--out", "new", "--site", site];
        let (status, _, errors) = run_apart(&[&options[..], &KIOSK].concat(), "");
        assert!(status == Some(2) && errors.contains("an address without `#`"), "{errors}");
    }
}
