//! `eligibility bundle` replaces all files of a site or none, keeps their permissions, and updates
//! `SHA256SUMS`.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::Command;

use crate::site::bundle::{FAIR, bundle, contents, site};
use crate::support::repo_path;

const SUMS: &str = "SHA256SUMS";

fn update(site: &Path) -> String {
    let (status, text) = bundle(&["--pack", FAIR, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    text
}

fn assert_rejected(site: &Path) -> String {
    let before = contents(site);
    let (status, text) = bundle(&["--pack", FAIR, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(2), "{text}");
    // Not `assert_eq!`, which would print every byte of every file.
    assert!(contents(site) == before, "a file was written: {text}");
    text
}

/// A site whose written files are emptied, so that a write is visible.
fn emptied_site(name: &str) -> std::path::PathBuf {
    let (site, _) = site(name, FAIR);
    for file in ["rules.zh-Hans.json", "rulebook.html", SUMS] {
        fs::write(site.join(file), "").unwrap();
    }
    site
}

#[test]
fn nothing_is_replaced_if_one_file_cannot_be_replaced() {
    let site = emptied_site("all-or-none");
    for (file, reason) in [
        (SUMS, "SHA256SUMS`: Is a directory"),
        ("rules.zh-Hans.json", "rules.zh-Hans.json` is a folder, but a file must be written there"),
        ("rulebook.html", "rulebook.html` is a folder, but a file must be written there"),
        ("offline.html", "offline.html`: Is a directory"),
    ] {
        let path = site.join(file);
        let kept = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        let text = assert_rejected(&site);
        assert!(text.contains(reason), "{text}");
        fs::remove_dir(&path).unwrap();
        fs::write(&path, kept).unwrap();
    }
    update(&site);
}

#[test]
fn leftovers_of_an_interrupted_run_are_removed_and_a_folder_of_that_name_is_named() {
    let site = emptied_site("left");
    let folder = site.join("rules.zh-Hans.json.part");
    fs::create_dir(&folder).unwrap();
    let text = assert_rejected(&site);
    let error = format!("error: temporary files exist: `{}`\n  = help: ", folder.display());
    assert!(text.contains(&error), "{text}");
    fs::remove_dir(&folder).unwrap();

    fs::write(site.join("SHA256SUMS.part"), "half").unwrap();
    fs::write(site.join("rules.en.json.part"), "half").unwrap();
    update(&site);
    assert!(contents(&site).iter().all(|(name, _)| !name.ends_with(".part")));
}

#[test]
fn a_file_keeps_its_permissions() {
    let site = emptied_site("permissions");
    let pack = site.join("rules.zh-Hans.json");
    fs::set_permissions(&pack, fs::Permissions::from_mode(0o664)).unwrap();
    // If the tests may change the group, use one that differs from that of the user.
    let _ = chown(&pack, None, Some(33));
    let before = fs::metadata(&pack).unwrap();
    let script = "umask 077; exec \"$0\" bundle --pack \"$1\" --out \"$2\"";
    let mut command = Command::new("sh");
    command
        .args(["-c", script, env!("CARGO_BIN_EXE_eligibility"), FAIR])
        .arg(&site)
        .current_dir(repo_path(""));
    assert!(command.output().unwrap().status.success());
    let after = fs::metadata(&pack).unwrap();
    assert!(after.len() > before.len());
    assert_eq!(
        (after.mode(), after.uid(), after.gid()),
        (before.mode(), before.uid(), before.gid())
    );
}

#[test]
fn a_link_is_not_replaced_and_not_followed() {
    let site = emptied_site("link");
    let elsewhere = site.with_file_name("elsewhere.json");
    fs::write(&elsewhere, "another site's").unwrap();
    let link = site.join("rules.zh-Hans.json");
    fs::remove_file(&link).unwrap();
    symlink(&elsewhere, &link).unwrap();
    let text = assert_rejected(&site);
    assert!(
        text.contains("rules.zh-Hans.json` is a symbolic link, which may point into another site"),
        "{text}"
    );
    assert!(
        text.contains("= help: replace the link with a copy, or pass the folder that it points to"),
        "{text}"
    );
    assert_eq!(fs::read_link(&link).unwrap(), elsewhere);
}

#[test]
fn the_form_and_order_of_checksums_are_kept_and_missing_ones_are_added() {
    let site = emptied_site("sums");
    let write = |names: &[&str]| {
        let lines = names.iter().map(|name| format!("{} {name}\n", "0".repeat(64)));
        fs::write(site.join(SUMS), lines.collect::<String>()).unwrap();
    };
    let read = || fs::read_to_string(site.join(SUMS)).unwrap();
    let named = || -> Vec<String> {
        read().lines().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect()
    };
    // The command updates the checksums of the files that it writes.
    let check = || {
        let output =
            Command::new("sha256sum").args(["--check", SUMS]).current_dir(&site).output().unwrap();
        assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), read());
    };

    write(&["*offline.html", "*rulebook.css", "*rulebook.html", " ./rules.zh-Hans.json"]);
    let text = update(&site);
    check();
    let names = ["*offline.html", "*rulebook.css", "*rulebook.html", " ./rules.zh-Hans.json"];
    assert_eq!(named(), names);
    assert!(text.contains("SHA256SUMS: "), "{text}");

    // A sorted list stays sorted.
    write(&[" rulebook.html"]);
    update(&site);
    check();
    let names = [" offline.html", " rulebook.css", " rulebook.html", " rules.zh-Hans.json"];
    assert_eq!(named(), names);

    write(&[" rulebook.html", " offline.html"]);
    update(&site);
    check();
    let names = [" rulebook.html", " offline.html", " rulebook.css", " rules.zh-Hans.json"];
    assert_eq!(named(), names);
}

#[test]
fn a_missing_offline_page_with_a_checksum_is_reported() {
    let site = emptied_site("no-offline-page");
    let entry = format!("{}  offline.html\n", "0".repeat(64));
    fs::write(site.join(SUMS), &entry).unwrap();
    assert!(!update(&site).contains("does not exist"));
    fs::write(site.join(SUMS), &entry).unwrap();
    fs::remove_file(site.join("offline.html")).unwrap();
    let text = update(&site);
    assert!(
        text.contains("offline.html: does not exist, not written; still listed in SHA256SUMS\n"),
        "{text}"
    );
    assert!(fs::read_to_string(site.join(SUMS)).unwrap().starts_with(&entry));
}
