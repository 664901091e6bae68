//! A pack as SQL: the outcomes of all firms of a table, decided by the database that holds them.
//!
//! Pure functions from a pack and a mapping of its facts to columns, to the text of a statement.
//! No database, no clock, no files: the command reads the files and prints the result. A
//! [`Dialect`] holds everything that differs between the databases, and is the only place that
//! quotes names and texts.

mod dialect; // What differs between the databases.
mod dialect_numbers; // The same for exact arithmetic, arrays of numbers and bits.

// The mapping from facts to columns.
mod column_fault; // Faults of a mapping file.
mod column_parser; // Parsing a mapping file.
mod columns; // The column of each fact.

// From diagrams to conditions on the columns of a row.
mod condition; // Conditions that are true or false, never `NULL`.
mod layers; // Columns that are computed once per row.
mod possible; // Which regions of a split are possible.
mod quantity; // The bounds of a quantity.
mod reach; // Whether a diagram can lead to a terminal.

// Measures whose splits depend on each other.
mod dependent;

// The columns of the result.
mod amount; // The range of an amount.
mod outcome; // The outcome, and the facts that can change it.
mod reason; // The criterion and the clause that decide it.
mod query; // One row per firm and measure.

// Statements.
mod contradictions; // The firms whose answers contradict each other.
mod input; // One row per firm, with a typed column per fact.
mod template; // The empty table.

pub use column_fault::ColumnFault;
pub use columns::{ChildTable, ColumnMap, FactColumn};
pub use contradictions::{Contradictions, contradictions_query};
pub use dialect::Dialect;
pub use input::{check_query, facts_select, facts_select_with_preset};
pub use query::{Query, Request, Untranslatable, query};
pub use template::template;
