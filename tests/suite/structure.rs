//! The structure of the repository: dependencies between layers, access to the browser, folders,
//! length of files, pinned versions.

use std::fs;
use std::path::PathBuf;

use crate::sources::{files, paths, relative};
use crate::support::repo_path;

/// The layers of the crate, and those that each may use.
const LAYERS: [(&str, &[&str]); 13] = [
    ("rulebook", &[]),
    ("engine", &["rulebook"]),
    ("lint", &["rulebook", "engine"]),
    ("sql", &["rulebook", "engine"]),
    ("widget", &["rulebook", "engine"]),
    ("page", &["rulebook", "engine", "widget"]),
    ("scenario", &["rulebook", "engine"]),
    ("diagnostics", &["rulebook", "engine", "lint", "scenario"]),
    ("coverage", &["rulebook", "engine", "lint", "page", "scenario"]),
    ("diff", &["rulebook", "engine", "lint", "diagnostics"]),
    ("bundle", &["rulebook", "engine", "widget", "page", "scenario"]),
    (
        "author",
        &[
            "rulebook",
            "engine",
            "lint",
            "widget",
            "page",
            "scenario",
            "diagnostics",
            "coverage",
            "diff",
            "bundle",
        ],
    ),
    (
        "cli",
        &[
            "rulebook",
            "engine",
            "lint",
            "sql",
            "widget",
            "page",
            "scenario",
            "diagnostics",
            "coverage",
            "diff",
            "bundle",
            "author",
        ],
    ),
];

/// The layers that compile for browsers and read neither a file nor the clock.
const PURE: [&str; 9] =
    ["rulebook", "engine", "lint", "page", "scenario", "diagnostics", "coverage", "diff", "bundle"];

/// The packages for browsers, and the layers that each may use.
const HOSTS: [(&str, &[&str]); 4] = [
    ("www/author", &["rulebook", "author"]),
    ("www/host", &["rulebook", "engine", "widget"]),
    ("www/headless", &["rulebook", "engine"]),
    ("www/bench", &["rulebook", "engine"]),
];

