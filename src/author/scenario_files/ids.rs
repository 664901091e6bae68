//! The ids that a pack defines, to notice that one was renamed.
//!
//! An id is renamed in the forms, in the text, by a spreadsheet, or by undo. So a rename is not
//! reported by who makes it: it is the only difference between the definitions of two texts.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::rulebook::{Json, Kind, is_id};

/// What an id identifies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A definition of a list of the pack
    Definition(Kind),
    /// An option of the fact with this id
    Option(String),
    /// A criterion of the measure with this id
    Criterion(String),
}

/// An id that has another name now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// What it identifies
    pub named: Named,
    /// The name that it had
    pub from: String,
    /// The name that it has
    pub to: String,
}

/// A definition: its list, its id, and a hash of everything else.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Definition {
    named: Named,
    id: String,
    rest: u64,
}

/// The definitions of a pack that scenarios and sources refer to, in source order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackIds(Vec<Definition>);

impl PackIds {
    /// Reads a pack, which may have faults. `None` if an id is missing, repeated or no id: an
    /// author is typing.
    pub fn read(pack: &Json) -> Option<PackIds> {
        let mut ids = PackIds(Vec::new());
        ids.add_list(&Named::Definition(Kind::Document), pack.get("documents"), &[])?;
        ids.add_list(&Named::Definition(Kind::Fact), pack.get("facts"), &["kind"])?;
        for fact in items(pack.get("facts")) {
            let kind = fact.get("kind");
            let options = kind.and_then(|kind| kind.get("choice").or_else(|| kind.get("choices")));
            ids.add_list(&Named::Option(id_of(fact)?.to_owned()), options, &[])?;
        }
        ids.add_list(&Named::Definition(Kind::Measure), pack.get("measures"), &["criteria"])?;
        for measure in items(pack.get("measures")) {
            let named = Named::Criterion(id_of(measure)?.to_owned());
            ids.add_list(&named, measure.get("criteria"), &[])?;
        }
        Some(ids)
    }

    /// Adds the definitions of a list. `inner` are the keys with definitions inside.
    fn add_list(&mut self, named: &Named, list: Option<&Json>, inner: &[&str]) -> Option<()> {
        let start = self.0.len();
        for item in items(list) {
            let id = id_of(item).filter(|id| is_id(id))?;
            if self.0.get(start..)?.iter().any(|known| known.id == id) {
                return None;
            }
            let mut hasher = DefaultHasher::new();
            for (key, value) in item.entries() {
                if key != "id" && !inner.contains(&key.as_str()) {
                    (key, value.to_text()).hash(&mut hasher);
                }
            }
            let (named, id, rest) = (named.clone(), id.to_owned(), hasher.finish());
            self.0.push(Definition { named, id, rest });
        }
        Some(())
    }

    /// The id that was renamed, if that is all that happened to the definitions.
    pub fn rename_to(&self, newer: &PackIds) -> Option<Rename> {
        if self.0.len() != newer.0.len() {
            return None;
        }
        let differ = |(old, new): &(&Definition, &Definition)| old.id != new.id;
        let mut renamed = self.0.iter().zip(&newer.0).filter(differ);
        let (old, new) = renamed.next()?;
        let is_only = renamed.next().is_none() && old.rest == new.rest;
        let rename = Rename { named: new.named.clone(), from: old.id.clone(), to: new.id.clone() };
        let is_same_list =
            |(old, new): (&Definition, &Definition)| rename.owner(&old.named) == new.named;
        (is_only && self.0.iter().zip(&newer.0).all(is_same_list)).then_some(rename)
    }
}

impl Rename {
    /// What the id of an option or criterion belongs to, after the rename.
    fn owner(&self, named: &Named) -> Named {
        match (named, &self.named) {
            (Named::Option(fact), Named::Definition(Kind::Fact)) if *fact == self.from => {
                Named::Option(self.to.clone())
            }
            (Named::Criterion(measure), Named::Definition(Kind::Measure))
                if *measure == self.from =>
            {
                Named::Criterion(self.to.clone())
            }
            _ => named.clone(),
        }
    }
}

fn items(list: Option<&Json>) -> &[Json] {
    list.map(Json::items).unwrap_or_default()
}

fn id_of(json: &Json) -> Option<&str> {
    json.get("id").and_then(Json::as_str)
}
