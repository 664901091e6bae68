//! Values to be laid out: new ones, and old ones with the notation of their text.

use crate::rulebook::Json;

use super::parse::{Document, Place, Route};

/// A value without white space.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Anything but a list or an object, as text
    Scalar(String),
    List(Vec<Piece>),
    Object(Vec<Entry>),
}

/// An entry of an object.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    /// The key as text, with its quotation marks
    pub(super) written: String,
    pub(super) value: Piece,
}

impl Entry {
    pub(super) fn new(key: &str, value: Piece) -> Entry {
        Entry { key: key.to_owned(), written: quoted(key), value }
    }
}

/// A string as JSON.
pub(super) fn quoted(text: &str) -> String {
    Json::String(text.to_owned()).to_text()
}

/// A change of a value inside another.
pub(super) enum Change {
    /// Replaces the value
    Set(Piece),
    /// Inserts an item or an entry at an index of the value
    Insert(usize, Option<String>, Piece),
}

impl Piece {
    /// A new value.
    pub(super) fn new(json: &Json) -> Piece {
        match json {
            Json::Array(items) => Piece::List(items.iter().map(Piece::new).collect()),
            Json::Object(entries) => {
                let entry = |(key, value): &(String, Json)| Entry::new(key, Piece::new(value));
                Piece::Object(entries.iter().map(entry).collect())
            }
            scalar => Piece::Scalar(scalar.to_text()),
        }
    }

    /// A value of a document.
    pub(super) fn of(document: &Document, place: Place<'_>) -> Piece {
        let children = place.span.children.iter().enumerate();
        let children = children.filter_map(|(index, child)| Some((child, place.child(index)?)));
        match place.json {
            Json::Array(_) => {
                Piece::List(children.map(|(_, child)| Piece::of(document, child)).collect())
            }
            Json::Object(entries) => {
                let entries = children.zip(entries).map(|((child, value), (key, _))| Entry {
                    key: key.clone(),
                    written: document.slice(child.key.clone().unwrap_or_default()).to_owned(),
                    value: Piece::of(document, value),
                });
                Piece::Object(entries.collect())
            }
            _ => Piece::Scalar(document.slice(place.span.range.clone()).to_owned()),
        }
    }

    /// The value at a level of a route, with a change of the target.
    pub(super) fn changed(
        document: &Document,
        route: &Route<'_>,
        level: usize,
        change: Change,
    ) -> Option<Piece> {
        let place = *route.places.get(level)?;
        let Some(index) = route.indices.get(level) else {
            return Some(match change {
                Change::Set(piece) => piece,
                Change::Insert(index, key, value) => {
                    let mut piece = Piece::of(document, place);
                    piece.insert(index, key.as_deref(), value);
                    piece
                }
            });
        };
        let child = Piece::changed(document, route, level + 1, change)?;
        let mut piece = Piece::of(document, place);
        match &mut piece {
            Piece::Scalar(_) => return None,
            Piece::List(items) => *items.get_mut(*index)? = child,
            Piece::Object(entries) => entries.get_mut(*index)?.value = child,
        }
        Some(piece)
    }

    fn insert(&mut self, index: usize, key: Option<&str>, value: Piece) {
        match (self, key) {
            (Piece::List(items), _) => items.insert(index.min(items.len()), value),
            (Piece::Object(entries), Some(key)) => {
                entries.insert(index.min(entries.len()), Entry::new(key, value));
            }
            (Piece::Object(_) | Piece::Scalar(_), _) => {}
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Piece::Scalar(_) => true,
            Piece::List(items) => items.is_empty(),
            Piece::Object(entries) => entries.is_empty(),
        }
    }

    /// How deeply lists and objects are nested inside: 0 for scalars and empty ones.
    pub(super) fn height(&self) -> usize {
        let inside = match self {
            Piece::Scalar(_) => return 0,
            Piece::List(items) => items.iter().map(Piece::height).max(),
            Piece::Object(entries) => entries.iter().map(|entry| entry.value.height()).max(),
        };
        inside.map_or(0, |height| height + 1)
    }
}
