//! Columns that are computed once per row and used by several others.
//!
//! A query of SQL cannot name a column that it computes itself. Each layer is therefore a query
//! around the one before, or a lateral join to it. Equal expressions share a column, whatever
//! measure they belong to.
//!
//! The names are short, because a query of a large pack has hundreds of columns: `p` is a value
//! that is possible, `r` a terminal that can be reached, `o` an outcome, `a` the bound of an
//! amount, `c` a criterion. The ids of facts have no underscore, so that no name is taken.

use std::collections::HashMap;

use super::condition::Condition;
use super::dialect::Dialect;

/// The layers of computed columns, above the columns of the facts, which are layer 0.
pub(super) struct Layers {
    pub(super) dialect: Dialect,
    /// Per layer, from 1: the names and expressions of its columns
    layers: Vec<Vec<(String, String)>>,
    /// Per expression: its column and the number of its layer
    known: HashMap<String, (String, usize)>,
}

impl Layers {
    pub(super) fn new(dialect: Dialect) -> Layers {
        Layers { dialect, layers: Vec::new(), known: HashMap::new() }
    }

    /// The column of an expression whose columns are in `layer` or below, and its own layer.
    pub(super) fn column(&mut self, prefix: &str, sql: String, layer: usize) -> (String, usize) {
        if let Some(known) = self.known.get(&sql) {
            return known.clone();
        }
        while self.layers.len() <= layer {
            self.layers.push(Vec::new());
        }
        let name = format!("{prefix}_{}", self.known.len());
        if let Some(columns) = self.layers.get_mut(layer) {
            columns.push((name.clone(), sql.clone()));
        }
        let column = (name, layer + 1);
        self.known.insert(sql, column.clone());
        column
    }

    /// The column of a condition; the condition itself if it is a constant or a column.
    pub(super) fn condition(&mut self, prefix: &str, condition: Condition) -> Condition {
        match condition {
            Condition::All(_) | Condition::Any(_) => {
                let sql = condition.sql(self.dialect);
                let (name, layer) = self.column(prefix, sql, condition.layer());
                Condition::Column(name, layer)
            }
            simple => simple,
        }
    }

    /// A query around another that adds the columns of all layers to its rows.
    pub(super) fn around(&self, query: &str) -> String {
        match self.dialect {
            Dialect::DuckDb | Dialect::Postgres => self.nested(query),
            Dialect::Spark => self.joined(query),
        }
    }

    /// Each layer as a query around the one before.
    fn nested(&self, query: &str) -> String {
        let mut query = query.to_owned();
        for (index, columns) in self.layers.iter().enumerate() {
            let columns: Vec<String> = columns
                .iter()
                .map(|(name, sql)| format!(",\n  {sql} AS {}", self.dialect.identifier(name)))
                .collect();
            let (alias, columns) = (self.dialect.identifier(&alias(index)), columns.concat());
            let fence = self.fence();
            query = format!("SELECT {alias}.*{columns}\nFROM (\n{query}\n) AS {alias}{fence}");
        }
        query
    }

    /// Each layer as a lateral join, which the optimiser turns into a projection. The analyser of
    /// Spark takes several iterations to resolve a nested query, and ends after a hundred in all.
    /// It resolves each lateral join apart.
    fn joined(&self, query: &str) -> String {
        if self.layers.is_empty() {
            return query.to_owned();
        }
        let mut joined =
            format!("SELECT *\nFROM (\n{query}\n) AS {}", self.dialect.identifier(&alias(0)));
        for (index, columns) in self.layers.iter().enumerate() {
            let columns: Vec<(&str, String)> =
                columns.iter().map(|(name, sql)| (&**name, sql.clone())).collect();
            let join = self.dialect.lateral_columns(&alias(index + 1), &columns);
            joined.push_str(&format!("\n{join}"));
        }
        joined
    }

    /// Keeps PostgreSQL from merging the layers, which would repeat each shared expression in
    /// every place that uses it.
    fn fence(&self) -> &'static str {
        match self.dialect {
            Dialect::Postgres => "\nOFFSET 0",
            Dialect::DuckDb | Dialect::Spark => "",
        }
    }
}

/// The alias of the query under a layer.
fn alias(index: usize) -> String {
    format!("layer_{index}")
}
