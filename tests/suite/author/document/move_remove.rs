//! Moved and removed items leave the rest as it is.

use super::{GUIDE, PACKS, after, assert_changes};

#[test]
fn a_removed_key_takes_its_comma_and_its_line_along() {
    let last = after(GUIDE, |document| document.remove("/facts/0/hint"));
    let middle = after(GUIDE, |document| document.remove("/measures/0/summary"));
    assert_changes("removed-keys", &[(GUIDE, last), (GUIDE, middle)]);
}

#[test]
fn the_last_key_on_a_line_leaves_the_next_line_as_it_is() {
    let new = after(GUIDE, |document| document.remove("/facts/0/section"));
    assert_changes("removed-last-key-on-a-line", &[(GUIDE, new)]);
}

#[test]
fn the_only_item_leaves_an_empty_list() {
    let new = after(GUIDE, |document| document.remove("/provisions/0"));
    assert!(new.contains("  \"provisions\": [],\n"));
    assert_eq!(after("[ 1 ]", |document| document.remove("/0")), "[]");
}

#[test]
fn a_moved_measure_is_the_same_text_in_another_place() {
    let pack = PACKS[2];
    let new = after(pack, |document| document.move_item("/measures", 0, 2));
    let document = super::document(pack);
    let text = &pack[document.range("/measures/0").unwrap()];
    assert_eq!(&new[super::document(&new).range("/measures/2").unwrap()], text);
    assert_eq!(new.len(), pack.len());
    assert_eq!(after(&new, |document| document.move_item("/measures", 2, 0)), pack);
}

#[test]
fn a_moved_item_of_one_line_stays_in_the_line() {
    let text = r#"{"a": ["x", "y", "z"]}"#;
    assert_eq!(after(text, |document| document.move_item("/a", 2, 0)), r#"{"a": ["z", "x", "y"]}"#);
    assert_eq!(after(text, |document| document.move_item("/a", 1, 1)), text);
}
