//! An edit of a text means the same as the operation on its value.
//!
//! The values are those of `serde_json` with keys in source order, so that the order is compared
//! too.

use eligibility_check::author::document::{Document, EditError, Edits, KeyPosition, join};
use eligibility_check::rulebook::Json;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::PACKS;
use super::generated::{text, value, written};
use crate::support::cases;

/// An operation; the indices choose a value of the document and a position in it.
#[derive(Clone, Debug)]
enum Operation {
    Set(Index, Value),
    Insert(Index, Index, Value),
    InsertKey(Index, Index, String, Value),
    Remove(Index),
    RenameKey(Index, String),
    Move(Index, Index, Index),
}

fn operation() -> impl Strategy<Value = Operation> {
    let index = any::<Index>;
    prop_oneof![
        (index(), value()).prop_map(|(at, value)| Operation::Set(at, value)),
        (index(), index(), value()).prop_map(|(at, to, value)| Operation::Insert(at, to, value)),
        (index(), index(), text(), value())
            .prop_map(|(at, to, key, value)| Operation::InsertKey(at, to, key, value)),
        index().prop_map(Operation::Remove),
        (index(), text()).prop_map(|(at, key)| Operation::RenameKey(at, key)),
        (index(), index(), index()).prop_map(|(at, from, to)| Operation::Move(at, from, to)),
    ]
}

/// The pointers to all values.
fn pointers(value: &Value, pointer: String, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, join(&pointer, index), all);
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                pointers(item, join(&pointer, key), all);
            }
        }
        _ => {}
    }
    all.push(pointer);
}

fn as_json(value: &Value) -> Json {
    Json::parse(&value.to_string()).unwrap()
}

/// Applies an operation to the text and to the value. `None` if the document has no value for it.
fn both(
    document: &Document,
    value: &mut Value,
    operation: &Operation,
) -> Option<(String, Result<Edits, EditError>)> {
    let mut all = Vec::new();
    pointers(value, String::new(), &mut all);
    let lists: Vec<&String> =
        all.iter().filter(|at| value.pointer(at).unwrap().is_array()).collect();
    let objects: Vec<&String> =
        all.iter().filter(|at| value.pointer(at).unwrap().is_object()).collect();
    let last = |pointer: &str| {
        let (parent, token) = pointer.rsplit_once('/').unwrap();
        (parent.to_owned(), token.replace("~1", "/").replace("~0", "~"))
    };
    match operation {
        Operation::Set(at, new) => {
            let at = at.get(&all).clone();
            *value.pointer_mut(&at).unwrap() = new.clone();
            let edits = document.set(&at, &as_json(new));
            Some((at, edits))
        }
        Operation::Insert(at, to, new) => {
            let at = (*at.get(lists.get(..).filter(|lists| !lists.is_empty())?)).clone();
            let items = value.pointer_mut(&at).unwrap().as_array_mut().unwrap();
            let to = to.index(items.len() + 1);
            items.insert(to, new.clone());
            let edits = document.insert(&at, to, &as_json(new));
            Some((at, edits))
        }
        Operation::InsertKey(at, to, key, new) => {
            let at = (*at.get(objects.get(..).filter(|objects| !objects.is_empty())?)).clone();
            let entries = value.pointer_mut(&at).unwrap().as_object_mut().unwrap();
            if entries.contains_key(key) {
                return None;
            }
            let to = to.index(entries.len() + 1);
            let next = entries.keys().nth(to).cloned();
            entries.shift_insert(to, key.clone(), new.clone());
            let position = next.as_deref().map_or(KeyPosition::Last, KeyPosition::Before);
            let edits = document.insert_key(&at, key, &as_json(new), position);
            Some((at, edits))
        }
        Operation::Remove(at) => {
            let at = at.get(&all).clone();
            if at.is_empty() {
                return None;
            }
            let (parent, token) = last(&at);
            match value.pointer_mut(&parent).unwrap() {
                Value::Array(items) => drop(items.remove(token.parse().unwrap())),
                other => drop(other.as_object_mut().unwrap().shift_remove(&token)),
            }
            Some((parent, document.remove(&at)))
        }
        Operation::RenameKey(at, name) => {
            let at = at.get(&all).clone();
            let (parent, token) = at.contains('/').then(|| last(&at))?;
            let entries = value.pointer_mut(&parent).unwrap().as_object_mut()?;
            if entries.contains_key(name) && *name != token {
                return None;
            }
            let index = entries.keys().position(|key| *key == token).unwrap();
            let moved = entries.shift_remove(&token).unwrap();
            entries.shift_insert(index, name.clone(), moved);
            Some((parent, document.rename_key(&at, name)))
        }
        Operation::Move(at, from, to) => {
            let at = (*at.get(lists.get(..).filter(|lists| !lists.is_empty())?)).clone();
            let items = value.pointer_mut(&at).unwrap().as_array_mut().unwrap();
            if items.is_empty() {
                return None;
            }
            let (from, to) = (from.index(items.len()), to.index(items.len()));
            let moved = items.remove(from);
            items.insert(to, moved);
            let edits = document.move_item(&at, from, to);
            Some((at, edits))
        }
    }
}

