//! Several choices: an array, or a table with one row per choice.
//!
//! An empty array is an answer: none of the options. A firm without rows in the table of the
//! choices is unanswered. A choice that is `NULL` or unknown makes all choices unusable.

use crate::rulebook::{FactKind, Value};
use crate::sql::columns::ChildTable;
use crate::sql::dialect::Dialect;

use super::fields::{Field, Steps};
use super::options::meanings;

/// The steps of a `choices` fact in an array.
pub(super) fn array_steps(field: &Field<'_>, dialect: Dialect) -> Steps {
    let source = field.source(dialect);
    let (list, answered) = (field.part(dialect, "list"), field.part(dialect, "answered"));
    let id = &*field.fact.id;
    let raw = match dialect {
        // Text is no array, although a cast would split it.
        Dialect::DuckDb => format!(
            "CASE WHEN typeof({source}) LIKE '%]' OR typeof({source}) = 'JSON' \
             THEN TRY_CAST({source} AS VARCHAR[]) END"
        ),
        Dialect::Postgres => format!("to_jsonb({source})"),
        // A cast of a column of another type would be an error, and JSON has all types.
        Dialect::Spark => format!("from_json(to_json(struct({source} AS v)), 'v ARRAY<STRING>').v"),
    };
    let text = field.part(dialect, "text");
    let is_known = is_known(field, dialect, &list);
    let choices: Vec<(&str, String)> = options(field)
        .into_iter()
        .map(|(option, keys)| (option, contains_any(dialect, &list, &keys)))
        .collect();
    let value = format!("CASE WHEN {is_known} THEN {} END", dialect.texts_where(&choices));
    Steps {
        raw: vec![
            (field.name("answered"), format!("{source} IS NOT NULL")),
            (field.name("text"), dialect.cast(&source, dialect.text_type())),
            (field.name("list"), raw),
        ],
        parsed: vec![
            (field.name("answered"), answered.clone()),
            (field.name("text"), text.clone()),
            (id.to_owned(), value),
        ],
        value: dialect.identifier(id),
        is_answered: answered,
        example: text,
        join: None,
    }
}

/// The steps of a `choices` fact in a table with one row per choice.
pub(super) fn child_steps(
    field: &Field<'_>,
    dialect: Dialect,
    child: &ChildTable,
    firm_key: &str,
) -> Steps {
    let id = &*field.fact.id;
    let alias = field.name("rows");
    let column = |name: &str| dialect.column(&alias, name);
    let (text, answered) = (field.part(dialect, "text"), field.part(dialect, "answered"));
    let rows = grouped(field, dialect, child);
    let join = format!(
        "(\n{rows}\n) AS {} ON {} = {firm_key}",
        dialect.identifier(&alias),
        column("firm_key")
    );
    Steps {
        raw: vec![
            (field.name("answered"), format!("{} IS NOT NULL", column("firm_key"))),
            (field.name("text"), column("example")),
            (id.to_owned(), column("choices")),
        ],
        parsed: vec![
            (field.name("answered"), answered.clone()),
            (field.name("text"), text.clone()),
            (id.to_owned(), dialect.identifier(id)),
        ],
        value: dialect.identifier(id),
        is_answered: answered,
        example: text,
        join: Some(join),
    }
}

