//! Conditions of a valid pack in words.

use eligibility_check::author::model::words_at;
use eligibility_check::page::ConditionWords;
use eligibility_check::rulebook::{Locale, RulePack};

use super::super::document::assert_snapshot;
use super::{GUIDE, PACKS, parsed};
use crate::support::{FERRY, parse_pack};

/// The words, each part on a line of its own.
fn lines(words: &ConditionWords, depth: usize, text: &mut String) {
    text.push_str(&format!("{}{}\n", "  ".repeat(depth), words.text));
    words.parts.iter().for_each(|part| lines(part, depth + 1, text));
}

#[test]
fn a_criterion_is_a_sentence_in_the_words_of_its_fact() {
    let pack = parse_pack(GUIDE);
    let words = words_at(&pack, "/measures/0/criteria/0/when", Locale::ZhHans).unwrap();
    assert_eq!((words.text.as_str(), words.parts.len()), ("企业在港区注册吗：是", 0));
}

#[test]
fn a_named_condition_is_replaced_by_its_words() {
    let pack = parse_pack(PACKS[0]);
    let words = words_at(&pack, "/measures/0/criteria/0/when", Locale::En).unwrap();
    let mut text = String::new();
    lines(&words, 0, &mut text);
    assert_snapshot("condition-in-words", &text);
}

#[test]
fn every_condition_of_the_packs_has_words_at_its_pointer() {
    for source in PACKS.into_iter().chain([FERRY]) {
        let pack = RulePack::from_json(source).unwrap();
        let document = parsed(source);
        let mut found = 0;
        let mut todo = vec![(String::new(), document.json())];
        while let Some((pointer, json)) = todo.pop() {
            for (key, value) in json.entries() {
                let at = format!("{pointer}/{key}");
                let names = ["when", "applies-when", "ask-when", "only-for", "holds"];
                // Bands are parts of a condition.
                if names.contains(&key.as_str()) && !at.contains("/bands/") {
                    let words = words_at(&pack, &at, pack.languages[0]);
                    assert!(!words.unwrap_or_else(|| panic!("{at}")).text.is_empty());
                    found += 1;
                }
                todo.push((at, value));
            }
            let items = json.items().iter().enumerate();
            todo.extend(items.map(|(index, item)| (format!("{pointer}/{index}"), item)));
        }
        assert!(found > 4);
    }
}

#[test]
fn another_pointer_has_no_words() {
    let pack = parse_pack(GUIDE);
    for pointer in ["", "/", "/measures/9/applies-when", "/measures/0/criteria/x/when", "/title"] {
        assert_eq!(words_at(&pack, pointer, Locale::ZhHans), None);
    }
}
