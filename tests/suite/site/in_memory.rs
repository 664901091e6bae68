//! A site in memory gets the files that `eligibility bundle` writes into the same site on a disk.

use std::fs;
use std::path::Path;

use eligibility_check::bundle::{BundleError, Changes, MemoryFolder, Policies, bundle};
use eligibility_check::rulebook::RulePack;
use eligibility_check::widget::wait_for;

use crate::command_line::empty_folder;
use crate::site::bundle::{FAIR, contents};
use crate::site::languages::KIOSK;
use crate::site::policies::{arguments, site_with_page};
use crate::support::repo_path;

fn policies(paths: &[&str]) -> Policies {
    let text = |path: &&str| fs::read_to_string(repo_path(path)).unwrap();
    let packs = paths.iter().map(|path| RulePack::from_json(&text(path)).unwrap());
    Policies::new(packs.collect()).unwrap()
}

fn in_memory(folder: &Path) -> MemoryFolder {
    MemoryFolder(contents(folder).into_iter().collect())
}

fn changes(site: &MemoryFolder, paths: &[&str]) -> Result<Changes, BundleError> {
    wait_for(bundle(site, None, &policies(paths))).unwrap()
}

/// Applies the changes to a site.
fn apply(site: &mut MemoryFolder, changes: &Changes) {
    for (name, _) in &changes.removed {
        assert!(site.0.remove(name).is_some(), "{name}");
    }
    let written = changes.written.iter().cloned();
    site.0.extend(written.map(|(name, text)| (name, text.into_bytes())));
}

#[test]
fn a_site_in_memory_gets_the_files_that_the_command_writes() {
    let (disk, _) = site_with_page("in-memory", FAIR);
    let mut memory = in_memory(&disk);
    for packs in [&[FAIR, KIOSK][..], &[KIOSK], &[FAIR]] {
        let (status, text) = crate::site::bundle::bundle(&arguments(packs, &disk));
        assert_eq!(status, Some(0), "{text}");
        let changes = changes(&memory, packs).unwrap();
        apply(&mut memory, &changes);
        assert!(memory == in_memory(&disk), "{packs:?}");
        for (name, reason) in &changes.removed {
            assert!(text.contains(&format!("{name}: removed: {reason}\n")), "{text}");
        }
        for message in &changes.messages {
            assert!(text.contains(message.split_once(": ").unwrap().1), "{text}");
        }
    }
}

#[test]
fn a_folder_that_is_no_site_is_rejected_with_a_remedy() {
    let empty = in_memory(&empty_folder("in-memory-empty"));
    let error = changes(&empty, &[FAIR]).unwrap_err();
    assert!(error.message.starts_with("`site` is not a built site"), "{error}");
    assert!(error.help.is_some());
}

#[test]
fn two_packs_with_one_id_are_no_site() {
    let pack = RulePack::from_json(&fs::read_to_string(repo_path(FAIR)).unwrap()).unwrap();
    let error = Policies::new(vec![pack.clone(), pack]).unwrap_err();
    assert_eq!(error.message, "two packs have the id `fair-2019`");
    assert!(Policies::new(Vec::new()).is_err());
}
