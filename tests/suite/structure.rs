//! The structure of the repository: dependencies between layers, access to the browser, length of
//! files, pinned versions.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::repo_path;

/// Every file below a folder with one of these extensions, except what tools install or write.
fn files(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![repo_path(folder)];
    while let Some(folder) = folders.pop() {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() {
                if !["node_modules", "output", "pkg", "target"].contains(&name) {
                    folders.push(path);
                }
            } else if extensions.iter().any(|extension| name.ends_with(&format!(".{extension}"))) {
                found.push((shown(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "nothing found in {folder}");
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(repo_path("")).unwrap().display().to_string()
}

/// The first segment of each path that begins with `crate::`, also in `crate::{a, b}`.
fn layers(source: &str) -> Vec<&str> {
    let mut layers = Vec::new();
    for rest in source.split("crate::").skip(1) {
        let group = rest
            .strip_prefix('{')
            .map_or(rest, |group| group.split('}').next().unwrap_or_default());
        let names = if group.len() == rest.len() { vec![rest] } else { group.split(',').collect() };
        let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
        layers.extend(
            names.into_iter().filter_map(|name| name.trim().split(|char| !is_name(char)).next()),
        );
    }
    layers
}

#[test]
fn each_layer_depends_only_on_those_before_it() {
    for (layer, may_use) in [
        ("rulebook", &["rulebook"][..]),
        ("engine", &["rulebook", "engine"]),
        ("lint", &["rulebook", "engine", "lint"]),
        ("widget", &["rulebook", "engine", "widget"]),
        ("page", &["rulebook", "engine", "widget", "page"]),
    ] {
        for (path, source) in files(&format!("src/{layer}"), &["rs"]) {
            // This test sees `crate::` only.
            assert!(!source.contains("super::super"), "{path}: use `crate::` instead");
            for used in layers(&source) {
                assert!(may_use.contains(&used), "{path}: `{layer}` must not depend on `{used}`");
            }
        }
    }
}

#[test]
fn only_main_depends_on_the_command() {
    for (path, source) in files("src", &["rs"]).into_iter().chain(files("www", &["rs"])) {
        let is_user = layers(&source).contains(&"cli") || source.contains("eligibility_check::cli");
        let may = path.starts_with("src/cli/") || path == "src/main.rs";
        assert!(may || !is_user, "{path} must not depend on `cli`");
        assert!(
            path != "src/main.rs" || is_user,
            "main.rs no longer matches the pattern of this test"
        );
    }
}

#[test]
fn rules_and_engine_depend_on_no_browser_and_no_command_line() {
    for (path, source) in
        files("src/rulebook", &["rs"]).into_iter().chain(files("src/engine", &["rs"]))
    {
        for host in ["yew", "web_sys", "wasm_bindgen", "js_sys", "clap", "tokio", "anstream"] {
            assert!(!source.contains(&format!("{host}::")), "{path} must not use `{host}`");
        }
    }
}

/// Where event handlers and effects may use the browser. Everything else is pure.
const BROWSER: [&str; 9] = [
    "app.rs",
    "checklist/",
    "context.rs",
    "export/",
    "hooks/",
    "props.rs",
    "question/",
    "restore/",
    "ui/",
];

#[test]
fn only_some_parts_of_the_widget_use_the_browser() {
    let mut users = 0;
    for (path, source) in files("src", &["rs"]) {
        let used = ["gloo::", "js_sys::", "wasm_bindgen::", "wasm_bindgen_futures::", "web_sys::"]
            .into_iter()
            .find(|host| source.contains(host));
        let below_widget = path.strip_prefix("src/widget/");
        let may =
            below_widget.is_some_and(|path| BROWSER.iter().any(|part| path.starts_with(part)));
        assert!(may || used.is_none(), "{path} must not use `{}`", used.unwrap_or_default());
        users += usize::from(used.is_some());
    }
    assert!(users > 0, "no file matches the patterns of this test");
}

/// What the redesign of the widget removed. In two pieces each, so that this file does not contain
/// them.
const REMOVED: [&str; 6] = [
    concat!("from_html", "_unchecked"),
    concat!("data", "-do"),
    concat!("RUSTC", "_BOOTSTRAP"),
    concat!("build", "-std"),
    concat!(" -", "Z"),
    concat!("\"-", "Z"),
];

#[test]
fn markup_strings_event_codes_and_nightly_flags_do_not_come_back() {
    let extensions = ["css", "html", "js", "json", "mjs", "rs", "sh", "toml", "ts"];
    let mut all: Vec<(String, String)> =
        ["src", "www"].into_iter().flat_map(|folder| files(folder, &extensions)).collect();
    for path in ["Makefile", ".cargo/config.toml", "Cargo.toml", "tests/suite/structure.rs"] {
        // Cargo needs no configuration of ours.
        all.extend(
            fs::read_to_string(repo_path(path)).ok().map(|source| (path.to_owned(), source)),
        );
    }
    let found: Vec<String> = all
        .iter()
        .flat_map(|(path, source)| {
            let removed = REMOVED.iter().filter(|removed| source.contains(**removed));
            removed.map(move |removed| format!("{path}: `{removed}`"))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_folder_of_the_widget_begins_by_describing_its_content() {
    let map = fs::read_to_string(repo_path("src/widget/mod.rs")).unwrap();
    let mut folders = vec![repo_path("src/widget")];
    while let Some(folder) = folders.pop() {
        let module = folder.join("mod.rs");
        let source = fs::read_to_string(&module).unwrap();
        let docs = source.lines().map_while(|line| line.strip_prefix("//! "));
        let paragraph = docs.collect::<Vec<_>>().join(" ");
        let is_sentence = paragraph.ends_with('.') && paragraph.split_whitespace().count() >= 4;
        assert!(is_sentence, "{}: begin with a paragraph of documentation", shown(&module));
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                let name = path.file_name().unwrap().to_str().unwrap();
                let is_listed =
                    folder != repo_path("src/widget") || map.contains(&format!("`{name}/`"));
                assert!(is_listed, "the map in src/widget/mod.rs has no `{name}/`");
                folders.push(path);
            }
        }
    }
}

#[test]
fn the_engine_reads_no_clock_and_no_file() {
    for (path, source) in
        files("src/rulebook", &["rs"]).into_iter().chain(files("src/engine", &["rs"]))
    {
        for outside in
            ["std::fs", "std::io", "std::env", "std::time", "std::net", "Zoned", "::now("]
        {
            assert!(!source.contains(outside), "{path} must not use `{outside}`");
        }
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for folder in ["src", "tests", "www", "examples", "benches"] {
        for (path, source) in files(folder, &["rs", "js", "mjs", "css", "html"]) {
            let lines = source.lines().count();
            assert!(lines <= 400, "{path} has {lines} lines");
        }
    }
}

#[test]
fn every_rust_file_begins_with_documentation() {
    for folder in ["src", "tests", "www", "examples", "benches"] {
        for (path, source) in files(folder, &["rs"]) {
            assert!(source.starts_with("//! "), "{path} does not begin with `//!`");
        }
    }
}

#[test]
fn lints_are_expected_with_a_reason_and_never_allowed() {
    let marks = ["#[", "#!["].map(|open| format!("{open}allow("));
    for folder in ["src", "tests", "www", "examples", "benches"] {
        for (path, source) in files(folder, &["rs"]) {
            assert!(!marks.iter().any(|mark| source.contains(mark)), "{path} allows a lint");
        }
    }
}

#[test]
fn the_pinned_wasm_bindgen_is_the_same_everywhere() {
    let read = |path: &str| fs::read_to_string(repo_path(path)).unwrap();
    let between = |text: &str, from: &str| -> String {
        let rest = text.split_once(from).unwrap().1;
        rest.split(['"', '\n', ' ']).next().unwrap().to_owned()
    };
    let version = between(&read("Cargo.toml"), "\nwasm-bindgen = { version = \"=");
    assert_eq!(between(&read("www/build/tools.sh"), "WASM_BINDGEN="), version);
    assert_eq!(between(&read("Cargo.lock"), "name = \"wasm-bindgen\"\nversion = \""), version);
    for (path, manifest) in files("www", &["toml"]) {
        for pin in manifest.split("\nwasm-bindgen = \"").skip(1) {
            assert!(pin.starts_with(&format!("={version}\"")), "{path}");
        }
    }
}

#[test]
fn npm_locks_name_no_registry() {
    for folder in ["www", "tests/browser"] {
        let path = repo_path(folder).join("package-lock.json");
        let lock = fs::read_to_string(&path).unwrap();
        assert!(
            !lock.contains("\"resolved\""),
            "{}: remove the `resolved` addresses",
            path.display()
        );
    }
}
