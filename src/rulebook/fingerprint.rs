//! A hash of a pack's rules, without its wording.
//!
//! # Why
//!
//! A receipt stores answers by the index of facts and options. With other rules, the same indices
//! mean other answers. So a receipt contains the fingerprint of its pack. Wording is excluded: a
//! corrected label or another language does not change the meaning of an answer. A new version, a
//! moved option or another threshold does. `usual`, `relations` and `covers-all` are excluded too:
//! they help to find mistakes, and change no outcome. So is a `changeable` or `future` of `false`,
//! which is the default.
//!
//! FNV-1a is written here because it is five lines; a crate such as `fnv` provides a `Hasher`,
//! whose integers depend on the platform's byte order.

use super::json::Json;

/// Keys that hold wording.
///
/// Texts are excluded by key and not by form, because a pack in one language holds them as plain
/// strings. `units` is excluded whole: facts and amounts name their unit themselves.
const EXCLUDED_KEYS: [&str; 26] = [
    "$schema",
    "languages",
    "units",
    "phone",
    "url",
    "instead",
    "usual",
    "relations",
    "covers-all",
    "title",
    "text",
    "summary",
    "audience",
    "synonyms",
    "message",
    "question",
    "hint",
    "check-against",
    "label",
    "note",
    "evidence-note",
    "in-kind",
    "steps",
    "duties",
    "address",
    "hours",
];

/// The fingerprint of an authored pack: 64-bit FNV-1a (Fowler, Noll and Vo) over its values in
/// source order, wording excluded.
///
/// It detects accidental differences. It is not a cryptographic hash.
pub(super) fn fingerprint(document: &Json) -> u64 {
    let mut hash = Fnv::default();
    hash.json(document);
    hash.0
}

/// The exclusive or of both halves of a hash: short enough to type and to compare by eye.
pub(crate) fn fold_hash(hash: u64) -> u32 {
    u32::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or_default()
}

/// The state of a 64-bit FNV-1a hash.
pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Ends with a byte that UTF-8 never contains, so that adjacent texts stay distinct.
    pub(crate) fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    /// Eight bytes, little-endian.
    pub(crate) fn integer(&mut self, value: i64) {
        value.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    fn json(&mut self, json: &Json) {
        match json {
            Json::Null | Json::Number(_) => self.byte(0),
            Json::Bool(value) => self.byte(u8::from(*value)),
            Json::Integer(value) => self.integer(*value),
            Json::String(text) => self.text(text),
            Json::Array(items) => {
                items.iter().for_each(|item| self.json(item));
                self.byte(0xfe);
            }
            Json::Object(entries) => {
                for (key, value) in entries {
                    // OK because `false` is the default of both.
                    let is_default = value == &Json::Bool(false)
                        && matches!(key.as_str(), "changeable" | "future");
                    if !is_default && !EXCLUDED_KEYS.contains(&key.as_str()) {
                        self.text(key);
                        self.json(value);
                    }
                }
                self.byte(0xfc);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::shape::{Key, PACK, Shape};

    /// Visits every key of a shape, with whether its values are texts.
    fn keys(
        shape: &'static Shape,
        named: &mut Vec<&'static str>,
        visit: &mut dyn FnMut(&'static Key, bool),
    ) {
        let records: &[&'static [Key]] = match shape {
            Shape::Record(keys) | Shape::DependentRecord(keys, _) | Shape::SomeOf(keys, _) => {
                &[keys]
            }
            Shape::OneOf(choices, beside) => &[choices, beside],
            Shape::List(_, inner)
            | Shape::KeywordOr(_, inner)
            | Shape::Language(_, inner)
            | Shape::RefOr(_, inner) => {
                return keys(inner, named, visit);
            }
            // Conditions and quantities are recursive.
            Shape::Named(name, inner) => {
                if !named.contains(name) {
                    named.push(name);
                    keys(inner, named, visit);
                }
                return;
            }
            _ => &[],
        };
        for key in records.iter().copied().flatten() {
            visit(key, matches!(key.shape, Shape::Text | Shape::List(_, Shape::Text)));
            keys(&key.shape, named, visit);
        }
    }

    #[test]
    fn exactly_the_texts_and_nine_named_keys_are_excluded() {
        let mut texts = Vec::new();
        keys(&PACK, &mut Vec::new(), &mut |key, is_text| {
            let named = ["$schema", "languages", "units", "phone", "url", "instead"];
            let named = [&named[..], &["usual", "relations", "covers-all"]].concat();
            let is_named = named.contains(&key.name);
            assert_eq!(EXCLUDED_KEYS.contains(&key.name), is_text || is_named, "{}", key.name);
            texts.extend(is_text.then_some(key.name));
        });
        assert!(EXCLUDED_KEYS.iter().skip(9).all(|key| texts.contains(key)));
    }
}
