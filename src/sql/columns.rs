//! The column of each fact: the mapping file of `--columns`, or names derived from the fact ids.

use crate::rulebook::{FactId, Json, RulePack, Value};

use super::column_fault::ColumnFault;
use super::column_parser;

/// The table of the firms, its key, and the column of each fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMap {
    /// The name of the table, `firms` by default
    pub table: String,
    /// The column that identifies a firm, `id` by default
    pub key: String,
    /// The columns of the facts, in the order of the pack. A fact without one is unanswered
    pub facts: Vec<(FactId, FactColumn)>,
}

/// The column with the values of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactColumn {
    /// The name of the column
    pub column: String,
    /// The table with one row per choice, for a `choices` fact only; `None` if the column belongs
    /// to the table of the firms
    pub child: Option<ChildTable>,
    /// The values in the data with their meaning; `None` if the data has option ids or booleans.
    ///
    /// INVARIANT: the fact is a `yes-no`, `choice` or `choices` fact, and a value has its kind: a
    /// boolean, or exactly one option. The texts differ.
    pub values: Option<Vec<(String, Value)>>,
}

/// A table with one row per choice of a firm. A firm without rows has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildTable {
    /// The name of the table
    pub table: String,
    /// The column with the key of the firm
    pub key: String,
}

impl ColumnMap {
    /// The mapping without a file: the table `firms`, its key `id`, and a column per fact.
    pub fn derived(pack: &RulePack) -> ColumnMap {
        let columns = pack.facts.iter().map(|(fact, of)| (fact, FactColumn::derived(&of.id)));
        ColumnMap { table: "firms".to_owned(), key: "id".to_owned(), facts: columns.collect() }
    }

    /// Parses a mapping file. Whatever it leaves out is as in [`ColumnMap::derived`].
    ///
    /// # Errors
    ///
    /// Every fault of the file.
    pub fn from_json(pack: &RulePack, json: &Json) -> Result<ColumnMap, Vec<ColumnFault>> {
        column_parser::parse(pack, json)
    }
}

impl FactColumn {
    /// The column of a fact that a mapping file does not name: its id, with `_` for `-`.
    pub fn derived(id: &str) -> FactColumn {
        FactColumn { column: id.replace('-', "_"), child: None, values: None }
    }

    /// The meaning of a text in the data. `None` if the mapping has values, but not this one.
    pub fn value(&self, text: &str) -> Option<Value> {
        let mut values = self.values.iter().flatten();
        values.find(|(name, _)| name == text).map(|(_, value)| *value)
    }
}
