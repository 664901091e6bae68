//! `eligibility bundle` updates the pack of a deployed site without a build, or leaves the site
//! unchanged.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use eligibility_check::rulebook::{BrowserPack, RulePack};

use crate::command_line::{empty_folder, run};
use crate::support::repo_path;

pub(crate) const FAIR: &str = "tests/transcripts/packs/fair.json";
const TEMPLATE: &str = "<meta content=\"{{script-hash}} {{style-hash}} {{page-style-hash}}\"><style>{{page-style}}</style>\
    {{style}}{{wasm}}\n  {{packs}}\n  <script>{{script}}</script>";

/// Runs `eligibility bundle`.
pub(crate) fn bundle(arguments: &[&str]) -> (Option<i32>, String) {
    run(&[&["bundle"], arguments].concat())
}

/// A new site with a pack, and the folder that contains it.
pub(crate) fn site(name: &str, pack: &str) -> (PathBuf, PathBuf) {
    let folder = empty_folder(&format!("sites/{name}"));
    let (parts, site) = (folder.join("parts"), folder.join("dist"));
    fs::create_dir_all(&parts).unwrap();
    fs::create_dir_all(&site).unwrap();
    let texts = [("offline.js", "run()"), ("eligibility-check.css", "p {}"), ("page.css", "h1 {}")];
    for (part, text) in texts {
        fs::write(parts.join(part), text).unwrap();
    }
    fs::write(parts.join("eligibility-widget.wasm"), "wasm").unwrap();
    fs::write(parts.join("offline.html"), TEMPLATE).unwrap();
    let arguments =
        ["--pack", pack, "--parts", parts.to_str().unwrap(), "--out", site.to_str().unwrap()];
    let (status, text) = bundle(&arguments);
    assert_eq!(status, Some(0), "{text}");
    fs::write(site.join("eligibility-check.js"), "").unwrap();
    (site, folder)
}

/// A copy of a pack with a text replaced, in a new file.
pub(crate) fn changed(folder: &Path, pack: &str, from: &str, to: &str) -> PathBuf {
    let text = fs::read_to_string(repo_path(pack)).unwrap();
    assert!(text.contains(from), "{from}");
    let path = folder.join("changed.json");
    fs::write(&path, text.replace(from, to)).unwrap();
    path
}

/// The files below a folder, with their contents.
pub(crate) fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        match path.is_dir() {
            true => found.extend(
                contents(&path).into_iter().map(|(file, text)| (format!("{name}/{file}"), text)),
            ),
            false => found.push((name, fs::read(&path).unwrap())),
        }
    }
    found.sort();
    found
}

#[test]
fn packs_pages_and_checksums_are_replaced_and_built_in_packs_are_kept() {
    let (site, folder) = site("replaced", FAIR);
    let sum_of_empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let sums = [
        "built-in/rules.zh-Hans.json",
        "offline.html",
        "rulebook.css",
        "rulebook.html",
        "rules.zh-Hans.json",
    ]
    .map(|name| format!("{sum_of_empty}  {name}\n"));
    fs::write(site.join("SHA256SUMS"), sums.concat()).unwrap();
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    let (before, page) = (read("built-in/rules.zh-Hans.json"), read("offline.html"));
    assert_eq!(before, read("rules.zh-Hans.json"));

    let pack = RulePack::from_json(&fs::read_to_string(repo_path(FAIR)).unwrap()).unwrap();
    let version = format!("\"version\": \"{}\"", pack.version);
    let path = changed(&folder, FAIR, &version, "\"version\": \"2031.1.1\"");
    let (status, text) =
        bundle(&["--pack", path.to_str().unwrap(), "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");

    let after = read("rules.zh-Hans.json");
    assert_eq!(&*BrowserPack::decode(&after).unwrap().rules.version, "2031.1.1");
    assert_eq!(read("built-in/rules.zh-Hans.json"), before);
    // Only the packs of the offline page change.
    let tag = "<script type=\"application/json\" id=\"ec-pack-zh-Hans\">";
    assert_eq!(
        page.replace(&format!("{tag}{before}"), &format!("{tag}{after}")),
        read("offline.html")
    );
    assert_ne!(page, read("offline.html"));
    assert!(read("rulebook.html").contains("2031.1.1"));
    let sums = read("SHA256SUMS");
    let lines: Vec<&str> = sums.lines().collect();
    assert_eq!(
        lines[0],
        format!("{sum_of_empty}  built-in/rules.zh-Hans.json"),
        "the sum of a file that was not written has changed"
    );
    assert_eq!(lines.len(), 5);
    for line in &lines[1..] {
        let (sum, name) = line.split_once("  ").unwrap();
        let output = Command::new("sha256sum").arg(site.join(name)).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().starts_with(sum), "{name}");
    }
    assert!(contents(&site).iter().all(|(name, _)| !name.ends_with(".part")));
}

