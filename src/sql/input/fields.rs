//! The steps of each fact, and the nested queries.

use crate::rulebook::{Fact, FactId, FactKind, RulePack, Value};
use crate::sql::columns::{ColumnMap, FactColumn};
use crate::sql::dialect::Dialect;

use super::{choices, date, number, options, value};

/// The alias of the table of the firms.
pub(super) const FIRMS: &str = "firm";

/// The facts of a query with their columns.
pub(super) struct Fields<'a> {
    pub(super) dialect: Dialect,
    columns: &'a ColumnMap,
    pub(super) fields: Vec<Field<'a>>,
    /// Facts that the mapping leaves out
    absent: Vec<&'a Fact>,
}

/// A fact with its column.
pub(super) struct Field<'a> {
    pub(super) id: FactId,
    pub(super) fact: &'a Fact,
    pub(super) column: &'a FactColumn,
}

/// Expressions with their names.
pub(super) type Named = Vec<(String, String)>;

/// The steps of a fact.
pub(super) struct Steps {
    /// The columns of `raw`, of the table of the firms
    pub(super) raw: Named,
    /// Those of `parsed`, of `raw`. One with the name of the fact is its value
    pub(super) parsed: Named,
    /// The value, of `parsed`
    pub(super) value: String,
    /// Whether the column is not `NULL`, of `parsed`
    pub(super) is_answered: String,
    /// What the column has, as text, of `parsed`. Only if the column is not usable
    pub(super) example: String,
    /// The join with the table of the choices
    pub(super) join: Option<String>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        pack: &'a RulePack,
        dialect: Dialect,
        columns: &'a ColumnMap,
        facts: &[FactId],
    ) -> Fields<'a> {
        let (mut fields, mut absent) = (Vec::new(), Vec::new());
        for id in facts {
            let fact = &pack.facts[*id];
            match columns.facts.iter().find(|(fact, _)| fact == id) {
                Some((_, column)) => fields.push(Field { id: *id, fact, column }),
                None => absent.push(fact),
            }
        }
        Fields { dialect, columns, fields, absent }
    }

    /// The key of a firm as text, in the table of the firms.
    fn key(&self) -> String {
        let key = self.dialect.column(FIRMS, &self.columns.key);
        self.dialect.cast(&key, self.dialect.text_type())
    }

    /// The query of typed columns.
    pub(super) fn facts(&self, preset: &[(FactId, Value)]) -> String {
        let dialect = self.dialect;
        let mut columns = vec![("firm_key".to_owned(), dialect.identifier("firm_key"))];
        let mut invalid = Vec::new();
        for field in &self.fields {
            let id = &*field.fact.id;
            let (value, answered) = (dialect.identifier(id), field.part(dialect, "answered"));
            let preset = preset.iter().find(|(fact, _)| *fact == field.id);
            let preset =
                preset.map(|(_, preset)| value::literal(dialect, &field.fact.kind, *preset));
            let with_preset = match preset {
                Some(preset) => format!("CASE WHEN {answered} THEN {value} ELSE {preset} END"),
                None => value.clone(),
            };
            columns.push((id.to_owned(), with_preset));
            invalid.push((id, format!("{answered} AND {value} IS NULL")));
        }
        for fact in &self.absent {
            let unanswered = dialect.cast("NULL", value::type_name(dialect, &fact.kind));
            columns.push((fact.id.to_string(), unanswered));
        }
        columns.push(("invalid_facts".to_owned(), dialect.texts_where(&invalid)));
        self.select(&columns, &self.checked(false), "checked")
    }

    /// The query `checked`: the key, and for each fact its value and whether it is answered. With
    /// `examples`, also the text of a column that is not usable.
    pub(super) fn checked(&self, examples: bool) -> String {
        let dialect = self.dialect;
        let key = || ("firm_key".to_owned(), dialect.identifier("firm_key"));
        let mut raw = vec![("firm_key".to_owned(), self.key())];
        let (mut parsed, mut checked) = (vec![key()], vec![key()]);
        let mut joins = String::new();
        for field in &self.fields {
            let steps = field.steps(dialect, &self.key());
            raw.extend(steps.raw);
            parsed.extend(steps.parsed);
            checked.push((field.name("answered"), steps.is_answered));
            if examples {
                checked.push((field.name("example"), steps.example));
            }
            checked.push((field.fact.id.to_string(), steps.value));
            if let Some(join) = steps.join {
                joins.push_str("\nLEFT JOIN ");
                joins.push_str(&join);
            }
        }
        let (table, alias) = (dialect.table(&self.columns.table), dialect.identifier(FIRMS));
        let raw = format!("SELECT{}\nFROM {table} AS {alias}{joins}", self.list(&raw));
        let parsed = self.select(&parsed, &raw, "raw");
        self.select(&checked, &parsed, "parsed")
    }

    /// A query of a subquery.
    pub(super) fn select(&self, columns: &Named, from: &str, alias: &str) -> String {
        // PostgreSQL would merge the subquery, and compute a column once for each of its uses.
        let fence = if self.dialect == Dialect::Postgres { "\nOFFSET 0" } else { "" };
        let alias = self.dialect.identifier(alias);
        format!("SELECT{}\nFROM (\n{}\n) AS {alias}{fence}", self.list(columns), indent(from))
    }

    fn list(&self, columns: &Named) -> String {
        let lines = columns.iter().map(|(name, value)| {
            let name = self.dialect.identifier(name);
            if *value == name { format!("\n  {name}") } else { format!("\n  {value} AS {name}") }
        });
        lines.collect::<Vec<String>>().join(",")
    }
}

impl Field<'_> {
    /// The name of an intermediate column. No fact has it, because ids have no spaces.
    pub(super) fn name(&self, part: &str) -> String {
        format!("{part} {}", self.fact.id)
    }

    /// An intermediate column, quoted.
    pub(super) fn part(&self, dialect: Dialect, part: &str) -> String {
        dialect.identifier(&self.name(part))
    }

    /// The column in the table of the firms.
    pub(super) fn source(&self, dialect: Dialect) -> String {
        dialect.column(FIRMS, &self.column.column)
    }

    fn steps(&self, dialect: Dialect, key: &str) -> Steps {
        match &self.fact.kind {
            FactKind::YesNo | FactKind::Choice(_) => options::steps(self, dialect),
            FactKind::Choices(_) => match &self.column.child {
                Some(child) => choices::child_steps(self, dialect, child, key),
                None => choices::array_steps(self, dialect),
            },
            FactKind::Number(kind) => number::steps(self, dialect, kind),
            FactKind::Date => date::steps(self, dialect),
        }
    }
}

/// A text with two spaces before each line. Literals have no line breaks, except in DuckDB, where
/// the lines of a literal must stay as they are.
fn indent(text: &str) -> String {
    let mut indented = String::with_capacity(text.len() + text.len() / 8);
    let mut quote = None;
    let mut is_start = true;
    for char in text.chars() {
        if is_start && quote.is_none() && char != '\n' {
            indented.push_str("  ");
        }
        match quote {
            None if matches!(char, '\'' | '"' | '`') => quote = Some(char),
            Some(open) if open == char => quote = None,
            _ => {}
        }
        is_start = char == '\n';
        indented.push(char);
    }
    indented
}
