//! The tables of `docs/reference/typed-input.md` agree with the reader, for text that is typed and
//! for strings in JSON.

use std::rc::Rc;

use eligibility_check::engine::{answers_from_json, parse_answer};
use eligibility_check::rulebook::{Json, RulePack, Value, format_date};
use serde_json::json;

use crate::support::{HARBOUR, changed_pack, fact, repo_path};

/// A row of a table: the unit for numbers, the typed text, and the reading or the message.
struct Row {
    unit: Option<String>,
    typed: String,
    result: String,
}

/// The rows of the tables whose last column has this title.
fn rows(title: &str) -> Vec<Row> {
    let page = std::fs::read_to_string(repo_path("docs/reference/typed-input.md")).unwrap();
    let mut rows = Vec::new();
    let mut is_wanted = false;
    for line in page.lines() {
        let Some(cells) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else {
            is_wanted &= line.starts_with("|---");
            continue;
        };
        let cells: Vec<&str> = cells.split(" | ").collect();
        let result = cells.last().unwrap();
        if is_wanted {
            let typed = cells[cells.len() - 2].trim_matches('`');
            let unit = (cells.len() == 3).then(|| cells[0].to_owned());
            rows.push(Row { unit, typed: characters(typed), result: result.to_string() });
        }
        is_wanted |= *result == title;
    }
    assert!(rows.len() > 10, "{title}");
    rows
}

/// Replaces each `<U+200B>` by the character.
fn characters(text: &str) -> String {
    let mut parts = text.split("<U+");
    let mut replaced = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('>').unwrap();
        replaced.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        replaced.push_str(rest);
    }
    replaced
}

/// A pack whose fact `revenue` has the unit.
fn pack_with(unit: Option<&String>) -> Rc<RulePack> {
    changed_pack(HARBOUR, |json| {
        let facts = json["facts"].as_array_mut().unwrap();
        let revenue = facts.iter_mut().find(|fact| fact["id"] == "revenue").unwrap();
        let unit = unit.map_or("万元", String::as_str);
        let number = json!({"unit": unit, "decimals": 2, "min": 0, "max": 1_000_000_000});
        revenue["kind"] = json!({"number": number});
        let title = if unit == "个月" { "months" } else { unit };
        let units = ["万元", "亿元", "元", "人", "%", "个月"]
            .map(|unit| json!({"unit": unit, "title": title}));
        json["languages"] = json!(["zh-Hans"]);
        json["units"] = json!(units);
    })
}

/// The reading or the message, by the reader and by the parser of JSON.
fn read(row: &Row) -> String {
    let pack = pack_with(row.unit.as_ref());
    let id = if row.unit.is_some() { "revenue" } else { "founded" };
    let fact = fact(&pack, id);
    let parsed = parse_answer(&pack, &pack.facts[fact].kind, &row.typed);
    let json = Json::Object(vec![(id.to_owned(), Json::String(row.typed.clone()))]);
    let by_json = answers_from_json(&pack, &json);
    match parsed {
        Ok(value) => {
            let value = value.unwrap();
            assert_eq!(by_json.unwrap().value(fact), Some(value), "{}", row.typed);
            match value {
                Value::Number(number) => number.to_string(),
                Value::Date(date) => format_date(date),
                other => format!("{other:?}: a value of another kind"),
            }
        }
        Err(error) => {
            let found = &by_json.unwrap_err()[0];
            assert_eq!(found.field, id);
            assert!(found.message.starts_with(&error.to_string()), "{}", found.message);
            error.to_string()
        }
    }
}

#[test]
fn each_spelling_has_the_reading_of_its_row() {
    for row in rows("number").iter().chain(&rows("date")) {
        assert_eq!(read(row), row.result, "{} in {:?}", row.typed, row.unit);
    }
}

#[test]
fn each_refused_text_has_the_message_of_its_row() {
    for row in rows("message") {
        assert_eq!(read(&row), row.result, "{} in {:?}", row.typed, row.unit);
    }
}