#[test]
fn a_rejected_update_leaves_the_site_unchanged_and_has_a_help_text() {
    let (site, folder) = site("rejected", FAIR);
    let before = contents(&site);
    let out = site.to_str().unwrap();
    let rejected = |pack: &str, out: &str, reason: &str| {
        let (status, text) = bundle(&["--pack", pack, "--out", out]);
        assert_eq!(status, Some(2), "{text}");
        assert!(text.contains(reason) && text.contains("= help: "), "{text}");
    };
    rejected(
        "rules.json",
        out,
        "has the languages zh-Hans, but the pack has en, zh-Hans, zh-Hant, and its script does not",
    );
    rejected(FAIR, folder.to_str().unwrap(), "is not a built site");
    assert_eq!(contents(&site), before);

    fs::write(site.join("offline.html"), "<p>Maintenance</p>").unwrap();
    rejected(FAIR, out, "is not the offline page of this program");
    fs::remove_file(site.join("offline.html")).unwrap();
    let (status, text) = bundle(&["--pack", FAIR, "--out", out]);
    assert_eq!(status, Some(0), "{text}");
    assert!(!site.join("offline.html").exists());

    let built_in = site.join("built-in/rules.zh-Hans.json");
    let older = fs::read_to_string(&built_in).unwrap().replacen(
        "\"eligibility-pack\":8",
        "\"eligibility-pack\":5",
        1,
    );
    fs::write(&built_in, older).unwrap();
    rejected(FAIR, out, "built by another version of this program");
}

#[test]
fn a_pack_nested_too_deeply_for_browsers_is_rejected() {
    let (site, folder) = site("nested", FAIR);
    let before = contents(&site);
    let is = r#"{"is": ["local", true]}"#;
    // A browser pack has one level more than its authored pack.
    for (depth, status) in [(119, 0), (120, 2)] {
        let when = [r#"{"not": "#.repeat(depth), is.to_owned(), "}".repeat(depth)].concat();
        let pack = changed(&folder, FAIR, is, &when);
        assert!(RulePack::from_json(&fs::read_to_string(&pack).unwrap()).is_ok());
        let out = if status == 0 { folder.join("other") } else { site.clone() };
        let parts = folder.join("parts");
        let paths = [&pack, &parts, &out].map(|path| path.to_str().unwrap());
        fs::create_dir_all(&out).unwrap();
        let (found, text) = bundle(&["--pack", paths[0], "--parts", paths[1], "--out", paths[2]]);
        assert_eq!(found, Some(status), "{text}");
        assert_eq!(text.contains("nested too deeply for browsers"), status == 2, "{text}");
    }
    assert_eq!(contents(&site), before);
}

#[test]
fn the_folder_of_a_version_is_rejected_and_a_copy_of_it_is_updated() {
    let (site, folder) = site("version", FAIR);
    let version = folder.join("v0.1.0-0089fbd7");
    let copy = folder.join("v0.1.0-0089fbd7-20261201");
    fs::rename(site, &version).unwrap();
    let before = contents(&version);
    let parts = folder.join("parts");
    let within = version.join("built-in").join("..");
    for (out, more) in
        [(&version, &[][..]), (&within, &[]), (&version, &["--parts", parts.to_str().unwrap()])]
    {
        let arguments = [&["--pack", FAIR, "--out", out.to_str().unwrap()], more].concat();
        let (status, text) = bundle(&arguments);
        assert_eq!(status, Some(2), "{text}");
        assert!(
            text.contains("`v0.1.0-0089fbd7` has a version in its name and must not change"),
            "{text}"
        );
        assert!(text.contains("= help: copy it under another name"), "{text}");
    }
    assert_eq!(contents(&version), before);
    fs::rename(&version, &copy).unwrap();
    let (status, text) = bundle(&["--pack", FAIR, "--out", copy.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
}

#[test]
fn an_offline_page_of_another_version_is_rejected() {
    let (site, _) = site("offline", FAIR);
    let path = site.join("offline.html");
    let page = fs::read_to_string(&path).unwrap();
    let older = page.replacen("\"eligibility-pack\":8", "\"eligibility-pack\":5", 1);
    assert_ne!(older, page);
    fs::write(&path, older).unwrap();
    let before = contents(&site);
    let (status, text) = bundle(&["--pack", FAIR, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(2), "{text}");
    assert!(
        text.contains("offline.html` was built by another version of this program, or is damaged"),
        "{text}"
    );
    assert!(text.contains("= help: copy it again from the built site, or remove it"), "{text}");
    assert_eq!(contents(&site), before);
}

#[test]
fn packs_json_has_the_id_of_the_pack() {
    let (site, folder) = site("named", FAIR);
    let named = || fs::read_to_string(site.join("packs.json")).unwrap();
    assert_eq!(named(), "{\"id\":\"fair-2019\"}\n");
    let pack = changed(&folder, FAIR, "\"id\": \"fair-2019\"", "\"id\": \"other-fair\"");
    let (status, text) =
        bundle(&["--pack", pack.to_str().unwrap(), "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    assert_eq!(named(), "{\"id\":\"other-fair\"}\n");
}
