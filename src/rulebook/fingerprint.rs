//! A pack's fingerprint: which rules a receipt was made with.
//!
//! # Why
//!
//! Answers are kept by the place of facts and options. Restored with other rules they would say something else,
//! so a receipt names the rules it was made with. Wording is left out: a corrected label or another language
//! changes nothing that was said, while a new version, a moved option or another threshold does.

use super::json::Json;

/// What is left out. Texts and telephone numbers go by their keys, because a pack in one language holds them as strings, and must be
/// known as the rules that it was made from. The list of units is wording throughout; what is counted in them names them.
const LEFT_OUT: [&str; 16] = [
    "$schema",
    "languages",
    "units",
    "phone",
    "title",
    "text",
    "summary",
    "question",
    "hint",
    "label",
    "note",
    "in-kind",
    "steps",
    "duties",
    "address",
    "hours",
];

/// The fingerprint of a pack as its author wrote it: 64-bit FNV-1a (Fowler, Noll and Vo) over its values in
/// order, texts left out. Against mistakes, not against forgery.
pub(super) fn fingerprint(pack: &Json) -> u64 {
    let mut hash = Fnv::default();
    hash.json(pack);
    hash.0
}

/// Both halves of a hash, one over the other: short enough to be typed and compared by eye.
pub(crate) fn folded(hash: u64) -> u32 {
    u32::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or_default()
}

/// A hash in the making.
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

    /// Ends in a byte that no text holds, so that neighbours stay apart.
    pub(crate) fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    /// Eight bytes, the least significant first.
    pub(crate) fn integer(&mut self, value: i64) {
        value.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    fn json(&mut self, json: &Json) {
        match json {
            Json::Null | Json::Fraction(_) => self.byte(0),
            Json::Bool(value) => self.byte(u8::from(*value)),
            Json::Integer(value) => self.integer(*value),
            Json::String(text) => self.text(text),
            Json::Array(items) => {
                items.iter().for_each(|item| self.json(item));
                self.byte(0xfe);
            }
            Json::Object(entries) => {
                for (key, value) in entries {
                    if !LEFT_OUT.contains(&key.as_str()) {
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

    /// Calls back with every key of a shape, and whether texts stand under it.
    fn keys(
        shape: &'static Shape,
        named: &mut Vec<&'static str>,
        visit: &mut dyn FnMut(&'static Key, bool),
    ) {
        let records: &[&'static [Key]] = match shape {
            Shape::Record(keys) | Shape::Hinged(keys, _) => &[keys],
            Shape::OneOf(choices, beside) => &[choices, beside],
            Shape::List(_, inner) | Shape::WordOr(_, inner) | Shape::RefOr(_, inner) => {
                return keys(inner, named, visit);
            }
            // Conditions and quantities contain themselves.
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
    fn what_is_left_out_is_every_text_and_nothing_else_that_rules_are_made_of() {
        let mut texts = Vec::new();
        keys(&PACK, &mut Vec::new(), &mut |key, is_text| {
            let apart = ["$schema", "languages", "units", "phone"].contains(&key.name);
            assert_eq!(LEFT_OUT.contains(&key.name), is_text || apart, "{}", key.name);
            texts.extend(is_text.then_some(key.name));
        });
        assert!(LEFT_OUT.iter().skip(4).all(|key| texts.contains(key)));
    }
}
