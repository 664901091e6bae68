//! The order of the house: which layer may know which, how long a file may be, and pins that agree.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::at;

/// Every file below a folder with one of these endings; what tools install or write is left out.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![at(folder)];
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
            } else if endings.iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
                found.push((shown(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "nothing found in {folder}");
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(at("")).unwrap().display().to_string()
}

/// The first words after `crate::` in a source text, `crate::{a, b}` included.
fn layers(source: &str) -> Vec<&str> {
    let mut layers = Vec::new();
    for rest in source.split("crate::").skip(1) {
        let group = rest.strip_prefix('{').map_or(rest, |group| group.split('}').next().unwrap_or_default());
        let names = if group.len() == rest.len() { vec![rest] } else { group.split(',').collect() };
        let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
        layers.extend(names.into_iter().filter_map(|name| name.trim().split(|char| !is_name(char)).next()));
    }
    layers
}

#[test]
fn each_layer_knows_only_those_before_it() {
    for (layer, may_know) in [
        ("rulebook", &["rulebook"][..]),
        ("engine", &["rulebook", "engine"]),
        ("lint", &["rulebook", "engine", "lint"]),
        ("widget", &["rulebook", "engine", "widget"]),
        ("page", &["rulebook", "engine", "widget", "page"]),
    ] {
        for (path, source) in files(&format!("src/{layer}"), &["rs"]) {
            // Upwards is written `crate::`, so that it can be seen here.
            assert!(!source.contains("super::super"), "{path}: say `crate::` instead");
            for known in layers(&source) {
                assert!(may_know.contains(&known), "{path}: `{layer}` must not know `{known}`");
            }
        }
    }
}

#[test]
fn only_main_and_the_command_itself_know_the_command() {
    for (path, source) in files("src", &["rs"]).into_iter().chain(files("www", &["rs"])) {
        let knows = layers(&source).contains(&"cli") || source.contains("eligibility_check::cli");
        let may = path.starts_with("src/cli/") || path == "src/main.rs";
        assert!(may || !knows, "{path} must not know `cli`");
        assert!(path != "src/main.rs" || knows, "main.rs no longer shows what this test looks for");
    }
}

#[test]
fn rules_and_engine_know_no_browser_and_no_command_line() {
    for (path, source) in files("src/rulebook", &["rs"]).into_iter().chain(files("src/engine", &["rs"])) {
        for host in ["yew", "web_sys", "wasm_bindgen", "js_sys", "clap", "tokio", "anstream"] {
            assert!(!source.contains(&format!("{host}::")), "{path} must not know `{host}`");
        }
    }
}

#[test]
fn the_widget_touches_the_browser_in_one_file() {
    for (path, source) in files("src", &["rs"]) {
        let touches =
            ["web_sys::", "wasm_bindgen::", "js_sys::", "gloo"].iter().any(|host| source.contains(host));
        assert_eq!(touches, path == "src/widget/read.rs", "{path}");
    }
}

#[test]
fn the_engine_reads_no_clock_and_no_file() {
    for (path, source) in files("src/rulebook", &["rs"]).into_iter().chain(files("src/engine", &["rs"])) {
        for outside in ["std::fs", "std::io", "std::env", "std::time", "std::net", "Zoned", "::now("] {
            assert!(!source.contains(outside), "{path} must not use `{outside}`");
        }
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for folder in ["src", "tests", "www"] {
        for (path, source) in files(folder, &["rs", "js", "mjs", "css", "html"]) {
            let lines = source.lines().count();
            assert!(lines <= 400, "{path} has {lines} lines");
        }
    }
}

#[test]
fn every_rust_file_begins_by_saying_what_it_is() {
    for folder in ["src", "tests", "www"] {
        for (path, source) in files(folder, &["rs"]) {
            assert!(source.starts_with("//! "), "{path} does not begin with `//!`");
        }
    }
}

#[test]
fn lints_are_expected_with_a_reason_and_never_allowed() {
    let marks = ["#[", "#!["].map(|open| format!("{open}allow("));
    for folder in ["src", "tests", "www"] {
        for (path, source) in files(folder, &["rs"]) {
            assert!(!marks.iter().any(|mark| source.contains(mark)), "{path} allows a lint");
        }
    }
}

#[test]
fn the_pinned_wasm_bindgen_is_the_same_for_crate_and_command() {
    let manifest = fs::read_to_string(at("www/Cargo.toml")).unwrap();
    let tools = fs::read_to_string(at("www/build/tools.sh")).unwrap();
    let lock = fs::read_to_string(at("Cargo.lock")).unwrap();
    let between = |text: &str, from: &str, to: [char; 3]| -> String {
        let rest = text.split_once(from).unwrap().1;
        rest.split(to).next().unwrap().to_owned()
    };
    let version = between(&manifest, "wasm-bindgen = \"=", ['"', '\n', ' ']);
    assert_eq!(between(&tools, "WASM_BINDGEN=", ['"', '\n', ' ']), version);
    assert_eq!(between(&lock, "name = \"wasm-bindgen\"\nversion = \"", ['"', '\n', ' ']), version);
}

#[test]
fn npm_locks_name_no_registry() {
    for folder in ["www", "tests/browser"] {
        let path = at(folder).join("package-lock.json");
        let lock = fs::read_to_string(&path).unwrap();
        assert!(!lock.contains("\"resolved\""), "{}: remove the `resolved` addresses", path.display());
    }
}
