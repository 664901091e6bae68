//! Links, paths and names of tests in Markdown files exist, and anchors are headings.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::sources::{files, paths};
use crate::support::repo_path;

/// The text of a Markdown file without its code blocks.
fn prose(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let mut in_code = false;
    text.lines()
        .filter(|line| {
            let is_fence = line.trim_start().starts_with("```");
            in_code ^= is_fence;
            !in_code && !is_fence
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The anchors of the headings, as GitHub derives them. A repeated heading gets a number.
fn anchors(path: &Path) -> Vec<String> {
    let mut anchors: Vec<String> = Vec::new();
    for line in prose(path).lines() {
        let Some(heading) = line.trim_start_matches('#').strip_prefix(' ') else { continue };
        if !line.starts_with('#') {
            continue;
        }
        let anchor: String = heading
            .to_lowercase()
            .chars()
            .filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_'))
            .map(|char| if char == ' ' { '-' } else { char })
            .collect();
        let repeated = anchors.iter().filter(|other| **other == anchor).count();
        anchors.push(if repeated == 0 { anchor } else { format!("{anchor}-{repeated}") });
    }
    anchors
}

/// The addresses of the links in a text: `[text](address)` and `[name]: address`.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let inline = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let definitions = text.lines().filter(|line| line.starts_with('['));
    inline.chain(definitions.filter_map(|line| Some(line.split_once("]: ")?.1)))
}

#[test]
fn relative_links_lead_to_files_and_headings() {
    let mut broken = Vec::new();
    let mut checked = 0;
    for file in paths("", &["md"]) {
        for address in addresses(&prose(&file)).filter(|address| !address.contains("://")) {
            let (path, anchor) = match address.split_once('#') {
                Some((path, anchor)) => (path, Some(anchor)),
                None => (address, None),
            };
            let target = match path {
                "" => file.clone(),
                path => file.parent().unwrap().join(path),
            };
            let leads = target.exists()
                && anchor.is_none_or(|anchor| anchors(&target).iter().any(|one| one == anchor));
            if !leads {
                broken.push(format!("{}: {address}", file.display()));
            }
            checked += 1;
        }
    }
    assert!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
    assert!(checked > 100, "only {checked} links found");
}

#[test]
fn every_page_is_in_the_index() {
    let index = repo_path("docs/README.md");
    let listed: Vec<PathBuf> = addresses(&prose(&index))
        .filter_map(|address| repo_path("docs").join(address).canonicalize().ok())
        .collect();
    for file in paths("docs", &["md"]) {
        let is_record = file.parent().unwrap().ends_with("adr") && !file.ends_with("README.md");
        let is_listed =
            file == index || is_record || listed.contains(&file.canonicalize().unwrap());
        assert!(is_listed, "docs/README.md does not list {}", file.display());
    }
}

/// The words set as code in a text.
fn inline_code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

#[test]
fn paths_in_prose_exist() {
    const FOLDERS: [&str; 6] = ["src/", "tests/", "www/", "docs/", "examples/", "benches/"];
    let mut missing = Vec::new();
    let mut checked = 0;
    for file in paths("", &["md"]) {
        let text = prose(&file);
        let paths = inline_code(&text).filter(|code| {
            // Placeholders, patterns and commands are not paths.
            FOLDERS.iter().any(|folder| code.starts_with(folder))
                && !code.contains(['<', '*', '{', ' ', '…'])
        });
        for path in paths {
            if !repo_path(path).exists() {
                missing.push(format!("{}: {path}", file.display()));
            }
            checked += 1;
        }
    }
    assert!(missing.is_empty(), "paths that do not exist:\n{}", missing.join("\n"));
    assert!(checked > 50, "only {checked} paths found");
}

/// Whether a word is the name of a test: a sentence of at least four words.
fn is_test_name(word: &str) -> bool {
    let is_lower = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    word.matches('_').count() >= 3 && word.chars().all(is_lower)
}

#[test]
fn tests_named_in_prose_exist() {
    let sources = ["src", "tests/suite", "tests/fuzz"].map(|folder| files(folder, &["rs"]));
    let names: BTreeSet<&str> = sources
        .iter()
        .flatten()
        .flat_map(|(_, text)| text.split("fn ").skip(1))
        .filter_map(|rest| rest.split(['(', '<']).next())
        .collect();
    let mut checked = 0;
    for file in paths("", &["md"]) {
        let text = prose(&file);
        for name in inline_code(&text).filter(|code| is_test_name(code)) {
            assert!(names.contains(name), "{}: there is no test `{name}`", file.display());
            checked += 1;
        }
    }
    assert!(checked > 3, "only {checked} names found");
}
