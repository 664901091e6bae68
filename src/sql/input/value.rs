//! Values of facts as literals.

use crate::rulebook::{FactKind, Value};
use crate::sql::dialect::Dialect;

/// The type of the column of a fact.
pub(in crate::sql) fn type_name(dialect: Dialect, kind: &FactKind) -> &'static str {
    match kind {
        FactKind::YesNo => "BOOLEAN",
        FactKind::Choice(_) => dialect.text_type(),
        FactKind::Choices(_) => dialect.text_array_type(),
        FactKind::Number(_) => dialect.decimal_type(),
        FactKind::Date => "DATE",
    }
}

/// A value as a literal of the type of its column.
pub(super) fn literal(dialect: Dialect, kind: &FactKind, value: Value) -> String {
    match value {
        Value::YesNo(yes) => dialect.boolean(yes).to_owned(),
        Value::Number(number) => dialect.cast(&dialect.decimal(number), dialect.decimal_type()),
        Value::Date(date) => dialect.date(date),
        Value::Options(set) => {
            let ids: Vec<&str> = kind.chosen(set).map(|option| &*option.id).collect();
            match kind {
                FactKind::Choices(_) => dialect.array(&ids),
                _ => dialect.optional_text(ids.first().copied()),
            }
        }
    }
}
