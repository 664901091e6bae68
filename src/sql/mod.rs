//! A pack as SQL: the outcomes of all firms of a table, decided by the database that holds them.
//!
//! Pure functions from a pack and a mapping of its facts to columns, to the text of a statement.
//! No database, no clock, no files: the command reads the files and prints the result. A
//! [`Dialect`] holds everything that differs between the databases, and is the only place that
//! quotes names and texts.

mod dialect; // What differs between the databases.

// The mapping from facts to columns.
mod column_fault; // Faults of a mapping file.
mod column_parser; // Parsing a mapping file.
mod columns; // The column of each fact.

pub use column_fault::ColumnFault;
pub use columns::{ChildTable, ColumnMap, FactColumn};
pub use dialect::Dialect;
