//! The answer in a cell.
//!
//! A cell is a JSON value, so that CSV and Parquet accept what a case accepts. They accept `true`
//! and `false` as text too.

use crate::engine::{Answer, AnswerError, answer_from_json};
use crate::rulebook::{FactKind, Json, Options, RulePack, Value};
use crate::sql::FactColumn;

/// The answer in a cell that is not empty.
///
/// # Errors
///
/// The problem and the value, in one phrase.
pub(super) fn answer(
    pack: &RulePack,
    kind: &FactKind,
    column: &FactColumn,
    cell: &Json,
) -> Result<Answer, String> {
    let found = |problem: String, value: &Json| format!("{problem}, found {}", value.describe());
    if let (FactKind::Choices(_), Json::Array(items)) = (kind, cell) {
        // One by one, so that the message shows the item.
        let mut all = Options::EMPTY;
        for item in items {
            let option = match (&column.values, item.as_str()) {
                (Some(_), _) => mapped(column, item),
                (None, id) => id.and_then(|id| kind.option(id)).map(Value::Options),
            };
            let Some(Value::Options(option)) = option else {
                return Err(found(problem(column), item));
            };
            all = all.union(option);
        }
        return Ok(Answer::Value(Value::Options(all)));
    }
    if column.values.is_some() {
        let value = mapped(column, cell).ok_or_else(|| found(problem(column), cell))?;
        return Ok(Answer::Value(value));
    }
    let is = |word: &str| cell.as_str().is_some_and(|text| text.eq_ignore_ascii_case(word));
    // Spreadsheets write them in upper case.
    let boolean = match kind {
        FactKind::YesNo if is("true") => Some(true),
        FactKind::YesNo if is("false") => Some(false),
        _ => None,
    };
    if let Some(yes) = boolean {
        return Ok(Answer::Value(Value::YesNo(yes)));
    }
    answer_from_json(pack, kind, cell).map_err(|error| found(error.to_string(), cell))
}

/// The problem of a value that is not listed.
fn problem(column: &FactColumn) -> String {
    match column.values {
        Some(_) => "not one of the `values` of the mapping".to_owned(),
        None => AnswerError::NoSuchOption.to_string(),
    }
}

/// The meaning of a cell, if the mapping has it.
fn mapped(column: &FactColumn, cell: &Json) -> Option<Value> {
    match cell {
        Json::String(text) => column.value(text),
        Json::Bool(yes) => column.value(if *yes { "true" } else { "false" }),
        Json::Integer(number) => column.value(&number.to_string()),
        _ => None,
    }
}
