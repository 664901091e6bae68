//! The places of a pack's texts: names that stay the same when the pack is reordered.
//!
//! A place is like a JSON Pointer without the first slash, with the id of an item instead of its
//! index: `measures/reward/criteria/age/label`. A unit is named by its key `unit`. An item without
//! an id of its own is named by its number, counted from 1: `measures/reward/steps/#2`.

use std::collections::{HashMap, HashSet};

use crate::rulebook::{Json, Locale, text_pointers};

/// A text of a pack, which may have faults.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PackText<'a> {
    pub(super) place: String,
    pub(super) pointer: String,
    /// The path from the root, for a description
    pub(super) path: Vec<Step<'a>>,
    /// The text in each language that it has
    pub(super) versions: Vec<(Locale, &'a str)>,
    /// Whether it is a plain string, as in a pack of one language
    pub(super) is_string: bool,
}

/// A step of the path to a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step<'a> {
    /// A key of an object
    Key(&'a str),
    /// An item of a list: its number, counted from 1, and its value
    Item(usize, &'a Json),
}

impl<'a> PackText<'a> {
    /// The text in a language.
    pub(super) fn get(&self, locale: Locale) -> Option<&'a str> {
        self.versions.iter().find(|(tag, _)| *tag == locale).map(|(_, text)| *text)
    }
}

/// The languages of a pack: those that it declares, in order, then others of the interface that
/// some of its texts have.
pub(super) fn languages(document: &Json, texts: &[PackText<'_>]) -> Vec<Locale> {
    let mut languages = declared_languages(document);
    let undeclared = texts.iter().flat_map(|text| &text.versions).map(|(locale, _)| *locale);
    for locale in undeclared {
        if !languages.contains(&locale) {
            languages.push(locale);
        }
    }
    languages
}

/// The languages that a pack declares.
pub(super) fn declared_languages(document: &Json) -> Vec<Locale> {
    let entries = document.get("languages").map(Json::items).unwrap_or_default();
    let tags = entries.iter().filter_map(|entry| match entry {
        Json::String(tag) => Some(tag.as_str()),
        _ => entry.get("tag")?.as_str(),
    });
    tags.filter_map(Locale::from_any_tag).collect()
}

/// The texts of a pack, in its order.
pub(super) fn pack_texts(document: &Json) -> Vec<PackText<'_>> {
    let declared = declared_languages(document);
    let pointers = text_pointers(document).into_iter().collect();
    let mut walk = Walk { pointers, declared, path: Vec::new(), texts: Vec::new() };
    walk.value(document, "", "");
    walk.texts
}

struct Walk<'a> {
    pointers: HashSet<String>,
    declared: Vec<Locale>,
    path: Vec<Step<'a>>,
    texts: Vec<PackText<'a>>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, json: &'a Json, pointer: &str, place: &str) {
        if self.pointers.contains(pointer) {
            return self.text(json, pointer, place);
        }
        match json {
            Json::Object(entries) => {
                let mut seen = HashSet::new();
                // A repeated key is a fault, and a pointer cannot name its second value.
                for (key, value) in entries.iter().filter(|(key, _)| seen.insert(key.as_str())) {
                    let token = escape(key);
                    self.path.push(Step::Key(key));
                    self.value(value, &format!("{pointer}/{token}"), &join(place, &token));
                    self.path.pop();
                }
            }
            Json::Array(items) => {
                for ((index, item), name) in items.iter().enumerate().zip(item_names(items)) {
                    self.path.push(Step::Item(index + 1, item));
                    self.value(item, &format!("{pointer}/{index}"), &join(place, &name));
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, json: &'a Json, pointer: &str, place: &str) {
        let versions = match json {
            Json::String(text) => {
                self.declared.first().map(|locale| vec![(*locale, text.as_str())])
            }
            Json::Object(entries) => Some(
                entries
                    .iter()
                    .filter_map(|(tag, text)| Some((Locale::from_any_tag(tag)?, text.as_str()?)))
                    .collect(),
            ),
            _ => None,
        };
        self.texts.extend(versions.map(|versions| PackText {
            place: place.to_owned(),
            pointer: pointer.to_owned(),
            path: self.path.clone(),
            versions,
            is_string: matches!(json, Json::String(_)),
        }));
    }
}

/// The names of the items of a list, which differ from each other.
fn item_names(items: &[Json]) -> Vec<String> {
    let ids: Vec<Option<&str>> = items.iter().map(own_id).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    ids.iter().flatten().for_each(|id| *counts.entry(id).or_default() += 1);
    let names = ids.iter().enumerate().map(|(index, id)| match id {
        Some(id) if counts.get(id) == Some(&1) && !id.starts_with('#') => escape(id),
        _ => format!("#{}", index + 1),
    });
    names.collect()
}

/// The id of an item; the key `unit` of a unit.
fn own_id(item: &Json) -> Option<&str> {
    let id = item.get("id").or_else(|| item.get("unit"))?.as_str()?;
    (!id.is_empty()).then_some(id)
}

fn join(place: &str, token: &str) -> String {
    if place.is_empty() { token.to_owned() } else { format!("{place}/{token}") }
}

/// A token of a JSON Pointer (RFC 6901).
fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

/// A place without its numbers: texts that an insertion or a move can exchange have the same.
pub(super) fn without_numbers(place: &str) -> String {
    let tokens = place.split('/').map(|token| if token.starts_with('#') { "#" } else { token });
    tokens.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(json: &str) -> Vec<String> {
        let document = Json::parse(json).unwrap_or(Json::Null);
        pack_texts(&document).into_iter().map(|text| text.place).collect()
    }

    #[test]
    fn items_have_their_ids_and_others_their_numbers() {
        let found = places(
            r#"{"languages": ["en"], "title": "T", "notices": [{"text": "N"}],
                "units": [{"unit": "元/人", "title": "U"}],
                "measures": [{"id": "m", "title": "M", "steps": ["one", "two"]}]}"#,
        );
        assert_eq!(
            found,
            [
                "title",
                "notices/#1/text",
                "units/元~1人/title",
                "measures/m/title",
                "measures/m/steps/#1",
                "measures/m/steps/#2"
            ]
        );
    }

    #[test]
    fn a_repeated_id_is_a_number_so_that_places_differ() {
        let found = places(
            r#"{"measures": [{"id": "m", "title": {"en": "1"}}, {"id": "m", "title": {}}]}"#,
        );
        assert_eq!(found, ["measures/#1/title", "measures/#2/title"]);
    }

    #[test]
    fn places_without_numbers_are_equal_for_items_of_one_list() {
        assert_eq!(without_numbers("measures/m/steps/#2"), "measures/m/steps/#");
        assert_eq!(without_numbers("measures/m/title"), "measures/m/title");
    }
}
