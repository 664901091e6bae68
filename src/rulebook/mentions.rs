//! Every place of a document that contains an id: definitions, and references to them.
//!
//! For editors, so the document may have faults: a part that does not match its shape is skipped.
//! Texts are not searched, because an id in a sentence refers to nothing.

use super::json::Json;
use super::names::{Kind, is_kebab};
use super::shape::{Operand, PACK, Shape};
use super::shape_path::{keys, operand, operand_shape};

/// What an id identifies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKind {
    /// A definition of a list of the pack
    Definition(Kind),
    /// An option of the fact with this id
    Option(String),
    /// A value of the class with this id
    ClassValue(String),
}

/// A place that contains an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The JSON Pointer to the id, or to the value of the key that is the id
    pub pointer: String,
    /// What the id identifies
    pub kind: IdKind,
    /// The id
    pub id: String,
    /// Whether the id is a key of an object
    pub is_key: bool,
    /// Whether it is the definition, not a reference
    pub is_definition: bool,
}

/// Whether a text may be an id.
pub fn is_id(text: &str) -> bool {
    is_kebab(text)
}

/// The ids of a document with their places, in source order.
pub fn mentions(document: &Json) -> Vec<Mention> {
    let mut walk = Walk { document, found: Vec::new() };
    walk.value("", document, &PACK, None);
    walk.found
}

/// The fact or class around a value.
#[derive(Clone, Copy)]
enum Owner<'a> {
    Fact(&'a str),
    Class(&'a str),
}

impl Owner<'_> {
    fn option(self) -> IdKind {
        match self {
            Owner::Fact(id) => IdKind::Option(id.to_owned()),
            Owner::Class(id) => IdKind::ClassValue(id.to_owned()),
        }
    }
}

struct Walk<'a> {
    document: &'a Json,
    found: Vec<Mention>,
}

impl<'a> Walk<'a> {
    fn value(
        &mut self,
        pointer: &str,
        json: &'a Json,
        shape: &'static Shape,
        owner: Option<Owner<'a>>,
    ) {
        match (shape, json) {
            (Shape::Named(name, inner), _) => self.named(pointer, json, name, inner, owner),
            (Shape::Ref(kind), Json::String(id)) => self.reference(pointer, *kind, id),
            (Shape::Fact(_), Json::String(id)) => self.reference(pointer, Kind::Fact, id),
            (Shape::RefOr(Kind::Fact, _), Json::String(_)) => self.number(pointer, json),
            (Shape::RefOr(kind, _), Json::String(id)) => self.reference(pointer, *kind, id),
            (Shape::List(_, item), Json::Array(items)) => {
                for (index, json) in items.iter().enumerate() {
                    self.value(&format!("{pointer}/{index}"), json, item, owner);
                }
            }
            (Shape::Operands(operands, arity), Json::Array(items)) => {
                for (index, json) in items.iter().enumerate() {
                    let pointer = format!("{pointer}/{index}");
                    let Some(operand) = operand(operands, *arity, index) else { continue };
                    self.operand(&pointer, json, operand, items.first());
                }
            }
            (Shape::Answers, Json::Object(entries)) => {
                for (fact, value) in entries {
                    let pointer = format!("{pointer}/{}", escaped(fact));
                    self.add(&pointer, IdKind::Definition(Kind::Fact), fact, true);
                    if self.has_options(fact) {
                        self.options(&pointer, value, &Owner::Fact(fact).option());
                    }
                }
            }
            (_, Json::Object(entries)) => {
                for (key, json) in entries {
                    let Some(info) = keys(shape).find(|info| info.name == key) else { continue };
                    self.value(&format!("{pointer}/{}", escaped(key)), json, &info.shape, owner);
                }
            }
            _ => {}
        }
    }

