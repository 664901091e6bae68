//! `eligibility bundle` writes a site of several policies: a list, and a folder for each.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use eligibility_check::rulebook::{BrowserPack, Locale, PolicyList};

use crate::site::bundle::{FAIR, bundle, changed, contents, site};
use crate::site::languages::KIOSK;
use crate::support::repo_path;

pub(crate) const SCRIPT: &str = "f(import.meta.url,[\"zh-Hans\"]);";
const INDEX: &str = "<title>Site</title><link href=\"rules.zh-Hans.json\">\
    <a href=\"rulebook.html\"></a><eligibility-check></eligibility-check>";

/// A site with one policy, its page and its checksums.
pub(crate) fn site_with_page(name: &str, pack: &str) -> (PathBuf, PathBuf) {
    let (site, folder) = site(name, pack);
    fs::write(site.join("eligibility-check.js"), SCRIPT).unwrap();
    fs::write(site.join("index.html"), INDEX).unwrap();
    update(&site, &[pack]);
    let names: Vec<String> = contents(&site).into_iter().map(|(name, _)| name).collect();
    let output = Command::new("sha256sum").args(&names).current_dir(&site).output().unwrap();
    fs::write(site.join("SHA256SUMS"), output.stdout).unwrap();
    (site, folder)
}

pub(crate) fn arguments<'a>(packs: &[&'a str], site: &'a Path) -> Vec<&'a str> {
    let packs = packs.iter().flat_map(|pack| ["--pack", pack]);
    packs.chain(["--out", site.to_str().unwrap()]).collect()
}

