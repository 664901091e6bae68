//! `eligibility bundle` makes a site offer the languages of its pack.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::site::bundle::{FAIR, bundle, changed, contents, site};

pub(crate) const KIOSK: &str = "tests/transcripts/packs/kiosk.json";
const SCRIPT: &str = "var T=[\"ready\"];f(import.meta.url,[\"zh-Hans\",\"en\"]);";
const INDEX: &str = r#"<html lang="zh-Hans"><link rel="preload" href="rules.zh-Hans.json">"#;

/// A site in simplified Chinese and English.
fn site_in_two_languages(name: &str) -> (std::path::PathBuf, std::path::PathBuf) {
    let (site, folder) = site(name, KIOSK);
    fs::write(site.join("eligibility-check.js"), SCRIPT).unwrap();
    fs::write(site.join("index.html"), INDEX).unwrap();
    let names: Vec<String> = contents(&site).into_iter().map(|(name, _)| name).collect();
    let output = Command::new("sha256sum").args(&names).current_dir(&site).output().unwrap();
    fs::write(site.join("SHA256SUMS"), output.stdout).unwrap();
    (site, folder)
}

fn update(site: &Path, pack: &str) -> String {
    let (status, text) = bundle(&["--pack", pack, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    let check = ["--quiet", "--check", "SHA256SUMS"];
    let output = Command::new("sha256sum").args(check).current_dir(site).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    text
}

#[test]
fn a_pack_in_one_language_replaces_one_in_two() {
    let (site, _) = site_in_two_languages("fewer");
    let text = update(&site, FAIR);
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    assert_eq!(read("eligibility-check.js"), SCRIPT.replace(",\"en\"", ""));
    assert_eq!(read("index.html"), INDEX);
    assert_eq!(read("offline.html").matches("id=\"ec-pack-").count(), 1);
    for name in ["rules.en.json", "rulebook.en.html"] {
        assert!(!site.join(name).exists() && !read("SHA256SUMS").contains(&format!(" {name}")));
        assert!(text.contains(&format!("{name}: removed: the pack does not have this language")));
    }
    // The packs of the build remain, for their own id.
    assert!(site.join("built-in/rules.en.json").exists());

    let text = update(&site, KIOSK);
    assert_eq!(read("eligibility-check.js"), SCRIPT);
    assert!(site.join("rules.en.json").exists() && site.join("rulebook.en.html").exists());
    assert!(!text.contains("removed"), "{text}");
}

#[test]
fn the_first_language_of_the_pack_becomes_that_of_the_site() {
    let (site, folder) = site_in_two_languages("order");
    let pack = changed(&folder, KIOSK, "[\"zh-Hans\", \"en\"]", "[\"en\", \"zh-Hans\"]");
    update(&site, pack.to_str().unwrap());
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    assert!(read("eligibility-check.js").ends_with("[\"en\",\"zh-Hans\"]);"));
    assert!(read("rulebook.html").contains("<html lang=\"en\""));
    assert!(site.join("rulebook.zh-Hans.html").exists());
    assert!(!site.join("rulebook.en.html").exists());
}

#[test]
fn a_page_preloads_the_pack_of_a_language_that_the_site_has() {
    let (site, folder) = site_in_two_languages("preload");
    let pack = changed(&folder, FAIR, "\"zh-Hans\"", "\"zh-Hant\"");
    update(&site, pack.to_str().unwrap());
    let index = fs::read_to_string(site.join("index.html")).unwrap();
    assert_eq!(index, INDEX.replace("rules.zh-Hans.json", "rules.zh-Hant.json"));
    assert!(site.join("rules.zh-Hant.json").exists() && !site.join("rules.zh-Hans.json").exists());
}

#[test]
fn a_tag_of_a_folder_with_the_old_pack_is_mentioned() {
    let (site, _) = site_in_two_languages("embed");
    fs::write(site.join("embed.txt"), "<script src=\"v0.1.0-22cd68b4/eligibility-check.js\">")
        .unwrap();
    let (_, text) = bundle(&["--pack", KIOSK, "--out", site.to_str().unwrap()]);
    let note = "embed.txt: still names `v0.1.0-22cd68b4`, whose packs have not changed";
    assert!(text.contains(note), "{text}");
}

#[test]
fn a_run_that_was_killed_is_completed_or_undone_by_the_next_one() {
    let (old, folder) = site_in_two_languages("killed");
    let (new, _) = site_in_two_languages("killed-new");
    update(&new, FAIR);
    let (before, after) = (contents(&old), contents(&new));
    let written: Vec<_> = after.iter().filter(|file| !before.contains(file)).collect();
    assert!(written.len() > 3);
    let removed = ["rules.en.json", "rulebook.en.html"];
    // Killed while it wrote temporary files, and after each rename.
    for renamed in 0..=written.len() {
        for has_journal in [false, true] {
            if renamed > 0 && !has_journal {
                continue;
            }
            for (name, text) in &before {
                fs::write(old.join(name), text).unwrap();
            }
            for (index, (name, text)) in written.iter().enumerate() {
                let name = if index < renamed { name.clone() } else { format!("{name}.part") };
                fs::write(old.join(name), text).unwrap();
            }
            if has_journal {
                let lines = written.iter().map(|(name, _)| format!("+{name}\n"));
                let lines = lines.chain(removed.map(|name| format!("-{name}\n")));
                fs::write(old.join("bundle.journal"), lines.collect::<String>()).unwrap();
            }
            // A pack that cannot be used, so that only the interrupted run matters.
            let broken = folder.join("broken.json");
            fs::write(&broken, "{}").unwrap();
            let paths = [&broken, &old].map(|path| path.to_str().unwrap());
            assert_eq!(bundle(&["--pack", paths[0], "--out", paths[1]]).0, Some(2));
            let expected = if has_journal { &after } else { &before };
            assert!(contents(&old) == *expected, "{renamed} renamed, journal: {has_journal}");
        }
    }
}
