//! Every part of the widget in every state: that there is a story for each, and what it looks like.
//!
//! After a change that was meant: `INSTA_UPDATE=always cargo test --test suite stories`, then read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use eligibility_check::rulebook::Locale;
use eligibility_check::widget::stories::{Story, stories};

use crate::markup::{attribute, lines};
use crate::support::at;

/// Files with a function that makes an element, and no story of their own.
const WITHOUT: [(&str, &str); 5] = [
    ("element", "what elements are built with"),
    ("heading", "a heading without its text"),
    ("memo", "keeps what `measure` makes"),
    ("sheet/table", "what tables of the sheet are built with"),
    ("picture", "what `amount_bar`, `strip` and `timeline` are drawn with"),
];

/// The files of parts: those with a function for other parts that makes an element. Those of the sheet by their folder.
fn parts() -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for folder in ["", "sheet/"] {
        for entry in fs::read_dir(at("src/widget").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "rs") && makes_an_element(&path) {
                parts.insert(format!("{folder}{}", path.file_stem().unwrap().to_str().unwrap()));
            }
        }
    }
    parts
}

fn makes_an_element(path: &Path) -> bool {
    let source = fs::read_to_string(path).unwrap();
    let source = source.split("#[cfg(test)]").next().unwrap();
    let functions = ["pub(super) fn ", "pub(in crate::widget) fn "].map(|start| source.split(start).skip(1));
    functions.into_iter().flatten().any(|function| {
        let signature = function.split(" {\n").next().unwrap();
        ["-> Element", "-> Option<Element>", "-> Html"].iter().any(|made| signature.ends_with(made))
    })
}

fn by_component(stories: &[Story]) -> BTreeMap<&str, Vec<&Story>> {
    let mut components: BTreeMap<&str, Vec<&Story>> = BTreeMap::new();
    for story in stories {
        components.entry(story.component).or_default().push(story);
    }
    components
}

#[test]
fn every_part_has_a_story() {
    let parts = parts();
    assert!(parts.contains("measure_details") && parts.contains("clear"), "{parts:?}");
    let stories = stories(Locale::ZhHans);
    let told: BTreeSet<&str> = stories.iter().map(|story| story.component).collect();
    let without: BTreeSet<&str> = WITHOUT.iter().map(|(part, _)| *part).collect();
    let untold: Vec<&String> = parts
        .iter()
        .filter(|part| !told.contains(part.as_str()) && !without.contains(part.as_str()))
        .collect();
    assert!(untold.is_empty(), "without a story: {untold:?}");
    for part in &without {
        assert!(parts.contains(*part), "`{part}` is no part, so no exception either");
    }
    for component in told {
        assert!(at("src/widget").join(component).with_extension("rs").is_file(), "`{component}` is no file");
        assert!(!without.contains(component), "`{component}` has a story after all");
    }
}

#[test]
fn stories_have_different_names_the_same_in_every_language() {
    let names = |locale| -> Vec<_> {
        stories(locale).into_iter().map(|story| (story.component, story.name)).collect()
    };
    let all = names(Locale::ZhHans);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    for locale in [Locale::ZhHant, Locale::En] {
        assert_eq!(names(locale), all);
    }
}

#[test]
fn no_id_stands_twice_in_a_story_and_no_state_is_told_twice() {
    for locale in Locale::ALL {
        let mut shown = BTreeMap::new();
        for Story { component, name, html } in stories(locale) {
            let ids = attribute(&html, "id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{component}, {name}: {ids:?}");
            let before = shown.insert(html, name);
            assert_eq!(before, None, "{component}, {name}: looks the same");
        }
    }
}

#[test]
fn every_story_looks_as_it_did() {
    let stories = stories(Locale::ZhHans);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/stories");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let components = by_component(&stories);
    for (component, stories) in &components {
        let told: Vec<String> = stories
            .iter()
            .map(|story| format!("<!-- {} -->\n{}\n", story.name, lines(&story.html)))
            .collect();
        settings.bind(|| insta::assert_snapshot!(*component, told.join("\n")));
    }
    let kept = fs::read_dir(at("tests/snapshots/stories")).unwrap();
    let kept =
        kept.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "snap"));
    assert_eq!(kept.count(), components.len(), "a snapshot is left of a part that is gone");
}