/// The module after each `prefix`: `a` of `crate::a::b`, `a` and `b` of `crate::{a::{c, d}, b}`.
pub(crate) fn modules<'a>(source: &'a str, prefix: &str) -> Vec<&'a str> {
    let name = |path: &'a str| {
        let path = path.trim_start();
        let is_end = |char: char| !char.is_ascii_alphanumeric() && char != '_';
        path.split(is_end).next().unwrap_or_default()
    };
    let mut modules = Vec::new();
    for rest in source.split(prefix).skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            modules.push(name(rest));
            continue;
        };
        let mut depth = 1;
        modules.push(name(group));
        for (index, char) in group.char_indices() {
            match char {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => modules.push(name(group.get(index + 1..).unwrap_or_default())),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    modules.retain(|module| !module.is_empty());
    modules
}

#[test]
fn modules_are_found_in_paths_and_groups() {
    let source = "use crate::a::b; use crate::{c, d::{e, f},\n    g::h,\n}; crate::i::j()";
    assert_eq!(modules(source, "crate::"), ["a", "c", "d", "g", "i"]);
}

#[test]
fn each_layer_uses_only_the_layers_below_it() {
    for (layer, may_use) in LAYERS {
        for (path, source) in files(&format!("src/{layer}"), &["rs"]) {
            // This test sees `crate::` only.
            assert!(!source.contains("super::super"), "{path}: use `crate::` instead");
            let is_root = path == format!("src/{layer}/mod.rs");
            assert!(!is_root || !source.contains("super::"), "{path}: use `crate::` instead");
            for used in modules(&source, "crate::") {
                let may = used == layer || may_use.contains(&used);
                assert!(may, "{path}: `{layer}` must not use `{used}`");
            }
        }
    }
}

#[test]
fn every_folder_of_the_crate_is_a_layer() {
    let mut folders = Vec::new();
    for entry in fs::read_dir(repo_path("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            folders.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    folders.sort();
    let mut layers = LAYERS.map(|(layer, _)| layer);
    layers.sort_unstable();
    assert_eq!(folders, layers);
}

#[test]
fn each_host_uses_only_its_layers() {
    for (host, may_use) in HOSTS {
        let mut users = 0;
        for (path, source) in files(host, &["rs"]) {
            for used in modules(&source, "eligibility_check::") {
                assert!(may_use.contains(&used), "{path} must not use `{used}`");
                users += 1;
            }
        }
        assert!(users > 0, "{host} no longer matches the pattern of this test");
    }
}

#[test]
fn only_main_uses_the_command() {
    let main = fs::read_to_string(repo_path("src/main.rs")).unwrap();
    assert_eq!(modules(&main, "eligibility_check::"), ["cli"]);
    for (path, source) in files("src", &["rs"]) {
        let is_user = modules(&source, "crate::").contains(&"cli");
        assert!(path.starts_with("src/cli/") || !is_user, "{path} must not use `cli`");
    }
}

#[test]
fn rulebook_and_engine_use_no_browser_and_pure_layers_no_command_line() {
    for layer in PURE {
        for (path, source) in files(&format!("src/{layer}"), &["rs"]) {
            let is_below_yew = ["rulebook", "engine"].contains(&layer);
            let yew = is_below_yew.then_some("yew");
            let hosts = ["web_sys", "wasm_bindgen", "js_sys", "clap", "tokio", "anstream"];
            for host in hosts.into_iter().chain(yew) {
                assert!(!source.contains(&format!("{host}::")), "{path} must not use `{host}`");
            }
        }
    }
}

/// The parts whose event handlers and effects use the browser. The others are pure.
const BROWSER: &[&str] = &[
    "author/app.rs",
    "author/bar/",
    "author/compare/",
    "author/drafts/",
    "author/editor/",
    "author/forms/forms_view.rs",
    "author/forms/outline_panel.rs",
    "author/forms/use_valid_pack.rs",
    "author/host.rs",
    "author/preview/",
    "author/publish/",
    "author/scenarios/",
    "author/sheets/",
    "author/sources/",
    "author/start/",
    "author/ui/",
    "author/use_checks.rs",
    "author/use_unfinished_text.rs",
    "widget/app.rs",
    "widget/checklist/",
    "widget/context.rs",
    "widget/export/",
    "widget/hooks/",
    "widget/props.rs",
    "widget/question/",
    "widget/restore/",
    "widget/ui/",
];

#[test]
fn only_some_parts_use_the_browser() {
    let mut users = 0;
    for (path, source) in files("src", &["rs"]) {
        let used = ["gloo::", "js_sys::", "wasm_bindgen::", "wasm_bindgen_futures::", "web_sys::"]
            .into_iter()
            .find(|host| source.contains(host));
        let below_src = path.strip_prefix("src/").unwrap_or_default();
        let may = BROWSER.iter().any(|part| below_src.starts_with(part));
        assert!(may || used.is_none(), "{path} must not use `{}`", used.unwrap_or_default());
        users += usize::from(used.is_some());
    }
    assert!(users > 0, "no file matches the pattern of this test");
}

/// Constructs that must not be used: unescaped markup, event codes in attributes, nightly flags.
/// Each is split, so that this file does not contain it.
const REMOVED: [&str; 6] = [
    concat!("from_html", "_unchecked"),
    concat!("data", "-do"),
    concat!("RUSTC", "_BOOTSTRAP"),
    concat!("build", "-std"),
    concat!(" -", "Z"),
    concat!("\"-", "Z"),
];

#[test]
fn removed_constructs_are_not_used() {
    let extensions = ["css", "html", "js", "json", "mjs", "rs", "sh", "toml", "ts"];
    let mut all: Vec<(String, String)> =
        ["src", "www"].into_iter().flat_map(|folder| files(folder, &extensions)).collect();
    for path in ["Makefile", ".cargo/config.toml", "Cargo.toml", "tests/suite/structure.rs"] {
        // `.cargo/config.toml` is optional.
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

/// The first paragraph of the documentation of a module, on one line.
fn first_paragraph(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//! "));
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_folder_has_a_module_that_describes_its_content() {
    for root in ["src", "tests/suite", "tests/fuzz/checks"] {
        let mut folders: Vec<PathBuf> =
            paths(root, &["rs"]).iter().map(|path| path.parent().unwrap().to_owned()).collect();
        folders.dedup();
        for folder in folders {
            let names = ["mod.rs", "lib.rs", "main.rs"].map(|name| folder.join(name));
            let module = names.iter().find(|path| path.exists());
            assert!(module.is_some(), "{} has no mod.rs", relative(&folder));
            let path = module.unwrap();
            let paragraph = first_paragraph(&fs::read_to_string(path).unwrap());
            let is_sentence = paragraph.ends_with('.') && paragraph.split_whitespace().count() >= 4;
            assert!(is_sentence, "{}: the first paragraph is not a sentence", relative(path));
        }
    }
}

#[test]
fn the_architecture_lists_the_folders_of_widget_and_hosts() {
    let text = fs::read_to_string(repo_path("ARCHITECTURE.md")).unwrap();
    for folder in ["src/widget", "www"] {
        for entry in fs::read_dir(repo_path(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let is_source = path.is_dir() && !["node_modules", "target"].contains(&name);
            let is_listed = !is_source || text.contains(&format!("`{name}`"));
            assert!(is_listed, "ARCHITECTURE.md does not list `{name}` of {folder}");
        }
    }
}

#[test]
fn the_module_of_each_test_folder_lists_its_files() {
    for path in paths("tests/suite", &["rs"]) {
        let module = path.with_file_name("mod.rs");
        if path == module || !module.exists() {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let list = fs::read_to_string(&module).unwrap();
        let is_listed = list.contains(&format!("//! - `{name}`: "));
        assert!(is_listed, "{} does not describe `{name}`", relative(&module));
    }
}

#[test]
fn pure_layers_read_no_clock_and_no_file() {
    for layer in PURE {
        for (path, source) in files(&format!("src/{layer}"), &["rs"]) {
            for outside in
                ["std::fs", "std::io", "std::env", "std::time", "std::net", "Zoned", "::now("]
            {
                assert!(!source.contains(outside), "{path} must not use `{outside}`");
            }
        }
    }
}

#[test]
fn no_file_has_more_than_four_hundred_lines() {
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
    let attributes = ["#[", "#!["].map(|open| format!("{open}allow("));
    for folder in ["src", "tests", "www", "examples", "benches"] {
        for (path, source) in files(folder, &["rs"]) {
            assert!(
                !attributes.iter().any(|attribute| source.contains(attribute)),
                "{path} allows a lint"
            );
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
    for folder in ["www", "tests/browser", "tests/registry"] {
        let path = repo_path(folder).join("package-lock.json");
        let lock = fs::read_to_string(&path).unwrap();
        assert!(
            !lock.contains("\"resolved\""),
            "{}: remove the `resolved` addresses",
            path.display()
        );
    }
}
