//! The values that are usable: `tests/registry/values.json` agrees with the answers in JSON.
//!
//! `tests/registry` can run the same table in databases. Its pack and its mapping are next to it.
//!
//! | key | value |
//! |---|---|
//! | `fact` | the fact in `values-pack.json` |
//! | `type` | the type of the column; `rows` is a table with one row per element of `raw` |
//! | `raw` | what the column has, as text; an array as JSON |
//! | `valid` | whether SQL uses it; otherwise the fact is in `invalid_facts` |
//! | `value` | the value, if it is valid |
//! | `json-lines` | true if only `assess` reads it |

use eligibility_check::engine::{Answers, answer_to_json, answers_from_json};
use eligibility_check::rulebook::{Fact, FactKind, Json, RulePack};
use serde_json::Value;

use crate::support::parse_pack;

use super::input::{PACK, pack_and_columns};

const VALUES: &str = include_str!("../../registry/values.json");

/// The answer that a cell is in JSON Lines. `None` if the mapping does not have it.
fn cell(fact: &Fact, kind: &str, raw: &str) -> Option<String> {
    let (_, columns) = pack_and_columns();
    let pack = parse_pack(PACK);
    let (_, column) = columns.facts.iter().find(|(id, _)| pack.facts[*id].id == fact.id).unwrap();
    let mapped = |text: &str| {
        let value = column.value(text)?;
        let json = answer_to_json(&fact.kind, eligibility_check::engine::Answer::Value(value));
        Some(json.to_text())
    };
    let string = |text: &str| Json::String(text.to_owned()).to_text();
    let has_values = column.values.is_some();
    match (&fact.kind, kind) {
        (FactKind::Choices(_), "array" | "rows") => {
            let items: Vec<Option<String>> = serde_json::from_str(raw).unwrap();
            let items = items.iter().map(|item| match item {
                None => Some("null".to_owned()),
                // A choice that the mapping translates is a list of one option.
                Some(item) if has_values => {
                    mapped(item).map(|list| list.trim_matches(['[', ']']).to_owned())
                }
                Some(item) => Some(string(item)),
            });
            Some(format!("[{}]", items.collect::<Option<Vec<String>>>()?.join(",")))
        }
        _ if has_values => mapped(raw),
        // Text may hold a boolean.
        (FactKind::YesNo, "text" | "boolean") => match raw.to_ascii_lowercase() {
            yes if yes == "true" || yes == "false" => Some(yes),
            _ => Some(string(raw)),
        },
        (_, "text" | "date" | "timestamp" | "timestamptz") => Some(string(raw)),
        _ => Some(raw.to_owned()),
    }
}

fn answer(pack: &RulePack, fact: &str, json: &str) -> Option<String> {
    let json = Json::parse(&format!("{{\"{fact}\": {json}}}")).unwrap();
    let answers: Answers = answers_from_json(pack, &json).ok()?;
    let id = pack.find_fact(fact).unwrap();
    Some(answer_to_json(&pack.facts[id].kind, answers.get(id)?).to_text())
}

#[test]
fn a_value_is_usable_if_and_only_if_it_is_an_answer() {
    let pack = parse_pack(PACK);
    let rows: Vec<Value> = serde_json::from_str(VALUES).unwrap();
    assert!(rows.len() > 200);
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap();
        let (id, raw) = (text("fact"), text("raw"));
        let fact = &pack.facts[pack.find_fact(id).unwrap()];
        let json = cell(fact, text("type"), raw);
        let answer = json.and_then(|json| answer(&pack, id, &json));
        if row["json-lines"] == Value::Bool(true) {
            // Digits and words that SQL does not read.
            assert!(answer.is_some() && row["valid"] == Value::Bool(false), "{row}");
            continue;
        }
        let expected = row.get("value").map(Value::to_string);
        assert_eq!(answer, expected, "{row}");
        assert_eq!(row["valid"], Value::Bool(expected.is_some()), "{row}");
    }
}
