//! Definitions that are added to a pack.

use crate::author::document::{Document, EditError, Edits, join};
use crate::rulebook::{Json, Kind};

use super::build::{list, object, one, string};
use super::facts::{FactKindForm, Facts};
use super::template::{
    any_condition, first_id, free_id, new_fact, new_measure, new_provision, next_provision, option,
    text,
};

/// A definition of a kind. A fact is a yes-no question.
pub fn new_definition(pack: &Json, kind: Kind) -> Json {
    let id = || ("id", string(free_id(pack, kind)));
    let title = || text(pack, ["新的名称", "新的名稱", "New title"]);
    let when = || {
        let facts = Facts::read(pack, "");
        any_condition(&facts).unwrap_or_else(|| one("all", list([])))
    };
    match kind {
        Kind::Measure => new_measure(pack),
        Kind::Fact => new_fact(pack, &FactKindForm::YesNo),
        Kind::Provision => new_provision(pack),
        Kind::Document | Kind::Section | Kind::Material | Kind::Office => {
            object([id(), ("title", title())])
        }
        Kind::Term => object([id(), ("when", when())]),
        Kind::Quantity => object([id(), ("quantity", first_number(pack))]),
        Kind::Class => object([
            id(),
            ("title", title()),
            ("provision", next_provision(pack)),
            ("values", list([option(pack, "a")])),
            ("cases", list([one("is", string("a"))])),
        ]),
        Kind::Assumption => {
            object([id(), ("label", title()), ("when", when()), ("answers", object([]))])
        }
        Kind::Topic => object([
            id(),
            ("title", title()),
            ("summary", text(pack, ["想要什么", "想要什麼", "What people want"])),
            ("measures", list([string(first_id(pack, Kind::Measure))])),
        ]),
    }
}

/// The first number fact, or a sum to fill.
fn first_number(pack: &Json) -> Json {
    let facts = Facts::read(pack, "");
    let number = facts.facts.iter().find(|fact| matches!(fact.kind, FactKindForm::Number(_)));
    number.map_or_else(|| one("sum", list([Json::Integer(0)])), |fact| string(&fact.id))
}

/// Adds a new definition at the end of the list of its kind. Returns its pointer too.
///
/// # Errors
///
/// [`EditError::NotAList`], [`EditError::NotAnObject`]
pub fn add_definition(document: &Document, kind: Kind) -> Result<(Edits, String), EditError> {
    let definition = new_definition(document.json(), kind);
    let list_pointer = join("", kind.list());
    let (edits, index) = match document.value(&list_pointer) {
        Some(items) => {
            let len = items.items().len();
            (document.insert(&list_pointer, len, &definition)?, len)
        }
        None => (document.put("", kind.list(), &list([definition]))?, 0),
    };
    Ok((edits, join(&list_pointer, index)))
}
