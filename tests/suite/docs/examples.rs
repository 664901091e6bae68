//! Examples in the documentation agree with the files that they quote.
//!
//! Transcripts are executed by `command/transcripts.rs`, pages and scripts by
//! `tests/browser/guides`.

use serde_json::Value;

use crate::support::repo_path;

fn read(path: &str) -> String {
    std::fs::read_to_string(repo_path(path)).unwrap()
}

fn without_white_space(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

/// The code blocks of a page in one language.
fn code_blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// Whether every key and value of `part` is in `whole`, which may have more keys.
fn is_part_of(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => part
            .iter()
            .all(|(key, value)| whole.get(key).is_some_and(|other| is_part_of(value, other))),
        _ => part == whole,
    }
}

#[test]
fn the_guide_quotes_the_files_of_its_transcripts() {
    let page = read("docs/guides/write-a-pack.md");
    let files =
        ["reward.json", "people.json"].map(|name| read(&format!("tests/transcripts/guide/{name}")));
    let files = files.map(|text| without_white_space(&text));
    let blocks = code_blocks(&page, "json");
    assert_eq!(blocks.len(), 4, "provision, facts, measure and scenarios");
    for block in blocks {
        let quoted = without_white_space(block);
        assert!(files.iter().any(|file| file.contains(&quoted)), "not in the files:\n{block}");
    }
}

#[test]
fn the_pack_format_quotes_the_published_pack() {
    let page = read("docs/reference/pack-format.md");
    let pack: Value = serde_json::from_str(&read("rules.json")).unwrap();
    let items: Vec<&Value> = ["limits", "topics", "relations", "units"]
        .iter()
        .flat_map(|list| pack[list].as_array().unwrap())
        .collect();
    let blocks = code_blocks(&page, "json");
    assert_eq!(blocks.len(), 4, "a limit, a topic, a relation and a unit");
    for block in blocks {
        let part: Value = serde_json::from_str(block).unwrap();
        assert!(items.iter().any(|item| is_part_of(&part, item)), "not in rules.json:\n{block}");
    }
}

#[test]
fn the_readme_quotes_the_pages_whose_examples_are_executed() {
    let readme = read("README.md");
    for (language, page) in [
        ("html", "docs/reference/element.md"),
        ("js", "docs/reference/javascript.md"),
        ("json", "docs/guides/write-a-pack.md"),
    ] {
        let blocks = code_blocks(&readme, language);
        assert_eq!(blocks.len(), 1, "one block of {language}");
        let quoted = without_white_space(blocks[0]);
        assert!(without_white_space(&read(page)).contains(&quoted), "{page} has no\n{}", blocks[0]);
    }
}

#[test]
fn every_page_has_the_same_content_security_policy() {
    let guide = read("docs/guides/embedding.md");
    let policy = code_blocks(&guide, "text")[0].trim();
    assert!(policy.contains("'wasm-unsafe-eval'"), "another block comes first: {policy}");
    let others = [
        "docs/explanation/security-model.md",
        "docs/guides/hosting/nginx.conf",
        "www/build/serve.mjs",
    ];
    for path in others {
        assert!(read(path).contains(policy), "{path} has another policy");
    }
}
