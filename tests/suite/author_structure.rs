//! The folders of the authoring page: which uses which, and that none uses itself through others.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::files;
use crate::structure::modules;

/// The folders without an interface, and those that each may use.
const PURE: [(&str, &[&str]); 7] = [
    ("document", &[]),
    ("model", &["document"]),
    ("scenario_files", &["document"]),
    ("sheet", &["document"]),
    ("text", &["model"]),
    ("checks", &["case_words", "text"]),
    ("state", &["checks", "scenario_files"]),
];

/// The code of a file: its lines without those that are comments.
fn code(source: &str) -> String {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The folders and files at the top of `src/author`, and those that each uses.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let mut uses = BTreeMap::<String, BTreeSet<String>>::new();
    for (path, source) in files("src/author", &["rs"]) {
        let below = path.strip_prefix("src/author/").unwrap();
        if below == "mod.rs" {
            continue;
        }
        let (user, rest) = below.split_once('/').unwrap_or((below.trim_end_matches(".rs"), ""));
        let source = code(&source);
        let mut used = modules(&source, "crate::author::");
        // Files at the top name their siblings by `super`.
        if rest.is_empty() {
            used.extend(modules(&source, "super::"));
        }
        let is_other = |module: &&str| *module != user && *module != "*";
        let others = used.into_iter().filter(is_other).map(str::to_owned);
        uses.entry(user.to_owned()).or_default().extend(others);
    }
    uses
}

#[test]
fn comments_are_no_code() {
    assert_eq!(code("a\n    /// [`super::b`]\n// c\nd"), "a\nd");
}

#[test]
fn no_folder_of_the_authoring_page_uses_itself_through_others() {
    let uses = uses();
    assert!(uses["scenarios"].contains("state"), "the pattern of this test no longer matches");
    for start in uses.keys() {
        let mut reached = BTreeSet::new();
        let mut left = vec![(start, start.clone())];
        while let Some((user, path)) = left.pop() {
            for used in uses.get(user).into_iter().flatten() {
                let path = format!("{path} → {used}");
                assert!(used != start, "{path}");
                if reached.insert(used) {
                    left.push((used, path));
                }
            }
        }
    }
}

#[test]
fn folders_without_an_interface_use_only_those_below_them() {
    let uses = uses();
    for (folder, may_use) in PURE {
        let below = may_use.iter().map(|used| (*used).to_owned()).collect();
        let wrong: Vec<_> = uses[folder].difference(&below).collect();
        assert!(wrong.is_empty(), "`{folder}` must not use {wrong:?}");
        for (path, source) in files(&format!("src/author/{folder}"), &["rs"]) {
            // The state implements a trait of Yew.
            let yew = (folder != "state").then_some("yew");
            for host in ["web_sys", "gloo", "wasm_bindgen"].into_iter().chain(yew) {
                let is_used = code(&source).contains(&format!("{host}::"));
                assert!(!is_used, "{path} must not use `{host}`");
            }
        }
    }
}

#[test]
fn folders_name_others_by_their_full_path() {
    for (path, source) in files("src/author", &["rs"]) {
        let is_folder = path.split('/').count() == 4 && path.ends_with("/mod.rs");
        let source = code(&source);
        let used = modules(source.split("mod tests").next().unwrap(), "super::");
        assert!(!is_folder || used.is_empty(), "{path}: use `crate::` instead of {used:?}");
    }
}
