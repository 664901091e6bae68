//! The empty table: a column per fact, with its question, unit and options as comments.

use crate::rulebook::{Fact, FactKind, Locale, RulePack, Text};

use super::columns::{ColumnMap, FactColumn};
use super::dialect::Dialect;
use super::input::type_name;

/// The statements of `--template`: `CREATE TABLE` with a column per fact of the pack, and comments
/// in each language of the pack. Also the tables of choices that the mapping names.
///
/// Numbers have six places, more than most facts: a table with fewer places would round a value
/// silently, and here it is unusable. Nothing is overwritten: a table that exists is an error.
pub fn template(pack: &RulePack, dialect: Dialect, columns: &ColumnMap) -> String {
    let title = pack.languages.iter().map(|locale| pack.title.get(*locale).to_string());
    let title = title.collect::<Vec<String>>().join("\n");
    let mut sql = dialect.comment(&format!("{title}\n{} {}", pack.id, pack.version));
    sql.push_str(&firms(pack, dialect, columns, &title));
    for (id, column) in &columns.facts {
        if column.child.is_some() {
            sql.push_str(&choices(pack, dialect, &pack.facts[*id], column));
        }
    }
    sql
}

/// A column of a table, with its comment.
struct Column {
    name: String,
    type_name: &'static str,
    is_key: bool,
    comment: Option<String>,
}

/// The table of the firms.
fn firms(pack: &RulePack, dialect: Dialect, columns: &ColumnMap, title: &str) -> String {
    let key = Column {
        name: columns.key.clone(),
        type_name: dialect.text_type(),
        is_key: true,
        comment: None,
    };
    let facts = columns.facts.iter().filter(|(_, column)| column.child.is_none());
    let facts = facts.map(|(id, column)| {
        let fact = &pack.facts[*id];
        // The data has the texts that the mapping translates.
        let type_name = match (&column.values, &fact.kind) {
            (Some(_), FactKind::YesNo) => dialect.text_type(),
            (_, kind) => type_name(dialect, kind),
        };
        let comment = Some(comment(pack, fact, column));
        Column { name: column.column.clone(), type_name, is_key: false, comment }
    });
    let mut all: Vec<Column> = vec![key];
    for column in facts {
        // Two facts may share a column.
        if all.iter().all(|other| other.name != column.name) {
            all.push(column);
        }
    }
    table(dialect, &columns.table, &all, title)
}

/// The table with one row per choice of a fact.
fn choices(pack: &RulePack, dialect: Dialect, fact: &Fact, column: &FactColumn) -> String {
    let Some(child) = &column.child else { return String::new() };
    let text = dialect.text_type();
    let key = Column { name: child.key.clone(), type_name: text, is_key: false, comment: None };
    let choice = Column {
        name: column.column.clone(),
        type_name: text,
        is_key: false,
        comment: Some(comment(pack, fact, column)),
    };
    table(dialect, &child.table, &[key, choice], &fact.id)
}

/// A `CREATE TABLE` with comments.
fn table(dialect: Dialect, name: &str, columns: &[Column], comment: &str) -> String {
    let table = dialect.table(name);
    let lines = columns.iter().map(|column| {
        let (name, type_name) = (dialect.identifier(&column.name), column.type_name);
        let key = match (column.is_key, dialect) {
            (false, _) => "",
            (true, Dialect::Spark) => " NOT NULL",
            (true, _) => " PRIMARY KEY",
        };
        let comment = match (&column.comment, dialect) {
            (Some(comment), Dialect::Spark) => format!(" COMMENT {}", dialect.text(comment)),
            _ => String::new(),
        };
        format!("\n  {name} {type_name}{key}{comment}")
    });
    let lines = lines.collect::<Vec<String>>().join(",");
    if dialect == Dialect::Spark {
        let comment = dialect.text(comment);
        return format!("\nCREATE TABLE {table} ({lines}\n)\nCOMMENT {comment};\n");
    }
    let mut sql = format!("\nCREATE TABLE {table} ({lines}\n);\n");
    sql.push_str(&format!("COMMENT ON TABLE {table} IS {};\n", dialect.text(comment)));
    for column in columns {
        if let Some(comment) = &column.comment {
            let name = format!("{table}.{}", dialect.identifier(&column.name));
            let comment = dialect.text(comment);
            sql.push_str(&format!("COMMENT ON COLUMN {name} IS {comment};\n"));
        }
    }
    sql
}

/// The comment of a column: in each language the question with its unit, and a line per option.
fn comment(pack: &RulePack, fact: &Fact, column: &FactColumn) -> String {
    let mut lines = vec![fact.id.to_string()];
    for locale in &pack.languages {
        lines.push(question(pack, fact, *locale));
    }
    let in_languages = |label: &Text| {
        let labels = pack.languages.iter().map(|locale| label.get(*locale).to_string());
        labels.collect::<Vec<String>>().join(" / ")
    };
    match &column.values {
        Some(values) => lines.extend(values.iter().map(|(text, value)| {
            let meaning = match value {
                crate::rulebook::Value::Options(set) => {
                    let mut chosen = fact.kind.chosen(*set);
                    chosen.next().map(|option| in_languages(&option.label)).unwrap_or_default()
                }
                crate::rulebook::Value::YesNo(yes) => yes.to_string(),
                _ => String::new(),
            };
            format!("{text}: {meaning}")
        })),
        None => lines.extend(
            fact.kind
                .options()
                .iter()
                .map(|option| format!("{}: {}", option.id, in_languages(&option.label))),
        ),
    }
    lines.join("\n")
}

/// The question in a language, with the unit and the bounds of a number.
fn question(pack: &RulePack, fact: &Fact, locale: Locale) -> String {
    let question = fact.question.get(locale);
    let FactKind::Number(number) = &fact.kind else { return question.to_string() };
    let unit = pack
        .unit(&number.unit)
        .map_or_else(|| number.unit.to_string(), |unit| unit.title.get(locale).to_string());
    let bounds = match (number.min, number.max) {
        (Some(min), Some(max)) => format!(", {min}–{max}"),
        (Some(min), None) => format!(", ≥ {min}"),
        (None, Some(max)) => format!(", ≤ {max}"),
        (None, None) => String::new(),
    };
    format!("{question} ({unit}{bounds})")
}
