//! Edits of the text of a pack that keep its formatting.
//!
//! - `generated`: JSON with odd white space, for the laws.
//! - `hostile`: texts that are not JSON, and operations that are impossible.
//! - `insert`: new items and keys look like their neighbours.
//! - `laws`: an edit of a text means the same as the operation on its value.
//! - `move_remove`: moved and removed items leave the rest as it is.
//! - `offsets`: byte offsets and UTF-16 offsets.
//! - `rename`: an id is renamed with all references, and nothing else.
//! - `replace`: replaced values, and numbers and texts as they are written.

mod generated;
mod hostile;
mod insert;
mod laws;
mod move_remove;
mod offsets;
mod rename;
mod replace;

use super::{GUIDE, PACKS, after, json, parsed as document};

pub(super) use generated::value_as_json;

/// The lines that differ between two texts, with `-` and `+`.
fn changed_lines(old: &str, new: &str) -> String {
    let old: Vec<&str> = old.lines().collect();
    let new: Vec<&str> = new.lines().collect();
    let same = |(old, new): &(&&str, &&str)| old == new;
    let prefix = old.iter().zip(&new).take_while(same).count();
    let rest = old.len().min(new.len()) - prefix;
    let suffix = old.iter().rev().zip(new.iter().rev()).take_while(same).take(rest).count();
    let (old, new) = (&old[prefix..old.len() - suffix], &new[prefix..new.len() - suffix]);
    let is_kept = |line: &str| old.len() == new.len() && old.contains(&line) && new.contains(&line);
    let removed = old.iter().filter(|line| !is_kept(line)).map(|line| format!("-{line}\n"));
    let added = new.iter().filter(|line| !is_kept(line)).map(|line| format!("+{line}\n"));
    removed.chain(added).collect()
}

/// Compares the lines that operations change with a snapshot.
pub(super) fn assert_changes(name: &str, changes: &[(&str, String)]) {
    let text: Vec<String> = changes.iter().map(|(old, new)| changed_lines(old, new)).collect();
    crate::snapshots::assert_snapshot_in("author", name, &text.join("\n"));
}

/// Compares a text with a snapshot.
pub(super) fn assert_snapshot(name: &str, text: &str) {
    crate::snapshots::assert_snapshot_in("author", name, text);
}
