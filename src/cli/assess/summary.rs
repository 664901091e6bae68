//! The rows that cannot be used, counted by column.

use crate::cli::pack::count;
use crate::cli::registry::{Position, RowError, UnusableValue};
use crate::rulebook::FactId;

/// The rows of some batches. Its size depends on the number of columns only.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) rows: u64,
    pub(super) unusable_rows: u64,
    /// The columns with unusable values, in the order of their first
    columns: Vec<ColumnSummary>,
    /// The rows with another error, and the first of them
    others: Option<(u64, Position, String)>,
}

/// The unusable values of a column.
struct ColumnSummary {
    fact: FactId,
    count: u64,
    position: Position,
    example: UnusableValue,
}

impl Summary {
    /// Counts a row that could be used.
    pub(super) fn add_usable(&mut self) {
        self.rows += 1;
    }

    /// Counts a row that could not be used.
    pub(super) fn add_unusable(&mut self, position: Position, error: &RowError) {
        self.rows += 1;
        self.unusable_rows += 1;
        match error {
            RowError::Case(error) => self.add_others(1, position, || error.to_string()),
            RowError::Values(values) => {
                for example in values {
                    self.add_column(ColumnSummary {
                        fact: example.fact,
                        count: 1,
                        position,
                        example: example.clone(),
                    });
                }
            }
        }
    }

    /// Adds the rows of a later batch.
    pub(super) fn add(&mut self, other: Summary) {
        self.rows += other.rows;
        self.unusable_rows += other.unusable_rows;
        other.columns.into_iter().for_each(|column| self.add_column(column));
        if let Some((count, position, message)) = other.others {
            self.add_others(count, position, || message);
        }
    }

    fn add_column(&mut self, column: ColumnSummary) {
        match self.columns.iter_mut().find(|known| known.fact == column.fact) {
            Some(known) => known.count += column.count,
            None => self.columns.push(column),
        }
    }

    fn add_others(&mut self, count: u64, position: Position, message: impl FnOnce() -> String) {
        match &mut self.others {
            Some((known, ..)) => *known += count,
            None => self.others = Some((count, position, message())),
        }
    }

    /// Prints the unusable rows, if there are any.
    pub(super) fn print(&self) {
        let text = self.text();
        if !text.is_empty() {
            errln!("{text}");
        }
    }

    fn text(&self) -> String {
        if self.unusable_rows == 0 {
            return String::new();
        }
        let rows = number(self.rows, "row");
        let mut text = format!("warning: {} of {rows} cannot be used", self.unusable_rows);
        for ColumnSummary { count, position, example, .. } in &self.columns {
            let UnusableValue { column, message, .. } = example;
            let (count, at) = (number(*count, "value"), position.text());
            text.push_str(&format!(
                "\n  = note: `{column}`: {count}, for example in {at}: {message}"
            ));
        }
        if let Some((count, position, message)) = &self.others {
            let (count, at) = (number(*count, "row"), position.text());
            text.push_str(&format!(
                "\n  = note: {count} for other reasons, for example in {at}: {message}"
            ));
        }
        text
    }
}

/// A number with its noun.
fn number(number: u64, noun: &str) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), noun)
}
