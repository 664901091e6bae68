//! Changes of the kinds of facts.

use crate::author::document::{Document, EditError, Edits};
use crate::rulebook::Json;

use super::build::one;
use super::facts::FactKindForm;
use super::template::new_fact;

/// Changes the kind of a fact. Options stay if both kinds have them.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::NotAnObject`]
pub fn set_fact_kind(
    document: &Document,
    fact: &str,
    kind: &FactKindForm,
) -> Result<Edits, EditError> {
    let old = document.value(fact).and_then(|fact| fact.get("kind"));
    let old_options =
        || old.and_then(|kind| kind.get("choice").or_else(|| kind.get("choices"))).cloned();
    let key = match kind {
        FactKindForm::Choice(_) => Some("choice"),
        FactKindForm::Choices(_) => Some("choices"),
        _ => None,
    };
    let with_options = key.and_then(|key| Some(one(key, old_options()?)));
    let of_template = || new_fact(document.json(), kind).get("kind").cloned();
    let new = with_options.or_else(of_template).unwrap_or(Json::Null);
    document.put(fact, "kind", &new)
}
