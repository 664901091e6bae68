//! Every command rejects an unusable file with a message and exit status 2, and nothing panics.

use std::fs;

use crate::command_line::{eligibility, empty_folder, run, run_apart};

const VALID: &str = "tests/transcripts/lint.in/valid.json";

/// Files that are neither packs nor scenarios nor cases.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let deep = |open: &str, close: &str| (open.repeat(10_000) + &close.repeat(10_000)).into_bytes();
    vec![
        ("empty", Vec::new()),
        ("white-space", b" \n\t\n".to_vec()),
        ("null", b"null".to_vec()),
        ("number", b"42".to_vec()),
        ("text", b"rules".to_vec()),
        ("list", b"[1, [2], {}]".to_vec()),
        ("object", br#"{"a": {"b": null}}"#.to_vec()),
        ("page", b"<!DOCTYPE html><title>404</title>".to_vec()),
        ("binary", (0..=255).cycle().take(5_000).collect()),
        ("latin-1", b"{\"a\": \"caf\xe9\"}".to_vec()),
        ("utf-16", "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("mark-alone", "\u{feff}".as_bytes().to_vec()),
        ("deep-lists", deep("[", "]")),
        ("deep-objects", deep("{\"a\":", "}")),
        ("unclosed", b"[".repeat(10_000)),
        ("browser-pack", b"{\"eligibility-pack\":8,\"pack\":{}}".to_vec()),
        ("large", [b"{\"a\":\"".to_vec(), vec![b'x'; 100_000_000], b"\"}".to_vec()].concat()),
    ]
}

/// Every command with the file as each of its arguments.
fn commands(file: &str, out: &str) -> Vec<Vec<String>> {
    let command = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    vec![
        command(&["lint", "--pack", file]),
        command(&["lint", "--json", "--pack", file]),
        command(&["test", "--pack", file]),
        command(&["test", "--pack", VALID, file]),
        command(&["assess", "--pack", file]),
        command(&["explain", "--pack", file]),
        command(&["explain", "--pack", VALID, file]),
        command(&["diff", file, VALID]),
        command(&["diff", VALID, file]),
        command(&["diff", VALID, VALID, "--scenarios", file]),
        command(&["bundle", "--pack", file, "--parts", out, "--out", out]),
    ]
}

#[test]
fn every_command_rejects_an_unusable_file_with_a_message() {
    let folder = empty_folder("bad-input");
    for (name, bytes) in files() {
        let file = folder.join(format!("{name}.json"));
        fs::write(&file, bytes).unwrap();
        for arguments in commands(file.to_str().unwrap(), folder.to_str().unwrap()) {
            let (status, text) = run(&arguments);
            let message = text.lines().next().unwrap_or_default();
            assert_eq!(status, Some(2), "{name}: {arguments:?}: {message}");
            assert!(
                !message.is_empty() && !text.contains("panicked"),
                "{name}: {arguments:?}: {message}"
            );
        }
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn a_folder_and_a_missing_file_are_named() {
    for path in ["tests", "tests/no-such-file.json"] {
        for arguments in commands(path, "tests") {
            // These two accept a folder of scenarios.
            if path == "tests"
                && (arguments.last().is_some_and(|last| last == "tests")
                    && arguments[0] != "bundle")
            {
                continue;
            }
            let (status, text) = run(&arguments);
            assert_eq!(status, Some(2), "{arguments:?}: {text}");
            assert!(text.contains(path), "{arguments:?}: {text}");
        }
    }
}

#[test]
fn a_command_without_a_case_states_what_it_expects() {
    let explain = ["explain", "--pack", "tests/transcripts/packs/kiosk.json"];
    let print = ["print", "--pack", "tests/transcripts/packs/kiosk.json"];
    for arguments in [explain, print] {
        for input in ["", "\u{feff}\n"] {
            let (status, _, errors) = run_apart(&arguments, input);
            let expected = "error: standard input is empty, but a case is expected\n  = help: pass \
                a file with a case, or a case on standard input, such as {\"answers\": {}}";
            assert_eq!((status, errors.trim_end()), (Some(2), expected));
        }
    }
}

#[test]
fn half_a_character_in_a_case_is_called_that() {
    let explain = ["explain", "--pack", "tests/transcripts/packs/kiosk.json"];
    let (status, _, errors) = run_apart(&explain, r#"{"answers": {"opened": "\ud800"}}"#);
    assert_eq!(status, Some(2));
    assert!(errors.contains("half of an escaped character"), "{errors}");
}

#[test]
fn a_byte_order_mark_does_not_lose_the_first_case() {
    let case = r#"{"id": 1, "as-of": "2019-05-10", "answers": {}}"#;
    let assess = ["assess", "--pack", "tests/transcripts/packs/kiosk.json"];
    let (status, plain, _) = run_apart(&assess, case);
    let (status_with_mark, marked, _) = run_apart(&assess, &format!("\u{feff}{case}"));
    assert_eq!((status, plain), (Some(0), marked));
    assert_eq!(status_with_mark, Some(0));
}

#[test]
fn a_missing_folder_and_missing_scenarios_have_a_remedy() {
    let folder = empty_folder("nowhere");
    let page = folder.join("missing").join("page.html");
    let (status, text) = run(&["rulebook", "--out", page.to_str().unwrap()]);
    assert_eq!(status, Some(2));
    assert!(text.contains("= help: create the folder `"), "{text}");
    let arguments = ["rulebook", "--sign-off", "--scenarios", "nowhere", "--out", "x.html"];
    let (status, text) = run(&arguments);
    assert_eq!(status, Some(2));
    assert!(text.contains("= help: pass files of scenarios, or folders with such files"), "{text}");
}

#[test]
fn the_message_about_a_large_file_names_the_limit() {
    let file = empty_folder("large-file").join("hundred-megabytes.json");
    fs::File::create(&file).unwrap().set_len(100_000_000).unwrap();
    let (status, text) = run(&["lint", "--pack", file.to_str().unwrap()]);
    assert_eq!(status, Some(2));
    assert!(text.contains("is larger than the limit of 10 MB"), "{text}");
    fs::remove_file(&file).unwrap();
}

/// Commands that write to standard output or standard error.
fn writing_commands() -> Vec<Vec<&'static str>> {
    let harbour = "tests/transcripts/packs/harbour.json";
    let wrong = "tests/transcripts/cases/wrong.json";
    let no_answers = "tests/transcripts/cases/no-answers.json";
    vec![
        vec!["test", "--pack", harbour, wrong],
        vec!["explain", "--pack", harbour, no_answers],
        vec!["explain", "--json", "--pack", harbour, no_answers],
        vec!["diff", harbour, VALID],
        vec!["diff", "--json", harbour, VALID],
        vec!["schema"],
        vec!["lint", "--pack", harbour],
        vec!["lint", "--list"],
        vec!["lint", "--json", "--pack", harbour],
        vec!["test", "--pack", wrong],
        vec!["explain", "--pack", harbour, "tests/no-such-file.json"],
    ]
}

#[test]
fn a_full_disk_ends_in_exit_status_two() {
    for arguments in writing_commands() {
        let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = eligibility(&arguments);
        let output = command.stdout(full()).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert!(error.contains("error") && !error.contains("panicked"), "{arguments:?}: {error}");
        let status = command.stdout(full()).stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    for arguments in writing_commands().into_iter().take(6) {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = eligibility(&arguments).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn a_bundle_without_its_parts_names_them_and_writes_nothing() {
    let folder = empty_folder("bundle");
    let (parts, out) = (folder.join("parts"), folder.join("new").join("dist"));
    fs::create_dir_all(&parts).unwrap();
    let arguments = [
        "bundle",
        "--pack",
        VALID,
        "--parts",
        parts.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let all_but_one =
        ["offline.js", "eligibility-check.css", "page.css", "eligibility-widget.wasm"];
    for part in all_but_one {
        fs::write(parts.join(part), "").unwrap();
    }
    let (status, text) = run(&arguments);
    assert_eq!(status, Some(2));
    assert!(
        text.contains("parts are missing in ")
            && text.contains("`offline.html`")
            && text.contains("`make dist`"),
        "{text}"
    );
    assert!(!out.exists());
    fs::write(parts.join("offline.html"), "<title>{{packs}}</title>").unwrap();
    let (status, text) = run(&arguments);
    assert_eq!(status, Some(0), "{text}");
    assert!(out.join("offline.html").is_file() && out.join("rules.zh-Hans.json").is_file());
}
