//! Packs and databases: the mapping from columns to facts.
//!
//! Pure: this layer knows the pack and the engine, but no file, no database and no clock. The
//! command reads the files and prints the result.

mod column_fault; // Faults of a mapping file.
mod column_parser; // Parsing a mapping file.
mod columns; // The column of each fact.

pub use column_fault::ColumnFault;
pub use columns::{ChildTable, ColumnMap, FactColumn};
