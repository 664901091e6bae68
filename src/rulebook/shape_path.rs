//! The shape at a path of a document, for editors of packs that may have faults.

use super::json::Json;
use super::shape::{Arity, Key, Operand, PACK, QUANTITY, Shape, WHEN};

/// A key that an object of a pack may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyInfo {
    /// The key
    pub name: &'static str,
    /// The description for pack authors, in English
    pub description: &'static str,
    /// Whether every such object needs it
    pub is_required: bool,
}

/// The keys that the object at a path may have, in the order of the schema. Empty if the schema has
/// no such object. Of keys that exclude each other, all are returned.
pub fn keys_at(document: &Json, path: &[String]) -> Vec<KeyInfo> {
    let info = |key: &'static Key| KeyInfo {
        name: key.name,
        description: key.description,
        is_required: key.required,
    };
    shape_at(document, path).map(|shape| keys(shape).map(info).collect()).unwrap_or_default()
}

/// The names of [`keys_at`].
pub fn key_order(document: &Json, path: &[String]) -> Vec<&'static str> {
    keys_at(document, path).into_iter().map(|key| key.name).collect()
}

fn shape_at(document: &Json, path: &[String]) -> Option<&'static Shape> {
    let (mut shape, mut json) = (&PACK, document);
    for token in path {
        shape = inside(shape, json, token)?;
        json = match json {
            Json::Array(items) => items.get(token.parse::<usize>().ok()?)?,
            _ => json.get(token)?,
        };
    }
    Some(shape)
}

/// The shape of a key or an index of a value.
fn inside(shape: &'static Shape, json: &Json, token: &str) -> Option<&'static Shape> {
    match (shape, json) {
        (Shape::Named(_, inner), _) => inside(inner, json, token),
        (Shape::List(_, item), Json::Array(_)) => Some(item),
        (Shape::Operands(operands, arity), Json::Array(_)) => {
            operand_shape(operand(operands, *arity, token.parse().ok()?)?)
        }
        (_, Json::Object(_)) => keys(shape).find(|key| key.name == token).map(|key| &key.shape),
        _ => None,
    }
}

/// The keys of an object with a shape.
pub(super) fn keys(shape: &'static Shape) -> impl Iterator<Item = &'static Key> {
    let (first, second): (&'static [Key], &'static [Key]) = match unnamed(shape) {
        Shape::Record(keys) | Shape::DependentRecord(keys, _) | Shape::SomeOf(keys, _) => {
            (keys, &[])
        }
        Shape::OneOf(choices, common) => (choices, common),
        _ => (&[], &[]),
    };
    first.iter().chain(second)
}

/// The shape of an object, without its name or the forms that are no object.
fn unnamed(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::Named(_, inner)
        | Shape::KeywordOr(_, inner)
        | Shape::Language(_, inner)
        | Shape::RefOr(_, inner) => unnamed(inner),
        other => other,
    }
}

/// The operand at an index.
pub(super) fn operand(operands: &[Operand], arity: Arity, index: usize) -> Option<Operand> {
    let last = operands.len().checked_sub(1)?;
    match arity {
        Arity::Exact => operands.get(index).copied(),
        Arity::Variadic => operands.get(index.min(last)).copied(),
    }
}

/// The shape of the objects that an operand may be.
pub(super) fn operand_shape(operand: Operand) -> Option<&'static Shape> {
    match operand {
        Operand::Condition => Some(&WHEN),
        Operand::Subject
        | Operand::Value
        | Operand::Number
        | Operand::NumberOrDate
        | Operand::Bound => Some(&QUANTITY),
        Operand::Count
        | Operand::Fact(_)
        | Operand::Class
        | Operand::Options
        | Operand::Day
        | Operand::Decimal => None,
    }
}
