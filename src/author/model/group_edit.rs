//! Changes of the kind of a group of conditions.

use crate::author::document::{Document, EditError, Edits};
use crate::rulebook::Json;

use super::build::{list, one};
use super::condition::ConditionForm;
use super::facts::Facts;

/// How the parts of a group are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// All hold
    All,
    /// At least one holds
    Any,
    /// At least a number of them hold
    AtLeastOf,
    /// The part does not hold
    Not,
}

impl GroupKind {
    /// All kinds.
    pub const ALL: [GroupKind; 4] =
        [GroupKind::All, GroupKind::Any, GroupKind::AtLeastOf, GroupKind::Not];

    /// The key of the group.
    pub fn key(self) -> &'static str {
        match self {
            GroupKind::All => "all",
            GroupKind::Any => "any",
            GroupKind::AtLeastOf => "at-least-of",
            GroupKind::Not => "not",
        }
    }

    /// The kind of a condition. `None` for tests.
    pub fn of(condition: &ConditionForm) -> Option<GroupKind> {
        match condition {
            ConditionForm::All(_) => Some(GroupKind::All),
            ConditionForm::Any(_) => Some(GroupKind::Any),
            ConditionForm::AtLeastOf(..) => Some(GroupKind::AtLeastOf),
            ConditionForm::Not(_) => Some(GroupKind::Not),
            _ => None,
        }
    }
}

/// Changes how the parts of the group at a pointer are combined. Of several parts, `not` negates
/// their group.
///
/// # Errors
///
/// [`EditError::NoValue`]
pub fn set_group(document: &Document, pointer: &str, kind: GroupKind) -> Result<Edits, EditError> {
    let json =
        document.value(pointer).ok_or_else(|| EditError::NoValue(pointer.to_owned()))?.clone();
    let form = ConditionForm::read(&json, &Facts::read(document.json(), ""));
    if GroupKind::of(&form) == Some(kind) {
        return Ok(Edits::none());
    }
    let parts: Vec<Json> = form.parts().iter().map(|part| part.condition.to_json()).collect();
    let new = match (kind, parts.as_slice()) {
        (GroupKind::Not, [part]) => one("not", part.clone()),
        (GroupKind::Not, _) => one("not", json),
        (GroupKind::AtLeastOf, _) => {
            one("at-least-of", list([Json::Integer(1)].into_iter().chain(parts)))
        }
        (GroupKind::All | GroupKind::Any, _) => one(kind.key(), list(parts)),
    };
    document.set(pointer, &new)
}
