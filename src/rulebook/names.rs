//! Every id that a pack defines, collected before anything refers to one.

use std::collections::BTreeMap;

use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::node::Node;
use super::table::MOST;

/// The kinds of things that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Document,
    Provision,
    Section,
    Fact,
    Term,
    Measure,
    Material,
    Office,
}

impl Kind {
    pub(crate) const ALL: [Kind; 8] = [
        Kind::Document,
        Kind::Provision,
        Kind::Section,
        Kind::Fact,
        Kind::Term,
        Kind::Measure,
        Kind::Material,
        Kind::Office,
    ];

    /// The key of the list that defines them.
    pub(crate) fn list(self) -> &'static str {
        match self {
            Kind::Document => "documents",
            Kind::Provision => "provisions",
            Kind::Section => "sections",
            Kind::Fact => "facts",
            Kind::Term => "terms",
            Kind::Measure => "measures",
            Kind::Material => "materials",
            Kind::Office => "offices",
        }
    }

    /// One of them, in a message.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Kind::Document => "document",
            Kind::Provision => "provision",
            Kind::Section => "section",
            Kind::Fact => "fact",
            Kind::Term => "term",
            Kind::Measure => "measure",
            Kind::Material => "material",
            Kind::Office => "office",
        }
    }
}

/// The ids of a pack, by kind.
pub(super) struct Names<'a> {
    /// For each kind, the place of each id in the author's order
    places: [BTreeMap<&'a str, usize>; 8],
}

impl<'a> Names<'a> {
    /// Collects the ids, reporting those that stand twice.
    pub(super) fn collect(pack: &'a Json, faults: &mut Vec<Fault>) -> Names<'a> {
        let places = Kind::ALL.map(|kind| {
            let list = pack.get(kind.list()).map(Json::items).unwrap_or_default();
            if list.len() > MOST {
                faults.push(Fault {
                    code: FaultCode::BadRange,
                    pointer: format!("/{}", kind.list()),
                    expected: format!("at most {MOST} items").into(),
                    found: list.len().to_string().into(),
                    near: None,
                    related: None,
                });
            }
            let mut places = BTreeMap::new();
            for (place, item) in list.iter().enumerate().take(MOST) {
                let Some(id) = item.get("id").and_then(Json::as_str) else { continue };
                let first = *places.entry(id).or_insert(place);
                if first != place {
                    faults.push(Fault {
                        code: FaultCode::DuplicateId,
                        pointer: format!("/{}/{place}/id", kind.list()),
                        expected: format!("an id that no other {} has", kind.noun()).into(),
                        found: format!("`{id}` again").into(),
                        near: None,
                        related: Some(format!("/{}/{first}/id", kind.list())),
                    });
                }
            }
            places
        });
        Names { places }
    }

    /// The place of the thing with this id.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<usize> {
        self.of(kind)?.get(id).copied()
    }

    /// Says that nothing of the kind has the id that stands at a place of the pack.
    pub(super) fn unknown(&self, kind: Kind, id: &str, node: &Node<'_>) -> Fault {
        let near =
            super::near::nearest(id, self.of(kind).into_iter().flatten().map(|(name, _)| *name));
        let related = near.and_then(|name| self.find(kind, name));
        Fault {
            code: FaultCode::UnknownId,
            pointer: node.pointer(),
            expected: format!("the id of a {}", kind.noun()).into(),
            found: format!("`{id}`, which no {} has", kind.noun()).into(),
            near: near.map(str::to_owned),
            related: related.map(|place| format!("/{}/{place}/id", kind.list())),
        }
    }

    fn of(&self, kind: Kind) -> Option<&BTreeMap<&'a str, usize>> {
        self.places.get(kind as usize)
    }
}
