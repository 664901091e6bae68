//! The ids that a pack defines, collected before references are checked.

use std::collections::BTreeMap;

use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::node::Node;
use super::table::MAX_ITEMS;

/// The kinds of definitions that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A legal document
    Document,
    /// A provision of a document
    Provision,
    /// A section of the questions
    Section,
    /// A fact
    Fact,
    /// A named condition
    Term,
    /// A named number
    Quantity,
    /// A class
    Class,
    /// An assumption
    Assumption,
    /// A measure
    Measure,
    /// A material
    Material,
    /// An office
    Office,
    /// A topic
    Topic,
}

impl Kind {
    /// All kinds, in the order of the schema
    pub const ALL: [Kind; 12] = [
        Kind::Document,
        Kind::Provision,
        Kind::Section,
        Kind::Fact,
        Kind::Term,
        Kind::Quantity,
        Kind::Class,
        Kind::Assumption,
        Kind::Measure,
        Kind::Material,
        Kind::Office,
        Kind::Topic,
    ];

    /// The key of the list of definitions.
    pub fn list(self) -> &'static str {
        match self {
            Kind::Document => "documents",
            Kind::Provision => "provisions",
            Kind::Section => "sections",
            Kind::Fact => "facts",
            Kind::Term => "terms",
            Kind::Quantity => "quantities",
            Kind::Class => "classes",
            Kind::Assumption => "assumptions",
            Kind::Measure => "measures",
            Kind::Material => "materials",
            Kind::Office => "offices",
            Kind::Topic => "topics",
        }
    }

    /// The id of such a definition, in messages.
    pub(crate) fn id_of(self) -> String {
        format!("the id of {}", self.with_article())
    }

    /// The noun with its article.
    pub(crate) fn with_article(self) -> String {
        let noun = self.noun();
        let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{article} {noun}")
    }

    /// The noun in messages.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Document => "document",
            Kind::Provision => "provision",
            Kind::Section => "section",
            Kind::Fact => "fact",
            Kind::Term => "term",
            Kind::Quantity => "quantity",
            Kind::Class => "class",
            Kind::Assumption => "assumption",
            Kind::Measure => "measure",
            Kind::Material => "material",
            Kind::Office => "office",
            Kind::Topic => "topic",
        }
    }
}

/// The ids of a pack, by kind.
pub(super) struct Names<'a> {
    /// For each kind, the index of each id in its list
    indices: [BTreeMap<&'a str, usize>; Kind::ALL.len()],
}

impl<'a> Names<'a> {
    /// Collects the ids, and reports duplicates.
    pub(super) fn collect(document: &'a Json, faults: &mut Vec<Fault>) -> Names<'a> {
        let indices = Kind::ALL.map(|kind| {
            let list = document.get(kind.list()).map(Json::items).unwrap_or_default();
            if list.len() > MAX_ITEMS {
                faults.push(Fault {
                    code: FaultCode::BadRange,
                    pointer: format!("/{}", kind.list()),
                    expected: format!("at most {MAX_ITEMS} items").into(),
                    found: list.len().to_string().into(),
                    suggestion: None,
                    related: None,
                });
            }
            let mut indices = BTreeMap::new();
            for (index, item) in list.iter().enumerate().take(MAX_ITEMS) {
                let Some(id) = item.get("id").and_then(Json::as_str) else { continue };
                let first = *indices.entry(id).or_insert(index);
                if first != index {
                    faults.push(Fault {
                        code: FaultCode::DuplicateId,
                        pointer: format!("/{}/{index}/id", kind.list()),
                        expected: format!("an id that no other {} has", kind.noun()).into(),
                        found: format!("`{id}`").into(),
                        suggestion: None,
                        related: Some(format!("/{}/{first}/id", kind.list())),
                    });
                }
            }
            indices
        });
        Names { indices }
    }

    /// The index of the definition with this id.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<usize> {
        self.of(kind)?.get(id).copied()
    }

    /// The fault for a reference to an id that is not defined.
    pub(super) fn unknown_id(&self, kind: Kind, id: &str, node: &Node<'_>) -> Fault {
        let suggestion = super::suggestion::closest_name(
            id,
            self.of(kind).into_iter().flatten().map(|(name, _)| *name),
        );
        let related = suggestion.and_then(|name| self.find(kind, name));
        Fault {
            code: FaultCode::UnknownId,
            pointer: node.pointer(),
            expected: kind.id_of().into(),
            found: format!("`{id}`").into(),
            suggestion: suggestion.map(str::to_owned),
            related: related.map(|index| format!("/{}/{index}/id", kind.list())),
        }
    }

    fn of(&self, kind: Kind) -> Option<&BTreeMap<&'a str, usize>> {
        self.indices.get(kind as usize)
    }
}

/// Whether an id consists of lower-case letters, digits and single hyphens, and begins with a
/// letter.
pub(super) fn is_kebab(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.split('-').all(|part| !part.is_empty())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
