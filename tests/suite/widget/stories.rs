//! A snapshot of each story, and the list of components with stories.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite stories` and review
//! the diff.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use eligibility_check::rulebook::Locale;
use eligibility_check::widget::stories::{Story, stories};

use crate::markup::unique_ids;
use crate::pretty_html::pretty;
use crate::snapshots::assert_snapshot_in;
use crate::support::repo_path;

/// The components with stories, sorted: a folder of `src/widget` and a name.
const COMPONENTS: [&str; 59] = [
    "app/screen",
    "checklist/answers",
    "checklist/apply",
    "checklist/bilingual",
    "checklist/clauses",
    "checklist/document",
    "checklist/firm_details",
    "checklist/header",
    "checklist/lost",
    "checklist/materials",
    "checklist/measure",
    "checklist/near_misses",
    "checklist/notices",
    "checklist/open",
    "checklist/receipt",
    "checklist/signature",
    "plan/next_round",
    "plan/options",
    "plan/receipt",
    "plan/screen",
    "plan/steps",
    "plan/windows",
    "policies/bar",
    "policies/carried",
    "policies/list",
    "question/answers_list",
    "question/by_topic",
    "question/clear_answers",
    "question/error_summary",
    "question/field",
    "question/options",
    "question/purpose",
    "question/question",
    "question/screen",
    "restore/form",
    "restore/notice",
    "restore/offer",
    "results/amount",
    "results/ask_link",
    "results/citation",
    "results/criteria",
    "results/measure_card",
    "results/measure_details",
    "results/results",
    "results/summary",
    "start/day",
    "start/history",
    "start/notices",
    "start/start",
    "start/timeline",
    "start/validity",
    "topics/topics",
    "ui/badge",
    "ui/bar",
    "ui/button",
    "ui/footer",
    "ui/menu",
    "ui/qr",
    "ui/row",
];

/// The snapshot of a story below `tests/snapshots/stories`, without the file extension.
fn snapshot_path(story: &Story) -> PathBuf {
    Path::new(story.component).join(kebab_case(story.name))
}

/// The words of a name in lower case, without apostrophes, with hyphens between them.
fn kebab_case(name: &str) -> String {
    let name = name.replace('\'', "");
    let words =
        name.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

/// The snapshots below a folder, relative to it and without the file extension.
fn snapshots(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "snap") {
                found.insert(path.strip_prefix(folder).unwrap().with_extension(""));
            }
        }
    }
    found
}

#[test]
fn every_component_has_stories() {
    let stories = stories(Locale::ZhHans);
    let components: BTreeSet<&str> = stories.iter().map(|story| story.component).collect();
    assert_eq!(components.into_iter().collect::<Vec<_>>(), COMPONENTS);
}

#[test]
fn stories_are_the_same_in_every_language() {
    let names = |locale| -> Vec<_> {
        stories(locale).into_iter().map(|story| (story.component, story.name)).collect()
    };
    let expected = names(Locale::ZhHans);
    for locale in [Locale::ZhHant, Locale::En] {
        assert_eq!(names(locale), expected);
    }
}

#[test]
fn ids_are_unique_in_a_story_and_no_two_stories_are_equal() {
    for locale in Locale::ALL {
        let mut names = BTreeMap::new();
        for Story { component, name, html } in stories(locale) {
            unique_ids(&html);
            let equal = names.insert(pretty(&html), name);
            assert_eq!(equal, None, "{component}, {name}: the same HTML as another story");
        }
    }
}

#[test]
fn every_story_matches_its_snapshot() {
    let mut expected = BTreeSet::new();
    let mut changed = Vec::new();
    for story in stories(Locale::ZhHans) {
        let path = snapshot_path(&story);
        let compare = || {
            let folder = format!("stories/{}", story.component);
            assert_snapshot_in(&folder, &kebab_case(story.name), &pretty(&story.html));
        };
        // Reports the differences of all stories, not only of the first.
        if catch_unwind(AssertUnwindSafe(compare)).is_err() {
            changed.push(path.clone());
        }
        assert!(expected.insert(path.clone()), "{}: two stories have this name", path.display());
    }
    assert!(changed.is_empty(), "{} stories changed: {changed:#?}", changed.len());
    let orphans: Vec<_> =
        snapshots(&repo_path("tests/snapshots/stories")).difference(&expected).cloned().collect();
    assert!(orphans.is_empty(), "snapshots without a story: {orphans:#?}");
}