/// Writes packs into a site, and checks the checksums.
fn update(site: &Path, packs: &[&str]) -> String {
    let (status, text) = bundle(&arguments(packs, site));
    assert_eq!(status, Some(0), "{text}");
    if site.join("SHA256SUMS").exists() {
        let check = ["--quiet", "--check", "SHA256SUMS"];
        let output = Command::new("sha256sum").args(check).current_dir(site).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    text
}

fn files(site: &Path) -> BTreeMap<String, String> {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    contents(site).into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

#[test]
fn a_site_of_two_policies_has_a_list_and_a_folder_for_each() {
    let (site, _) = site_with_page("two", FAIR);
    let fair = files(&site);
    update(&site, &[KIOSK]);
    let kiosk = files(&site);
    update(&site, &[FAIR, KIOSK]);
    let both = files(&site);

    for (tag, titles) in
        [("zh-Hans", ["市集扶持", "报刊亭扶持"]), ("en", ["市集扶持", "Support for kiosks"])]
    {
        let list = PolicyList::decode(&both[&format!("rules.{tag}.json")]).unwrap().unwrap();
        assert_eq!(list.language.tag(), tag);
        let languages: Vec<Locale> = list.languages.iter().map(|one| one.locale).collect();
        assert_eq!(languages, [Locale::ZhHans, Locale::En]);
        let found: Vec<&str> = list.policies.iter().map(|policy| &*policy.title).collect();
        assert_eq!(found, titles);
    }
    assert_eq!(both["packs.json"], "{\"id\":\"fair-2019 kiosk-2019\"}\n");
    assert_eq!(both["eligibility-check.js"], SCRIPT.replace("]", ",\"en\"]"));

    // Each policy has the files that it has as the only one of a site. Those in a language that its
    // pack lacks are in its first one.
    for (id, alone, names) in [
        ("fair-2019", &fair, &["rules.zh-Hans.json", "rulebook.html"]),
        ("kiosk-2019", &kiosk, &["rules.en.json", "rulebook.en.html"]),
    ] {
        let folder = format!("policies/{id}/");
        let in_folder = both.keys().filter_map(|name| name.strip_prefix(&folder));
        let files = [
            "index.html",
            "rulebook.en.html",
            "rulebook.html",
            "rules.en.json",
            "rules.zh-Hans.json",
        ];
        assert!(in_folder.eq(files));
        for (name, own) in [
            ("rules.zh-Hans.json", "rules.zh-Hans.json"),
            ("rulebook.html", "rulebook.html"),
            ("rules.en.json", names[0]),
            ("rulebook.en.html", names[1]),
        ] {
            let expected = alone[own].replace("\"rulebook.css\"", "\"../../rulebook.css\"");
            assert_eq!(both[&format!("{folder}{name}")], expected, "{name}");
        }
        assert!(both[&format!("{folder}index.html")].contains(&format!("policy=\"{id}\"")));
    }
    let outside = both.keys().filter(|name| !name.starts_with("policies/"));
    assert!(outside.eq(kiosk.keys()), "the site has the files of before, and `policies`");
}

#[test]
fn the_offline_page_has_the_lists_and_the_packs_of_all_policies() {
    let (site, _) = site_with_page("two-offline", FAIR);
    let alone = files(&site);
    update(&site, &[FAIR, KIOSK]);
    let both = files(&site);
    let page = &both["offline.html"];
    let ids: Vec<&str> =
        page.split("id=\"ec-pack-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let packs = [
        "zh-Hans",
        "en",
        "policies/fair-2019/rules.zh-Hans.json",
        "policies/fair-2019/rules.en.json",
        "policies/kiosk-2019/rules.zh-Hans.json",
        "policies/kiosk-2019/rules.en.json",
    ];
    assert_eq!(ids, packs);
    for id in ids {
        let name = if id.contains('/') { id.to_owned() } else { format!("rules.{id}.json") };
        assert!(page.contains(&format!("id=\"ec-pack-{id}\">{}</script>", both[&name])));
    }
    update(&site, &[FAIR]);
    assert_eq!(files(&site)["offline.html"], alone["offline.html"]);
}

#[test]
fn the_rules_page_of_the_site_lists_the_policies() {
    let (site, _) = site_with_page("two-rules", FAIR);
    update(&site, &[FAIR, KIOSK]);
    let files = files(&site);
    for (name, links, text) in [
        (
            "rulebook.html",
            ["policies/fair-2019/rulebook.html", "policies/kiosk-2019/rulebook.html"],
            "集〔2019〕1号</p><p><strong>有效期</strong>：2019年1月1日至2021年12月31日</p>\
             <p><strong>措施</strong>：7</p>",
        ),
        (
            "rulebook.en.html",
            ["policies/fair-2019/rulebook.html", "policies/kiosk-2019/rulebook.en.html"],
            "<p><strong>Measures</strong>: 1</p>",
        ),
    ] {
        let page = &files[name];
        for link in links {
            assert!(page.contains(&format!("<a href=\"{link}\">")), "{page}");
            assert!(files.contains_key(link), "{link}");
        }
        assert!(page.contains(text), "{page}");
        assert!(page.contains("href=\"rulebook.css\"") && page.contains("href=\"index.html\""));
    }
    assert!(files["rulebook.en.html"].contains("<section lang=\"zh-Hans\" class=\"part\">"));
}

#[test]
fn from_one_policy_to_several_and_back_leaves_the_same_files() {
    let (site, _) = site_with_page("there-and-back", FAIR);
    let one = files(&site);
    update(&site, &[FAIR, KIOSK]);
    let text = update(&site, &[FAIR]);
    assert!(text.contains("kiosk-2019/index.html: removed: the site does not have this policy"));
    assert!(text.contains("rules.en.json: removed: the pack does not have this language"));
    let mut after = files(&site);
    let mut before = one;
    // The checksums of files that the list did not have are added.
    before.remove("SHA256SUMS");
    after.remove("SHA256SUMS");
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    assert!(after == before);
    assert!(!site.join("policies").exists());
}

#[test]
fn only_the_files_of_policies_that_the_site_had_are_removed() {
    let (site, _) = site_with_page("others", FAIR);
    update(&site, &[FAIR, KIOSK]);
    let kept = ["policies/readme/index.html", "policies/kiosk-2019/photo.jpg"];
    fs::create_dir_all(site.join("policies/readme")).unwrap();
    for name in kept {
        fs::write(site.join(name), "kept").unwrap();
    }
    let harbour = "tests/transcripts/packs/harbour.json";
    let text = update(&site, &[FAIR, harbour]);
    let removed = "fair-2019/rulebook.en.html: removed: no pack has this language";
    assert!(text.contains(removed), "{text}");
    assert!(text.contains("rules.en.json: removed: no pack has this language"), "{text}");
    let names: Vec<String> = files(&site).into_keys().collect();
    let in_policies: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_prefix("policies/"))
        .filter(|name| !name.starts_with("harbour"))
        .collect();
    assert_eq!(
        in_policies,
        [
            "fair-2019/index.html",
            "fair-2019/rulebook.html",
            "fair-2019/rules.zh-Hans.json",
            "kiosk-2019/photo.jpg",
            "readme/index.html"
        ]
    );
}

#[test]
fn leftovers_in_the_folders_of_policies_are_removed_or_completed() {
    let (site, _) = site_with_page("left-in-policies", FAIR);
    let before = files(&site);
    for folder in ["policies/new", "built-in/policies/new"] {
        fs::create_dir_all(site.join(folder)).unwrap();
        fs::write(site.join(folder).join("rules.en.json.part"), "half").unwrap();
    }
    let broken = site.with_file_name("broken.json");
    fs::write(&broken, "{}").unwrap();
    let fails = || assert_eq!(bundle(&arguments(&[broken.to_str().unwrap()], &site)).0, Some(2));
    fails();
    assert!(files(&site) == before && !site.join("policies").exists());
    assert!(!site.join("built-in/policies").exists());

    update(&site, &[FAIR, KIOSK]);
    let pack = site.join("policies/fair-2019/rules.zh-Hans.json");
    fs::write(site.join("policies/fair-2019/rules.zh-Hans.json.part"), "new").unwrap();
    let removed = files(&site).into_keys().filter(|name| name.starts_with("policies/kiosk"));
    let journal: String = removed.map(|name| format!("-{name}\n")).collect();
    let journal = format!("+policies/fair-2019/rules.zh-Hans.json\n{journal}");
    fs::write(site.join("bundle.journal"), journal).unwrap();
    fails();
    assert_eq!(fs::read_to_string(pack).unwrap(), "new");
    assert!(!site.join("policies/kiosk-2019").exists() && !site.join("bundle.journal").exists());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_policies_of_another_site_is_not_followed() {
    let (other, _) = site_with_page("linked-other", FAIR);
    update(&other, &[FAIR, KIOSK]);
    let (site, _) = site_with_page("linked", FAIR);
    std::os::unix::fs::symlink(other.join("policies"), site.join("policies")).unwrap();
    let before = (files(&site), files(&other));
    let (status, text) = bundle(&arguments(&[FAIR, KIOSK], &site));
    assert_eq!(status, Some(2), "{text}");
    assert!(text.contains("policies` is a symbolic link, which may point into another"), "{text}");
    assert!((files(&site), files(&other)) == before);
    update(&site, &[FAIR]);
    assert!(files(&other) == before.1);
}

#[test]
fn a_site_that_is_built_has_the_policies_in_its_built_in_packs() {
    let (site, folder) = site_with_page("two-built", FAIR);
    let out = folder.join("new");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("index.html"), INDEX).unwrap();
    let parts = folder.join("parts");
    let packs = arguments(&[FAIR, KIOSK], &out);
    let (status, text) = bundle(&[&packs[..], &["--parts", parts.to_str().unwrap()]].concat());
    assert_eq!(status, Some(0), "{text}");
    let built = files(&out);
    let packs: Vec<&String> = built
        .keys()
        .filter(|name| name.contains("rules.") && !name.starts_with("built-in"))
        .collect();
    assert_eq!(packs.len(), 6);
    for name in packs {
        assert_eq!(built[name], built[&format!("built-in/{name}")]);
        assert!(name.starts_with("policies/") == BrowserPack::decode(&built[name]).is_ok());
    }
    // A site that was built with a list takes one pack, and the other way round.
    fs::write(out.join("eligibility-check.js"), SCRIPT).unwrap();
    update(&out, &[FAIR]);
    assert_eq!(files(&out)["rules.zh-Hans.json"], files(&site)["rules.zh-Hans.json"]);
}

#[test]
fn rules_pages_are_named_by_the_first_language_of_the_site() {
    let (site, folder) = site_with_page("english-second", FAIR);
    let pack = changed(&folder, KIOSK, "[\"zh-Hans\", \"en\"]", "[\"en\", \"zh-Hans\"]");
    update(&site, &[FAIR, pack.to_str().unwrap()]);
    let files = files(&site);
    for (name, lang, other) in [
        ("rulebook.html", "zh-Hans", "rulebook.en.html"),
        ("rulebook.en.html", "en", "rulebook.html"),
    ] {
        let page = &files[&format!("policies/kiosk-2019/{name}")];
        assert!(page.contains(&format!("<html lang=\"{lang}\"")));
        assert!(page.contains(&format!("<a href=\"{other}\"")));
    }
}

#[test]
fn scenarios_count_the_questions_of_the_policy_that_they_name() {
    let (site, folder) = site_with_page("two-scenarios", FAIR);
    let one = bundle(&[
        "--pack",
        "rules.json",
        "--scenarios",
        "tests/scenarios",
        "--parts",
        folder.join("parts").to_str().unwrap(),
        "--out",
        site.to_str().unwrap(),
    ]);
    assert_eq!(one.0, Some(0), "{}", one.1);
    let alone = files(&site)["rules.en.json"].clone();
    let packs = arguments(&["rules.json", KIOSK], &site);
    let scenarios = ["--scenarios", "tianhe-2017-7=tests/scenarios"];
    fs::write(site.join("eligibility-check.js"), SCRIPT).unwrap();
    let (status, text) = bundle(&[&packs[..], &scenarios].concat());
    assert_eq!(status, Some(0), "{text}");
    let both = files(&site);
    assert_eq!(both["policies/tianhe-2017-7/rules.en.json"], alone);
    let list = PolicyList::decode(&both["rules.en.json"]).unwrap().unwrap();
    let asked: Vec<bool> = list.policies.iter().map(|policy| policy.asked.is_some()).collect();
    assert_eq!(asked, [true, false]);
}

#[test]
fn fifty_policies_and_a_large_offline_page_are_written_and_replaced() {
    let (site, folder) = site_with_page("fifty", FAIR);
    // The offline page is larger than the command's limit for inputs.
    fs::write(folder.join("parts/eligibility-widget.wasm"), vec![0; 8_000_000]).unwrap();
    let kiosk = fs::read_to_string(repo_path(KIOSK)).unwrap();
    let paths: Vec<String> = (1..=50)
        .map(|number| {
            let path = folder.join(format!("{number}.json"));
            let id = format!("\"id\": \"policy-{number}\"");
            fs::write(&path, kiosk.replacen("\"id\": \"kiosk-2019\"", &id, 1)).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect();
    let packs: Vec<&str> = paths.iter().map(String::as_str).collect();
    let parts = folder.join("parts");
    let with_parts = [&arguments(&packs, &site)[..], &["--parts", parts.to_str().unwrap()]];
    let (status, text) = bundle(&with_parts.concat());
    assert_eq!(status, Some(0), "{text}");
    // Questions that are asked alike are not reported.
    assert!(!text.contains("means different things"), "{text}");
    let before = files(&site);
    assert!(before["offline.html"].len() > 10_000_000);
    fs::write(site.join("eligibility-check.js"), SCRIPT).unwrap();
    update(&site, &packs);
    let after = files(&site);
    assert!(before["offline.html"] == after["offline.html"]);
    let list = PolicyList::decode(&after["rules.en.json"]).unwrap().unwrap();
    assert_eq!(list.policies.len(), 50);
}
