//! A pack's fingerprint: which rules a receipt was made with.
//!
//! # Why
//!
//! Answers are kept by the place of facts and options. Restored with other rules they would say something else,
//! so a receipt names the rules it was made with. Wording is left out: a corrected label or another language
//! changes nothing that was said, while a new version, a moved option or another threshold does.

use super::json::Json;
use super::text::Locale;

/// The fingerprint of a pack as its author wrote it: 64-bit FNV-1a (Fowler, Noll and Vo) over its values in
/// order, texts left out. Against mistakes, not against forgery.
pub(super) fn fingerprint(pack: &Json) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    for (key, value) in pack.entries() {
        if key != "$schema" && key != "languages" {
            hash.text(key);
            hash.json(value);
        }
    }
    hash.0
}

struct Fnv(u64);

impl Fnv {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Ends in a byte that no text holds, so that neighbours stay apart.
    fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    fn json(&mut self, json: &Json) {
        match json {
            Json::Null | Json::Fraction(_) => self.byte(0),
            Json::Bool(value) => self.byte(u8::from(*value)),
            Json::Integer(value) => value.to_le_bytes().into_iter().for_each(|byte| self.byte(byte)),
            Json::String(text) => self.text(text),
            Json::Array(items) => {
                items.iter().for_each(|item| self.json(item));
                self.byte(0xfe);
            }
            Json::Object(entries) if is_text(entries) => self.byte(0xfd),
            Json::Object(entries) => {
                for (key, value) in entries {
                    self.text(key);
                    self.json(value);
                }
                self.byte(0xfc);
            }
        }
    }
}

/// An object whose keys are languages is a text: no key of the format is a language tag.
fn is_text(entries: &[(String, Json)]) -> bool {
    !entries.is_empty() && entries.iter().all(|(key, _)| Locale::from_tag(key).is_some())
}
