//! `docs/reference/operators.md` lists exactly the operators of the program, with examples that
//! can be parsed.

use std::collections::BTreeSet;

use eligibility_check::rulebook::{Json, RulePack, schema};

use super::lints::{blocks, changed};
use crate::support::repo_path;

/// The page, by the titles of its sections.
fn section<'a>(page: &'a str, title: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("\n## {title}\n")).unwrap();
    rest.split("\n## ").next().unwrap()
}

/// The rows of the tables of a section: operator and example.
fn rows(section: &str) -> Vec<(&str, &str)> {
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.split('`').collect();
        (cells[1], cells[3])
    })
    .collect()
}

/// The keys of a definition of the schema, other than some.
fn keys(definition: &str, without: &[&str]) -> BTreeSet<String> {
    let schema = schema(None);
    let definition = schema.get("$defs").and_then(|all| all.get(definition)).unwrap();
    let keys = definition.get("properties").unwrap().entries().iter().map(|(key, _)| key.clone());
    keys.filter(|key| !without.contains(&key.as_str())).collect()
}

/// The example pack with changes, as text.
fn example(page: &str, changes: &str) -> String {
    let base = Json::parse(blocks(page, "json")[0]).unwrap();
    changed(base, &Json::parse(changes).unwrap()).to_text()
}

/// The example pack with another condition.
fn with_condition(page: &str, when: &str) -> String {
    let changes = format!(
        r#"{{"measures": [{{"id": "prize", "criteria": [{{"id": "c", "when": {when}}}]}}]}}"#
    );
    example(page, &changes)
}

fn assert_parses(pack: &str, example: &str) {
    let error = RulePack::from_json(pack).err().map(|error| error.to_string());
    assert_eq!(error, None, "{example}");
}

#[test]
fn the_reference_lists_every_operator_and_no_other_and_every_example_can_be_parsed() {
    let page = std::fs::read_to_string(repo_path("docs/reference/operators.md")).unwrap();
    type Example = fn(&str) -> String;
    let condition: Example = str::to_owned;
    let number: Example = |number| format!(r#"{{"at-least": [{number}, 1]}}"#);
    let band: Example = |band| {
        let points = format!(r#"{{"by": "staff", "bands": [{band}], "otherwise": 0}}"#);
        format!(r#"{{"at-least": [{{"points": {points}}}, 1]}}"#)
    };
    for (title, definition, without, when) in [
        ("Conditions", "condition", &[][..], condition),
        ("Numbers", "computed", &[], number),
        ("Points", "band", &["points", "label"], band),
    ] {
        let rows = rows(section(&page, title));
        let documented: BTreeSet<String> = rows.iter().map(|(name, _)| name.to_string()).collect();
        assert_eq!(documented, keys(definition, without), "{title}");
        for (name, example) in rows {
            let json = Json::parse(example).unwrap();
            assert!(json.get(name).is_some(), "`{name}`: {example}");
            assert_parses(&with_condition(&page, &when(example)), example);
        }
    }
}

#[test]
fn every_block_of_the_reference_can_be_parsed() {
    let page = std::fs::read_to_string(repo_path("docs/reference/operators.md")).unwrap();
    let blocks = blocks(&page, "json");
    assert_parses(blocks[0], "the example pack");
    for block in &blocks[1..] {
        assert_parses(&example(&page, block), block);
    }
}
