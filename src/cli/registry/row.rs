//! A row of a registry: a case, or the reason why it cannot be used.

use crate::engine::{Answers, Case, CaseError, Origin};
use crate::rulebook::{FactId, Json, RulePack};

use super::Decoder;

/// A row of the input.
pub(in crate::cli) struct Row {
    pub(in crate::cli) position: Position,
    /// The id of a case, or the key of a firm, as JSON text
    pub(in crate::cli) id: String,
    pub(in crate::cli) case: Result<Case, RowError>,
}

/// The position of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Position {
    /// A line of a text, from 1
    Line(u64),
    /// A row of a table without lines, from 1
    Row(u64),
}

/// The reason why a row cannot be used.
pub(in crate::cli) enum RowError {
    /// An error in a case
    Case(CaseError),
    /// Cells without a usable value; never empty
    Values(Vec<UnusableValue>),
}

/// A cell that is neither empty nor a value of its fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct UnusableValue {
    pub(in crate::cli) fact: FactId,
    pub(in crate::cli) column: String,
    /// The problem and the value, in one phrase
    pub(in crate::cli) message: String,
}

impl Position {
    /// The position in messages.
    pub(in crate::cli) fn text(self) -> String {
        match self {
            Position::Line(line) => format!("line {line}"),
            Position::Row(row) => format!("row {row}"),
        }
    }
}

impl Row {
    /// A row of a table, from its answers or the errors of its cells.
    pub(super) fn of_table(
        decoder: &Decoder<'_>,
        position: Position,
        id: String,
        answers: Result<Answers, RowError>,
    ) -> Row {
        let case = answers.and_then(|answers| {
            let origin = Origin::default();
            let case = Case { as_of: None, topics: Vec::new(), answers, origin };
            let checked = case.check_relations(decoder.pack, decoder.as_of);
            checked.map(|()| case).map_err(RowError::Case)
        });
        Row { position, id, case }
    }
}

impl RowError {
    /// The reply: `{"error": {"line" or "row", "field", "column"?, "message"}}`.
    pub(in crate::cli) fn json(&self, pack: &RulePack, position: Position) -> Json {
        let number = |number: u64| Json::Integer(i64::try_from(number).unwrap_or(i64::MAX));
        let (key, at) = match position {
            Position::Line(line) => ("line", number(line)),
            Position::Row(row) => ("row", number(row)),
        };
        let text = |text: &str| Json::String(text.to_owned());
        let mut entries = vec![(key, at)];
        match self {
            RowError::Case(error) => {
                entries.push(("field", error.field().map_or(Json::Null, text)));
                entries.push(("message", Json::String(error.message())));
            }
            RowError::Values(values) => {
                if let Some(first) = values.first() {
                    entries.push(("field", text(&pack.facts[first.fact].id)));
                    entries.push(("column", text(&first.column)));
                }
                let messages =
                    values.iter().map(|value| format!("`{}`: {}", value.column, value.message));
                let messages = messages.collect::<Vec<_>>().join("; ");
                entries.push(("message", Json::String(messages)));
            }
        }
        let object = |entries: Vec<(&str, Json)>| {
            Json::Object(entries.into_iter().map(|(key, json)| (key.to_owned(), json)).collect())
        };
        object(vec![("error", object(entries))])
    }
}
