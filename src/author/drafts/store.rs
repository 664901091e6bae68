//! The storage of the browser. Call it only in event handlers and effects.

use std::rc::Rc;

use gloo::utils::window;
use web_sys::Storage;

use super::draft::Draft;

/// The key of the switch. It exists while drafts are on.
const SWITCH: &str = "eligibility-author/keeps-drafts";

/// The beginning of the key of each draft.
const PREFIX: &str = "eligibility-author/draft/";

/// Why a draft is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::author) enum StoreError {
    /// The browser forbids storage
    Unavailable,
    /// The storage has no space left. An older draft with this key stays
    Full,
}

/// A key for the draft of a new document.
pub(super) fn new_key() -> Rc<str> {
    let number = js_sys::Math::random().to_bits();
    format!("{PREFIX}{number:016x}").into()
}

/// Whether drafts are on.
pub(super) fn is_on() -> bool {
    storage().is_some_and(|storage| matches!(storage.get_item(SWITCH), Ok(Some(_))))
}

/// Turns drafts on.
pub(super) fn turn_on() -> Result<(), StoreError> {
    let storage = storage().ok_or(StoreError::Unavailable)?;
    storage.set_item(SWITCH, "1").map_err(|_| StoreError::Full)
}

/// Turns drafts off, and removes all of them.
pub(super) fn turn_off() {
    remove(SWITCH);
    for key in keys() {
        remove(&key);
    }
}

/// Writes a draft.
pub(super) fn put(key: &str, draft: &Draft) -> Result<(), StoreError> {
    let storage = storage().ok_or(StoreError::Unavailable)?;
    storage.set_item(key, &draft.to_text()).map_err(|_| StoreError::Full)
}

/// Gives a draft a key of its own, so that another tab that still has it open writes under another
/// one. `None` if there is no space for two drafts; the key then stays.
pub(super) fn claim(key: &str, draft: &Draft) -> Option<Rc<str>> {
    let own = new_key();
    put(&own, draft).ok()?;
    remove(key);
    Some(own)
}

/// Removes a draft.
pub(super) fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// All drafts with their keys, the newest first.
pub(super) fn drafts() -> Vec<(Rc<str>, Draft)> {
    let Some(storage) = storage() else { return Vec::new() };
    let mut drafts: Vec<(Rc<str>, Draft)> = Vec::new();
    for key in keys() {
        let text = storage.get_item(&key).ok().flatten().unwrap_or_default();
        drafts.extend(Draft::parse(&text).map(|draft| (key.into(), draft)));
    }
    drafts.sort_by(|(_, one), (_, other)| other.kept_at.cmp(&one.kept_at));
    drafts
}

fn keys() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter(|key| key.starts_with(PREFIX)).collect()
}

/// `None` where the browser forbids it.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
