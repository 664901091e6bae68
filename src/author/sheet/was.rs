//! The column `was`: hashes of a row as it was exported, to notice later changes on both sides.
//!
//! `zh-Hans=1a2b3c4d en=55667788 rest=0011aabb`: a hash for each editable text, by language, and
//! one for all read-only cells. Hashes instead of texts, because nobody reads this column, and
//! because a colleague who replaces a word everywhere would replace it there too.

use crate::rulebook::{Fnv, fold_hash};

/// The key for the read-only cells.
pub(super) const REST: &str = "rest";

/// The hashes of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Was(Vec<(String, u32)>);

impl Was {
    /// Parses a cell. `None` if it is empty or damaged.
    pub(super) fn parse(cell: &str) -> Option<Was> {
        let pairs = cell.split_whitespace().map(|pair| {
            let (key, hash) = pair.split_once('=')?;
            let hash = u32::from_str_radix(hash, 16).ok().filter(|_| hash.len() == 8)?;
            Some((key.to_owned(), hash))
        });
        let pairs: Vec<(String, u32)> = pairs.collect::<Option<_>>()?;
        (!pairs.is_empty()).then_some(Was(pairs))
    }

    pub(super) fn add(&mut self, key: &str, text: &str) {
        self.0.push((key.to_owned(), hash(text)));
    }

    /// Adds the hash of the read-only cells.
    pub(super) fn add_rest<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        self.0.push((REST.to_owned(), hash_all(cells)));
    }

    /// Whether the text had a value at the time of the export, and this one. `None` without a hash.
    pub(super) fn is(&self, key: &str, text: &str) -> Option<bool> {
        self.get(key).map(|was| was == hash(text))
    }

    /// Whether the read-only cells were these. `None` without a hash.
    pub(super) fn is_rest<'a>(&self, cells: impl IntoIterator<Item = &'a str>) -> Option<bool> {
        self.get(REST).map(|was| was == hash_all(cells))
    }

    fn get(&self, key: &str) -> Option<u32> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, hash)| *hash)
    }

    /// The hashes of texts, without the one of the read-only cells.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str()).filter(|key| *key != REST)
    }

    /// The content of the cell.
    pub(super) fn cell(&self) -> String {
        let pairs = self.0.iter().map(|(key, hash)| format!("{key}={hash:08x}"));
        pairs.collect::<Vec<_>>().join(" ")
    }
}

fn hash(text: &str) -> u32 {
    hash_all([text])
}

fn hash_all<'a>(texts: impl IntoIterator<Item = &'a str>) -> u32 {
    let mut hash = Fnv::default();
    texts.into_iter().for_each(|text| hash.text(&comparable(text)));
    fold_hash(hash.0)
}

/// A text with LF as its only line break. Spreadsheets convert CR and CRLF.
pub(super) fn comparable(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Whether two texts differ in nothing but the form of line breaks.
pub(super) fn same(left: &str, right: &str) -> bool {
    left == right || comparable(left) == comparable(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_parses_to_the_hashes_that_it_was_made_from() {
        let mut was = Was::default();
        was.add("en", "a\r\nb");
        was.add_rest(["x", "y"]);
        assert_eq!(Was::parse(&was.cell()), Some(was.clone()));
        assert_eq!(was.is("en", "a\nb"), Some(true));
        assert_eq!(was.is("en", "a b"), Some(false));
        assert_eq!(was.is("de", "a b"), None);
        assert_eq!(was.is_rest(["x", "y"]), Some(true));
        assert_eq!(was.is_rest(["xy"]), Some(false));
        assert_eq!(was.keys().collect::<Vec<_>>(), ["en"]);
    }

    #[test]
    fn a_damaged_cell_has_no_hashes() {
        for cell in ["", "  ", "en", "en=1", "en=1.2E+07", "en=xxxxxxxx"] {
            assert_eq!(Was::parse(cell), None, "{cell}");
        }
    }
}
