//! The columns of a file, for the facts of a pack.

use crate::cli::CliError;
use crate::cli::pack::count;
use crate::rulebook::{FactId, RulePack, closest_name};
use crate::sql::{ColumnMap, FactColumn};

/// Most names in a message.
const MAX_SHOWN: usize = 10;

/// The columns of a file that the facts of a pack need, by their index in the file.
#[derive(Debug)]
pub(in crate::cli) struct BoundColumns {
    /// The column with the key of a firm
    pub(super) key: usize,
    /// The facts with a column, in the pack's order
    pub(super) facts: Vec<BoundFact>,
    /// The number of columns of the file
    pub(super) width: usize,
    /// The columns that no fact needs
    unused: Vec<String>,
}

/// A fact with its column.
#[derive(Debug)]
pub(super) struct BoundFact {
    pub(super) fact: FactId,
    pub(super) index: usize,
    pub(super) column: FactColumn,
}

impl BoundColumns {
    /// Finds the columns of a mapping in the header of a file.
    ///
    /// A column that the mapping names must exist. A fact without a column is unanswered.
    ///
    /// # Errors
    ///
    /// Every column that is missing or occurs twice, and every fact with a table of its own.
    pub(super) fn new(
        pack: &RulePack,
        map: ColumnMap,
        header: &[&str],
        name: &str,
    ) -> Result<BoundColumns, CliError> {
        let mut faults = Vec::new();
        let mut find = |column: &str, purpose: &str, is_required: bool| {
            let mut found = header.iter().enumerate().filter(|(_, name)| **name == column);
            let first = found.next().map(|(index, _)| index);
            if found.next().is_some() {
                faults.push(format!("the column `{column}` occurs twice"));
            }
            if first.is_none() && is_required {
                let same = header.iter().copied().find(|name| name.eq_ignore_ascii_case(column));
                let suggestion = same.or(closest_name(column, header.iter().copied()));
                let suggestion = suggestion.map(|name| format!("; did you mean `{name}`?"));
                let suggestion = suggestion.unwrap_or_default();
                faults.push(format!("no column `{column}` {purpose}{suggestion}"));
            }
            first
        };
        let key = find(&map.key, "for the key of the firms", true);
        let mut facts = Vec::new();
        let mut with_tables = Vec::new();
        for (fact, column) in map.facts {
            let id = &pack.facts[fact].id;
            if column.child.is_some() {
                with_tables.push(format!(
                    "the mapping has a table of its own for the fact `{id}`, but a file is one \
                     table"
                ));
                continue;
            }
            let is_required = column != FactColumn::derived(id);
            let purpose = format!("for the fact `{id}`");
            if let Some(index) = find(&column.column, &purpose, is_required) {
                facts.push(BoundFact { fact, index, column });
            }
        }
        faults.append(&mut with_tables);
        let Some(key) = key.filter(|_| faults.is_empty()) else {
            let error = CliError::invalid(format!("{name} cannot be used"));
            let error = faults.into_iter().fold(error, CliError::note);
            return Err(error.help("name the key and the columns of the facts with `--columns`"));
        };
        if facts.is_empty() {
            let message = format!("{name} cannot be used: no fact of the pack has a column");
            let help = "name the columns of the facts with `--columns`";
            let error = CliError::invalid(message).note(format!("columns: {}", list(header)));
            return Err(error.help(help));
        }
        let is_used = |index: usize| index == key || facts.iter().any(|fact| fact.index == index);
        let unused = header.iter().enumerate().filter(|(index, _)| !is_used(*index));
        let unused = unused.map(|(_, name)| (*name).to_owned()).collect();
        Ok(BoundColumns { key, facts, width: header.len(), unused })
    }

    /// Reports the facts without a column on standard error: a misspelt name must not leave a fact
    /// unanswered unnoticed.
    pub(super) fn report_unanswered(&self, pack: &RulePack, name: &str) {
        let has_column = |fact| self.facts.iter().any(|bound| bound.fact == fact);
        let without = pack.facts.iter().filter(|(fact, _)| !has_column(*fact));
        let without: Vec<&str> = without.map(|(_, fact)| &*fact.id).collect();
        if without.is_empty() {
            return;
        }
        let facts = count(without.len(), "fact");
        errln!("note: {facts} without a column in {name}, unanswered: {}", list(&without));
        if !self.unused.is_empty() {
            let unused: Vec<&str> = self.unused.iter().map(String::as_str).collect();
            errln!("  = note: {} not used: {}", count(unused.len(), "column"), list(&unused));
        }
    }
}

/// The first names of a list.
fn list(names: &[&str]) -> String {
    let shown = names.iter().take(MAX_SHOWN).map(|name| format!("`{name}`"));
    let mut text = shown.collect::<Vec<_>>().join(", ");
    if let Some(more) = names.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
        text.push_str(&format!(" and {more} more"));
    }
    text
}
