//! Yes or no, and one choice: the meaning of a text.

use crate::rulebook::{FactKind, Value};
use crate::sql::dialect::Dialect;

use super::fields::{Field, Steps};
use super::value;

/// The steps of a `yes-no` or `choice` fact.
pub(super) fn steps(field: &Field<'_>, dialect: Dialect) -> Steps {
    let id = &*field.fact.id;
    let text = field.part(dialect, "text");
    let compared = match (&field.fact.kind, &field.column.values) {
        (FactKind::YesNo, None) => format!("lower({text})"),
        _ => text.clone(),
    };
    let cases: Vec<String> = meanings(field)
        .iter()
        .map(|(key, value)| {
            let value = value::literal(dialect, &field.fact.kind, *value);
            format!("WHEN {} THEN {value}", dialect.text(key))
        })
        .collect();
    // A mapping without values makes every value unusable.
    let value = match cases.is_empty() {
        true => dialect.cast("NULL", value::type_name(dialect, &field.fact.kind)),
        false => format!("CASE {compared} {} END", cases.join(" ")),
    };
    Steps {
        raw: vec![(field.name("text"), text_of(field, dialect))],
        parsed: vec![(field.name("text"), text.clone()), (id.to_owned(), value)],
        value: dialect.identifier(id),
        is_answered: format!("{text} IS NOT NULL"),
        example: text,
        join: None,
    }
}

/// The column as text, compared by its bytes.
pub(super) fn text_of(field: &Field<'_>, dialect: Dialect) -> String {
    let text = dialect.cast(&field.source(dialect), dialect.text_type());
    match dialect {
        Dialect::Postgres => format!("{text} COLLATE \"C\""),
        Dialect::DuckDb | Dialect::Spark => text,
    }
}

/// The texts in the data with their values: those of the mapping, or `true` and `false`, or the
/// ids of the options.
pub(super) fn meanings(field: &Field<'_>) -> Vec<(String, Value)> {
    if let Some(values) = &field.column.values {
        return values.clone();
    }
    match &field.fact.kind {
        FactKind::YesNo => [true, false].map(|yes| (yes.to_string(), Value::YesNo(yes))).into(),
        kind => {
            let ids = kind.options().iter().map(|option| &*option.id);
            ids.filter_map(|id| Some((id.to_owned(), Value::Options(kind.option(id)?)))).collect()
        }
    }
}
