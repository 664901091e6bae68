//! The query that counts unusable values.

use crate::rulebook::{FactId, RulePack};
use crate::sql::columns::ColumnMap;
use crate::sql::dialect::Dialect;

use super::fields::{Field, Fields, Named};

/// The longest example, in characters.
const EXAMPLE_LENGTH: u8 = 80;

/// The query of `--check`: one row per fact, in the order of `facts`, from one scan of the table.
///
/// | column | content |
/// |---|---|
/// | `fact` | the id |
/// | `column` | the column, with its table if that is not the table of the firms |
/// | `answered` | the number of firms whose column is not `NULL` |
/// | `unusable` | the number of those without a usable value |
/// | `examples` | up to three unusable values: the first, the last, and another one |
pub fn check_query(
    pack: &RulePack,
    dialect: Dialect,
    columns: &ColumnMap,
    facts: &[FactId],
) -> String {
    let fields = Fields::new(pack, dialect, columns, facts);
    let (mut bad, mut counts, mut rows) = (Named::new(), Named::new(), Vec::new());
    for (index, field) in fields.fields.iter().enumerate() {
        let part = |part: &str| field.part(dialect, part);
        let (answered, example) = (part("answered"), part("example"));
        let value = dialect.identifier(&field.fact.id);
        bad.push((field.name("answered"), answered.clone()));
        bad.push((
            field.name("bad"),
            format!(
                "CASE WHEN {answered} AND {value} IS NULL \
                 THEN substr({example}, 1, {EXAMPLE_LENGTH}) END"
            ),
        ));
        let bad = part("bad");
        // The one with the smallest hash is another one, and always the same.
        let other = format!("substr(min(md5({bad}) || {bad}), 33)");
        counts.push((field.name("count"), format!("count(CASE WHEN {answered} THEN 1 END)")));
        counts.push((field.name("unusable"), format!("count({bad})")));
        counts.push((field.name("first"), format!("min({bad})")));
        counts.push((field.name("other"), other));
        counts.push((field.name("last"), format!("max({bad})")));
        rows.push(row(dialect, index, field));
    }
    let names = ["position", "fact", "column", "answered", "unusable", "examples"];
    let bad = fields.select(&bad, &fields.checked(true), "checked");
    let counts = fields.select(&counts, &bad, "bad");
    let result: Vec<String> =
        names.iter().skip(1).map(|name| dialect.column("result", name)).collect();
    format!(
        "SELECT {}\nFROM (\n{counts}\n) AS {}\n{}\nORDER BY {};\n",
        result.join(", "),
        dialect.identifier("counts"),
        dialect.lateral_rows("result", &names, &rows),
        dialect.column("result", "position"),
    )
}

/// The row of a fact.
fn row(dialect: Dialect, index: usize, field: &Field<'_>) -> Vec<String> {
    let part = |part: &str| field.part(dialect, part);
    let (first, other, last) = (part("first"), part("other"), part("last"));
    let examples = [
        first.clone(),
        format!("CASE WHEN {other} <> {first} AND {other} <> {last} THEN {other} END"),
        format!("CASE WHEN {last} <> {first} THEN {last} END"),
    ];
    let column = match &field.column.child {
        Some(child) => format!("{}.{}", child.table, field.column.column),
        None => field.column.column.clone(),
    };
    vec![
        (index + 1).to_string(),
        dialect.text(&field.fact.id),
        dialect.text(&column),
        part("count"),
        part("unusable"),
        dialect.array_without_nulls(&examples),
    ]
}
