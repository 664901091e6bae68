//! The query of contradictory answers. `tests/registry` compares its result with `assess`.

use std::rc::Rc;

use eligibility_check::rulebook::RulePack;
use eligibility_check::sql::{ColumnMap, Contradictions, Dialect, contradictions_query};
use serde_json::{Value, json};

use crate::snapshots::assert_snapshot_in;
use crate::support::{KIOSK, changed_pack};

/// The kiosk pack with these relations, whose messages are their numbers.
fn pack_with(relations: &[Value]) -> Rc<RulePack> {
    changed_pack(KIOSK, |json| {
        let relation = |(holds, number): (&Value, i32)| {
            let text = format!("relation {number}");
            json!({ "holds": holds, "message": { "zh-Hans": text, "en": text } })
        };
        json["relations"] = relations.iter().zip(1..).map(relation).collect();
    })
}

fn contradictions(relations: &[Value], dialect: Dialect) -> Contradictions {
    let pack = pack_with(relations);
    contradictions_query(&pack, dialect, &ColumnMap::derived(&pack))
}

#[test]
fn the_query_is_as_reviewed() {
    let relations = [
        json!({ "any": [{ "is": ["licensed", true] }, { "one-of": ["site", ["park"]] }] }),
        json!({ "not": { "all": [{ "includes": ["sells", ["papers"]] }, { "is": ["licensed", false] }] } }),
        json!({ "at-most": ["change", { "sum": ["takings", 10] }] }),
        json!({ "at-least": ["opened", "1990-01-01"] }),
        json!({ "at-least-of": [
            2, { "is": ["licensed", true] }, { "less-than": ["takings", 7] }, { "is": ["change", 3] },
        ] }),
    ];
    for dialect in Dialect::ALL {
        let found = contradictions(&relations, dialect);
        assert_eq!(found.untranslatable, [""; 0]);
        assert_snapshot_in("sql", &format!("contradictions-{}", dialect.name()), &found.sql);
    }
}

#[test]
fn a_relation_without_a_translation_is_named_and_the_others_are_kept() {
    let relations = [
        json!({ "at-least": [{ "ratio": ["takings", "change"] }, 1] }),
        json!({ "is": ["licensed", true] }),
        json!({ "at-least": [{ "months-since": "opened" }, 12] }),
    ];
    let found = contradictions(&relations, Dialect::DuckDb);
    assert_eq!(found.untranslatable, ["relation 1", "relation 3"]);
    assert!(found.sql.contains("'relation 2'"), "{}", found.sql);
    assert!(!found.sql.contains("'relation 1'"), "{}", found.sql);
}

#[test]
fn a_pack_without_relations_has_a_query_without_rows() {
    let found = contradictions(&[], Dialect::Postgres);
    assert!(found.sql.contains("(FALSE, "), "{}", found.sql);
    assert!(found.untranslatable.is_empty());
}
