//! The definitions of a pack, for navigation.

use crate::rulebook::{Json, Kind};

use super::build::str_at;
use super::text::{in_language, languages};

/// A pack and its definitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackOutline {
    /// The id of the pack
    pub id: String,
    /// Its version
    pub version: String,
    /// Its title in a language
    pub title: String,
    /// The tags of its languages
    pub languages: Vec<String>,
    /// A list for each kind of definition, also of those that the pack does not have
    pub lists: Vec<OutlineList>,
}

/// The definitions of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineList {
    /// The kind
    pub kind: Kind,
    /// The definitions, in source order
    pub entries: Vec<OutlineEntry>,
}

/// A definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Its id; empty if it is missing
    pub id: String,
    /// Its title, question or label in a language; its id if there is none
    pub title: String,
    /// The JSON Pointer to it
    pub pointer: String,
}

impl PackOutline {
    /// Reads a pack, with texts in a language.
    pub fn read(pack: &Json, language: &str) -> PackOutline {
        PackOutline {
            id: str_at(pack, "id").to_owned(),
            version: str_at(pack, "version").to_owned(),
            title: pack
                .get("title")
                .map(|title| in_language(title, language))
                .unwrap_or_default()
                .into(),
            languages: languages(pack),
            lists: Kind::ALL.into_iter().map(|kind| read_list(pack, kind, language)).collect(),
        }
    }

    /// The definitions of a kind.
    pub fn of(&self, kind: Kind) -> &[OutlineEntry] {
        let list = self.lists.iter().find(|list| list.kind == kind);
        list.map(|list| list.entries.as_slice()).unwrap_or_default()
    }
}

fn read_list(pack: &Json, kind: Kind, language: &str) -> OutlineList {
    let items = pack.get(kind.list()).map(Json::items).unwrap_or_default();
    let entry = |(index, item): (usize, &Json)| OutlineEntry {
        id: str_at(item, "id").to_owned(),
        title: title(item, kind, language).to_owned(),
        pointer: format!("/{}/{index}", kind.list()),
    };
    OutlineList { kind, entries: items.iter().enumerate().map(entry).collect() }
}

fn title<'a>(item: &'a Json, kind: Kind, language: &str) -> &'a str {
    let key = match kind {
        Kind::Fact => "question",
        Kind::Assumption => "label",
        Kind::Provision => "clause",
        Kind::Document
        | Kind::Section
        | Kind::Term
        | Kind::Quantity
        | Kind::Class
        | Kind::Measure
        | Kind::Material
        | Kind::Office
        | Kind::Topic => "title",
    };
    match item.get(key).map(|text| in_language(text, language)) {
        Some(title) if !title.is_empty() => title,
        _ => str_at(item, "id"),
    }
}