/// The range that may change: the value at a pointer, or the outermost value on its line.
fn allowed(document: &Document, pointer: &str) -> std::ops::Range<usize> {
    let mut range = document.range(pointer).unwrap();
    let mut pointer = pointer;
    while let Some((parent, _)) = pointer.rsplit_once('/') {
        let around = document.range(parent).unwrap();
        if document.text()[around.clone()].contains('\n') {
            break;
        }
        (range, pointer) = (around, parent);
    }
    range
}

/// Checks an operation on a text. Returns the text after it.
fn check(source: &str, operation: &Operation) -> Option<String> {
    let document = Document::parse(source).unwrap();
    let mut value: Value = serde_json::from_str(source).unwrap();
    let (pointer, edits) = both(&document, &mut value, operation)?;
    let edits = edits.unwrap();
    let range = allowed(&document, &pointer);
    let mut end = 0;
    for edit in edits.iter() {
        assert!(end <= edit.range.start && edit.range.start <= edit.range.end);
        end = edit.range.end;
        assert!(range.start <= edit.range.start && edit.range.end <= range.end, "{edit:?}");
    }
    let result = edits.apply(source);
    let parsed = serde_json::from_str(&result).map(|parsed: Value| parsed.to_string());
    assert_eq!(parsed.ok(), Some(value.to_string()), "{source:?} became {result:?}");
    Some(result)
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn operations_on_generated_texts_mean_the_same_as_on_their_values(
        start in value(),
        spaces in vec(0..8_usize, 1..12),
        operations in vec(operation(), 1..6),
    ) {
        let mut source = written(&start, &spaces);
        for operation in &operations {
            source = check(&source, operation).unwrap_or(source);
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn operations_on_the_packs_mean_the_same_as_on_their_values(
        pack in 0..PACKS.len(),
        operation in operation(),
    ) {
        check(PACKS[pack], &operation);
    }
}

#[test]
fn a_pointer_leads_to_a_range_that_leads_back_to_the_pointer() {
    for pack in PACKS {
        let document = super::document(pack);
        let value: Value = serde_json::from_str(pack).unwrap();
        let mut all = Vec::new();
        pointers(&value, String::new(), &mut all);
        for pointer in all.iter().step_by(97) {
            let range = document.range(pointer).unwrap();
            let found = serde_json::from_str::<Value>(&pack[range.clone()]).unwrap();
            assert_eq!(&found, value.pointer(pointer).unwrap());
            assert_eq!(&document.pointer_at(range.start), pointer);
            if let Some(key) = document.key_range(pointer) {
                assert_eq!(&document.pointer_at(key.start), pointer);
            }
        }
    }
}