    /// A value whose shape has a name: it may define an id.
    fn named(
        &mut self,
        pointer: &str,
        json: &'a Json,
        name: &str,
        shape: &'static Shape,
        owner: Option<Owner<'a>>,
    ) {
        let id = json.get("id").and_then(Json::as_str);
        let owner = match (name, id) {
            ("fact", Some(id)) => Some(Owner::Fact(id)),
            ("class", Some(id)) => Some(Owner::Class(id)),
            _ => owner,
        };
        let defined = match (name, owner) {
            ("option", Some(owner)) => Some(owner.option()),
            _ => kind_defined_at(pointer).map(IdKind::Definition),
        };
        if let (Some(kind), Some(id)) = (defined, id) {
            let pointer = format!("{pointer}/id");
            let (id, is_key, is_definition) = (id.to_owned(), false, true);
            self.found.push(Mention { pointer, kind, id, is_key, is_definition });
        }
        if let ("case", Some(owner), Some(value)) = (name, owner, json.get("is")) {
            self.options(&format!("{pointer}/is"), value, &owner.option());
        }
        self.value(pointer, json, shape, owner);
    }

    fn operand(
        &mut self,
        pointer: &str,
        json: &'a Json,
        operand: Operand,
        first: Option<&'a Json>,
    ) {
        if let (Json::Object(_), Some(shape)) = (json, operand_shape(operand)) {
            return self.value(pointer, json, shape, None);
        }
        let first = first.and_then(Json::as_str);
        match (operand, first) {
            (Operand::Fact(_) | Operand::Subject, _) => {
                if let Json::String(id) = json {
                    self.reference(pointer, Kind::Fact, id);
                }
            }
            (Operand::Class, _) => {
                if let Json::String(id) = json {
                    self.reference(pointer, Kind::Class, id);
                }
            }
            (Operand::Value, Some(fact)) if self.has_options(fact) => {
                self.options(pointer, json, &Owner::Fact(fact).option());
            }
            // Of facts and classes; the ids of both are distinct by what they are used for.
            (Operand::Options, Some(id)) => {
                let owner = if self.has_options(id) { Owner::Fact(id) } else { Owner::Class(id) };
                self.options(pointer, json, &owner.option());
            }
            (Operand::Day, _) if json.as_str() == Some("as-of") => {}
            (
                Operand::Number
                | Operand::NumberOrDate
                | Operand::Bound
                | Operand::Value
                | Operand::Day,
                _,
            ) => self.number(pointer, json),
            _ => {}
        }
    }

    /// The id of a fact, or a decimal or date. Ids begin with a letter, those do not.
    fn number(&mut self, pointer: &str, json: &Json) {
        if let Some(id) = json.as_str().filter(|text| text.starts_with(char::is_alphabetic)) {
            self.reference(pointer, Kind::Fact, id);
        }
    }

    fn options(&mut self, pointer: &str, json: &Json, kind: &IdKind) {
        match json {
            Json::String(id) => self.add(pointer, kind.clone(), id, false),
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let Json::String(id) = item {
                        self.add(&format!("{pointer}/{index}"), kind.clone(), id, false);
                    }
                }
            }
            _ => {}
        }
    }

    fn reference(&mut self, pointer: &str, kind: Kind, id: &str) {
        self.add(pointer, IdKind::Definition(kind), id, false);
    }

    fn add(&mut self, pointer: &str, kind: IdKind, id: &str, is_key: bool) {
        let (pointer, id) = (pointer.to_owned(), id.to_owned());
        self.found.push(Mention { pointer, kind, id, is_key, is_definition: false });
    }

    /// Whether the fact with this id is a choice, or choices.
    fn has_options(&self, id: &str) -> bool {
        let facts = self.document.get("facts").map(Json::items).unwrap_or_default();
        let fact = facts.iter().find(|fact| fact.get("id").and_then(Json::as_str) == Some(id));
        let kind = fact.and_then(|fact| fact.get("kind"));
        kind.is_some_and(|kind| kind.get("choice").or(kind.get("choices")).is_some())
    }
}

/// The kind of the definition that is an item of a list of the pack.
fn kind_defined_at(pointer: &str) -> Option<Kind> {
    let (list, index) = pointer.strip_prefix('/')?.split_once('/')?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.list() == list)?;
    index.parse::<usize>().is_ok().then_some(kind)
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