/// The query with one row per firm that has choices: the choices, and an unusable one.
fn grouped(field: &Field<'_>, dialect: Dialect, child: &ChildTable) -> String {
    let text = dialect.text_type();
    let source = |name: &str| dialect.cast(&dialect.column("child", name), text);
    let choice = dialect.column("child", "choice");
    let known: Vec<String> = meanings(field).into_iter().map(|(key, _)| key).collect();
    let is_bad = match known.is_empty() {
        true => "TRUE".to_owned(),
        false => format!("({choice} IS NULL OR {choice} NOT IN ({}))", list(dialect, &known)),
    };
    let choices: Vec<(&str, String)> = options(field)
        .into_iter()
        .map(|(option, keys)| (option, format!("bool_or({choice} IN ({}))", list(dialect, &keys))))
        .collect();
    let collate = if dialect == Dialect::Postgres { " COLLATE \"C\"" } else { "" };
    format!(
        "  SELECT {key} AS firm_key,\n    CASE WHEN NOT bool_or({is_bad}) THEN {choices} END AS \
         choices,\n    min(CASE WHEN {is_bad} THEN coalesce({choice}, 'NULL') END) AS example\n  \
         FROM (SELECT {source_key} AS firm_key, {source_choice}{collate} AS choice FROM {table} AS \
         {child_alias}) AS {child_alias}\n  GROUP BY {key}",
        key = dialect.column("child", "firm_key"),
        choices = dialect.texts_where(&choices),
        source_key = source(&child.key),
        source_choice = source(&field.column.column),
        table = dialect.table(&child.table),
        child_alias = dialect.identifier("child"),
    )
}

/// The options with the texts in the data that mean them, in the order of the pack.
fn options<'a>(field: &Field<'a>) -> Vec<(&'a str, Vec<String>)> {
    let meanings = meanings(field);
    let kind: &FactKind = &field.fact.kind;
    let of = |id: &str| {
        let means = |value: &Value| kind.option(id).map(Value::Options).as_ref() == Some(value);
        let keys = meanings.iter().filter(|(_, value)| means(value));
        keys.map(|(key, _)| key.clone()).collect::<Vec<String>>()
    };
    let options = kind.options().iter().map(|option| (&*option.id, of(&option.id)));
    options.filter(|(_, keys)| !keys.is_empty()).collect()
}

/// Texts as literals with commas.
fn list(dialect: Dialect, texts: &[String]) -> String {
    texts.iter().map(|text| dialect.text(text)).collect::<Vec<String>>().join(", ")
}

/// Whether all elements of a list are known, and none is `NULL`. Not true if the list is `NULL`.
fn is_known(field: &Field<'_>, dialect: Dialect, list: &str) -> String {
    let keys: Vec<String> = meanings(field).into_iter().map(|(key, _)| key).collect();
    let known: Vec<&str> = keys.iter().map(String::as_str).collect();
    match dialect {
        Dialect::DuckDb => format!(
            "list_has_all({}, {list}) AND len({list}) = list_count({list})",
            dialect.array(&known)
        ),
        Dialect::Postgres => {
            let known = json_literal(dialect, &known);
            format!("jsonb_typeof({list}) = 'array' AND {list} <@ {known}")
        }
        Dialect::Spark => format!("size(array_except({list}, {})) = 0", dialect.array(&known)),
    }
}

/// Whether a list contains at least one of the texts.
fn contains_any(dialect: Dialect, list: &str, keys: &[String]) -> String {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    match (dialect, keys.as_slice()) {
        // The usual case, and faster.
        (Dialect::DuckDb | Dialect::Spark, [key]) => dialect.array_contains(list, key),
        (Dialect::DuckDb | Dialect::Spark, _) => {
            dialect.arrays_overlap(list, &dialect.array(&keys))
        }
        (Dialect::Postgres, _) => {
            let elements = keys.iter().flat_map(|key| json_elements(key));
            let contains = elements.map(|element| {
                format!("{list} @> {}::jsonb", dialect.text(&format!("[{element}]")))
            });
            contains.collect::<Vec<String>>().join(" OR ")
        }
    }
}

fn json_literal(dialect: Dialect, keys: &[&str]) -> String {
    let elements: Vec<String> = keys.iter().flat_map(|key| json_elements(key)).collect();
    format!("{}::jsonb", dialect.text(&format!("[{}]", elements.join(", "))))
}

/// A text as elements of a JSON array: a string, and a number if the text is one, for arrays of
/// codes.
fn json_elements(key: &str) -> Vec<String> {
    // PostgreSQL stores no NUL.
    let string = serde_json::Value::from(key.replace('\0', "\u{fffd}")).to_string();
    let is_number = key.parse::<i64>().is_ok_and(|number| number.to_string() == key);
    if is_number { vec![string, key.to_owned()] } else { vec![string] }
}
