//! The typed columns, the empty table and the check, for a pack and a mapping with hostile texts.

use std::rc::Rc;

use eligibility_check::rulebook::{FactId, Json, RulePack};
use eligibility_check::sql::{
    ColumnMap, Dialect, check_query, facts_select, facts_select_with_preset, template,
};

use crate::snapshots::assert_snapshot_in;
use crate::support::{fact, parse_answers, parse_pack};

pub(super) const PACK: &str = include_str!("../../registry/values-pack.json");
const COLUMNS: &str = include_str!("../../registry/values-columns.json");

pub(super) fn pack_and_columns() -> (Rc<RulePack>, ColumnMap) {
    let pack = parse_pack(PACK);
    let columns = ColumnMap::from_json(&pack, &Json::parse(COLUMNS).unwrap()).unwrap();
    (pack, columns)
}

fn all_facts(pack: &RulePack) -> Vec<FactId> {
    pack.facts.iter().map(|(fact, _)| fact).collect()
}

#[test]
fn the_typed_columns_are_as_reviewed() {
    let (pack, columns) = pack_and_columns();
    for dialect in Dialect::ALL {
        let sql = facts_select(&pack, dialect, &columns, &all_facts(&pack));
        assert_snapshot_in("sql", &format!("facts-{}", dialect.name()), &sql);
    }
}

#[test]
fn the_empty_tables_are_as_reviewed() {
    let (pack, columns) = pack_and_columns();
    for dialect in Dialect::ALL {
        let sql = template(&pack, dialect, &columns);
        assert_snapshot_in("sql", &format!("template-{}", dialect.name()), &sql);
    }
}

#[test]
fn the_check_is_as_reviewed() {
    let (pack, columns) = pack_and_columns();
    for dialect in Dialect::ALL {
        let facts = [fact(&pack, "local"), fact(&pack, "certificates")];
        let sql = check_query(&pack, dialect, &columns, &facts);
        assert_snapshot_in("sql", &format!("check-{}", dialect.name()), &sql);
    }
}

#[test]
fn the_answer_of_a_topic_is_used_where_the_column_is_null() {
    let (pack, columns) = pack_and_columns();
    let answers = parse_answers(&pack, r#"{"fields": ["ai"], "founded": "2030-01-31"}"#);
    let preset: Vec<_> = ["fields", "founded"].map(|id| fact(&pack, id)).into();
    let values: Vec<_> = preset.iter().map(|fact| (*fact, answers.value(*fact).unwrap())).collect();
    let sql = facts_select_with_preset(&pack, Dialect::DuckDb, &columns, &preset, &values);
    let lines: Vec<&str> = sql.lines().filter(|line| line.contains(" ELSE ")).collect();
    assert_eq!(
        lines,
        [
            "  CASE WHEN \"answered fields\" THEN \"fields\" ELSE ['ai'] END AS \"fields\",",
            "  CASE WHEN \"answered founded\" THEN \"founded\" ELSE DATE '2030-01-31' END AS \
             \"founded\",",
        ]
    );
}

#[test]
fn a_fact_that_the_mapping_leaves_out_is_unanswered() {
    let (pack, mut columns) = pack_and_columns();
    let local = fact(&pack, "local");
    columns.facts.retain(|(fact, _)| *fact != local);
    let sql = facts_select(&pack, Dialect::Postgres, &columns, &[local]);
    assert!(sql.contains("CAST(NULL AS BOOLEAN) AS \"local\""), "{sql}");
    assert!(!sql.contains("\"firm\".\"local\""), "{sql}");
}
